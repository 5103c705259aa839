import { civilDate, dayNumber, isRealDay } from './calendar.ts';
import type { Period, PeriodPart, PeriodPrecision, TimeContext } from './period.ts';

/** A time as said, before it is known which year or month is meant. */
export interface TimeFields {
  /** Year as number; `{ from: 'today', by: -1 }` for last year; 'open' when the text has to tell, 'next' for the one behind that; null when only `now` or `last` is set. */
  readonly year: number | YearOffset | 'open' | 'next' | null;
  readonly month?: number;
  /** Months from the month of today: 上月 is -1. */
  readonly monthBy?: number;
  readonly quarter?: number;
  readonly quarterBy?: number;
  readonly half?: number;
  readonly day?: number;
  /** Days from today: 昨天 is -1. */
  readonly dayBy?: number;
  readonly part?: PeriodPart;
  readonly fiscal?: boolean;
  /** The first of so many years. */
  readonly years?: number;
  readonly precision?: 'decade' | 'plan';
  /** Today, without saying which stretch: 目前, now. */
  readonly now?: boolean;
  /** The last so many units up to today. */
  readonly last?: { readonly count: number; readonly unit: string };
  /** The nearest such month before or after today: last June, next June. */
  readonly nearest?: 'before' | 'after';
}

export interface YearOffset {
  readonly by: number;
}

/** Windows for parts of a period, in months of a year or days of a month, first and behind the last. */
const YEAR_PARTS = { start: [1, 4], middle: [5, 9], end: [10, 13] } as const;
const MONTH_PARTS = { start: [1, 11], middle: [11, 21], end: [21, 32] } as const;

/** Whether nothing but the text is needed to know the period. */
export function isAbsolute(fields: TimeFields): boolean {
  return (
    typeof fields.year === 'number' &&
    fields.nearest === undefined &&
    (fields.day === undefined || fields.month !== undefined)
  );
}

export function isRelative(fields: TimeFields): boolean {
  if (fields.nearest !== undefined || fields.now === true || fields.last !== undefined) return true;
  if (fields.monthBy !== undefined || fields.quarterBy !== undefined || fields.dayBy !== undefined)
    return true;
  return fields.year !== null && typeof fields.year === 'object';
}

/** The period, or null when the context does not tell it or there is no such day. */
export function periodOf(fields: TimeFields, context: TimeContext): Period | null {
  if (typeof fields.year === 'number' && isAbsolute(fields) && saysOnlyPeriod(fields))
    return withinYear(fields, fields.year);
  const today = civilDate(context.today);
  if (fields.now === true) return dayPeriod(today.year, today.month, today.day);
  if (fields.last !== undefined) return lastPeriod(fields.last.count, fields.last.unit, context.today);
  if (fields.dayBy !== undefined) {
    const date = civilDate(context.today + fields.dayBy);
    return dayPeriod(date.year, date.month, date.day);
  }
  if (fields.monthBy !== undefined) {
    const date = civilDate(dayNumber(today.year, today.month + fields.monthBy, 1));
    return withinYear({ ...fields, month: date.month }, date.year);
  }
  if (fields.quarterBy !== undefined) {
    const index = today.year * 4 + Math.floor((today.month - 1) / 3) + fields.quarterBy;
    return withinYear({ ...fields, quarter: (((index % 4) + 4) % 4) + 1 }, Math.floor(index / 4));
  }
  const year = yearOf(fields, context, today);
  return year === null ? null : withinYear(fields, year);
}

/** Whether nothing counts from today. */
function saysOnlyPeriod(fields: TimeFields): boolean {
  return (
    fields.now !== true &&
    fields.last === undefined &&
    fields.dayBy === undefined &&
    fields.monthBy === undefined &&
    fields.quarterBy === undefined
  );
}

function yearOf(
  fields: TimeFields,
  context: TimeContext,
  today: { year: number; month: number },
): number | null {
  if (typeof fields.year === 'number') return fields.year;
  if (fields.nearest !== undefined && fields.month !== undefined) {
    if (fields.nearest === 'after') return fields.month > today.month ? today.year : today.year + 1;
    return fields.month < today.month ? today.year : today.year - 1;
  }
  if (fields.year === null) return null;
  if (fields.year === 'next') return context.year === null ? null : context.year + 1;
  if (fields.year !== 'open') return today.year + fields.year.by;
  if (context.year !== null) return context.year;
  // In February, the end of the year is that of the last one.
  if (fields.part === 'end' && fields.month === undefined && today.month <= LATEST_LOOK_BACK)
    return today.year - 1;
  const month =
    fields.month ?? (fields.quarter !== undefined ? fields.quarter * 3 - 2 : fields.half === 2 ? 7 : 1);
  return month > today.month ? today.year - 1 : today.year;
}

