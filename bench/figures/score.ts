import type { Figure } from '../../src/quantity/figure.ts';

/** One row of a set of figures: a text, the stretch that holds one, and what it says. */
export interface Row {
  readonly id: string;
  readonly text: string;
  readonly span: string;
  readonly start: number;
  readonly value: number | string | readonly (number | string)[] | null;
  readonly unit: string | null;
  readonly kind: string;
  readonly bound: string | readonly string[];
  readonly interval?: readonly number[];
  readonly ref?: string;
  readonly tier: string;
}

/** What a reader made of a row, in the terms of the rows. */
export interface Answer {
  readonly start: number;
  readonly end: number;
  readonly value: number | string | readonly (number | string)[];
  readonly unit: string | null;
  readonly bound: string;
}

export interface Score {
  readonly value: boolean;
  readonly unit: boolean;
  readonly bound: boolean;
}

export const isTrap = (row: Row): boolean => row.kind === 'none';
export const isTime = (row: Row): boolean => row.kind === 'date' || row.kind === 'date-range';

/** Answers that share a character with the span of the row. */
export function touching(row: Row, answers: readonly Answer[]): Answer[] {
  const end = row.start + row.span.length;
  return answers.filter((answer) => answer.start < end && answer.end > row.start);
}

/** The best score that any one answer in the span reaches. */
export function scoreRow(row: Row, answers: readonly Answer[]): Score {
  let best: Score = { value: false, unit: false, bound: false };
  for (const answer of touching(row, answers)) {
    const value = sameValue(row, answer);
    const unit = value && (row.unit === null || row.unit === answer.unit || row.kind === 'date');
    const bound = unit && sameBound(row, answer);
    const score = { value, unit, bound };
    if (rank(score) > rank(best)) best = score;
  }
  return best;
}

const rank = (score: Score): number => Number(score.value) + Number(score.unit) + Number(score.bound);

function sameValue(row: Row, answer: Answer): boolean {
  const { value } = answer;
  if (equal(row.value, value)) return true;
  return row.interval !== undefined && equal(row.interval, value);
}

function equal(expected: Row['value'], found: Answer['value']): boolean {
  if (expected === null) return false;
  if (Array.isArray(expected) || Array.isArray(found)) {
    const a = Array.isArray(expected) ? expected : [expected];
    const b = Array.isArray(found) ? found : [found];
    return a.length === b.length && a.every((part, i) => equal(part, b[i] ?? ''));
  }
  if (typeof expected === 'number' && typeof found === 'number') {
    return Math.abs(expected - found) <= Math.abs(expected) * 1e-9;
  }
  return expected === found;
}

function sameBound(row: Row, answer: Answer): boolean {
  const allowed = Array.isArray(row.bound) ? row.bound : [row.bound as string];
  if (allowed.includes(answer.bound)) return true;
  // A pair of values is a range however loosely it is meant (三五百).
  return Array.isArray(row.value) && answer.bound === 'range' && allowed.includes('approx');
}

const BOUNDS: Readonly<Record<Figure['bound'], string>> = {
  exact: 'exact',
  about: 'approx',
  nearly: 'approx',
  'more-than': 'at-least',
  'at-least': 'at-least',
  'less-than': 'at-most',
  'at-most': 'at-most',
  range: 'range',
};

export const boundOf = (figure: Figure): string => BOUNDS[figure.bound];
