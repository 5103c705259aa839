import type { Span } from '../text/folded-text.ts';

export type PeriodPrecision =
  | 'day'
  | 'month'
  | 'quarter'
  | 'half'
  | 'year'
  | 'fiscal-year'
  | 'range'
  | 'decade'
  | 'plan';

/** The first, middle or last part of a period, as 年初, mid-2025 or 月底 say it. */
export type PeriodPart = 'start' | 'middle' | 'end';

/**
 * A stretch of time, never more precise than written.
 * `iso` is how files write it: 2025, 2025-09, 2025-09-30, 2025-Q3, 2025-H1, FY2025, 2024-07/2025-07.
 */
export interface Period {
  readonly iso: string;
  /** First day, and the day behind the last, as whole days since 1970-01-01 (UTC). */
  readonly from: number;
  readonly to: number;
  readonly precision: PeriodPrecision;
  /** Which part of `iso` is meant; `from` and `to` are then that part. Absent for the whole. */
  readonly part?: PeriodPart;
}

/**
 * How a time relates to its statement: `in` the period, `as-of` its end (截至, by), `since` (自 … 以来), `before` and
 * `after` (open towards the other side).
 */
export type TimeRelation = 'in' | 'as-of' | 'since' | 'before' | 'after';

/** A time in text. Spans are folded offsets. What depends on the note's date or on the year before stays open until `resolveTime`. */
export interface TimeExpression extends Span {
  readonly relation: TimeRelation;
  /** Absolute (2025 年 9 月), `partial` without its year (9 月), `relative` to the note's date (去年, now), or a bare duration (28 天). */
  readonly kind: 'absolute' | 'partial' | 'relative' | 'duration';
  /** Set when `kind` is `absolute`. */
  readonly period: Period | null;
  /** What `resolveTime` needs for partial and relative times; opaque outside `quantity/`. */
  readonly form: string;
}

/** What open times are resolved against: the note's date, and the year that the text spoke of last. */
export interface TimeContext {
  /** Whole days since 1970-01-01 (UTC). */
  readonly today: number;
  /** Year named last in the text or its heading; null before any. */
  readonly year: number | null;
}
