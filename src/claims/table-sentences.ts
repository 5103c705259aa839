import type { Passage } from '../text/block.ts';
import type { FoldedText, Span } from '../text/folded-text.ts';
import { cellSentence } from './table-cell.ts';

/** A cell of a table with the sentence that it makes together with its heads. */
export interface TableSentence {
  readonly cell: Passage;
  readonly folded: FoldedText;
  /** Where the cell's own text stands in it. */
  readonly own: Span;
}

/** A cell that begins with a number holds a value; it names nothing for the cells behind it. */
const VALUE = /^\s*(?:[~≈<>≥≤+-]|超过|超|约|近|逾|突破|不到|不足|至少|over|about|nearly|some|under)?\s*\d/;
/** Unless it says when: 2024 年初, 2025-06, FY2025, 2025 Q3. */
const TIME =
  /^\s*(?:FY|CY)?\s*(?:19|20)\d\d(?:\s*$|\s*(?:财?年|[/.–-]\s*\d{1,2}(?!\d)|Q[1-4]|H[12]|[上下]半|[初中底末]))/i;
/** The head of a column that says in which unit its rows are. */
const UNIT_HEAD = /^\s*(?:(?:计量)?单位|units?)\s*$/i;
/** The head of a column that says who says so, which names nobody whose figures they are. */
const SOURCE_HEAD =
  /^\s*(?:(?:数据|资料|信息)?(?:来源|出处)|引自|链接|备注|sources?|references?|refs?|notes?|links?)\s*$/i;
/** What a figure or a time cannot do without. */
const MAY_HOLD =
  /[\d零〇一二两三四五六七八九十百千万亿兆半几数成倍年月季周天日今去前后目现]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|half|halves|thirds?|quarters?|fifths?|tenths?|once|twice|thrice|double|triple|\w+fold|year|month|week|today|now|first|second|last)\b/i;

const LONGEST_UNIT = 12;

/** The cells of a table that may hold a figure or a time, each in its sentence. `heads` are the cells of the first row by column. */
export function tableSentences(
  cells: readonly Passage[],
  heads: ReadonlyMap<number, Passage>,
  isUnit: (text: string) => boolean,
): readonly TableSentence[] {
  const aside = new Set<number>();
  for (const [column, head] of heads) if (SOURCE_HEAD.test(head.folded.text)) aside.add(column);
  const unitHeads = new Set<number>();
  for (const [column, { folded }] of heads) {
    const text = folded.text.trim();
    if (text !== '' && text.length <= LONGEST_UNIT && isUnit(text)) unitHeads.add(column);
  }
  const unitColumn = [...heads].find(([, head]) => UNIT_HEAD.test(head.folded.text))?.[0] ?? -1;
  const cornerUnit = unitOfCorner(heads.get(0)?.folded.text ?? '', isUnit);
  const rows = new Map<number, Passage[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row === undefined) rows.set(cell.row, [cell]);
    else row.push(cell);
  }
  const out: TableSentence[] = [];
  for (const cell of cells) {
    if (cell.role === 'header-cell' || cell.column === unitColumn) continue;
    if (!MAY_HOLD.test(cell.folded.text)) continue;
    const row = rows.get(cell.row) ?? [];
    const before = row.filter(
      ({ column, folded: { text } }) =>
        column < cell.column &&
        column !== unitColumn &&
        !aside.has(column) &&
        (!VALUE.test(text) || TIME.test(text)),
    );
    if (before.length === 0 && cell.column === 0) continue;
    const head = heads.get(cell.column) ?? null;
    const above = head?.folded.text.trim() ?? '';
    // A head that is a unit (亿千瓦时) is that of the figures under it, and names nothing.
    const isUnitHead = unitHeads.has(cell.column);
    const unit = isUnitHead
      ? above
      : (row.find(({ column }) => column === unitColumn)?.folded.text.trim() ?? cornerUnit);
    out.push({ cell, ...cellSentence(cell, before, isUnitHead ? null : head, unit) });
  }
  return out;
}

/** 阿里云（单位：亿元）: the head of the first column may say the unit of all bare numbers. */
function unitOfCorner(text: string, isUnit: (text: string) => boolean): string {
  const unit = UNIT_IN_CORNER.exec(text)?.[1]?.trim() ?? '';
  return unit !== '' && isUnit(unit) ? unit : '';
}

const UNIT_IN_CORNER = /(?:单位|\bunits?)\s*[: ]\s*([^()[\]:;,，]{1,12})/i;
