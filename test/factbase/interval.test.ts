import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contains,
  containsValue,
  disjoint,
  endsBefore,
  type FigureLike,
  type Interval,
  intersects,
  logicalSet,
  precisionOf,
  sameSet,
  statedSet,
} from '../../src/factbase/interval.ts';
import { stepOf } from '../../src/factbase/written.ts';
import type { Bound, FigureForm } from '../../src/quantity/figure.ts';

function figure(bound: Bound, value: number | [number, number], form: FigureForm = 'plain'): FigureLike {
  const [low, high] = typeof value === 'number' ? [value, value] : value;
  return { low, high, step: stepOf(low), bound, form };
}

/** A set as it is written in mathematics, rounded to twelve digits. */
function shown({ low, high, lowOpen, highOpen }: Interval): string {
  const end = (n: number): string =>
    Number.isFinite(n) ? String(Number(n.toPrecision(12))) : n < 0 ? '-∞' : '∞';
  return `${lowOpen ? '(' : '['}${end(low)}, ${end(high)}${highOpen ? ')' : ']'}`;
}

describe('the set that words stand for, row by row of the table', () => {
  test.each<[string, FigureLike, string, string]>([
    ['1590', figure('exact', 1590), '[1585, 1595)', '[1585, 1595)'],
    ['11.3 万', figure('exact', 113_000), '[112500, 113500)', '[112500, 113500)'],
    ['6 亿, no wider than 5 %', figure('exact', 6e8), '[570000000, 630000000)', '[570000000, 630000000)'],
    ['82%', figure('exact', 82), '[81.5, 82.5)', '[81.5, 82.5)'],
    ['0', figure('exact', 0), '[0, 0]', '[0, 0]'],
    ['-3.2%', figure('exact', -3.2), '[-3.25, -3.15)', '[-3.25, -3.15)'],
    ['约 40', figure('about', 40), '[36, 44]', '[36, 44]'],
    ['近 40', figure('nearly', 40), '[36, 40)', '[36, 40)'],
    ['超 6 亿', figure('more-than', 6e8), '(600000000, 700000000)', '(600000000, ∞)'],
    ['600 以上', figure('at-least', 600), '[600, 700)', '[600, ∞)'],
    ['不到 300', figure('less-than', 300), '(200, 300)', '(-∞, 300)'],
    ['300 以下', figure('at-most', 300), '(200, 300]', '(-∞, 300]'],
    ['300 多', figure('more-than', 300, 'surplus'), '(300, 400)', '(300, 400)'],
    ['数千万', figure('range', [2e7, 1e8], 'several'), '[20000000, 100000000)', '[20000000, 100000000)'],
    ['上亿', figure('at-least', 1e8, 'order'), '[100000000, 1000000000)', '[100000000, ∞)'],
    ['40-70 亿', figure('range', [4e9, 7e9]), '[3500000000, 7500000000)', '[3500000000, 7500000000)'],
    ['约 30 至 40', figure('about', [30, 40]), '[27, 44]', '[27, 44]'],
  ])('%s', (_, given, stated, logical) => {
    expect(shown(statedSet(given))).toBe(stated);
    expect(shown(logicalSet(given))).toBe(logical);
  });

  test.each<[string, FigureLike, string]>([
    ['9 of ten', figure('exact', 9), '[9, 9]'],
    ['1 to 5', figure('range', [1, 5]), '[1, 5]'],
    ['more than 9', figure('more-than', 9), '(9, 10)'],
  ])('whole things: %s', (_, given, stated) => {
    expect(shown(statedSet(given, 'whole'))).toBe(stated);
  });

  test.each<[string, FigureLike, string]>([
    ['the second', figure('exact', 2), '[2, 2]'],
    ['the first five', figure('at-most', 5), '[1, 5]'],
  ])('ranks: %s', (_, given, stated) => {
    expect(shown(statedSet(given, 'rank'))).toBe(stated);
    expect(shown(logicalSet(given, 'rank'))).toBe(stated);
  });

  test('ranks and exact counts are whole, levels are rounded', () => {
    const classes = ['rank', 'exact', 'level'] as const;
    expect(classes.map(precisionOf)).toEqual(['rank', 'whole', 'rounded']);
  });
});

const closed = (low: number, high: number): Interval => ({ low, high, lowOpen: false, highOpen: false });
const open = (low: number, high: number): Interval => ({ low, high, lowOpen: true, highOpen: true });

describe('sets meet', () => {
  test.each<[string, Interval, Interval, boolean]>([
    ['at a closed end', closed(1, 2), closed(2, 3), true],
    ['not at an open end', open(1, 2), closed(2, 3), false],
    ['where they overlap', open(1, 3), open(2, 4), true],
    ['not when apart', closed(1, 2), closed(3, 4), false],
    ['without an end, below one', { ...open(1, 2), high: Infinity }, closed(6, 7), true],
    ['at an end that a double writes in two ways', closed(0, 0.1 + 0.2), closed(0.3, 1), true],
  ])('%s', (_, a, b, meet) => {
    expect(intersects(a, b)).toBe(meet);
    expect(disjoint(b, a)).toBe(!meet);
    expect(endsBefore(a, b)).toBe(!meet);
    expect(endsBefore(b, a)).toBe(false);
  });

  test('an open set does not hold its end, a closed one does', () => {
    expect(contains(open(1, 2), closed(1, 2))).toBe(false);
    expect(contains(closed(1, 2), open(1, 2))).toBe(true);
    expect(containsValue(open(1, 2), 2)).toBe(false);
    expect(containsValue(closed(1, 2), 2)).toBe(true);
  });

  const bound = fc.constantFrom<Bound>(
    'exact',
    'about',
    'nearly',
    'more-than',
    'at-least',
    'less-than',
    'at-most',
  );
  const amount = fc.integer({ min: 1, max: 99_999 }).map((n) => n / 10);
  const any = fc.record({ bound, amount }).map((given) => figure(given.bound, given.amount));

  test('what is strictly said holds what a reader takes it to mean', () => {
    fc.assert(fc.property(any, (given) => contains(logicalSet(given), statedSet(given))));
  });

  test('meeting is mutual, and what holds a set meets it', () => {
    fc.assert(
      fc.property(any, any, (one, other) => {
        const [a, b] = [statedSet(one), statedSet(other)];
        expect(intersects(a, b)).toBe(intersects(b, a));
        if (contains(a, b)) expect(intersects(a, b)).toBe(true);
        expect(sameSet(a, b)).toBe(contains(a, b) && contains(b, a));
      }),
    );
  });
});
