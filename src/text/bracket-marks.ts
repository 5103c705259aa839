import { BANG, BRACKET_CLOSE, isDigit, isLetter, SPACE } from './chars.ts';

/** Longest content of a mark in brackets. */
const MAX_MARK = 24;

/** Offset behind the label of a call-out (`[!NOTE]`, `[!tip]-`) at `at`, or -1. */
export function alertEnd(source: string, at: number, end: number): number {
  if (source.charCodeAt(at + 1) !== BANG) return -1;
  let i = at + 2;
  while (i < end && i - at <= MAX_MARK && isLetter(source.charCodeAt(i))) i++;
  return i > at + 2 && i < end && source.charCodeAt(i) === BRACKET_CLOSE ? i + 1 : -1;
}

/** Offset behind a citation mark (`[1]`, `[2, 5]`, `[3-7]`) at `at`, or -1. */
export function citationEnd(source: string, at: number, end: number): number {
  let i = at + 1;
  while (i < end && i - at <= MAX_MARK && isCitationCode(source.charCodeAt(i))) i++;
  const isClosed = i < end && source.charCodeAt(i) === BRACKET_CLOSE;
  return isClosed && isDigit(source.charCodeAt(at + 1)) ? i + 1 : -1;
}

function isCitationCode(code: number): boolean {
  return isDigit(code) || code === SPACE || ',-，、–'.includes(String.fromCharCode(code));
}
