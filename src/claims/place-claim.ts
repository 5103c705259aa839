import { type FoldedText, type Span, toSource } from '../text/folded-text.ts';
import type { Claim, Origin, Part } from './claim.ts';
import type { FoldedClaim } from './sentence-reading.ts';

/** Where a claim was read. */
export interface ClaimPlace {
  /** The block's text. */
  readonly source: string;
  readonly folded: FoldedText;
  readonly sentence: Span;
  /** Whole days since 1970-01-01 (UTC). */
  readonly today: number;
  /** Parts that stand in the heads of a table say that they come from it. */
  readonly inTable: boolean;
}

/** The claim in offsets of its block. */
export function placeClaim(claim: FoldedClaim, place: ClaimPlace): Claim {
  const { source, folded, sentence, today, inTable } = place;
  const { start, end } = toSource(folded, claim.figure);
  const part = <T>(value: T, origin: Part<T>['origin'], span: Span | null): Part<T> => ({
    value,
    origin: inTable && !KEPT_IN_TABLES.has(origin) ? 'table' : origin,
    span: span === null ? null : toSource(folded, span),
  });
  const { subject, metric, period } = claim;
  return {
    start,
    end,
    text: source.slice(start, end),
    sentence: toSource(folded, sentence),
    figure: claim.figure,
    subject: subject === null ? null : part(subject.entity, subject.origin, subject.span),
    variant: subject?.variant ?? '',
    metric: metric === null ? null : part(metric.id, metric.origin, metric.span),
    scope: claim.scope,
    period: period === null ? null : part(period.value, period.origin, period.span),
    current: claim.current,
    today: today,
    mode: claim.mode,
    change: claim.change,
    former: claim.former,
    match: claim.match,
    attribution:
      claim.attribution === null ? null : part(claim.attribution.entity, 'sentence', claim.attribution.span),
  };
}

/** Origins that a table has no part in. */
const KEPT_IN_TABLES: ReadonlySet<Origin> = new Set(['heading', 'list-parent', 'pin']);
