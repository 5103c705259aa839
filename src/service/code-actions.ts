import type { Finding } from '../check/finding.ts';
import type { Span } from '../text/folded-text.ts';
import type { ServiceContext } from './context.ts';
import { toDiagnostic } from './diagnostics.ts';
import { shownFindings } from './findings.ts';
import { fixesOf } from './fixes.ts';
import { hedgeBehind } from './hedges.ts';
import type { Note } from './note.ts';
import { periodText } from './period-text.ts';
import type { CodeAction, Diagnostic, TextEdit } from './results.ts';
import { word } from './words.ts';

/** What can be done about the findings that touch `range`, and about undated figures there. */
export function doCodeActions(context: ServiceContext, note: Note, range: Span): readonly CodeAction[] {
  const findings = shownFindings(note, context.severity).filter((finding) => overlaps(finding, range));
  return [
    ...findings.flatMap((finding) => findingActions(context, note, finding)),
    ...dateActions(context, note, range),
  ];
}

function findingActions(context: ServiceContext, note: Note, finding: Finding): readonly CodeAction[] {
  const settles = toDiagnostic(context, finding);
  const fixes = fixesOf(context, note, finding).map(
    (fix, i): CodeAction => ({
      title: fix.title,
      kind: 'quickfix',
      preferred: i === 0,
      settles,
      edits: [{ start: fix.start, end: fix.end, newText: fix.newText }],
    }),
  );
  if (finding.code === 'suppression.unused') return fixes;
  return [...fixes, ...suppressions(context, note, settles)];
}

function suppressions(context: ServiceContext, note: Note, settles: Diagnostic): readonly CodeAction[] {
  const { code } = settles;
  const make = (key: 'action.disable-line' | 'action.disable-file', edit: TextEdit): CodeAction => ({
    title: word(context.language, key, { code }),
    kind: 'quickfix',
    preferred: false,
    settles,
    edits: [edit],
  });
  return [
    make('action.disable-line', disableLine(note, settles)),
    make('action.disable-file', disableFile(note, settles)),
  ];
}

/** A comment at the end of the line: one on a line of its own would break a paragraph, list or table in two. */
function disableLine(note: Note, { start, code }: Diagnostic): TextEdit {
  const end = note.lines.lineEnd(note.lines.positionAt(start).line);
  const space = /\s$/.test(note.text.slice(0, end)) ? '' : ' ';
  return { start: end, end, newText: `${space}<!-- ecosystem-notes-disable-line ${code} -->` };
}

/** Above everything but the front matter, which must stay first. */
function disableFile(note: Note, { code }: Diagnostic): TextEdit {
  const frontMatter = /^\uFEFF?---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(note.text);
  const start = frontMatter?.[0].length ?? 0;
  const newline = note.text.includes('\r\n') ? '\r\n' : '\n';
  const head = start > 0 && !note.text.slice(0, start).endsWith('\n') ? newline : '';
  return {
    start,
    end: start,
    newText: `${head}<!-- ecosystem-notes-disable ${code} -->${newline}${newline}`,
  };
}

/** A supported figure without a date may be given that of the fact it agrees with, so that it cannot grow old unseen. */
function dateActions(context: ServiceContext, note: Note, range: Span): readonly CodeAction[] {
  return note.analysis.claims.flatMap(({ claim, verdict }) => {
    const period = verdict.facts[0]?.period ?? null;
    const dated = verdict.kind === 'supported' || verdict.kind === 'outdated';
    if (!dated || claim.period !== null || period === null || !overlaps(claim, range)) return [];
    const date = periodText(period, note.style);
    const newText =
      note.style.script === 'en' ? ` (as of ${date})` : `（截至${note.style.spaced ? ' ' : ''}${date}）`;
    return [
      {
        title: word(context.language, 'action.add-date', { date }),
        kind: 'refactor' as const,
        preferred: false,
        settles: null,
        edits: [insertion(hedgeBehind(note.text, claim.end)?.end ?? claim.end, newText)],
      },
    ];
  });
}

function insertion(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}

function overlaps(span: Span, range: Span): boolean {
  return span.start <= range.end && range.start <= span.end;
}
