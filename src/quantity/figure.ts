import type { Span } from '../text/folded-text.ts';

/** What sort of amount a figure is. `quantity` is everything with a unit or counted noun that is none of the others. */
export type FigureKind =
  | 'quantity'
  | 'percent'
  | 'points'
  | 'multiple'
  | 'currency'
  | 'rank'
  | 'score'
  | 'ratio'
  | 'duration';

/** How the words around a number limit its value. */
export type Bound =
  | 'exact'
  | 'about'
  | 'nearly'
  | 'more-than'
  | 'at-least'
  | 'less-than'
  | 'at-most'
  | 'range';

/**
 * How the amount is spelled, where that changes what it allows:
 * `surplus` 300 多, 700 余 (a little over); `several` 数千万, 几十 (two to ten of the scale); `order` 上百, 上亿.
 */
export type FigureForm = 'plain' | 'surplus' | 'several' | 'order';

/** An amount in text with its scale, unit and bound. Spans are folded offsets. */
export interface Figure extends Span {
  readonly kind: FigureKind;
  /** The figure with the words that bound it; contains `start` to `end`, which cover number and unit only. */
  readonly outer: Span;
  /** Lower end, in `unit`, scale words applied (6 亿 is 600000000). Equal to `high` unless a range. `several` has both ends. */
  readonly low: number;
  readonly high: number;
  /** Place value of the last non-zero digit, in `unit`: 6 亿 has 100000000, 11.3 万 has 1000. For a range that of `low`. */
  readonly step: number;
  readonly bound: Bound;
  readonly form: FigureForm;
  /** Unit id of `data/units.yaml`, or null for a bare number. */
  readonly unit: string | null;
  /** Classifier or counted noun as folded text (个, 家, models), empty when there is none. */
  readonly counter: string;
  /** The time that a rate is per, as unit id (`day`, `month`, `year`), or null. */
  readonly per: string | null;
  /** For scores and ratios: what it is out of (4.8/5 has 5); else null. */
  readonly outOf: number | null;
}
