import type { Finding } from '../check/finding.ts';
import type { Claim } from '../claims/claim.ts';
import type { Bound } from '../quantity/figure.ts';
import type { ServiceContext } from './context.ts';
import { hedgeWord } from './figure-text.ts';
import { spacedOut, type TitledEdit } from './fixes.ts';
import { hedgeBefore, hedgeBehind } from './hedges.ts';
import type { Note } from './note.ts';
import { word } from './words.ts';
import { localStyle } from './writing-style.ts';

/** Hedges that say less, the one that gives away least first. */
const SOFTER: readonly Bound[] = ['nearly', 'about', 'more-than'];

/**
 * The same figure with a hedge that makes it hold: 超过 6 亿 becomes 近 6 亿. Each is tried on the note itself, and only what the
 * checker then finds supported is offered; nothing without a checker.
 */
export function softenings(context: ServiceContext, note: Note, finding: Finding): readonly TitledEdit[] {
  const claim = finding.claim?.claim;
  if (context.checker === null || claim === undefined || finding.code !== 'figure.contradicted') return [];
  const { figure } = claim;
  if (figure.form !== 'plain' || figure.low !== figure.high) return [];
  return SOFTER.filter((bound) => bound !== figure.bound).flatMap((bound): TitledEdit[] => {
    const edit = hedged(note, claim, bound);
    if (!isSupportedAfter(context, note, claim, edit)) return [];
    const title = word(context.language, 'fix.soften', { figure: edit.newText });
    return [{ title, ...edit }];
  });
}

function hedged({ text, style: whole }: Note, claim: Claim, bound: Bound) {
  const { script, spaced } = localStyle(text.slice(claim.sentence.start, claim.sentence.end), whole);
  const before = hedgeBefore(text, claim.start);
  const behind = hedgeBehind(text, claim.end);
  const start = before?.start ?? claim.start;
  // A Chinese hedge stands as near to the figure as figures stand to the words around them.
  const gap = script === 'en' || spaced ? ' ' : '';
  const newText = `${hedgeWord(bound, script)}${gap}${text.slice(claim.start, claim.end)}`;
  return spacedOut(text, { start, end: behind?.end ?? claim.end, newText }, { spaced });
}

function isSupportedAfter(
  { checker }: ServiceContext,
  note: Note,
  claim: Claim,
  { start, end, newText }: Omit<TitledEdit, 'title'>,
): boolean {
  if (checker === null) return false;
  const text = note.text.slice(0, start) + newText + note.text.slice(end);
  const { claims } = checker.reanalyze(note.analysis, text, { today: claim.today });
  const at = start + newText.length;
  return claims.some((one) => one.claim.end === at && one.verdict.kind === 'supported');
}
