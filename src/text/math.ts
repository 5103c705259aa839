import { BACKSLASH, CARET, DOLLAR, EQUALS, isCjk, isDigit, isLetter, isSpace, UNDERSCORE } from './chars.ts';

const BRACE_OPEN = 0x7b;
const SHORT = 4;

/**
 * Offset behind the inline mathematics (`$…$` or `$$…$$`) at `at`, or -1. Amounts of money use the same sign, so beyond
 * pandoc's rule (no blank inside the marks, no digit behind them) the content must look like a formula; in doubt it is
 * money. Only the next dollar sign is tried as the end.
 */
export function mathEnd(source: string, at: number, end: number): number {
  const size = source.charCodeAt(at + 1) === DOLLAR ? 2 : 1;
  const from = at + size;
  if (from >= end || source.charCodeAt(from) === DOLLAR || source.charCodeAt(at - 1) === DOLLAR) return -1;
  let hasSign = false;
  let i = from;
  for (; i < end && source.charCodeAt(i) !== DOLLAR; i++) {
    const code = source.charCodeAt(i);
    if (isCjk(code)) return -1;
    if (code === BACKSLASH && !isCjk(source.charCodeAt(i + 1))) i++;
    if (isFormulaSign(code)) hasSign = true;
  }
  const to = i;
  if (to >= end || to === from) return -1;
  if (size === 2) return source.charCodeAt(to + 1) === DOLLAR && to + 1 < end ? to + 2 : -1;
  if (isSpace(source.charCodeAt(from)) || isSpace(source.charCodeAt(to - 1))) return -1;
  if (to + 1 < end && isDigit(source.charCodeAt(to + 1))) return -1;
  const isVariable = isLetter(source.charCodeAt(from)) && to - from <= SHORT && !isWord(source, from, to);
  return hasSign || isVariable ? to + 1 : -1;
}

function isFormulaSign(code: number): boolean {
  return (
    code === BACKSLASH || code === CARET || code === UNDERSCORE || code === EQUALS || code === BRACE_OPEN
  );
}

/** Two or more letters and nothing else: a currency or a ticker (US, HK, AAPL) rather than a variable. */
function isWord(source: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isLetter(source.charCodeAt(i))) return false;
  return to - from > 1;
}
