import type { FigureLike } from '../factbase/interval.ts';
import type { Fact } from '../factbase/model.ts';
import type { Figure } from '../quantity/figure.ts';
import { SAME_AMOUNT } from './rules.ts';

/** Converts between units of one dimension; null when they cannot be converted (元 to 美元). */
export interface UnitConverter {
  convert(value: number, from: string, to: string): number | null;
  dimensionOf(unit: string): string | undefined;
}

/** The figure in the fact's unit; null when it cannot be converted. A bare number and a generic count take the fact's unit. */
export function inUnitOf(fact: Fact, figure: Figure, units: UnitConverter): FigureLike | null {
  const { unit } = figure;
  if (unit === null || unit === fact.unit) return figure;
  const low = units.convert(figure.low, unit, fact.unit);
  const high = units.convert(figure.high, unit, fact.unit);
  const step = units.convert(figure.step, unit, fact.unit);
  if (low === null || high === null || step === null) return isCount(unit, units) ? figure : null;
  return { low, high, step, bound: figure.bound, form: figure.form };
}

function isCount(unit: string, units: UnitConverter): boolean {
  return units.dimensionOf(unit) === 'items';
}

/** Whether two amounts are the same within the tolerance of `SAME_AMOUNT`. */
export function sameAmount(a: number, b: number): boolean {
  if (a === b) return true;
  if (a === 0 || b === 0) return false;
  return Math.abs(a / b - 1) <= SAME_AMOUNT;
}

/** The power of ten by which `a` is off `b`; 0 when it is no such slip. */
export function slipOf(a: number, b: number): number {
  if (a <= 0 || b <= 0) return 0;
  const ratio = a / b;
  const power = Math.round(Math.log10(ratio));
  if (power === 0) return 0;
  return sameAmount(ratio, 10 ** power) ? power : 0;
}

/** The figure with its sign turned, for a fall given where a rise is known. */
export function negated(figure: FigureLike): FigureLike {
  const bound = figure.bound === 'nearly' ? 'about' : (OPPOSITE[figure.bound] ?? figure.bound);
  return { ...figure, low: -figure.high, high: -figure.low, bound };
}

/** What is left of `whole` when the figure is gone: over 60 % gone is under 40 % left. */
export function complemented(figure: FigureLike, whole: number): FigureLike {
  const bound = OPPOSITE[figure.bound] ?? figure.bound;
  return { ...figure, low: whole - figure.high, high: whole - figure.low, bound };
}

const OPPOSITE: Readonly<Partial<Record<FigureLike['bound'], FigureLike['bound']>>> = {
  'more-than': 'less-than',
  'less-than': 'more-than',
  'at-least': 'at-most',
  'at-most': 'at-least',
  nearly: 'more-than',
};
