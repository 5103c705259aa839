import type { Bound, FigureForm } from '../quantity/figure.ts';
import { BOUND_RULES, type EdgeRule, FORM_RULES, type SetRule } from './bound-widths.ts';
import type { MetricClass } from './model.ts';

/** A set of real numbers without gaps. Unlimited ends are infinite and open. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly lowOpen: boolean;
  readonly highOpen: boolean;
}

/** What facts and figures have in common. */
export interface FigureLike {
  readonly low: number;
  readonly high: number;
  readonly step: number;
  readonly bound: Bound;
  readonly form: FigureForm;
}

/** `whole`: counts of whole named things, where 9 means 9; `rank`: the same, and "the first five" are the ranks 1 to 5; `rounded`: the rest. */
export type Precision = 'rounded' | 'whole' | 'rank';

export function precisionOf(metricClass: MetricClass): Precision {
  if (metricClass === 'rank') return 'rank';
  return metricClass === 'exact' ? 'whole' : 'rounded';
}

/** The values that a reader takes the figure to mean. */
export function statedSet(figure: FigureLike, precision: Precision = 'rounded'): Interval {
  return setOf(figure, precision, 'stated');
}

/** The values that the figure strictly allows. */
export function logicalSet(figure: FigureLike, precision: Precision = 'rounded'): Interval {
  return setOf(figure, precision, 'logical');
}

function setOf(figure: FigureLike, precision: Precision, side: 'stated' | 'logical'): Interval {
  if (precision !== 'rounded' && figure.form === 'plain') {
    const { bound, low, high } = figure;
    if (bound === 'exact' || bound === 'range') return { low, high, lowOpen: false, highOpen: false };
    if (precision === 'rank' && bound === 'at-most') return { low: 1, high, lowOpen: false, highOpen: false };
  }
  const rules = figure.form === 'plain' ? BOUND_RULES[figure.bound] : FORM_RULES[figure.form];
  return apply(rules[side], figure);
}

function apply(rule: SetRule, figure: FigureLike): Interval {
  const low = edge(rule.low, figure.low, figure.step, Number.NEGATIVE_INFINITY);
  const high = edge(rule.high, figure.high, figure.step, Number.POSITIVE_INFINITY);
  // A zero has no width of its own; it would otherwise stand for nothing at all.
  if (low === high) return { low, high, lowOpen: false, highOpen: false };
  return { low, high, lowOpen: rule.low?.open ?? true, highOpen: rule.high?.open ?? true };
}

function edge(rule: EdgeRule | null, amount: number, step: number, unlimited: number): number {
  if (rule === null) return unlimited;
  const size = Math.abs(amount);
  const bySteps = Math.sign(rule.steps) * Math.min(Math.abs(rule.steps) * step, rule.cap * size);
  return amount + (Number.isNaN(bySteps) ? 0 : bySteps) + rule.share * size;
}

/** Two ends are one when they differ by no more than the last bits of a double. */
const TOLERANCE = 1e-12;

function equal(a: number, b: number): boolean {
  if (a === b) return true;
  // Of an infinite end, everything would be within tolerance.
  if (!Number.isFinite(a) || !Number.isFinite(b)) return false;
  return Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b));
}

/** Whether some value is in both. */
export function intersects(a: Interval, b: Interval): boolean {
  return !endsBefore(a, b) && !endsBefore(b, a);
}

/** Whether no value is in both. */
export function disjoint(a: Interval, b: Interval): boolean {
  return !intersects(a, b);
}

/** Whether `a` holds all of `b`. */
export function contains(a: Interval, b: Interval): boolean {
  const low = equal(a.low, b.low) ? !a.lowOpen || b.lowOpen : a.low < b.low;
  const high = equal(a.high, b.high) ? !a.highOpen || b.highOpen : a.high > b.high;
  return low && high;
}

/** Whether `value` is in the set. */
export function containsValue(set: Interval, value: number): boolean {
  return contains(set, { low: value, high: value, lowOpen: false, highOpen: false });
}

/** Whether both hold the same values. */
export function sameSet(a: Interval, b: Interval): boolean {
  return contains(a, b) && contains(b, a);
}

/** Whether `a` lies wholly below `b`. */
export function endsBefore(a: Interval, b: Interval): boolean {
  if (equal(a.high, b.low)) return a.highOpen || b.lowOpen;
  return a.high < b.low;
}
