import {
  APOSTROPHE,
  BANG,
  COLON,
  COMMA,
  DOT,
  isAlphanumeric,
  isCjk,
  isDigit,
  isLetter,
  LF,
  MASK_CODE,
  QUESTION,
  QUOTE,
  SEMICOLON,
  SPACE,
} from './chars.ts';
import type { Span } from './folded-text.ts';

export { clauses } from './clauses.ts';

const STOP = 0x3002;
const ELLIPSIS = 0x2026;
const LISTING_COMMA = 0x3001;
const TITLE_OPEN = 0x300a;
const TITLE_CLOSE = 0x300b;
const MAX_TITLE = 80;

/** Words whose dot ends no sentence, in lower case. */
const ABBREVIATIONS = new Set(
  (
    'vs e.g i.e cf approx est ca fig figs eq eqs sec ch vol pp ed eds al mr mrs ms dr prof st jr sr inc corp ltd co llc ' +
    'dept univ u.s u.k e.u a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);
/** Words whose dot ends no sentence before a number: No. 3. */
const BEFORE_NUMBER = new Set(['no', 'nos', 'ver', 'art', 'ref', 'rev']);
const MAX_WORD = 12;

/** Marks that close what stands before them, besides the straight quotes. */
const CLOSING = new Set([...')]}】》」』〉〕'].map((char) => char.charCodeAt(0)));

/** The marks up to the question mark that may end a sentence, or open a quotation in which one ends. */
const LOW_MARKS = Uint8Array.from({ length: QUESTION + 1 }, (_, code) =>
  code === LF || code === QUOTE || code === BANG || code === DOT || code === QUESTION ? 1 : 0,
);

const isHighMark = (code: number): boolean => code === STOP || code === ELLIPSIS || code === TITLE_OPEN;

/**
 * Sentences of folded text, in order and touching: together they cover it. Closing quotes and brackets and the space that
 * follows belong to the sentence that ends. A line feed always ends one; a semicolon never does, nor what stands in 《》.
 */
export function sentenceSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  const scan = new SentenceScan(text);
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= QUESTION ? LOW_MARKS[code] === 0 : !isHighMark(code)) continue;
    const end = scan.endAt(i, code, start);
    if (end < 0) continue;
    addPieces(spans, text, start, end);
    start = end;
    i = end - 1;
  }
  if (start < text.length) addPieces(spans, text, start, text.length);
  return spans;
}

/**
 * Nobody writes sentences as long as this; what comes as one is a list, or no prose. Whoever reads a sentence sets its words side by
 * side, so an endless one is read in pieces.
 */
const LONGEST_SENTENCE = 1000;

function addPieces(spans: Span[], text: string, from: number, end: number): void {
  let start = from;
  while (end - start > LONGEST_SENTENCE) {
    const cut = pieceEnd(text, start);
    spans.push({ start, end: cut });
    start = cut;
  }
  spans.push({ start, end });
}

/** Behind the last mark of the longest piece that may begin at `start`, or behind its last space; its whole length when it has neither. */
function pieceEnd(text: string, start: number): number {
  const most = start + LONGEST_SENTENCE;
  let space = -1;
  for (let i = most - 1; i > start; i--) {
    const code = text.charCodeAt(i);
    // The comma of 1,000 is no end.
    const isMark =
      code === SEMICOLON || code === LISTING_COMMA || (code === COMMA && !isDigit(text.charCodeAt(i + 1)));
    if (isMark) return i + 1;
    if (space < 0 && code === SPACE) space = i + 1;
  }
  if (space >= 0) return space;
  return isLowSurrogate(text.charCodeAt(most)) ? most - 1 : most;
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

class SentenceScan {
  readonly #text: string;
  #titleEnd = -1;
  #hasOpenQuote = false;

  constructor(text: string) {
    this.#text = text;
  }

  /** Offset behind the sentence that ends with the character at `at`, or -1. `start` is where the sentence began. */
  endAt(at: number, code: number, start: number): number {
    const text = this.#text;
    if (code === LF) {
      this.#hasOpenQuote = false;
      return behindGaps(text, at + 1);
    }
    if (code === QUOTE) this.#hasOpenQuote = !this.#hasOpenQuote;
    if (code === TITLE_OPEN && at > this.#titleEnd) this.#titleEnd = titleEnd(text, at);
    if (code !== STOP && code !== BANG && code !== QUESTION && code !== ELLIPSIS && code !== DOT) return -1;
    if (at < this.#titleEnd) return -1;
    const stop = behindMarks(text, at + 1);
    const end = this.#behindClosing(stop);
    if (!endsHere(text, at, stop, end, start)) return -1;
    if (text.slice(stop, end).includes('"')) this.#hasOpenQuote = false;
    return behindGaps(text, end);
  }

  #behindClosing(from: number): number {
    const text = this.#text;
    let hasOpenQuote = this.#hasOpenQuote;
    let i = from;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === QUOTE && hasOpenQuote) hasOpenQuote = false;
      else if (code === APOSTROPHE ? isAlphanumeric(text.charCodeAt(i + 1)) : !CLOSING.has(code)) break;
    }
    const isLastMask =
      text.charCodeAt(i) === MASK_CODE && (i + 1 === text.length || text.charCodeAt(i + 1) === LF);
    return isLastMask ? i + 1 : i;
  }
}

