import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDate, dayNumber } from '../../src/quantity/calendar.ts';

describe('days of the calendar', () => {
  it.each([
    [1970, 1, 1, 0],
    [1969, 12, 31, -1],
    [2000, 2, 29, 11_016],
    [2000, 3, 1, 11_017],
    [2100, 3, 1, 47_541],
    [2025, 13, 1, 20_454],
    [2026, 1, 1, 20_454],
  ])('%i-%i-%i is day %i', (year, month, day, expected) => {
    expect(dayNumber(year, month, day)).toBe(expected);
  });

  it('are those of the runtime, in every year', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -2000, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, month, day) => {
          const date = new Date(0);
          date.setUTCFullYear(year, month - 1, day);
          const days = dayNumber(year, month, day);
          expect(days).toBe(date.getTime() / 86_400_000);
          expect(civilDate(days)).toEqual({ year, month, day });
        },
      ),
      { numRuns: 2000 },
    );
  });
});
