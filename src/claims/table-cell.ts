import type { Passage } from '../text/block.ts';
import type { FoldedText, Span } from '../text/folded-text.ts';

/** A table cell read as a sentence: the row's head, the column's head, then the cell. */
export interface CellSentence {
  readonly folded: FoldedText;
  /** Where the cell's own text stands in it; figures elsewhere belong to other cells. */
  readonly own: Span;
}

/** 下载量（亿次）, 衍生模型 / 万个, 已上线的系统，套 */
const UNIT_IN_HEAD =
  /[([【]\s*([^()[\]【】]{1,12}?)\s*[)\]】]\s*$|\s*[/,]\s*([十百千万亿兆]+[\u4e00-\u9fff]{0,3}|[个家款套人次元台座种倍天周月年条项篇张]|%|[kmbKMB])\s*$/;
const BARE_YEAR = /^\s*(?:19|20)\d\d\s*$/;
const BARE_NUMBER =
  /^\s*(?:超过|超|约|近|逾|突破|不到|不足|至少|over|about|nearly|some|under)?[\s\d.,~≈<>≥≤+-]*\d[\s\d.,+]*(?:以上|以下|左右|上下|多|余)?$/;

/**
 * Reads a cell together with the cells that name its row and the head of its column, so that tables need no rules of their own:
 * `| 模型 | 累计下载量（亿次） |` over `| Qwen3 | 6 |` reads as "Qwen3 累计下载量 6 亿次". Offsets lead back to the cells; what a head
 * lends to the cell leads to the cell's last character. `rowUnit` is what a column of units says for the row.
 */
export function cellSentence(
  cell: Passage,
  rowHeads: readonly Passage[],
  columnHead: Passage | null,
  rowUnit = '',
): CellSentence {
  const build = new FoldedBuilder();
  const isBare = BARE_NUMBER.test(cell.folded.text);
  let unit = isBare ? rowUnit : '';
  for (const head of [...rowHeads, ...(columnHead === null ? [] : [columnHead])]) {
    const { text } = head.folded;
    const found = isBare ? UNIT_IN_HEAD.exec(text) : null;
    const shown = found === null ? text : text.slice(0, found.index);
    if (found !== null) unit = found[1] ?? found[2] ?? '';
    build.add(head.folded, shown);
    if (BARE_YEAR.test(shown)) build.lend('年', head.folded);
  }
  const start = build.length;
  const body = cell.folded.text.trimEnd();
  // 800+ under 亿元 reads as 800 亿元+.
  const digits = body.search(/[^\d.,]*$/);
  build.add(cell.folded, body.slice(0, digits));
  if (unit !== '') build.lend(unit, cell.folded, digits);
  build.more(cell.folded, digits, body);
  return { folded: build.finish(), own: { start, end: build.length } };
}

class FoldedBuilder {
  private text = '';
  private readonly offsets: number[] = [];

  get length(): number {
    return this.text.length;
  }

  /** Appends the beginning of a folded text, a space before it. */
  add(folded: FoldedText, text: string): void {
    if (this.text !== '') this.lend(' ', folded, 1);
    for (let i = 0; i < text.length; i++) this.offsets.push(folded.offsets[i] ?? 0);
    this.text += text;
  }

  /** Appends the rest of a folded text, right behind. */
  more(folded: FoldedText, from: number, text: string): void {
    for (let i = from; i < text.length; i++) this.offsets.push(folded.offsets[i] ?? 0);
    this.text += text.slice(from);
  }

  /** Appends text that stands nowhere in the source; it leads to the code unit before `length` of `folded`. */
  lend(text: string, folded: FoldedText, length = folded.text.length): void {
    const at = folded.offsets[Math.max(0, length - 1)] ?? 0;
    for (let i = 0; i < text.length; i++) this.offsets.push(at);
    this.text += text;
  }

  finish(): FoldedText {
    return { text: this.text, offsets: Uint32Array.from(this.offsets) };
  }
}
