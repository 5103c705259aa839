import {
  BANG,
  BRACKET_OPEN,
  EQUALS,
  isCjk,
  isNewline,
  isSharedPunctuation,
  LF,
  MASK_CODE,
  QUESTION,
  SPACE,
  STAR,
  TILDE,
  UNDERSCORE,
} from './chars.ts';
import type { FoldedBuffer } from './folded-buffer.ts';

/** A line that stands as headline between prose is at most this share of the longest line, in columns. */
const HEADLINE_SHARE = 0.5;
/** Below this many columns no line is long enough for another to look short beside it. */
const LONG_LINE = 60;
/** No more marks than this are looked through at the end of a line. */
const MAX_CLOSING = 20;

/**
 * Decides how the lines of one passage go together. Markdown joins them, but a text that was never wrapped has a line for
 * each paragraph: there a line that ends as a sentence does, or a short line among long ones, stands for itself.
 */
export class LineJoiner {
  readonly #source: string;
  readonly #text: FoldedBuffer;
  readonly #from: number;
  readonly #to: number;
  #lineFrom: number;
  #isAfterBreak = true;
  #longest = -1;

  /** For the passage from `from` to `to`; `text` is what was read of it so far. */
  constructor(source: string, text: FoldedBuffer, from: number, to: number) {
    this.#source = source;
    this.#text = text;
    this.#from = from;
    this.#to = to;
    this.#lineFrom = from;
  }

  /**
   * What stands in folded text for the line end at `lineEnd`, when the next line's content begins at `next`: a line feed
   * where sentences must not run on, nothing between Chinese characters, else a space. To be asked for each line in order.
   */
  join(lineEnd: number, next: number, isHardBreak: boolean): number {
    const isBreak = isHardBreak || this.#endsSentence() || this.#isHeadline(lineEnd, next);
    this.#isAfterBreak = isBreak;
    this.#lineFrom = next;
    if (isBreak) return LF;
    return isUnspaced(this.#lastWritten()) && isUnspaced(this.#nextWritten(next)) ? 0 : SPACE;
  }

  #endsSentence(): boolean {
    let index = this.#text.length - 1;
    const last = Math.max(0, index - MAX_CLOSING);
    while (index > last && isClosing(this.#text.codeAt(index))) index--;
    return isFullStop(this.#text.codeAt(index));
  }

  #isHeadline(lineEnd: number, next: number): boolean {
    if (!this.#isAfterBreak) return false;
    const last = this.#lastWritten();
    if (isContinuing(last)) return false;
    if (!isCjk(last) && !isCjk(this.#nextWritten(next))) return false;
    if (this.#longest < 0) this.#longest = longestLine(this.#source, this.#from, this.#to);
    if (this.#longest < LONG_LINE) return false;
    return columns(this.#source, this.#lineFrom, lineEnd) <= this.#longest * HEADLINE_SHARE;
  }

  /** Last character of the line as the source has it, marks of emphasis left aside. */
  #lastWritten(): number {
    let index = this.#text.length - 1;
    const last = Math.max(0, index - MAX_CLOSING);
    while (index > last && isEmphasisMark(this.#text.codeAt(index))) index--;
    return this.#source.charCodeAt(this.#text.sourceAt(index));
  }

  /** First character of the next line, marks of emphasis and of links left aside. */
  #nextWritten(next: number): number {
    let at = next;
    while (at < this.#to && isOpeningMark(this.#source.charCodeAt(at))) at++;
    return this.#source.charCodeAt(at);
  }
}

function isUnspaced(code: number): boolean {
  return isCjk(code) || isSharedPunctuation(code);
}

function isEmphasisMark(code: number): boolean {
  return code === STAR || code === UNDERSCORE || code === TILDE || code === EQUALS;
}

function isOpeningMark(code: number): boolean {
  return isEmphasisMark(code) || code === BRACKET_OPEN;
}

/** What may stand in folded text behind the end of a sentence: marks, masks, closing quotes and brackets. */
function isClosing(code: number): boolean {
  return isEmphasisMark(code) || code === MASK_CODE || '"\')]】》」』〉'.includes(String.fromCharCode(code));
}

/** A full stop of Chinese text, or a mark that ends a sentence in every script; a dot may be an abbreviation's. */
function isFullStop(code: number): boolean {
  return code === BANG || code === QUESTION || code === 0x3002 || code === 0x2026;
}

/** A mark behind which the sentence goes on. */
function isContinuing(code: number): boolean {
  return ',;，、；—–-(（“‘「『《'.includes(String.fromCharCode(code));
}

function longestLine(source: string, from: number, to: number): number {
  let longest = 0;
  for (let i = from; i < to; ) {
    let end = i;
    while (end < to && !isNewline(source.charCodeAt(end))) end++;
    longest = Math.max(longest, columns(source, i, end));
    i = end + 1;
  }
  return longest;
}

/** Width of a stretch of text; Chinese characters are two columns wide. */
function columns(source: string, from: number, to: number): number {
  let width = to - from;
  for (let i = from; i < to; i++) if (isCjk(source.charCodeAt(i))) width++;
  return width;
}
