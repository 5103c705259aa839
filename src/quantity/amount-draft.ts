import { isAlphanumeric, isDigit } from './chars.ts';
import { add, type Decimal, decimal, shift } from './decimal.ts';
import type { Bound, FigureForm } from './figure.ts';
import type { Lexicon } from './lexicon.ts';
import type { Numeral, Stops } from './numeral.ts';
import type { SpellingRole, Unit, UnitSpelling, UnitTable } from './units.ts';

/** A number with its scale and unit, before anything is said about bounds and ranges. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly low: Decimal;
  readonly high: Decimal | null;
  readonly form: FigureForm;
  /** Power of ten of the scale words at the end of the number. */
  readonly scale: number;
  readonly decimals: number;
  readonly style: 'arabic' | 'chinese' | 'words';
  readonly signs: number;
  readonly implicit: boolean;
  readonly grouped: boolean;
  readonly leadingZero: boolean;
  readonly unit: Unit | null;
  readonly role: SpellingRole | null;
  readonly counter: string;
  /** Bound that a sign inside the figure gives (113k+, 300 多). */
  readonly bound: Bound | null;
  /** Set for parts of a whole that are no decimals: 三分之一 is 1 and 3; scores and ratios as well. */
  readonly over: { readonly under: Decimal; readonly as: 'share' | 'score' | 'ratio' } | null;
  /** Behind the number with its scale and surplus, before any unit. */
  readonly numberEnd: number;
  /** A name, version, identifier or time of day that only starts like a number. */
  readonly name: boolean;
}

export interface AmountTables {
  readonly units: UnitTable;
  readonly suffixes: Lexicon<UnitSpelling>;
  readonly minors: Lexicon<UnitSpelling>;
  readonly stops: Stops;
  readonly indian: boolean;
}

export type Draft = { -readonly [K in keyof Amount]: Amount[K] };

export const HYPHEN = 45;

export const HALVED = new Set(['time', 'mass', 'volume', 'length']);

export function blank(start: number, numeral: Numeral): Draft {
  return {
    start,
    end: numeral.end,
    low: numeral.low,
    high: numeral.high,
    form: numeral.form,
    scale: numeral.scale,
    decimals: numeral.decimals,
    style: numeral.style,
    signs: numeral.signs,
    implicit: numeral.implicit,
    grouped: numeral.grouped,
    leadingZero: numeral.leadingZero,
    unit: null,
    role: null,
    counter: '',
    bound: numeral.form === 'surplus' ? 'more-than' : null,
    over: null,
    numberEnd: numeral.end,
    name: false,
  };
}

export function nameTo(start: number, end: number): Draft {
  const nothing: Numeral = {
    end,
    low: decimal(0),
    high: null,
    form: 'plain',
    scale: 0,
    decimals: 0,
    style: 'arabic',
    implicit: false,
    signs: 0,
    grouped: false,
    leadingZero: false,
  };
  return { ...blank(start, nothing), name: true };
}

export function raise(draft: Draft, places: number, end: number): void {
  draft.low = shift(draft.low, places);
  if (draft.high !== null) draft.high = shift(draft.high, places);
  draft.scale += places;
  draft.end = end;
  draft.decimals = 0;
}

export function surplus(draft: Draft, end: number): void {
  draft.form = 'surplus';
  draft.bound = 'more-than';
  draft.end = end;
}

export function addHalf(draft: Draft, end: number): void {
  draft.low = add(draft.low, decimal(5, -1));
  draft.decimals = 1;
  draft.end = end;
  draft.signs += 1;
}

export const isHyphenated = (text: string, at: number): boolean =>
  text.charCodeAt(at) === HYPHEN &&
  isAlphanumeric(text.charCodeAt(at + 1)) &&
  !isDigit(text.charCodeAt(at + 1));

export function makeName(text: string, draft: Draft): void {
  draft.name = true;
  draft.end = tokenEnd(text, draft.end);
}

const COLON = 58;

/** DAU:100M+, nodes:360k, onboarding:2 天 (folded from a full-width colon): a label and its value; qwen3:4b, redis:7 and python:3.11 are one name. */
function isValueBehind(text: string, start: number, colon: number): boolean {
  const label = text.slice(start, colon);
  if (NUMBERED_LABEL.test(label)) return false;
  const value = text.slice(colon + 1, colon + 25);
  return SPELLED_VALUE.test(value) || (PLAIN_VALUE.test(value) && CAPITALS.test(label));
}

/** A value with a scale, a sign, a unit in Chinese, or a word behind a space; or a long number. */
const SPELLED_VALUE =
  /^\d[\d,.]*(?: ?[\u4e00-\u9fff(]|[kKMmwWBT]?\+|[kKMwWBT](?![a-zA-Z])|%| [a-zA-Z]|(?<=\d{5}|,\d{3})(?![\w:]))/;
const PLAIN_VALUE = /^\d[\d,.]*(?![\w:-])/;
const CAPITALS = /^[A-Z]{2,}$/;
const NUMBERED_LABEL = /\d$|^localhost$/;

/** End of a Latin token with its inner hyphens, dots and underscores. */
export function tokenEnd(text: string, at: number): number {
  let i = at;
  for (;;) {
    const code = text.charCodeAt(i);
    if (isAlphanumeric(code) || code === 95) i++;
    else if (code === COLON && isValueBehind(text, at, i)) return i;
    else if ((code === HYPHEN || code === 46 || code === COLON) && isAlphanumeric(text.charCodeAt(i + 1)))
      i += 2;
    else return i;
  }
}
