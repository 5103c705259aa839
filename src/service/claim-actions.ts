import type { CheckedClaim, VerdictKind } from '../check/verdict.ts';
import { citationEdits } from './citations.ts';
import type { ServiceContext } from './context.ts';
import { hedgeBehind } from './hedges.ts';
import type { Note } from './note.ts';
import { periodText } from './period-text.ts';
import type { CodeAction, TextEdit } from './results.ts';
import { word } from './words.ts';
import { localStyle } from './writing-style.ts';

/** Verdicts whose facts say the same as the figure, or said it once. */
const BORNE_OUT: ReadonlySet<VerdictKind> = new Set(['supported', 'weaker', 'outdated']);

/** What can be done to a figure that holds: date it, cite its source, pin it to its fact. None of it is a mend. */
export function claimActions(
  context: ServiceContext,
  note: Note,
  checked: CheckedClaim,
): readonly CodeAction[] {
  return [
    ...dateActions(context, note, checked),
    ...citeActions(context, note, checked),
    ...pinActions(context, note, checked),
  ];
}

/** A figure without a date may be given that of the fact it agrees with, so that it cannot grow old unseen. */
function dateActions(
  context: ServiceContext,
  note: Note,
  { claim, verdict }: CheckedClaim,
): readonly CodeAction[] {
  const period = verdict.facts[0]?.period ?? null;
  if (!BORNE_OUT.has(verdict.kind) || claim.period !== null || period === null) return [];
  const style = sentenceStyle(note, { claim });
  const date = periodText(period, style);
  const newText = style.script === 'en' ? ` (as of ${date})` : `（截至${style.spaced ? ' ' : ''}${date}）`;
  const title = word(context.language, 'action.add-date', { date });
  return [rewrite(title, [insertion(behind(note, claim.end), newText)])];
}

const MOST_SOURCES = 3;

/** A footnote for each source that decided; a dispute is best shown with both. */
function citeActions(context: ServiceContext, note: Note, checked: CheckedClaim): readonly CodeAction[] {
  const { claim, verdict } = checked;
  if (!BORNE_OUT.has(verdict.kind) && verdict.kind !== 'disputed') return [];
  const sources = [...new Set(verdict.facts.map(({ source }) => source))].slice(0, MOST_SOURCES);
  return sources.flatMap((id) => {
    const source = context.factBase.source(id);
    if (source === undefined) return [];
    const offset = behind(note, claim.end);
    const edits = citationEdits(note, source, context.factBase, offset, sentenceStyle(note, checked));
    const [mark] = edits;
    const cited =
      mark === undefined || restOfSentence(note, offset, claim.sentence.end).includes(mark.newText);
    const title = word(context.language, 'action.cite', { source: source.publisher });
    return cited ? [] : [rewrite(title, edits)];
  });
}

/** A comment that binds the figure to the fact, whatever becomes of the words around it. */
function pinActions(
  context: ServiceContext,
  note: Note,
  { claim, verdict }: CheckedClaim,
): readonly CodeAction[] {
  const [fact] = verdict.facts;
  if (fact === undefined || !BORNE_OUT.has(verdict.kind) || claim.subject?.origin === 'pin') return [];
  const at = behind(note, claim.end);
  const line = note.text.slice(at, note.lines.lineEnd(note.lines.positionAt(at).line));
  if (/^\s*(?:\[\^[^\]\s]+\])*\s*<!--\s*fact:/.test(line)) return [];
  const title = word(context.language, 'action.pin', { fact: fact.id });
  return [rewrite(title, [insertion(at, `<!-- fact: ${fact.id} -->`)])];
}

/** With the marks that stand behind its end: they speak for its figures too. */
function restOfSentence({ text }: Note, from: number, end: number): string {
  const marks = /^[。．.!?！？；;]?(?:\[\^[^\]\s]+\])*/.exec(text.slice(end, end + 200))?.[0] ?? '';
  return text.slice(from, end) + marks;
}

function sentenceStyle({ text, style }: Note, { claim }: Pick<CheckedClaim, 'claim'>) {
  return localStyle(text.slice(claim.sentence.start, claim.sentence.end), style);
}

/** Behind the words that limit a figure from behind: 以上, or more. */
function behind({ text }: Note, end: number): number {
  return hedgeBehind(text, end)?.end ?? end;
}

function rewrite(title: string, edits: readonly TextEdit[]): CodeAction {
  return { title, kind: 'refactor', preferred: false, settles: null, edits, command: null };
}

function insertion(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}
