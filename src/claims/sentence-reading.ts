import type { Metric, Scope } from '../factbase/model.ts';
import type { Figure } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import type { Span } from '../text/folded-text.ts';
import type { ClaimMode, Former, Origin } from './claim.ts';
import type { Topic } from './claim-context.ts';
import type { CountsTheSame } from './counter.ts';
import type { Knowledge } from './knowledge.ts';
import type { DimensionOf } from './metric-choice.ts';
import type { PinTarget } from './pins.ts';
import type { SeriesMatch } from './series-match.ts';
import type { SubjectChoice } from './subject-choice.ts';
import type { TimedSpan } from './when.ts';

/** Someone whom the text before spoke of, and how far away. */
export interface CarriedTopic extends Topic {
  readonly origin: Origin;
}

export interface SentenceSurroundings {
  readonly knowledge: Knowledge;
  readonly dimensionOf: DimensionOf;
  readonly countsTheSame: CountsTheSame;
  /** Times of this sentence with what they stand for. */
  readonly timed: readonly TimedSpan[];
  /** Nearest first. */
  readonly carried: readonly CarriedTopic[];
  readonly carriedTime: { readonly period: Period; readonly origin: Origin } | null;
  /** Entities that headings and parents name: they may stand in a scope. */
  readonly contextNames: readonly string[];
  readonly rejectedNext: boolean;
  /** Spans that say "now". */
  readonly nows: readonly Span[];
  /** Whole days since 1970-01-01 (UTC): what lies behind it is ahead. */
  readonly today: number;
  /** Metrics that headings and lead-in lines name, nearest first. */
  readonly contextMetrics: readonly string[];
  /** What comments bind figures to, whatever the words say. */
  readonly pins: ReadonlyMap<Figure, PinTarget>;
}

/** A claim in folded offsets of its passage. */
export interface FoldedClaim {
  readonly figure: Figure;
  readonly subject: SubjectChoice | null;
  readonly metric: { readonly id: string; readonly origin: Origin; readonly span: Span | null } | null;
  readonly match: SeriesMatch | null;
  readonly scope: Scope;
  readonly period: { readonly value: Period; readonly origin: Origin; readonly span: Span | null } | null;
  readonly current: boolean;
  readonly mode: ClaimMode;
  readonly change: 'rise' | 'fall' | null;
  readonly former: Former;
  readonly attribution: { readonly entity: string; readonly span: Span } | null;
}

/** A subject and a metric that a figure was found to belong to. */
export interface Found {
  readonly subject: SubjectChoice;
  readonly metric: Metric;
  readonly metricOrigin: Origin;
  readonly metricSpan: Span | null;
}
