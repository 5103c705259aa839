import type { ReadSentence } from '../claims/block-watch.ts';
import { claimMode } from '../claims/mode.ts';
import { type Span, toSource } from '../text/folded-text.ts';
import type { UnitConverter } from './amount.ts';
import { changeClashes } from './consistency-change.ts';
import { conversionClashes } from './consistency-conversion.ts';
import { shareClashes, totalClashes } from './consistency-parts.ts';
import type { Finding } from './finding.ts';
import type { Clash, SentenceCase } from './relation.ts';

const RELATIONS: readonly ((c: SentenceCase) => readonly Clash[])[] = [
  changeClashes,
  totalClashes,
  shareClashes,
  conversionClashes,
];

const MEANT: ReadonlySet<string> = new Set(['asserted', 'forecast', 'target']);

/** Beyond these, in UTF-16 code units for the length, it is a data dump and no sentence; relations cost more than linear time. */
const MOST_FIGURES = 40;
const LONGEST = 2000;

/** Figures of one sentence that cannot all hold (docs/rules/figures.inconsistent.md). Offsets are relative to the block. */
export function inconsistencies(read: ReadSentence, units: UnitConverter): readonly Finding[] {
  const { view, folded, rejectedNext } = read;
  if (view.figures.length < 2 || view.figures.length > MOST_FIGURES) return [];
  if (view.span.end - view.span.start > LONGEST) return [];
  const seen = new Set<number>();
  return RELATIONS.flatMap((relation) => relation({ view, units }))
    .filter((clash) => MEANT.has(claimMode(view, clash.at, rejectedNext)))
    .filter((clash) => isFirst(seen, clash))
    .map((clash) => ({
      ...toSource(folded, clash.at),
      code: 'figures.inconsistent',
      severity: 'warning',
      message: clash.message,
      claim: null,
      facts: [],
      related: clash.with.map((span: Span) => toSource(folded, span)),
      fixes: [],
    }));
}

/** One finding for a figure is enough. */
function isFirst(seen: Set<number>, clash: Clash): boolean {
  if (seen.has(clash.at.start)) return false;
  seen.add(clash.at.start);
  return true;
}
