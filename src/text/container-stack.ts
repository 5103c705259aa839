import type { LineCursor } from './line-cursor.ts';

/** Containers deeper than this are read as text, so that no text makes each line cost more and more. */
const MAX_DEPTH = 100;
/** Stands for a quote among the widths. */
const QUOTE = 0;
/** What belongs to a note is indented by as much as code. */
const FOOTNOTE_WIDTH = 4;

/** The containers that are open at a line, outermost first: block quotes, list items, notes. */
export class ContainerStack {
  /** Depth of quotation, and of list items in each other. */
  quotes = 0;
  items = 0;
  /** The indent that the content of an item or note needs, or `QUOTE`. */
  readonly #widths: number[] = [];
  readonly #areItems: boolean[] = [];
  /** The innermost item has had no content yet: a blank line ends it. */
  #isEmptyItem = false;

  get depth(): number {
    return this.#widths.length;
  }

  get isFull(): boolean {
    return this.#widths.length >= MAX_DEPTH;
  }

  /** Number of containers that a line goes on with; moves the cursor past their marks and indents. */
  match(line: LineCursor): number {
    const depth = this.#widths.length;
    for (let index = 0; index < depth; index++) {
      const width = this.#widths[index] ?? QUOTE;
      if (width === QUOTE) {
        if (!line.isQuoteMark) return index;
        line.passQuoteMark();
      } else if (line.isBlank) {
        if (this.#isEmptyItem && index === depth - 1) return index;
      } else if (line.indent >= width) line.passIndent(width);
      else return index;
    }
    return depth;
  }

  /** Says that the line has content, so that the innermost item is not empty. */
  hasContent(): void {
    this.#isEmptyItem = false;
  }

  pushQuote(): void {
    this.#push(QUOTE, false);
    this.quotes++;
  }

  pushItem(width: number, isEmpty: boolean): void {
    this.#push(width, true);
    this.items++;
    this.#isEmptyItem = isEmpty;
  }

  pushFootnote(): void {
    this.#push(FOOTNOTE_WIDTH, false);
  }

  /** Closes the containers beyond `depth`; false when there are none. */
  popTo(depth: number): boolean {
    if (this.#widths.length <= depth) return false;
    while (this.#widths.length > depth) {
      if (this.#widths.pop() === QUOTE) this.quotes--;
      if (this.#areItems.pop()) this.items--;
    }
    this.#isEmptyItem = false;
    return true;
  }

  #push(width: number, isItem: boolean): void {
    this.#widths.push(width);
    this.#areItems.push(isItem);
    this.#isEmptyItem = false;
  }
}
