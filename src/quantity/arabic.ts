import { isDigit, isSpace } from './chars.ts';
import { type Decimal, decimal } from './decimal.ts';

/** A run of digits with grouping and a decimal point. */
export interface Digits {
  readonly end: number;
  /** Null when the run is no number: too long, several points (versions, addresses), a broken grouping. */
  readonly value: Decimal | null;
  readonly decimals: number;
  readonly grouped: boolean;
  readonly leadingZero: boolean;
  /** Digits before the point. */
  readonly whole: number;
}

const MAX_DIGITS = 17;
const FULL_WIDTH_COMMA = 0xff0c;
const COMMA = 44;
const DOT = 46;

/** Reads digits from `at`, which must be one. Always ends behind the whole run, so that no part of an identifier is read. */
export function scanDigits(text: string, at: number): Digits {
  let i = runEnd(text, at);
  const whole = i - at;
  const groups = whole <= 3 ? groupsEnd(text, i) : i;
  const grouped = groups > i;
  i = groups;
  const wholeEnd = i;
  let decimals = 0;
  let broken = false;
  while (text.charCodeAt(i) === DOT && isDigit(text.charCodeAt(i + 1))) {
    if (decimals > 0) broken = true;
    const end = runEnd(text, i + 1);
    decimals += end - i - 1;
    i = end;
  }
  const leadingZero = whole > 1 && text.charCodeAt(at) === 48;
  const value = broken || i - at > 60 ? null : toDecimal(text, at, wholeEnd, i, decimals);
  return { end: i, value, decimals, grouped, leadingZero, whole };
}

function toDecimal(
  text: string,
  at: number,
  wholeEnd: number,
  end: number,
  decimals: number,
): Decimal | null {
  let significant = 0;
  let small = 0;
  for (let i = at; i < end; i++) {
    const code = text.charCodeAt(i);
    if (!isDigit(code)) continue;
    if (significant > 0 || code !== ZERO) significant++;
    if (significant <= SMALL_DIGITS) small = small * 10 + (code - ZERO);
  }
  if (significant > MAX_DIGITS || wholeEnd - at > 40) return null;
  const digits = significant <= SMALL_DIGITS ? small : BigInt(text.slice(at, end).replace(/\D/g, ''));
  return decimal(digits, decimals === 0 ? 0 : -decimals);
}

const ZERO = 48;
/** So many digits fit into a Number. */
const SMALL_DIGITS = 15;

function runEnd(text: string, at: number): number {
  let i = at;
  while (isDigit(text.charCodeAt(i))) i++;
  return i;
}

/**
 * End of `,590,000` or ` 414 021 100` behind one to three digits. Groups hold three digits; of two when the last holds
 * three (12,34,567). A lone space group is no grouping, for `2 300` is as often two numbers.
 */
function groupsEnd(text: string, at: number): number {
  const separator = text.charCodeAt(at);
  if (separator === COMMA || separator === FULL_WIDTH_COMMA) return commaGroups(text, at, separator);
  if (isSpace(separator)) return spaceGroups(text, at, separator);
  return at;
}

function commaGroups(text: string, at: number, separator: number): number {
  let i = at;
  let end = at;
  while (text.charCodeAt(i) === separator) {
    const next = runEnd(text, i + 1);
    const size = next - i - 1;
    if (size === 3) end = next;
    else if (size !== 2 || text.charCodeAt(next) !== separator) break;
    i = next;
  }
  return end;
}

function spaceGroups(text: string, at: number, separator: number): number {
  let i = at;
  let count = 0;
  while (text.charCodeAt(i) === separator) {
    const next = runEnd(text, i + 1);
    if (next - i - 1 !== 3) break;
    i = next;
    count++;
  }
  return count >= 2 ? i : at;
}
