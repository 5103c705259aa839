import {
  APOSTROPHE,
  BACKSLASH,
  BRACKET_CLOSE,
  BRACKET_OPEN,
  COLON,
  GREATER,
  isBlank,
  isNewline,
  isSpace,
  LESS,
  PAREN_CLOSE,
  PAREN_OPEN,
  QUOTE,
} from './chars.ts';

const MAX_LABEL = 999;
const MAX_PARENS = 32;

/** Offset behind the link destination at `at`, or -1. */
function destinationEnd(source: string, at: number, end: number): number {
  let i = at;
  if (source.charCodeAt(i) === LESS) {
    for (i++; i < end; i++) {
      const code = source.charCodeAt(i);
      if (code === GREATER) return i + 1;
      if (code === LESS || isNewline(code)) return -1;
      if (code === BACKSLASH) i++;
    }
    return -1;
  }
  let depth = 0;
  for (; i < end; i++) {
    const code = source.charCodeAt(i);
    if (code <= 0x20 || code === 0x7f) break;
    if (code === BACKSLASH && i + 1 < end && source.charCodeAt(i + 1) > 0x20) i++;
    else if (code === PAREN_OPEN && ++depth > MAX_PARENS) return -1;
    else if (code === PAREN_CLOSE && depth-- === 0) return i;
  }
  return depth > 0 ? -1 : i;
}

/** Offset behind the link title at `at`, or -1. */
function titleEnd(source: string, at: number, end: number): number {
  const open = source.charCodeAt(at);
  if (open !== QUOTE && open !== APOSTROPHE && open !== PAREN_OPEN) return -1;
  const close = open === PAREN_OPEN ? PAREN_CLOSE : open;
  for (let i = at + 1; i < end; i++) {
    const code = source.charCodeAt(i);
    if (code === close) return i + 1;
    if (code === PAREN_OPEN && open === PAREN_OPEN) return -1;
    if (code === BACKSLASH) i++;
  }
  return -1;
}

/** Offset behind the `(destination "title")` of an inline link at `at`, or -1. */
export function linkTargetEnd(source: string, at: number, end: number): number {
  let i = skipSpace(source, at + 1, end);
  const destination = destinationEnd(source, i, end);
  if (destination < 0) return -1;
  i = skipSpace(source, destination, end);
  if (i > destination && i < end && source.charCodeAt(i) !== PAREN_CLOSE) {
    const title = titleEnd(source, i, end);
    if (title < 0) return -1;
    i = skipSpace(source, title, end);
  }
  return i < end && source.charCodeAt(i) === PAREN_CLOSE ? i + 1 : -1;
}

/** Offset behind a link label `[…]` at `at`, or -1. A label is not empty and holds no bracket. */
export function labelEnd(source: string, at: number, end: number): number {
  const last = Math.min(end, at + MAX_LABEL + 2);
  let isEmpty = true;
  for (let i = at + 1; i < last; i++) {
    const code = source.charCodeAt(i);
    if (code === BRACKET_CLOSE) return isEmpty ? -1 : i + 1;
    if (code === BRACKET_OPEN) return -1;
    if (!isSpace(code)) isEmpty = false;
    if (code === BACKSLASH) i++;
  }
  return -1;
}

/**
 * Offset of the line end behind the link reference definition (`[label]: destination "title"`) at `at`, or -1.
 * `skipLineStart` gives the first offset of the next line's content.
 */
export function definitionEnd(
  source: string,
  at: number,
  end: number,
  skipLineStart: (lineEnd: number) => number,
): number {
  const label = labelEnd(source, at, end);
  if (label < 0 || label >= end || source.charCodeAt(label) !== COLON) return -1;
  let i = skipBlanks(source, label + 1, end);
  if (i < end && isNewline(source.charCodeAt(i))) i = skipLineStart(i);
  if (i >= end) return -1;
  const destination = definitionDestinationEnd(source, i, end);
  if (destination <= i) return -1;
  i = skipBlanks(source, destination, end);
  const isAlone = i >= end || isNewline(source.charCodeAt(i));
  const title = isAlone ? (i < end ? skipLineStart(i) : end) : i;
  if (title < end && title > destination) {
    const titleStop = titleEnd(source, title, end);
    const behind = titleStop < 0 ? -1 : skipBlanks(source, titleStop, end);
    if (behind >= 0 && (behind >= end || isNewline(source.charCodeAt(behind)))) return behind;
  }
  return isAlone ? i : -1;
}

/** Outside brackets a destination of a definition may hold any parentheses as long as they balance. */
function definitionDestinationEnd(source: string, at: number, end: number): number {
  const stop = destinationEnd(source, at, end);
  if (stop < 0 || source.charCodeAt(at) === LESS) return stop;
  return stop < end && !isSpace(source.charCodeAt(stop)) ? -1 : stop;
}

function skipBlanks(source: string, at: number, end: number): number {
  let i = at;
  while (i < end && isBlank(source.charCodeAt(i))) i++;
  return i;
}

function skipSpace(source: string, at: number, end: number): number {
  let i = at;
  while (i < end && isSpace(source.charCodeAt(i))) i++;
  return i;
}
