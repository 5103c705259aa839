import type { Block, Passage, PassageRole } from './block.ts';
import { footnoteEnd, headingLevel, lineAfter, lineEndAt, listMarkerWidth } from './block-starts.ts';
import {
  BANG,
  BRACKET_CLOSE,
  BRACKET_OPEN,
  GREATER,
  HASH,
  isBlank,
  isNewline,
  QUESTION,
  SPACE,
} from './chars.ts';
import { readInline } from './inline.ts';
import { skipPrefix } from './line-prefix.ts';
import { sentenceSpans } from './sentences.ts';
import { eachCell } from './table-cells.ts';

/**
 * The readable text of one block: a passage for each paragraph, heading or table cell that is not empty. Front matter,
 * code, scripts, comments and link reference definitions have none. Offsets are relative to the block's start.
 */
export function readBlock(source: string, block: Block): readonly Passage[] {
  switch (block.kind) {
    case 'front-matter':
    case 'code':
      return [];
    case 'heading':
      return readHeading(source, block);
    case 'table':
      return readTable(source, block);
    case 'paragraph':
      return new PassageReader(source, block).read(contentStart(source, block), block.end, 'prose');
    case 'list-item':
      return readParagraphs(source, block);
    case 'html':
      return isReadableHtml(source, block.start) ? readParagraphs(source, block) : [];
    case 'definition':
      return isFootnote(source, block.start) ? readParagraphs(source, block) : [];
  }
}

/** Collects the passages of one block. */
class PassageReader {
  readonly passages: Passage[] = [];
  readonly #source: string;
  readonly #block: Block;

  constructor(source: string, block: Block) {
    this.#source = source;
    this.#block = block;
  }

  read(from: number, to: number, role: PassageRole, row = 0, column = 0): readonly Passage[] {
    if (from >= to) return this.passages;
    const { start: base, quote: quotes, kind } = this.#block;
    // Tags such as <p> and <td> stand for ends of lines, so in HTML no line runs on.
    const { folded, struck } = readInline(this.#source, {
      base,
      from,
      to,
      quotes,
      hardLines: kind === 'html',
    });
    if (folded.text.length === 0) return this.passages;
    this.passages.push({ role, folded, sentences: sentenceSpans(folded.text), struck, row, column });
    return this.passages;
  }
}

function readHeading(source: string, block: Block): readonly Passage[] {
  const reader = new PassageReader(source, block);
  const start = contentStart(source, block);
  const level = headingLevel(source, start, block.end);
  if (level > 0)
    return reader.read(start + level, closingHashes(source, start + level, block.end), 'heading');
  let underline = block.end;
  while (underline > start && !isNewline(source.charCodeAt(underline - 1))) underline--;
  return reader.read(start, underline, 'heading');
}

/** Where the `##` begins that may close a heading. */
function closingHashes(source: string, from: number, end: number): number {
  let text = end;
  while (text > from && isBlank(source.charCodeAt(text - 1))) text--;
  let hashes = text;
  while (hashes > from && source.charCodeAt(hashes - 1) === HASH) hashes--;
  return hashes === from || isBlank(source.charCodeAt(hashes - 1)) ? hashes : text;
}

function readTable(source: string, block: Block): readonly Passage[] {
  const reader = new PassageReader(source, block);
  let at = contentStart(source, block);
  let columns = 0;
  for (let line = 0; at < block.end; line++) {
    const end = Math.min(lineEndAt(source, at), block.end);
    // The second line only says how columns are aligned.
    const row = line === 0 ? 0 : line - 1;
    const role = line === 0 ? 'header-cell' : 'cell';
    if (line !== 1) {
      eachCell(source, at, end, (from, to, column) => {
        if (line === 0) columns = column + 1;
        if (column < columns) reader.read(from, to, role, row, column);
      });
    }
    at = skipPrefix(source, lineAfter(source, end), block.end, block.quote);
  }
  return reader.passages;
}

/** Reads paragraphs that blank lines part. */
function readParagraphs(source: string, block: Block): readonly Passage[] {
  const reader = new PassageReader(source, block);
  let from = contentStart(source, block);
  let to = from;
  for (let at = from; at < block.end; ) {
    const end = Math.min(lineEndAt(source, at), block.end);
    const next = skipPrefix(source, lineAfter(source, end), block.end, block.quote);
    if (at === end) {
      reader.read(from, to, 'prose');
      from = next;
    }
    to = end;
    at = next;
  }
  return reader.read(from, to, 'prose');
}

/** Offset behind the quote marks, list markers, task box and footnote label of a block's first line. */
function contentStart(source: string, block: Block): number {
  const end = block.end;
  let quotes = block.quote;
  let at = block.start;
  for (;;) {
    while (at < end && isBlank(source.charCodeAt(at))) at++;
    if (at >= end) return end;
    if (source.charCodeAt(at) === GREATER && quotes > 0) {
      quotes--;
      at++;
      continue;
    }
    // A paragraph outside lists that begins like a list item stands behind something that it cannot interrupt.
    const marker = block.kind === 'paragraph' ? 0 : listMarkerWidth(source, at, end);
    const label = block.kind === 'definition' ? footnoteEnd(source, at, end) : -1;
    if (label >= 0) at = label;
    else if (marker > 0) at += marker;
    else return block.kind === 'list-item' ? skipTaskBox(source, at, end) : at;
  }
}

function skipTaskBox(source: string, at: number, end: number): number {
  if (at + 3 >= end || source.charCodeAt(at) !== BRACKET_OPEN) return at;
  if (source.charCodeAt(at + 2) !== BRACKET_CLOSE || !isBlank(source.charCodeAt(at + 3))) return at;
  const state = source.charCodeAt(at + 1);
  const isBox = state === SPACE || (state | 0x20) === 0x78;
  return isBox ? at + 4 : at;
}

function isFootnote(source: string, start: number): boolean {
  return footnoteEnd(source, start, lineEndAt(source, start)) >= 0;
}

/** Comments, declarations, scripts and styles are not for reading; what other tags hold is. */
function isReadableHtml(source: string, start: number): boolean {
  const next = source.charCodeAt(start + 1);
  if (next === BANG || next === QUESTION) return false;
  return !/^<(?:script|style|pre|textarea)\b/i.test(source.slice(start, start + 10));
}
