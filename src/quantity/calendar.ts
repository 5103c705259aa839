/** Whole days since 1970-01-01 of a day of the proleptic Gregorian calendar (UTC). Months and days may run over: month 13 is next January. */
export function dayNumber(year: number, month: number, day: number): number {
  return Math.floor(utc(year, month, day) / DAY);
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
