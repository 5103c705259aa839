/** Whole days since 1970-01-01 of a day of the proleptic Gregorian calendar (UTC). Months and days may run over: month 13 is next January. */
export function dayNumber(year: number, month: number, day: number): number {
  if (month >= 1 && month <= 13 && day >= 1 && day <= 28) {
    return month === 13 ? daysBefore(year + 1, 1) + day - 1 : daysBefore(year, month) + day - 1;
  }
  return Math.floor(utc(year, month, day) / DAY);
}

/** Days of a common year before each month. */
const BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
/** 1 January 1970, counted from 1 January of the year 0. */
const EPOCH = 719_528;

/** Whole days since 1970-01-01 of the first of a month from 1 to 12. */
function daysBefore(year: number, month: number): number {
  const past = year - 1;
  const leaps = Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
  const isLeap = month > 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  // The year 0 is one of the leap years before.
  return year * 365 + leaps + 1 + (BEFORE_MONTH[month - 1] ?? 0) + (isLeap ? 1 : 0) - EPOCH;
}

const DAY = 86_400_000;

/** Date.UTC takes years below 100 for 19xx; a set year does not. */
function utc(year: number, month: number, day: number): number {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year + (date.getUTCFullYear() - 2000), date.getUTCMonth(), date.getUTCDate());
  return date.getTime();
}

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function civilDate(days: number): CivilDate {
  const date = new Date(days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function isRealDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const back = civilDate(dayNumber(year, month, day));
  return back.month === month && back.day === day;
}
