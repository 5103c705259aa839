import type { BlockKind } from './block.ts';
import { type BlockList, BlockListBuilder } from './block-list.ts';
import {
  closesFence,
  delimiterCells,
  endsHtmlBlock,
  endsMath,
  fenceLength,
  footnoteEnd,
  frontMatterEnd,
  headingLevel,
  htmlBlockType,
  isDelimiterRow,
  isThematicBreak,
  listMarkerWidth,
  mathStart,
  startsAtOne,
  underlineLevel,
} from './block-starts.ts';
import { BRACKET_OPEN, CARET, isBlockMark } from './chars.ts';
import { ContainerStack } from './container-stack.ts';
import { LineCursor } from './line-cursor.ts';
import { nextContent } from './line-prefix.ts';
import { definitionEnd } from './link-parts.ts';
import { countCells } from './table-cells.ts';

type Leaf = 'none' | 'paragraph' | 'fence' | 'html' | 'indented' | 'table' | 'math';

/** Asked at each place from which a scan may start afresh; true ends the scan there. */
export type StopAt = (blockStart: number, lineStart: number) => boolean;

/**
 * Splits Markdown into blocks, line by line, after CommonMark's block structure: the containers that are open (quotes,
 * list items, footnotes) are matched against each line, then what begins in the line is opened.
 */
export class BlockScanner {
  readonly #source: string;
  readonly #line: LineCursor;
  readonly #stop: StopAt;
  readonly #list = new BlockListBuilder();
  #isStopped = false;

  readonly #open = new ContainerStack();

  /** Containers that the current line continues, and whether something has begun in it. */
  #matched = 0;
  #hasBegun = false;
  #isAnchor = false;

  #leaf: Leaf = 'none';
  #start = 0;
  #end = 0;
  #anchor = false;
  #kind: BlockKind = 'paragraph';
  /** Where the first line's content begins. */
  #content = 0;
  /** An open paragraph goes on with the block added last: both stand in the same item. */
  #isMerging = false;
  #canMerge = false;
  /** Last line of an open paragraph, if it may be a table's header: its first character and its content; else -1. */
  #headFirst = -1;
  #headAt = -1;
  /** End of the open paragraph before that line. */
  #bodyEnd = -1;
  #fenceMark = 0;
  #fenceSize = 0;
  #htmlType = 0;

  constructor(source: string, from: number, stop: StopAt = () => false) {
    this.#source = source;
    this.#line = new LineCursor(source, from);
    this.#stop = stop;
  }

  /** The blocks from `from` on; where the scan was stopped, those before that place. */
  run(): BlockList {
    const line = this.#line;
    if (line.lineStart === 0) this.#scanFrontMatter();
    while (!this.#isStopped && line.readLine()) {
      this.#scanLine();
      line.nextLine();
    }
    this.#closeLeaf();
    return this.#list.build();
  }

  #scanFrontMatter(): void {
    const line = this.#line;
    const start = this.#source.charCodeAt(0) === 0xfeff ? 1 : 0;
    const end = frontMatterEnd(this.#source);
    line.lineStart = Math.max(start, end);
    if (end === 0) return;
    this.#list.add({ start, end, kind: 'front-matter', level: 0, quote: 0 }, false);
    if (line.readLine()) line.nextLine();
  }

