import type { Block } from './block.ts';
import type { BlockList } from './block-list.ts';
import { BlockScanner } from './block-scanner.ts';
import { frontMatterEnd } from './block-starts.ts';
import { isBlank } from './chars.ts';

/** An edit: the code units from `start` to `end` of the old text gave way to `newLength` new ones. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly newLength: number;
}

/**
 * The blocks after an edit, and where they differ: `removed` blocks of the old list from index `from` on gave way to
 * `added` blocks of the new list from the same index on. All other blocks kept their text; those behind only moved.
 */
export interface BlockUpdate {
  readonly blocks: BlockList;
  readonly from: number;
  readonly removed: number;
  readonly added: number;
}

/** The blocks of a Markdown text, as plain objects. */
export function splitBlocks(source: string): readonly Block[] {
  return scanBlocks(source).toArray();
}

/** The blocks of a Markdown text, as a list that `updateBlocks` can carry through edits. */
export function scanBlocks(source: string): BlockList {
  return new BlockScanner(source, 0).run();
}

/**
 * The blocks of `source`, which came from the text of `previous` by `change`. Scans from the last safe place before the
 * edit until old and new are in step again. Equal to `scanBlocks(source)`.
 */
export function updateBlocks(previous: BlockList, source: string, change: TextChange): BlockUpdate {
  const shift = change.newLength - (change.end - change.start);
  const newEnd = change.start + change.newLength;
  const first = hasSameFrontMatter(previous, source, change) ? restartIndex(previous, change.start) : 0;
  const from = first === 0 ? 0 : lineStart(source, previous.startOf(first));

  let resume = previous.length;
  const stop = (blockStart: number, start: number): boolean => {
    if (start <= newEnd) return false;
    const index = previous.indexAt(blockStart - shift);
    if (index < first || previous.startOf(index) !== blockStart - shift || !previous.isAnchor(index))
      return false;
    resume = index;
    return true;
  };
  const fresh = new BlockScanner(source, from, stop).run();

  let same = 0;
  while (
    same < fresh.length &&
    first + same < resume &&
    fresh.matches(same, previous, first + same, 0) &&
    fresh.endOf(same) < change.start
  ) {
    same++;
  }
  return {
    blocks: previous.spliced(first, resume, fresh, shift),
    from: first + same,
    removed: resume - first - same,
    added: fresh.length - same,
  };
}

/** Index of a block before the one at `offset` from which a scan that knows nothing says the same as a full one. */
function restartIndex(blocks: BlockList, offset: number): number {
  let index = blocks.indexAt(offset) - 1;
  while (index > 0 && !blocks.isAnchor(index)) index--;
  return Math.max(0, index);
}

/** The only thing at the head of a text that an edit far below can change is whether the front matter is closed. */
function hasSameFrontMatter(previous: BlockList, source: string, change: TextChange): boolean {
  const old = previous.at(0)?.kind === 'front-matter' ? previous.endOf(0) : 0;
  return change.start > old + 1 && frontMatterEnd(source) === old;
}

function lineStart(source: string, blockStart: number): number {
  let start = blockStart;
  while (start > 0 && isBlank(source.charCodeAt(start - 1))) start--;
  return start;
}