/** Does the mark at `at` end a sentence? `stop` is behind the run of such marks, `end` behind what closes. */
function endsHere(text: string, at: number, stop: number, end: number, start: number): boolean {
  if (end >= text.length || text.charCodeAt(end) === LF) return true;
  const next = text.charCodeAt(end);
  if (next === COMMA || next === SEMICOLON || next === COLON || next === LISTING_COMMA) return false;
  const isSpaced = next === SPACE;
  const follower = isSpaced ? text.charCodeAt(end + 1) : next;
  const isLower = follower >= 0x61 && follower <= 0x7a;
  const mark = text.charCodeAt(at);
  if (mark === STOP) return true;
  if (mark === ELLIPSIS) return !isLower;
  if (isSpaced && isLower) return false;
  if (mark !== DOT) return isSpaced || !(isAlphanumeric(next) && isAlphanumeric(text.charCodeAt(at - 1)));
  if (!isSpaced && !isCjk(next) && next !== MASK_CODE) return false;
  if (stop - at > 1) return true;
  if (!isSpaced && next === MASK_CODE) return isCjk(text.charCodeAt(at - 1));
  return !isAbbreviation(text, at, start, isDigit(follower));
}

/** Is the dot at `at` that of an abbreviation, an initial (U.S.) or a number that counts a list (1.)? */
function isAbbreviation(text: string, at: number, start: number, isBeforeNumber: boolean): boolean {
  let from = at;
  while (from > start && at - from <= MAX_WORD && isWordCode(text.charCodeAt(from - 1))) from--;
  const word = text.slice(from, at).toLowerCase();
  if (word.length === 0) return false;
  if (word.length === 1 && isLetter(word.charCodeAt(0))) return true;
  if (word.charCodeAt(1) === DOT && /^(?:[a-z]\.)+[a-z]$/.test(word)) return true;
  if (ABBREVIATIONS.has(word) || (isBeforeNumber && BEFORE_NUMBER.has(word))) return true;
  return from === start && /^\d{1,3}$/.test(word);
}

function isWordCode(code: number): boolean {
  return isAlphanumeric(code) || code === DOT;
}

/** Offset behind a run of marks that end sentences. */
function behindMarks(text: string, from: number): number {
  let i = from;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== STOP && code !== BANG && code !== QUESTION && code !== ELLIPSIS && code !== DOT) break;
  }
  return i;
}

function behindGaps(text: string, from: number): number {
  let i = from;
  while (i < text.length && (text.charCodeAt(i) === SPACE || text.charCodeAt(i) === LF)) i++;
  return i;
}

/** Offset of the 》 that closes the title at `at`, or -1 when it is not near. */
function titleEnd(text: string, at: number): number {
  const last = Math.min(text.length, at + MAX_TITLE);
  for (let i = at + 1; i < last; i++) {
    const code = text.charCodeAt(i);
    if (code === TITLE_CLOSE) return i;
    if (code === TITLE_OPEN || code === LF) return -1;
  }
  return -1;
}
