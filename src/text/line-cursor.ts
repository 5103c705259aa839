import { GREATER, isBlank, SPACE, TAB } from './chars.ts';

/** Walks through a text line by line, and inside a line from mark to mark, counting columns with tab stops of four. */
export class LineCursor {
  readonly source: string;
  lineStart: number;
  lineEnd: number;
  /** First character of the line that is no blank. */
  first: number;
  /** Next character that is no blank. */
  at: number;
  #atColumn = 0;
  /** Column where the content of the containers passed so far begins. */
  #column = 0;
  #nextLf: number;
  #nextCr: number;

  constructor(source: string, from: number) {
    this.source = source;
    this.lineStart = from;
    this.lineEnd = from;
    this.first = from;
    this.at = from;
    this.#nextLf = from - 1;
    this.#nextCr = from - 1;
  }

  /** Reads the line at `lineStart`; false at the end of the text. */
  readLine(): boolean {
    if (this.lineStart >= this.source.length) return false;
    if (this.#nextLf < this.lineStart) this.#nextLf = indexOrEnd(this.source, '\n', this.lineStart);
    if (this.#nextCr < this.lineStart) this.#nextCr = indexOrEnd(this.source, '\r', this.lineStart);
    this.lineEnd = Math.min(this.#nextLf, this.#nextCr);
    this.at = this.lineStart;
    this.#atColumn = 0;
    this.#column = 0;
    this.#skipBlanks();
    this.first = this.at;
    return true;
  }

  nextLine(): void {
    const isPair = this.#nextCr === this.lineEnd && this.#nextLf === this.lineEnd + 1;
    this.lineStart = this.lineEnd + (isPair ? 2 : 1);
  }

  get isBlank(): boolean {
    return this.at === this.lineEnd;
  }

  /** Columns of blank before `at`, counted from the container's content. */
  get indent(): number {
    return this.#atColumn - this.#column;
  }

  /** Is there a quote mark here? */
  get isQuoteMark(): boolean {
    return this.at < this.lineEnd && this.indent <= 3 && this.source.charCodeAt(this.at) === GREATER;
  }

  passQuoteMark(): void {
    this.#passMark(1);
    if (this.#atColumn > this.#column) this.#column++;
  }

  /** Takes `width` columns of the indent as the container's. */
  passIndent(width: number): void {
    this.#column += width;
  }

  /** Passes a mark of `length` characters and gives the width that content of its container must be indented. */
  passListMarker(length: number): number {
    const before = this.indent;
    this.#passMark(length);
    const blanks = this.indent;
    const padding = this.isBlank || blanks > 4 ? 1 : blanks;
    if (!this.isBlank) this.#column += padding;
    return before + length + padding;
  }

  /** Passes a mark of `length` characters; what is blank behind it is no indent. */
  passLabel(length: number): void {
    this.#passMark(length);
    this.#column = this.#atColumn;
  }

  #passMark(length: number): void {
    this.at += length;
    this.#atColumn += length;
    this.#column = this.#atColumn;
    if (this.at < this.lineEnd && isBlank(this.source.charCodeAt(this.at))) this.#skipBlanks();
  }

  #skipBlanks(): void {
    let at = this.at;
    let column = this.#atColumn;
    for (; at < this.lineEnd; at++) {
      const code = this.source.charCodeAt(at);
      if (code === SPACE) column++;
      else if (code === TAB) column += 4 - (column & 3);
      else break;
    }
    this.at = at;
    this.#atColumn = column;
  }
}

function indexOrEnd(source: string, char: string, from: number): number {
  const index = source.indexOf(char, from);
  return index < 0 ? source.length : index;
}
