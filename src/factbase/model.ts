import type { Bound, FigureForm } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';

export type EntityKind =
  | 'organisation'
  | 'model'
  | 'family'
  | 'product'
  | 'dataset'
  | 'framework'
  | 'platform'
  | 'chip'
  | 'programme'
  | 'policy'
  | 'benchmark'
  | 'report'
  | 'media'
  | 'person'
  | 'place'
  | 'group';

/** A text in the languages that the product speaks. */
export interface Localized {
  readonly zh: string;
  readonly en: string;
}

/** A short name that means the entity only in company: one of `needs` must stand in the same passage or heading. */
export interface AmbiguousName {
  readonly name: string;
  readonly needs: readonly string[];
}

export interface Entity {
  readonly id: string;
  readonly kind: EntityKind;
  readonly name: Localized & { readonly 'zh-Hant'?: string };
  /** Further names in any script; patterns of `factbase/pattern.ts` allowed. */
  readonly aliases: readonly string[];
  readonly ambiguous: readonly AmbiguousName[];
  /** Common slips that are no name of anything; never matched as names. */
  readonly misspellings?: readonly string[];
  readonly description: Localized;
  /** Ids of entities, by relation, as their files state them. */
  readonly relations: Readonly<Record<Relation, readonly string[]>>;
  readonly links: Readonly<Record<string, string>>;
  /** Pinyin of its Chinese names, syllables apart (`a li ba ba`), where it is known. */
  readonly pinyin?: Readonly<Record<string, string>>;
  readonly place: RecordPlace;
}

export type Relation = 'makes' | 'part-of' | 'leads' | 'publishes' | 'runs' | 'located-in';

export type MetricClass = 'level' | 'flow' | 'ratio' | 'growth' | 'rank' | 'exact';

export interface Metric {
  readonly id: string;
  readonly name: Localized;
  /** Trigger patterns in both languages (`factbase/pattern.ts`). */
  readonly triggers: readonly string[];
  /** Patterns that, where they stand in the same clause, say that another thing is measured. */
  readonly except: readonly string[];
  /** Dimension of `data/units.yaml`. */
  readonly dimension: string;
  readonly class: MetricClass;
  /** Never falls: downloads so far, patents held. */
  readonly cumulative: boolean;
  /** Whether the metric is a rise, a fall, or neither: says which way "fell by 30 %" reads. */
  readonly direction: 'up' | 'down' | 'none';
  /** Metrics that are easily taken for this one. */
  readonly siblings: readonly string[];
  /** The metric of which this one is a part, and which it cannot exceed. */
  readonly partOf?: string;
  /** The metric whose rise or fall this one is: revenue 118 billion, up 11 %. */
  readonly growthOf?: string;
  /** Counts members of a named list (nine of the ten hottest models), so that "of the ten" says no part of it. */
  readonly members: boolean;
  /** The metric that says what is left: cost down to 40 % and cost down by 60 % are one thing. */
  readonly complement?: string;
  readonly place: RecordPlace;
}

export type FactMode = 'reported' | 'self-reported' | 'estimate' | 'forecast' | 'target';

/** What a figure is restricted to: entity ids by key. */
export type Scope = Readonly<Partial<Record<'platform' | 'region' | 'segment', string>>>;

export interface Fact {
  /** Derived from subject, metric, scope, period and source. */
  readonly id: string;
  readonly subject: string;
  readonly metric: string;
  readonly scope: Scope;
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly bound: Bound;
  readonly form: FigureForm;
  readonly unit: string;
  readonly period: Period | null;
  readonly mode: FactMode;
  /** Entity that the source names as the one who says so; absent where it names nobody. */
  readonly saidBy?: string;
  /** The figure as the source writes it. */
  readonly written: string;
  readonly note: string;
  readonly source: string;
  readonly place: RecordPlace;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly author: string;
  readonly published: Period | null;
  /** When it was last read. */
  readonly accessed?: Period | null;
  readonly url: string;
  readonly language: string;
  readonly kind: string;
  readonly place: RecordPlace;
}

/** Where a record stands: file as given to the loader, UTF-16 offsets in it. */
export interface RecordPlace {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** Line of `start`, from 1, for messages that name a place. */
  readonly line?: number;
}