  #scanLine(): void {
    const line = this.#line;
    this.#matched = this.#open.match(line);
    this.#hasBegun = false;
    this.#isAnchor = this.#matched === 0;
    const isMatched = this.#matched === this.#open.depth;
    if (line.isBlank) {
      if (!isMatched || !this.#spansBlankLines()) this.#closeLeaf();
      this.#popTo(this.#matched);
      return;
    }
    this.#open.hasContent();
    if (isMatched && this.#continueLeaf()) return;
    this.#openContainers(isMatched);
    if (this.#isStopped || line.isBlank) return;
    this.#openLeaf(isMatched);
  }

  #spansBlankLines(): boolean {
    return (
      this.#leaf === 'fence' || this.#leaf === 'indented' || (this.#leaf === 'html' && this.#htmlType <= 5)
    );
  }

  /** Does this line, inside all open containers, go on with an open leaf other than a paragraph? */
  #continueLeaf(): boolean {
    const { source, at, lineEnd, indent } = this.#line;
    let isLast = false;
    switch (this.#leaf) {
      case 'none':
      case 'paragraph':
        return false;
      case 'indented':
        if (indent < 4) return false;
        break;
      case 'table':
        if (indent > 3 || this.#isInterrupted()) return false;
        break;
      case 'fence':
        isLast = indent <= 3 && closesFence(source, at, lineEnd, this.#fenceMark, this.#fenceSize);
        break;
      case 'html':
        isLast = this.#htmlType <= 5 && endsHtmlBlock(source, at, lineEnd, this.#htmlType);
        break;
      case 'math':
        isLast = endsMath(source, at, lineEnd);
        if (isLast) this.#kind = 'code';
        break;
    }
    this.#end = lineEnd;
    if (isLast) this.#closeLeaf();
    return true;
  }

  /** Does something begin in this line that ends a table? */
  #isInterrupted(): boolean {
    const { source, at, lineEnd } = this.#line;
    if (!isBlockMark(source.charCodeAt(at))) return false;
    const html = htmlBlockType(source, at, lineEnd);
    return (
      this.#line.isQuoteMark ||
      this.#listMarker(false) > 0 ||
      isThematicBreak(source, at, lineEnd) ||
      headingLevel(source, at, lineEnd) > 0 ||
      fenceLength(source, at, lineEnd) > 0 ||
      (html > 0 && html < 7)
    );
  }

  #openContainers(isMatched: boolean): void {
    const line = this.#line;
    while (!line.isBlank && line.indent <= 3 && isBlockMark(this.#source.charCodeAt(line.at))) {
      if (this.#open.isFull) return;
      const cutsParagraph = this.#leaf === 'paragraph' && isMatched && !this.#hasBegun;
      const marker = this.#listMarker(cutsParagraph);
      const footnote = marker > 0 ? -1 : footnoteEnd(this.#source, line.at, line.lineEnd);
      if (!line.isQuoteMark && marker === 0 && footnote < 0) return;
      if (!this.#begin()) return;
      this.#kind = footnote < 0 ? 'paragraph' : 'definition';
      this.#canMerge = false;
      if (marker > 0) {
        const width = line.passListMarker(marker);
        this.#open.pushItem(width, line.isBlank);
      } else if (footnote >= 0) {
        line.passLabel(footnote - line.at);
        this.#open.pushFootnote();
      } else {
        line.passQuoteMark();
        this.#open.pushQuote();
      }
    }
  }

  /** Width of the list marker here that may open an item; 0 when there is none. */
  #listMarker(cutsParagraph: boolean): number {
    const { source, at, lineEnd } = this.#line;
    const width = listMarkerWidth(source, at, lineEnd);
    if (width === 0 || isThematicBreak(source, at, lineEnd)) return 0;
    if (!cutsParagraph) return width;
    let behind = at + width;
    while (behind < lineEnd && source.charCodeAt(behind) <= 0x20) behind++;
    return behind < lineEnd && startsAtOne(source, at, width) ? width : 0;
  }

  #openLeaf(isMatched: boolean): void {
    const { source, at, indent } = this.#line;
    const isParagraph = this.#leaf === 'paragraph' && !this.#hasBegun;
    if (indent > 3) {
      if (isParagraph) this.#addParagraphLine(false);
      else this.#startLeaf('indented', 'code');
      return;
    }
    if (isBlockMark(source.charCodeAt(at))) {
      if (isParagraph && isMatched && this.#convertParagraph()) return;
      if (this.#openMarkedLeaf(isParagraph)) return;
    }
    if (this.#leaf === 'paragraph' && !this.#hasBegun) this.#addParagraphLine(isMatched);
    else this.#startParagraph();
  }

  /** Opens what its first characters announce: thematic break, heading, fence, HTML, mathematics. */
  #openMarkedLeaf(isParagraph: boolean): boolean {
    const { source, at, lineEnd } = this.#line;
    if (isThematicBreak(source, at, lineEnd)) {
      this.#begin();
      this.#canMerge = false;
      return true;
    }
    const level = headingLevel(source, at, lineEnd);
    if (level > 0) {
      if (!this.#startLeaf('none', 'heading')) return true;
      this.#add(this.#start, lineEnd, 'heading', level, this.#anchor);
      return true;
    }
    const fence = fenceLength(source, at, lineEnd);
    if (fence > 0) {
      this.#startLeaf('fence', 'code');
      this.#fenceMark = source.charCodeAt(at);
      this.#fenceSize = fence;
      return true;
    }
    const html = htmlBlockType(source, at, lineEnd);
    if (html > 0 && !(html === 7 && isParagraph)) {
      this.#htmlType = html;
      if (this.#startLeaf('html', 'html') && html <= 5 && endsHtmlBlock(source, at, lineEnd, html))
        this.#closeLeaf();
      return true;
    }
    const math = mathStart(source, at, lineEnd);
    if (math === 'none') return false;
    // Until it is closed it counts as text: two stray dollars must not hide a paragraph.
    if (!this.#begin()) return true;
    this.#startLeaf('math', math === 'closed' ? 'code' : this.#paragraphKind());
    if (math === 'closed') this.#closeLeaf();
    return true;
  }

  /** Makes the open paragraph a table or a heading, if this line is a delimiter row or an underline. */
  #convertParagraph(): boolean {
    const { source, at, lineEnd } = this.#line;
    if (this.#headAt >= 0 && isDelimiterRow(source, at, lineEnd)) {
      const headEnd = this.#end;
      if (countCells(source, this.#headAt, headEnd) === delimiterCells(source, at, lineEnd)) {
        this.#splitOffTable(lineEnd);
        return true;
      }
    }
    const level = underlineLevel(source, at, lineEnd);
    if (level === 0) return false;
    if (!this.#cutDefinitions()) {
      this.#leaf = 'none';
      this.#isAnchor = false;
      return false;
    }
    this.#leaf = 'none';
    this.#add(this.#start, lineEnd, 'heading', level, this.#anchor);
    return true;
  }

  #splitOffTable(lineEnd: number): void {
    if (this.#bodyEnd >= 0) {
      this.#end = this.#bodyEnd;
      this.#closeLeaf();
      this.#start = this.#headFirst;
      this.#anchor = false;
    }
    this.#leaf = 'table';
    this.#kind = 'table';
    this.#end = lineEnd;
  }

  /** Ends what the current line does not go on with. False when the scan is to stop before this line. */
  #begin(): boolean {
    if (this.#hasBegun) return true;
    this.#closeLeaf();
    this.#popTo(this.#matched);
    this.#hasBegun = true;
    this.#kind = 'paragraph';
    this.#isStopped = this.#isAnchor && this.#stop(this.#line.first, this.#line.lineStart);
    return !this.#isStopped;
  }

  #startLeaf(leaf: Leaf, kind: BlockKind): boolean {
    if (!this.#begin()) return false;
    this.#leaf = leaf;
    this.#start = this.#line.first;
    this.#end = this.#line.lineEnd;
    this.#anchor = this.#isAnchor;
    this.#kind = kind;
    this.#isMerging = false;
    return true;
  }

  #startParagraph(): void {
    if (!this.#begin()) return;
    const isMerging = this.#canMerge;
    const kind = this.#kind === 'definition' ? this.#kind : this.#paragraphKind();
    this.#startLeaf('paragraph', kind);
    this.#isMerging = isMerging;
    this.#content = this.#line.at;
    this.#headFirst = this.#line.first;
    this.#headAt = this.#line.at;
    this.#bodyEnd = -1;
  }

  #addParagraphLine(isHead: boolean): void {
    this.#bodyEnd = this.#end;
    this.#end = this.#line.lineEnd;
    this.#headFirst = this.#line.first;
    this.#headAt = isHead ? this.#line.at : -1;
  }

  #paragraphKind(): BlockKind {
    return this.#open.items > 0 ? 'list-item' : 'paragraph';
  }

  #closeLeaf(): void {
    const leaf = this.#leaf;
    this.#leaf = 'none';
    if (leaf === 'none') return;
    if (leaf !== 'paragraph') {
      this.#add(
        this.#start,
        this.#end,
        this.#kind,
        this.#kind === 'list-item' ? this.#open.items : 0,
        this.#anchor,
      );
      return;
    }
    if (this.#isMerging) {
      this.#list.extendLast(this.#end);
      return;
    }
    if (!this.#cutDefinitions()) return;
    this.#add(
      this.#start,
      this.#end,
      this.#kind,
      this.#kind === 'list-item' ? this.#open.items : 0,
      this.#anchor,
    );
    this.#canMerge = this.#kind === 'list-item' || this.#kind === 'definition';
  }

  /** Takes link reference definitions off the head of the open paragraph; false when nothing is left of it. */
  #cutDefinitions(): boolean {
    const source = this.#source;
    if (this.#isMerging || this.#kind === 'definition') return true;
    const next = (lineEnd: number): number => nextContent(source, lineEnd, this.#end, this.#open.quotes);
    let at = this.#content;
    while (source.charCodeAt(at) === BRACKET_OPEN && source.charCodeAt(at + 1) !== CARET) {
      const end = definitionEnd(source, at, this.#end, next);
      if (end < 0) break;
      this.#add(this.#start, end, 'definition', 0, this.#anchor);
      at = end < this.#end ? next(end) : end;
      if (at >= this.#end) return false;
      this.#start = at;
      this.#anchor = false;
    }
    return true;
  }

  #add(start: number, end: number, kind: BlockKind, level: number, anchor: boolean): void {
    this.#list.add({ start, end, kind, level, quote: this.#open.quotes }, anchor);
    this.#canMerge = false;
  }

  #popTo(depth: number): void {
    if (this.#open.popTo(depth)) this.#canMerge = false;
  }
}
