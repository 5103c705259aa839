import { civilDate } from './calendar.ts';
import type { Period, TimeContext, TimeExpression } from './period.ts';
import { periodOf, spanOf, type TimeFields } from './time-fields.ts';
import { readForm } from './time-form.ts';

/** The period that a time means in its context, or null when the context does not tell (a lone 9 日, a duration). */
export function resolveTime(expression: TimeExpression, context: TimeContext): Period | null {
  if (expression.kind === 'absolute') return expression.period;
  const form = readForm(expression.form);
  if (form === null) return null;
  if (form.last === null) return periodOf(form.first, context);
  const last = periodOf(form.last, context);
  if (last === null || form.first.year !== 'open') return spanOf(periodOf(form.first, context), last);
  // An open first end is in the year of the last, or the one before when it would come after it (11 月至 2 月).
  const year = civilDate(last.from).year;
  return (
    spanOf(periodOf(form.first, { ...context, year }), last) ??
    spanOf(periodOf(form.first, { ...context, year: year - 1 }), last)
  );
}

/** Whether the time says "at the time of writing": 目前, now, currently. */
export function isNow(expression: TimeExpression): boolean {
  return expression.form === 'now';
}

/**
 * Reads the periods of fact files: 2025, 2025-09, 2025-09-30, 2025-Q3, 2025-H1, FY2025, and two of them as from/to
 * (2024/2025-06). Null for anything else, also for days that do not exist.
 */
export function parsePeriod(iso: string): Period | null {
  const [head, tail, more] = iso.trim().split('/');
  if (head === undefined || more !== undefined) return null;
  const first = parseOne(head);
  return tail === undefined ? first : spanOf(first, parseOne(tail));
}

const ISO =
  /^(?:(?<fiscal>FY)(?<fy>\d{4})|(?<year>\d{4})(?:-(?:Q(?<quarter>[1-4])|H(?<half>[12])|(?<month>\d{2})(?:-(?<day>\d{2}))?))?)$/;

function parseOne(text: string): Period | null {
  const groups = ISO.exec(text)?.groups;
  if (groups === undefined) return null;
  const number = (name: string) => (groups[name] === undefined ? undefined : Number(groups[name]));
  const given = {
    month: number('month'),
    day: number('day'),
    quarter: number('quarter'),
    half: number('half'),
  };
  const fields: TimeFields = {
    year: number('year') ?? number('fy') ?? null,
    ...(given.month === undefined ? {} : { month: given.month }),
    ...(given.day === undefined ? {} : { day: given.day }),
    ...(given.quarter === undefined ? {} : { quarter: given.quarter }),
    ...(given.half === undefined ? {} : { half: given.half }),
    ...(groups.fiscal === undefined ? {} : { fiscal: true }),
  };
  return periodOf(fields, { today: 0, year: null });
}

/**
 * How two periods stand to each other: `same`; `within` when one holds the other; `overlap` when they share days;
 * `loose` when one is a fiscal year, whose months differ by company, and the other lies in the year of that name; `apart`.
 */
export type PeriodRelation = 'same' | 'within' | 'overlap' | 'loose' | 'apart';

export function relatePeriods(a: Period, b: Period): PeriodRelation {
  if (a.iso === b.iso && a.part === b.part && a.precision === b.precision) return 'same';
  if (a.to <= b.from || b.to <= a.from) return 'apart';
  if ((a.precision === 'fiscal-year') !== (b.precision === 'fiscal-year')) return 'loose';
  if (a.from === b.from && a.to === b.to) return 'same';
  if ((a.from <= b.from && b.to <= a.to) || (b.from <= a.from && a.to <= b.to)) return 'within';
  return 'overlap';
}

/** Whether figures of the two periods can be compared: they share days. `loose` ones do only when asked for. */
export function periodsMatch(a: Period, b: Period, loose = true): boolean {
  const relation = relatePeriods(a, b);
  return relation !== 'apart' && (loose || relation !== 'loose');
}

/** Negative when `a` ends before `b` does, positive when after, 0 when they end together. */
export function compareDays(a: Period, b: Period): number {
  return a.to - b.to;
}

/** Days since 1970-01-01 of an ISO day (2026-02-03); null when it is none. */
export function dayOf(iso: string): number | null {
  const period = parsePeriod(iso);
  return period?.precision === 'day' ? period.from : null;
}
