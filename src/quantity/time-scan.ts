import type { PeriodPart, TimeRelation } from './period.ts';
import type { TimeFields } from './time-fields.ts';

/** A time found in text, before its relation word in front and its context are known. */
export interface TimeScan {
  readonly start: number;
  readonly end: number;
  readonly first: TimeFields;
  /** The other end of a range, or null. */
  readonly last: TimeFields | null;
  /** What words behind it say (以来, 之前), or null. */
  readonly relation: TimeRelation | null;
}

/** Fields with the place behind them. */
export interface Moment {
  readonly end: number;
  readonly fields: TimeFields;
}

/** The same fields narrowed to a part. */
export function withPart(fields: TimeFields, part: PeriodPart): TimeFields {
  return { ...fields, part };
}
