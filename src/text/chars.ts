/** Character codes and classes that the readers of this room share. All work on UTF-16 code units. */

export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const BANG = 0x21;
export const QUOTE = 0x22;
export const HASH = 0x23;
export const DOLLAR = 0x24;
export const AMPERSAND = 0x26;
export const APOSTROPHE = 0x27;
export const PAREN_OPEN = 0x28;
export const PAREN_CLOSE = 0x29;
export const STAR = 0x2a;
export const PLUS = 0x2b;
export const COMMA = 0x2c;
export const HYPHEN = 0x2d;
export const DOT = 0x2e;
export const SLASH = 0x2f;
export const COLON = 0x3a;
export const SEMICOLON = 0x3b;
export const LESS = 0x3c;
export const EQUALS = 0x3d;
export const GREATER = 0x3e;
export const QUESTION = 0x3f;
export const AT = 0x40;
export const BRACKET_OPEN = 0x5b;
export const BACKSLASH = 0x5c;
export const BRACKET_CLOSE = 0x5d;
export const CARET = 0x5e;
export const UNDERSCORE = 0x5f;
export const BACKTICK = 0x60;
export const PIPE = 0x7c;
export const TILDE = 0x7e;
export const MASK_CODE = 0xfffc;

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** ASCII letter. */
export function isLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

export function isAlphanumeric(code: number): boolean {
  return isDigit(code) || isLetter(code);
}

/** Space or tab. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

export function isNewline(code: number): boolean {
  return code === LF || code === CR;
}

/** Any white space of Markdown, and NaN: what `charCodeAt` gives behind the end. */
export function isSpace(code: number): boolean {
  return (
    code === SPACE || (code >= TAB && code <= CR) || code === 0xa0 || code === 0x3000 || Number.isNaN(code)
  );
}

export function isAsciiPunctuation(code: number): boolean {
  return (
    (code >= 0x21 && code <= 0x2f) ||
    (code >= 0x3a && code <= 0x40) ||
    (code >= 0x5b && code <= 0x60) ||
    (code >= 0x7b && code <= 0x7e)
  );
}

/** ASCII, general and CJK punctuation, full-width forms included; an approximation of Unicode's class P and S. */
export function isPunctuation(code: number): boolean {
  if (code < 0x80) return isAsciiPunctuation(code);
  return (
    (code >= 0xa1 && code <= 0xbf && code !== 0xaa && code !== 0xb5 && code !== 0xba) ||
    (code >= 0x2010 && code <= 0x2bff) ||
    (code >= 0x3001 && code <= 0x3020) ||
    (code >= 0xfe30 && code <= 0xfe6b) ||
    (code >= 0xff01 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20) ||
    (code >= 0xff3b && code <= 0xff40) ||
    (code >= 0xff5b && code <= 0xff65)
  );
}

/** A Chinese character: unified ideographs, extension A, compatibility forms, 〇; and the halves of those beyond the BMP. */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    code === 0x3007 ||
    (code >= 0xd840 && code <= 0xd888)
  );
}

/** Written without spaces between: Chinese characters, kana, CJK punctuation, full-width forms. Hangul is spaced. */
export function isCjk(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xffef) ||
    (code >= 0xd840 && code <= 0xd888)
  );
}

/** Punctuation that Chinese shares with English but writes without spaces: curly quotes, dashes, ellipsis, middle dot. */
export function isSharedPunctuation(code: number): boolean {
  return code === 0xb7 || (code >= 0x2013 && code <= 0x201f) || code === 0x2026;
}

/** May a block other than a paragraph begin with this character? */
export function isBlockMark(code: number): boolean {
  return code < 0x7f && (BLOCK_MARKS[code] ?? 0) !== 0;
}

const BLOCK_MARKS = Uint8Array.from({ length: 0x7f }, (_, code) =>
  '#>-+*_=`~<|:[$0123456789'.includes(String.fromCharCode(code)) ? 1 : 0,
);
