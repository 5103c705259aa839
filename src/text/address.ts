import {
  AT,
  BACKSLASH,
  BACKTICK,
  BRACKET_CLOSE,
  BRACKET_OPEN,
  CARET,
  COLON,
  DOT,
  GREATER,
  HYPHEN,
  isAlphanumeric,
  isLetter,
  LESS,
  PAREN_CLOSE,
  PAREN_OPEN,
  PIPE,
  PLUS,
  QUOTE,
  STAR,
  UNDERSCORE,
} from './chars.ts';

const MAX_SCHEME = 32;
/** Longest scheme of an address that stands bare in text: https. */
const MAX_BARE_SCHEME = 6;
const MAX_LOCAL_PART = 64;

/** Offset behind the `<https://…>` or `<name@host>` that begins at `at`, or -1. */
export function autolinkEnd(source: string, at: number, end: number): number {
  if (!isAlphanumeric(source.charCodeAt(at + 1))) return -1;
  let i = at + 1;
  while (
    i < end &&
    i - at <= MAX_SCHEME &&
    (isLocalCode(source.charCodeAt(i)) || source.charCodeAt(i) === COLON)
  ) {
    if (source.charCodeAt(i) === COLON) break;
    i++;
  }
  const code = source.charCodeAt(i);
  if (code === AT) {
    const host = hostEnd(source, i + 1, end);
    return host >= 0 && source.charCodeAt(host) === GREATER && host < end ? host + 1 : -1;
  }
  if (code !== COLON || i - at < 3 || !isLetter(source.charCodeAt(at + 1))) return -1;
  for (i++; i < end; i++) {
    const inner = source.charCodeAt(i);
    if (inner === GREATER) return i + 1;
    if (inner <= 0x20 || inner === LESS) return -1;
  }
  return -1;
}

/** Length of the scheme before the `://` at `colon`, or 0. */
export function schemeLength(source: string, colon: number, from: number): number {
  if (!source.startsWith('://', colon)) return 0;
  let i = colon;
  while (i > from && colon - i <= MAX_BARE_SCHEME && isLetter(source.charCodeAt(i - 1))) i--;
  const length = colon - i;
  return length >= 2 && length <= MAX_BARE_SCHEME ? length : 0;
}

/**
 * Offset behind the bare address whose scheme or `www.` ends before `at`. It ends at the first character that no address
 * written out holds: blank, anything beyond ASCII, brackets of Markdown; punctuation at its end is the sentence's.
 */
export function addressEnd(source: string, at: number, end: number): number {
  let i = at;
  let depth = 0;
  for (; i < end; i++) {
    const code = source.charCodeAt(i);
    if (!isAddressCode(code)) break;
    if (code === PAREN_OPEN) depth++;
    else if (code === PAREN_CLOSE && depth-- === 0) break;
  }
  while (i > at && !isAddressEnd(source.charCodeAt(i - 1))) i--;
  return i;
}

function isAddressCode(code: number): boolean {
  if (code <= 0x20 || code >= 0x7f) return false;
  if (code === LESS || code === GREATER || code === QUOTE || code === BACKTICK || code === STAR) return false;
  return (
    code !== BRACKET_OPEN && code !== BRACKET_CLOSE && code !== PIPE && code !== BACKSLASH && code !== CARET
  );
}

function isAddressEnd(code: number): boolean {
  return (
    isAlphanumeric(code) ||
    code === 0x2f ||
    code === HYPHEN ||
    code === 0x23 ||
    code === 0x3d ||
    code === 0x26 ||
    code === 0x25 ||
    code === PAREN_CLOSE
  );
}

/** Start of the local part of the e-mail address around the `@` at `at`, or -1; it is not sought before `from`. */
export function localPartStart(source: string, at: number, from: number): number {
  let i = at;
  while (i > from && at - i < MAX_LOCAL_PART && isLocalCode(source.charCodeAt(i - 1))) i--;
  while (i < at && !isAlphanumeric(source.charCodeAt(i))) i++;
  return i < at ? i : -1;
}

/** Offset behind the host name (with at least one dot) at `at`, or -1. */
export function hostEnd(source: string, at: number, end: number): number {
  let i = at;
  let dots = 0;
  for (; i < end; i++) {
    const code = source.charCodeAt(i);
    const next = source.charCodeAt(i + 1);
    if (code === DOT && i > at && i + 1 < end && isAlphanumeric(next)) dots++;
    else if (!isAlphanumeric(code) && !(code === HYPHEN && i > at && i + 1 < end && isAlphanumeric(next)))
      break;
  }
  return dots > 0 && i > at ? i : -1;
}

function isLocalCode(code: number): boolean {
  return (
    isAlphanumeric(code) ||
    code === DOT ||
    code === HYPHEN ||
    code === PLUS ||
    code === UNDERSCORE ||
    code === 0x25
  );
}
