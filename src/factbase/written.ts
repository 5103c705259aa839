import type { Figure } from '../quantity/figure.ts';
import { compareScale, type UnitTable } from '../quantity/units.ts';
import type { FactData } from './schema.ts';

export interface WrittenMismatch {
  /** The key of the record that `written` does not bear out. */
  readonly key: 'value' | 'bound' | 'unit';
  readonly found: string;
  readonly expected: string;
}

/** Lower and upper value of a fact record; equal unless it gives both. */
export function valueEnds(value: FactData['value']): readonly [low: number, high: number] {
  return typeof value === 'number' ? [value, value] : value;
}

/** Where the figure read from `written` says other than the record does; empty when they agree. */
export function writtenMismatches(fact: FactData, figure: Figure, units: UnitTable): WrittenMismatch[] {
  const out: WrittenMismatch[] = [];
  const [low, high] = valueEnds(fact.value);
  const factor = conversion(figure.unit, fact.unit, units);
  if (factor === null) {
    out.push({ key: 'unit', found: figure.unit ?? 'a bare number', expected: fact.unit });
  }
  const scale = factor ?? 1;
  if (!close(figure.low * scale, low) || !close(figure.high * scale, high)) {
    out.push({
      key: 'value',
      found: amounts(figure.low * scale, figure.high * scale),
      expected: amounts(low, high),
    });
  }
  if (figure.bound !== fact.bound) out.push({ key: 'bound', found: figure.bound, expected: fact.bound });
  return out;
}

/**
 * What values in unit `from` are multiplied with to be in unit `to`; null when they do not measure the same. A figure without a
 * unit counts things, whatever the record calls them.
 */
export function conversion(from: string | null, to: string, units: UnitTable): number | null {
  if (from !== null) return compareScale(units, from, to);
  const target = units.unit(to);
  return target?.kind === 'quantity' && target.factor === '1' ? 1 : null;
}

function close(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

function amounts(low: number, high: number): string {
  return low === high ? String(low) : `${low} to ${high}`;
}

/** Place value of the last non-zero digit of a number as it is printed: 600000000 has 100000000, 11.3 has 0.1. */
export function stepOf(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return 1;
  const [mantissa = '', exponent = '0'] = Math.abs(value).toExponential().split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  return Number(`1e${Number(exponent) - decimals}`);
}
