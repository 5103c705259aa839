import type { Block } from '../text/block.ts';
import { MASK } from '../text/folded-text.ts';
import { readBlock } from '../text/passages.ts';
import type { Note } from './note.ts';

/** `prose`: what a reader reads. `markup`: addresses, comments, and what else stands for itself. `code`: nothing of ours. */
export type WritingPlace = 'prose' | 'markup' | 'code';

/** What the character before the offset is part of; blanks count to what stands before them in the line. */
export function placeAt(note: Note, offset: number): WritingPlace {
  const { text } = note;
  const block = blockAt(note, offset);
  if (block === null) return 'prose';
  if (block.kind === 'code' || block.kind === 'front-matter') return 'code';
  if (isInCodeSpan(text.slice(block.start, block.end), offset - block.start)) return 'code';
  let at = offset - 1;
  while (at >= block.start && (text[at] === ' ' || text[at] === '\t')) at--;
  if (at < block.start || text[at] === '\n' || text[at] === '\r') return 'prose';
  return isRead(text, block, at) ? 'prose' : 'markup';
}

/** The block that the offset is in or right behind of, also over the blanks that end its line. */
function blockAt({ text, blocks }: Note, offset: number): Block | null {
  const block = blocks.at(blocks.indexAt(offset));
  if (block === undefined) return null;
  return /^[ \t]*$/.test(text.slice(block.end, offset)) ? block : null;
}

/** Whether the character is one of those that the block's passages hold. */
function isRead(text: string, block: Block, at: number): boolean {
  const wanted = at - block.start;
  return readBlock(text, block).some(({ folded }) => {
    const { offsets } = folded;
    let low = 0;
    let high = offsets.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((offsets[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return offsets[low] === wanted && folded.text[low] !== MASK;
  });
}

/**
 * Whether an offset lies between the ticks of a code span: as many as open it close it. Ticks that nothing closes yet are being
 * typed, to the end of their line.
 */
function isInCodeSpan(text: string, offset: number): boolean {
  const runs = [...text.matchAll(/`+/g)].map(({ 0: run, index }) => ({
    start: index,
    end: index + run.length,
  }));
  for (let i = 0; i < runs.length; i++) {
    const open = runs[i];
    if (open === undefined || open.start >= offset) return false;
    if (text[open.start - 1] === '\\') continue;
    const close = runs.findIndex(({ start, end }, j) => j > i && end - start === open.end - open.start);
    const closed = runs[close];
    if (closed === undefined) {
      if (open.end <= offset && !/[\r\n]/.test(text.slice(open.end, offset))) return true;
      continue;
    }
    if (offset >= open.end && offset <= closed.start) return true;
    i = close;
  }
  return false;
}
