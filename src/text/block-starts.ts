import {
  BACKTICK,
  BANG,
  BRACKET_CLOSE,
  BRACKET_OPEN,
  CARET,
  COLON,
  CR,
  DOLLAR,
  DOT,
  EQUALS,
  GREATER,
  HASH,
  HYPHEN,
  isAlphanumeric,
  isBlank,
  isDigit,
  isLetter,
  LESS,
  LF,
  PAREN_CLOSE,
  PIPE,
  PLUS,
  QUESTION,
  SLASH,
  STAR,
  TILDE,
  UNDERSCORE,
} from './chars.ts';
import { htmlTagEnd } from './html-tag.ts';

/*
 * What may begin at a place in a line. Each function looks at `source` from `at` (the first character that is no blank)
 * up to `end` (the line end) and answers for that line alone. After CommonMark 0.31.
 */

/** Level 1 to 6 of an ATX heading, else 0. */
export function headingLevel(source: string, at: number, end: number): number {
  let level = 0;
  while (at + level < end && source.charCodeAt(at + level) === HASH) level++;
  if (level === 0 || level > 6) return 0;
  const isClosed = at + level === end || isBlank(source.charCodeAt(at + level));
  return isClosed ? level : 0;
}

/** Level of the setext underline that this line is: 1 for `===`, 2 for `---`, else 0. */
export function underlineLevel(source: string, at: number, end: number): number {
  const mark = source.charCodeAt(at);
  if (mark !== EQUALS && mark !== HYPHEN) return 0;
  let i = at;
  while (i < end && source.charCodeAt(i) === mark) i++;
  while (i < end && isBlank(source.charCodeAt(i))) i++;
  if (i < end) return 0;
  return mark === EQUALS ? 1 : 2;
}

export function isThematicBreak(source: string, at: number, end: number): boolean {
  const mark = source.charCodeAt(at);
  if (mark !== STAR && mark !== HYPHEN && mark !== UNDERSCORE) return false;
  let count = 0;
  for (let i = at; i < end; i++) {
    const code = source.charCodeAt(i);
    if (code === mark) count++;
    else if (!isBlank(code)) return false;
  }
  return count >= 3;
}

/** Length of the fence that opens here (three or more backticks or tildes), else 0. */
export function fenceLength(source: string, at: number, end: number): number {
  const mark = source.charCodeAt(at);
  if (mark !== BACKTICK && mark !== TILDE) return 0;
  let i = at;
  while (i < end && source.charCodeAt(i) === mark) i++;
  const length = i - at;
  if (length < 3) return 0;
  if (mark === TILDE) return length;
  for (; i < end; i++) if (source.charCodeAt(i) === BACKTICK) return 0;
  return length;
}

/** Does this line close a fence of `length` times `mark`? */
export function closesFence(source: string, at: number, end: number, mark: number, length: number): boolean {
  let i = at;
  while (i < end && source.charCodeAt(i) === mark) i++;
  if (i - at < length) return false;
  while (i < end && isBlank(source.charCodeAt(i))) i++;
  return i === end;
}

/** Width of the list marker here, without the blank behind it; 0 when there is none. */
export function listMarkerWidth(source: string, at: number, end: number): number {
  let i = at;
  const first = source.charCodeAt(at);
  if (first === HYPHEN || first === PLUS || first === STAR) i++;
  else {
    while (i < end && i - at < 10 && isDigit(source.charCodeAt(i))) i++;
    if (i === at || i - at > 9) return 0;
    const close = source.charCodeAt(i);
    if (i >= end || (close !== DOT && close !== PAREN_CLOSE)) return 0;
    i++;
  }
  return i === end || isBlank(source.charCodeAt(i)) ? i - at : 0;
}

/** A list that starts at another number than 1 may not cut a paragraph in two. */
export function startsAtOne(source: string, at: number, markerWidth: number): boolean {
  return markerWidth === 1 || Number(source.slice(at, at + markerWidth - 1)) === 1;
}

/** Offset behind `[^label]:`, or -1. */
export function footnoteEnd(source: string, at: number, end: number): number {
  if (source.charCodeAt(at) !== BRACKET_OPEN || source.charCodeAt(at + 1) !== CARET) return -1;
  let i = at + 2;
  while (i < end && source.charCodeAt(i) !== BRACKET_CLOSE) {
    const code = source.charCodeAt(i);
    if (isBlank(code) || code === BRACKET_OPEN) return -1;
    i++;
  }
  if (i === at + 2 || i + 1 >= end || source.charCodeAt(i + 1) !== COLON) return -1;
  return i + 2;
}

/** Does this line hold nothing but the dashes, colons and pipes of a table's second line? */
export function isDelimiterRow(source: string, at: number, end: number): boolean {
  let hasDash = false;
  for (let i = at; i < end; i++) {
    const code = source.charCodeAt(i);
    if (code === HYPHEN) hasDash = true;
    else if (code !== PIPE && code !== COLON && !isBlank(code)) return false;
  }
  return hasDash && end - at > 1 && delimiterCells(source, at, end) > 0;
}

/** Number of columns that a delimiter row declares; 0 when a cell is malformed. */
export function delimiterCells(source: string, at: number, end: number): number {
  let count = 0;
  let i = at;
  if (source.charCodeAt(i) === PIPE) i++;
  while (i < end) {
    while (i < end && isBlank(source.charCodeAt(i))) i++;
    if (i === end) return count;
    if (source.charCodeAt(i) === COLON) i++;
    const dashes = i;
    while (i < end && source.charCodeAt(i) === HYPHEN) i++;
    if (i === dashes) return 0;
    if (source.charCodeAt(i) === COLON) i++;
    while (i < end && isBlank(source.charCodeAt(i))) i++;
    if (i < end && source.charCodeAt(i) !== PIPE) return 0;
    i++;
    count++;
  }
  return count;
}

