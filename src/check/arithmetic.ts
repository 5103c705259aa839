import { type FigureLike, type Interval, logicalSet, statedSet } from '../factbase/interval.ts';
import type { Localized } from '../factbase/model.ts';

/** All sums of one value of each set. */
export function sumOf(sets: readonly Interval[]): Interval {
  return closed(
    sets.reduce((sum, set) => sum + set.low, 0),
    sets.reduce((sum, set) => sum + set.high, 0),
  );
}

/** All `a - b`. */
export function difference(a: Interval, b: Interval): Interval {
  return closed(a.low - b.high, a.high - b.low);
}

/** All `a / b` of sets above zero; null when one reaches down to it. */
export function quotient(a: Interval, b: Interval): Interval | null {
  return a.low <= 0 || b.low <= 0 ? null : closed(a.low / b.high, a.high / b.low);
}

/** The set shifted, then stretched. */
export function shifted(set: Interval, by: number, factor = 1): Interval {
  const ends = [(set.low + by) * factor, (set.high + by) * factor];
  return closed(Math.min(...ends), Math.max(...ends));
}

/** The amount itself and nothing beside it. */
export function only(value: number): Interval {
  return closed(value, value);
}

/**
 * What somebody who works out a figure may write for it: rounded to the place that is shown, however coarse, where a figure that
 * is only stated is taken more closely; bounds strictly, as in `logicalSet`.
 */
export function workedOutSet(figure: FigureLike): Interval {
  if (figure.form !== 'plain' || figure.bound !== 'exact') return logicalSet(figure);
  return closed(figure.low - figure.step / 2, figure.high + figure.step / 2);
}

/** One end of a figure as a figure: of 200 万到 300 万, 200 万 and 300 万. */
export function endsOf(figure: FigureLike): readonly [FigureLike, FigureLike] {
  const end = (value: number): FigureLike => ({
    low: value,
    high: value,
    step: placeValue(value),
    bound: 'exact',
    form: 'plain',
  });
  return [end(figure.low), end(figure.high)];
}

/** Place value of the last digit that is not zero: 10 of 1590, 0.1 of 25.9. */
function placeValue(value: number): number {
  const [digits = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  return 10 ** (Number(exponent) - (digits.split('.')[1]?.length ?? 0));
}

/** Counts below this are taken at their word: 90 个 is ninety, 3000 人 may be rounded. */
const WHOLE_BELOW = 1000;

/** Whether the figure is a count that nobody rounds. */
export function isWholeCount(figure: FigureLike): boolean {
  const { low, high, bound, form } = figure;
  return bound === 'exact' && form === 'plain' && low === high && Number.isInteger(low) && low < WHOLE_BELOW;
}

/** The stated set, of a whole count the count alone. */
export function countedSet(figure: FigureLike): Interval {
  return isWholeCount(figure) ? only(figure.low) : statedSet(figure);
}

function closed(low: number, high: number): Interval {
  return { low, high, lowOpen: false, highOpen: false };
}

const ZH_SCALES = [
  [1e12, '万亿'],
  [1e8, '亿'],
  [1e4, '万'],
] as const;
const EN_SCALES = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
] as const;

/** A result of arithmetic in words, to four digits: 4 亿, 400 million. */
export function amountText(value: number): Localized {
  return { zh: scaled(value, ZH_SCALES), en: scaled(value, EN_SCALES) };
}

function scaled(value: number, scales: readonly (readonly [number, string])[]): string {
  const scale = scales.find(([size]) => Math.abs(value) >= size);
  return scale === undefined ? rounded(value) : `${rounded(value / scale[0])} ${scale[1]}`;
}

/** To so many digits, without the float's tail. */
export function rounded(value: number, digits = 4): string {
  return Number.isInteger(value) && Math.abs(value) < 1e6
    ? String(value)
    : String(Number(value.toPrecision(digits)));
}
