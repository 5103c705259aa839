import type { Period, TimeContext, TimeExpression } from '../quantity/period.ts';
import type { TimedSpan } from './when.ts';

export interface TimeServices {
  resolveTime(time: TimeExpression, context: TimeContext): Period | null;
  /** Whether a time says "now" (目前, currently). */
  isNow(time: TimeExpression): boolean;
}

/** A time with what it stands for; null where the text leaves it open, and for "now". */
export type ReadTime = TimedSpan | { readonly time: TimeExpression; readonly period: null };

/** Resolves the times of one block in their order: a year named once is the year of the months behind it. */
export class BlockTimes {
  /** The year named last; null before any. */
  year: number | null;
  readonly #services: TimeServices;
  readonly #today: number;

  constructor(services: TimeServices, today: number, year: number | null) {
    this.#services = services;
    this.#today = today;
    this.year = year;
  }

  resolve(times: readonly TimeExpression[]): readonly ReadTime[] {
    return times.map((time): ReadTime => {
      if (this.isNow(time)) return { time, period: null };
      const period =
        time.kind === 'absolute'
          ? time.period
          : this.#services.resolveTime(time, { today: this.#today, year: this.year });
      if (period !== null && time.kind === 'absolute') this.year = Math.floor(yearOf(period));
      return period === null ? { time, period } : { time, period };
    });
  }

  /** Now, or the note's own day by another word (今天). */
  isNow(time: TimeExpression): boolean {
    if (this.#services.isNow(time)) return true;
    if (time.kind !== 'relative') return false;
    const period = this.#services.resolveTime(time, { today: this.#today, year: this.year });
    return period !== null && period.from === this.#today && period.to === this.#today + 1;
  }
}

/** The times that stand for a period; how long something took is none. */
export function timedOf(
  periods: readonly { readonly time: TimeExpression; readonly period: Period | null }[],
): readonly TimedSpan[] {
  return periods.flatMap(({ time, period }) =>
    period === null || time.kind === 'duration' ? [] : [{ time, period }],
  );
}

const DAYS_PER_YEAR = 365.2425;

function yearOf(period: Period): number {
  return 1970 + (period.from + 1) / DAYS_PER_YEAR;
}