const SCRIPT_LIKE = new Set(['script', 'pre', 'style', 'textarea']);

const BLOCK_TAGS = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt ' +
    'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link ' +
    'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead ' +
    'title tr track ul'
  ).split(' '),
);

/**
 * How an HTML block that begins here ends: at a line that holds one of `HTML_ENDS` (1 to 5), or at a blank line
 * (6, and 7, which may not cut a paragraph in two). 0 when none begins.
 */
export function htmlBlockType(source: string, at: number, end: number): number {
  if (source.charCodeAt(at) !== LESS) return 0;
  const next = source.charCodeAt(at + 1);
  if (next === BANG) {
    if (source.startsWith('<!--', at)) return 2;
    if (source.startsWith('<![CDATA[', at)) return 5;
    return isLetter(source.charCodeAt(at + 2)) ? 4 : 0;
  }
  if (next === QUESTION) return 3;
  const isClosing = next === SLASH;
  const nameStart = at + (isClosing ? 2 : 1);
  let i = nameStart;
  while (i < end && i - nameStart < 12 && isAlphanumeric(source.charCodeAt(i))) i++;
  if (i > nameStart && isLetter(source.charCodeAt(nameStart))) {
    const name = source.slice(nameStart, i).toLowerCase();
    const after = source.charCodeAt(i);
    const isEnded = i === end || isBlank(after) || after === GREATER;
    if (isEnded && !isClosing && SCRIPT_LIKE.has(name)) return 1;
    const isSelfClosed = after === SLASH && source.charCodeAt(i + 1) === GREATER;
    if ((isEnded || isSelfClosed) && BLOCK_TAGS.has(name)) return 6;
  }
  const tagEnd = htmlTagEnd(source, at, end);
  if (tagEnd < 0) return 0;
  for (i = tagEnd; i < end; i++) if (!isBlank(source.charCodeAt(i))) return 0;
  return 7;
}

/** Does this line hold what ends an HTML block of type 1 to 5? */
export function endsHtmlBlock(source: string, from: number, end: number, type: number): boolean {
  for (let i = from; i < end; i++) {
    const code = source.charCodeAt(i);
    if (code === GREATER) {
      if (type === 4) return true;
      if (type === 2 && source.startsWith('-->', i - 2) && i - 2 >= from) return true;
      if (type === 3 && i > from && source.charCodeAt(i - 1) === QUESTION) return true;
      if (type === 5 && source.startsWith(']]>', i - 2) && i - 2 >= from) return true;
    }
    if (type === 1 && code === LESS && source.charCodeAt(i + 1) === SLASH) {
      for (const name of SCRIPT_LIKE) {
        const close = i + 2 + name.length;
        if (
          close < end &&
          source.charCodeAt(close) === GREATER &&
          source.slice(i + 2, close).toLowerCase() === name
        )
          return true;
      }
    }
  }
  return false;
}

/** Offset behind the front matter's closing line at the start of a text, or 0. A byte order mark may stand before it. */
export function frontMatterEnd(source: string): number {
  const start = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const first = lineEndAt(source, start);
  if (!isRule(source, start, first, HYPHEN)) return 0;
  let at = lineAfter(source, first);
  // A blank line behind the rule means a thematic break, as in pandoc: else a text that begins with one would vanish.
  if (at >= source.length || lineEndAt(source, at) === at) return 0;
  while (at < source.length) {
    const end = lineEndAt(source, at);
    if (isRule(source, at, end, HYPHEN) || isRule(source, at, end, DOT)) return at + 3;
    at = lineAfter(source, end);
  }
  return 0;
}

/** Three times `mark` and nothing else but blanks. */
function isRule(source: string, at: number, end: number, mark: number): boolean {
  if (end - at < 3) return false;
  for (let i = at; i < end; i++) {
    const code = source.charCodeAt(i);
    if (i < at + 3 ? code !== mark : !isBlank(code)) return false;
  }
  return true;
}

export function lineEndAt(source: string, from: number): number {
  let i = from;
  while (i < source.length && source.charCodeAt(i) !== LF && source.charCodeAt(i) !== CR) i++;
  return i;
}

/** Offset behind the line end at `end`. */
export function lineAfter(source: string, end: number): number {
  return source.charCodeAt(end) === CR && source.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
}

/** Does display mathematics (`$$`) begin here? `closed` when it also ends with this line; a line that goes on is text. */
export function mathStart(source: string, at: number, end: number): 'none' | 'open' | 'closed' {
  if (!isMathMark(source, at, end) || source.charCodeAt(at + 2) === DOLLAR) return 'none';
  for (let i = at + 2; i + 1 < end; i++) {
    if (isMathMark(source, i, end)) return endsMath(source, i, end) ? 'closed' : 'none';
  }
  return 'open';
}

/** Does display mathematics end with this line? */
export function endsMath(source: string, from: number, end: number): boolean {
  let last = end;
  while (last > from && isBlank(source.charCodeAt(last - 1))) last--;
  return last - 2 >= from && isMathMark(source, last - 2, last);
}

function isMathMark(source: string, at: number, end: number): boolean {
  return at + 1 < end && source.charCodeAt(at) === DOLLAR && source.charCodeAt(at + 1) === DOLLAR;
}
