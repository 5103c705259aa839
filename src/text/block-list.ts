import type { Block, BlockKind } from './block.ts';

const KINDS: readonly BlockKind[] = [
  'front-matter',
  'heading',
  'paragraph',
  'list-item',
  'table',
  'code',
  'html',
  'definition',
];

const NUMBER_OF_KIND = Object.fromEntries(KINDS.map((kind, index) => [kind, index])) as Record<
  BlockKind,
  number
>;

/** Marks a block from which a scan may start afresh: at its first line no list, quote or footnote was open. */
const ANCHOR = 0x80;

/**
 * The blocks of one text, in order, held in parallel arrays: shifting the tail after an edit is a pass of additions,
 * not an object for each block.
 */
export class BlockList implements Iterable<Block> {
  readonly #starts: Uint32Array;
  readonly #ends: Uint32Array;
  /** Kind number, with the anchor bit. */
  readonly #kinds: Uint8Array;
  readonly #levels: Uint8Array;
  readonly #quotes: Uint8Array;

  constructor(
    starts: Uint32Array,
    ends: Uint32Array,
    kinds: Uint8Array,
    levels: Uint8Array,
    quotes: Uint8Array,
  ) {
    this.#starts = starts;
    this.#ends = ends;
    this.#kinds = kinds;
    this.#levels = levels;
    this.#quotes = quotes;
  }

  get length(): number {
    return this.#starts.length;
  }

  at(index: number): Block | undefined {
    const start = this.#starts[index];
    const kind = KINDS[(this.#kinds[index] ?? 0) & ~ANCHOR];
    if (start === undefined || kind === undefined) return undefined;
    return {
      start,
      end: this.#ends[index] ?? start,
      kind,
      level: this.#levels[index] ?? 0,
      quote: this.#quotes[index] ?? 0,
    };
  }

  *[Symbol.iterator](): Iterator<Block> {
    for (let index = 0; index < this.length; index++) {
      const block = this.at(index);
      if (block !== undefined) yield block;
    }
  }

  toArray(): readonly Block[] {
    return [...this];
  }

  /** Index of the last block that starts at or before `offset`; -1 when there is none. */
  indexAt(offset: number): number {
    let low = -1;
    let high = this.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  startOf(index: number): number {
    return this.#starts[index] ?? 0;
  }

  endOf(index: number): number {
    return this.#ends[index] ?? 0;
  }

  isAnchor(index: number): boolean {
    return ((this.#kinds[index] ?? 0) & ANCHOR) !== 0;
  }

  /** Does this list have at `index` what `other` has at `otherIndex`, if `other` is moved by `shift`? */
  matches(index: number, other: BlockList, otherIndex: number, shift: number): boolean {
    return (
      this.#starts[index] === (other.#starts[otherIndex] ?? Number.NaN) + shift &&
      this.#ends[index] === (other.#ends[otherIndex] ?? Number.NaN) + shift &&
      this.#kinds[index] === other.#kinds[otherIndex] &&
      this.#levels[index] === other.#levels[otherIndex] &&
      this.#quotes[index] === other.#quotes[otherIndex]
    );
  }

  /** A list with the blocks of `middle` in place of those from `from` to `to`; the blocks behind move by `shift`. */
  spliced(from: number, to: number, middle: BlockList, shift: number): BlockList {
    const joined = <T extends Uint32Array | Uint8Array>(into: T, old: T, fresh: T): T => {
      into.set(old.subarray(0, from));
      into.set(fresh, from);
      into.set(old.subarray(to), from + fresh.length);
      return into;
    };
    const length = from + middle.length + this.length - to;
    const starts = joined(new Uint32Array(length), this.#starts, middle.#starts);
    const ends = joined(new Uint32Array(length), this.#ends, middle.#ends);
    for (let index = from + middle.length; index < length; index++) {
      starts[index] = (starts[index] ?? 0) + shift;
      ends[index] = (ends[index] ?? 0) + shift;
    }
    return new BlockList(
      starts,
      ends,
      joined(new Uint8Array(length), this.#kinds, middle.#kinds),
      joined(new Uint8Array(length), this.#levels, middle.#levels),
      joined(new Uint8Array(length), this.#quotes, middle.#quotes),
    );
  }
}

/** Collects blocks one after the other. */
export class BlockListBuilder {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #kinds: number[] = [];
  readonly #levels: number[] = [];
  readonly #quotes: number[] = [];

  add(block: Block, anchor: boolean): void {
    this.#starts.push(block.start);
    this.#ends.push(block.end);
    this.#kinds.push(NUMBER_OF_KIND[block.kind] | (anchor ? ANCHOR : 0));
    this.#levels.push(Math.min(block.level, 255));
    this.#quotes.push(Math.min(block.quote, 255));
  }

  /** Lets the block added last reach to `end`. */
  extendLast(end: number): void {
    const last = this.#ends.length - 1;
    if (last >= 0) this.#ends[last] = end;
  }

  build(): BlockList {
    return new BlockList(
      Uint32Array.from(this.#starts),
      Uint32Array.from(this.#ends),
      Uint8Array.from(this.#kinds),
      Uint8Array.from(this.#levels),
      Uint8Array.from(this.#quotes),
    );
  }
}