/** Month up to which the end of a year that has no number is that of the year before. */
const LATEST_LOOK_BACK = 4;

function withinYear(fields: TimeFields, year: number): Period | null {
  if (year < 1 || year > 9999) return null;
  if (fields.years !== undefined)
    return yearsPeriod(year, fields.years, fields.precision ?? 'range', fields.part);
  if (fields.month !== undefined) return monthPeriod(fields, year, fields.month);
  if (fields.day !== undefined) return null;
  if (fields.quarter !== undefined) {
    const first = fields.quarter * 3 - 2;
    return months(`${pad4(year)}-Q${fields.quarter}`, year, first, first + 3, 'quarter', fields.part);
  }
  if (fields.half !== undefined) {
    const first = fields.half * 6 - 5;
    return months(`${pad4(year)}-H${fields.half}`, year, first, first + 6, 'half', fields.part);
  }
  if (fields.fiscal === true) return months(`FY${pad4(year)}`, year, 1, 13, 'fiscal-year');
  if (fields.part === undefined) return months(pad4(year), year, 1, 13, 'year');
  const [from, to] = YEAR_PARTS[fields.part];
  return { ...months(pad4(year), year, from, to, 'year'), part: fields.part };
}

function monthPeriod(fields: TimeFields, year: number, month: number): Period | null {
  if (fields.day !== undefined) return dayPeriod(year, month, fields.day);
  if (month < 1 || month > 12) return null;
  const whole = months(`${pad4(year)}-${pad2(month)}`, year, month, month + 1, 'month');
  if (fields.part === undefined) return whole;
  const [from, to] = MONTH_PARTS[fields.part];
  return {
    ...whole,
    from: dayNumber(year, month, from),
    to: Math.min(dayNumber(year, month, to), whole.to),
    part: fields.part,
  };
}

function months(
  iso: string,
  year: number,
  first: number,
  behind: number,
  precision: PeriodPrecision,
  part?: PeriodPart,
): Period {
  const from = part === 'end' ? behind - 1 : first;
  const to = part === 'start' ? first + 1 : behind;
  const period = { iso, from: dayNumber(year, from, 1), to: dayNumber(year, to, 1), precision };
  return part === undefined ? period : { ...period, part };
}

function yearsPeriod(year: number, count: number, precision: PeriodPrecision, part?: PeriodPart): Period {
  const from = part === 'end' ? year + Math.ceil((count * 2) / 3) : year;
  const to = part === 'start' ? year + Math.floor(count / 3) : year + count;
  const iso = `${pad4(year)}/${pad4(year + count - 1)}`;
  const period = { iso, from: dayNumber(from, 1, 1), to: dayNumber(to, 1, 1), precision };
  return part === undefined ? period : { ...period, part };
}

function dayPeriod(year: number, month: number, day: number): Period | null {
  if (!isRealDay(year, month, day)) return null;
  const from = dayNumber(year, month, day);
  return { iso: `${pad4(year)}-${pad2(month)}-${pad2(day)}`, from, to: from + 1, precision: 'day' };
}

/** The last three years of a note are the years up to its date; of months and days likewise. */
function lastPeriod(count: number, unit: string, today: number): Period | null {
  const { year, month, day } = civilDate(today);
  let from: number;
  if (unit === 'years') from = dayNumber(year - count, month, day);
  else if (unit === 'months') from = dayNumber(year, month - count, day);
  else if (unit === 'weeks') from = today - 7 * count;
  else if (unit === 'days') from = today - count;
  else return null;
  return { iso: `${isoDay(from)}/${isoDay(today)}`, from, to: today + 1, precision: 'range' };
}

function isoDay(days: number): string {
  const { year, month, day } = civilDate(days);
  return `${pad4(year)}-${pad2(month)}-${pad2(day)}`;
}

/** From the first of one period to the last of another; null when they do not follow each other. */
export function spanOf(first: Period | null, last: Period | null): Period | null {
  if (first === null || last === null || last.to <= first.from) return null;
  return { iso: `${first.iso}/${last.iso}`, from: first.from, to: last.to, precision: 'range' };
}

const pad2 = (value: number): string => String(value).padStart(2, '0');
const pad4 = (value: number): string => String(value).padStart(4, '0');
