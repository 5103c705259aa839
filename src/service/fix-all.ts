import type { Finding, FindingCode } from '../check/finding.ts';
import type { ServiceContext } from './context.ts';
import { shownFindings } from './findings.ts';
import { fixesOf, type TitledEdit } from './fixes.ts';
import type { Note } from './note.ts';
import type { CodeAction, TextEdit } from './results.ts';
import { word } from './words.ts';

/** Codes whose mend changes nothing that the note says; the others put another figure into it. */
const HARMLESS: ReadonlySet<FindingCode> = new Set(['name.spelling']);

/** `names`: only what changes nothing that is said; `all`: every finding that has a mend. */
export type FixAllScope = 'names' | 'all';

/** One action with the best mend of every finding; null where nothing can be mended. */
export function fixAll(context: ServiceContext, note: Note, scope: FixAllScope): CodeAction | null {
  const findings = shownFindings(note, context).filter(({ code }) => scope === 'all' || HARMLESS.has(code));
  const edits = bestEdits(context, note, findings);
  if (edits.length === 0) return null;
  const title = word(context.language, 'action.fix-all', { count: String(edits.length) });
  return { title, kind: 'fix-all', preferred: false, settles: null, edits, command: null };
}

/** For each code of the findings at hand, one action that mends all of that code in the note, where there are two and more. */
export function fixAllOfCodes(
  context: ServiceContext,
  note: Note,
  at: readonly Finding[],
): readonly CodeAction[] {
  const all = shownFindings(note, context);
  return [...new Set(at.map(({ code }) => code))].flatMap((code) => {
    const edits = bestEdits(
      context,
      note,
      all.filter((finding) => finding.code === code),
    );
    if (edits.length < 2) return [];
    const title = word(context.language, 'action.fix-code', { code, count: String(edits.length) });
    return [{ title, kind: 'quickfix', preferred: false, settles: null, edits, command: null }];
  });
}

/** The first mend of each finding, in order; of two that overlap the first. */
function bestEdits(context: ServiceContext, note: Note, findings: readonly Finding[]): readonly TextEdit[] {
  const edits = findings
    .flatMap((finding): TitledEdit[] => fixesOf(context, note, finding).slice(0, 1))
    .map(({ start, end, newText }) => ({ start, end, newText }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let end = -1;
  return edits.filter((edit) => {
    if (edit.start < end) return false;
    end = edit.end;
    return true;
  });
}
