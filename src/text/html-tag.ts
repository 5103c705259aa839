import {
  APOSTROPHE,
  BACKTICK,
  COLON,
  DOT,
  EQUALS,
  GREATER,
  HYPHEN,
  isAlphanumeric,
  isLetter,
  isSpace,
  LESS,
  QUOTE,
  SLASH,
  UNDERSCORE,
} from './chars.ts';

/** Offset behind the open or closing tag that begins at `at` and ends before `end`, or -1. After CommonMark 0.31. */
export function htmlTagEnd(source: string, at: number, end: number): number {
  let i = at + 1;
  const isClosing = source.charCodeAt(i) === SLASH;
  if (isClosing) i++;
  if (i >= end || !isLetter(source.charCodeAt(i))) return -1;
  while (i < end && isNameCode(source.charCodeAt(i))) i++;
  if (isClosing) {
    i = skipSpace(source, i, end);
    return i < end && source.charCodeAt(i) === GREATER ? i + 1 : -1;
  }
  for (;;) {
    const afterSpace = skipSpace(source, i, end);
    if (afterSpace >= end) return -1;
    const code = source.charCodeAt(afterSpace);
    if (code === GREATER) return afterSpace + 1;
    if (code === SLASH)
      return source.charCodeAt(afterSpace + 1) === GREATER && afterSpace + 1 < end ? afterSpace + 2 : -1;
    if (afterSpace === i || !isAttributeStart(code)) return -1;
    i = attributeEnd(source, afterSpace, end);
    if (i < 0) return -1;
  }
}

function attributeEnd(source: string, at: number, end: number): number {
  let i = at + 1;
  while (i < end && isAttributeCode(source.charCodeAt(i))) i++;
  const equals = skipSpace(source, i, end);
  if (equals >= end || source.charCodeAt(equals) !== EQUALS) return i;
  i = skipSpace(source, equals + 1, end);
  const quote = source.charCodeAt(i);
  if (quote === QUOTE || quote === APOSTROPHE) {
    for (i++; i < end; i++) if (source.charCodeAt(i) === quote) return i + 1;
    return -1;
  }
  const valueStart = i;
  while (i < end && isBareValueCode(source.charCodeAt(i))) i++;
  return i > valueStart ? i : -1;
}

function skipSpace(source: string, at: number, end: number): number {
  let i = at;
  while (i < end && isSpace(source.charCodeAt(i))) i++;
  return i;
}

function isNameCode(code: number): boolean {
  return isAlphanumeric(code) || code === HYPHEN;
}

function isAttributeStart(code: number): boolean {
  return isLetter(code) || code === UNDERSCORE || code === COLON;
}

function isAttributeCode(code: number): boolean {
  return isAlphanumeric(code) || code === UNDERSCORE || code === COLON || code === DOT || code === HYPHEN;
}

function isBareValueCode(code: number): boolean {
  if (code === QUOTE || code === APOSTROPHE || code === EQUALS || code === BACKTICK) return false;
  return code !== LESS && code !== GREATER && !isSpace(code);
}
