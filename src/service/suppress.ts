import type { ServiceContext } from './context.ts';
import type { Note } from './note.ts';
import type { CodeAction, Diagnostic, TextEdit } from './results.ts';
import { word } from './words.ts';

/** Comments that silence a finding, on its line or in the whole note, with room for the reason. */
export function suppressions(
  context: ServiceContext,
  note: Note,
  settles: Diagnostic,
): readonly CodeAction[] {
  const { code } = settles;
  const make = (key: 'action.disable-line' | 'action.disable-file', edit: TextEdit): CodeAction => ({
    title: word(context.language, key, { code }),
    kind: 'quickfix',
    preferred: false,
    settles,
    edits: [edit],
    command: null,
  });
  const codes = `${code} -- ${word(context.language, 'suppress.reason')}`;
  return [
    make('action.disable-line', disableLine(note, settles, codes)),
    make('action.disable-file', disableFile(note, codes)),
  ];
}

/** A comment at the end of the line: one on a line of its own would break a paragraph, list or table in two. */
function disableLine(note: Note, { start }: Diagnostic, codes: string): TextEdit {
  const end = note.lines.lineEnd(note.lines.positionAt(start).line);
  const space = /\s$/.test(note.text.slice(0, end)) ? '' : ' ';
  return { start: end, end, newText: `${space}<!-- ecosystem-notes-disable-line ${codes} -->` };
}

/** Above everything but the front matter, which must stay first. */
function disableFile(note: Note, codes: string): TextEdit {
  const frontMatter = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(note.text);
  const start = frontMatter?.[0].length ?? 0;
  const newline = note.text.includes('\r\n') ? '\r\n' : '\n';
  const head = start > 0 && !note.text.slice(0, start).endsWith('\n') ? newline : '';
  return {
    start,
    end: start,
    newText: `${head}<!-- ecosystem-notes-disable ${codes} -->${newline}${newline}`,
  };
}
