import {
  APOSTROPHE,
  BANG,
  BRACKET_CLOSE,
  EQUALS,
  isBlank,
  isCjk,
  isNewline,
  isSharedPunctuation,
  LF,
  PAREN_CLOSE,
  QUESTION,
  QUOTE,
  SPACE,
  STAR,
  TILDE,
  UNDERSCORE,
} from './chars.ts';

/** A line that stands as headline between prose is at most this share of the longest line, in columns. */
const HEADLINE_SHARE = 0.5;
/** Below this many columns no line is long enough for another to look short beside it. */
const LONG_LINE = 60;

/**
 * Decides how the lines of one passage go together. Markdown joins them, but a text that was never wrapped has a line for
 * each paragraph: there a line that ends as a sentence does, or a short line among long ones, stands for itself.
 */
export class LineJoiner {
  readonly #source: string;
  readonly #from: number;
  readonly #to: number;
  #lineFrom: number;
  #isAfterBreak = true;
  #longest = -1;

  constructor(source: string, from: number, to: number) {
    this.#source = source;
    this.#from = from;
    this.#to = to;
    this.#lineFrom = from;
  }

  /**
   * What stands in folded text for the line end at `lineEnd`, when the next line's content begins at `next`: a line feed
   * where sentences must not run on, nothing between Chinese characters, else a space. To be asked for each line in order.
   */
  join(lineEnd: number, next: number, isHardBreak: boolean): number {
    const isBreak = isHardBreak || this.#endsSentence(lineEnd) || this.#isHeadline(lineEnd, next);
    this.#isAfterBreak = isBreak;
    this.#lineFrom = next;
    if (isBreak) return LF;
    return this.#isUnspacedBefore(lineEnd) && this.#isUnspacedAfter(next) ? 0 : SPACE;
  }

  #endsSentence(lineEnd: number): boolean {
    let i = lineEnd - 1;
    while (i > this.#lineFrom && isClosing(this.#source.charCodeAt(i))) i--;
    const code = this.#source.charCodeAt(i);
    return isFullStop(code);
  }

  #isHeadline(lineEnd: number, next: number): boolean {
    if (!this.#isAfterBreak) return false;
    const last = this.#lastCode(lineEnd);
    if (isContinuing(last)) return false;
    if (!isCjk(last) && !isCjk(this.#source.charCodeAt(next))) return false;
    if (this.#longest < 0) this.#longest = longestLine(this.#source, this.#from, this.#to);
    if (this.#longest < LONG_LINE) return false;
    return columns(this.#source, this.#lineFrom, lineEnd) <= this.#longest * HEADLINE_SHARE;
  }

  #isUnspacedBefore(lineEnd: number): boolean {
    return isUnspaced(this.#lastCode(lineEnd));
  }

  #isUnspacedAfter(next: number): boolean {
    let i = next;
    while (i < this.#to && isEmphasisMark(this.#source.charCodeAt(i))) i++;
    return isUnspaced(this.#source.charCodeAt(i));
  }

  /** Last character of the line that is neither blank nor an emphasis mark. */
  #lastCode(lineEnd: number): number {
    let i = lineEnd - 1;
    while (
      i > this.#lineFrom &&
      (isBlank(this.#source.charCodeAt(i)) || isEmphasisMark(this.#source.charCodeAt(i)))
    )
      i--;
    return this.#source.charCodeAt(i);
  }
}

function isUnspaced(code: number): boolean {
  return isCjk(code) || isSharedPunctuation(code);
}

function isEmphasisMark(code: number): boolean {
  return code === STAR || code === UNDERSCORE || code === TILDE || code === EQUALS;
}

/** What may stand behind the end of a sentence in its line: blanks, marks, closing quotes and brackets. */
function isClosing(code: number): boolean {
  return (
    isBlank(code) ||
    isEmphasisMark(code) ||
    code === QUOTE ||
    code === APOSTROPHE ||
    code === PAREN_CLOSE ||
    code === BRACKET_CLOSE ||
    '”’）】》」』〉'.includes(String.fromCharCode(code))
  );
}

/** A full stop of Chinese text, or a mark that ends a sentence in every script; a dot may be an abbreviation's. */
function isFullStop(code: number): boolean {
  return code === BANG || code === QUESTION || '。！？…｡'.includes(String.fromCharCode(code));
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
