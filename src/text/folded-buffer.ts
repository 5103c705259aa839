import { LF, SPACE } from './chars.ts';
import { FOLD, textOf } from './fold.ts';
import type { FoldedText, Span } from './folded-text.ts';

/** What each character without a meaning in Markdown is folded to; 0 for all that need a look. */
const PLAIN: Uint16Array = makePlainTable();

function makePlainTable(): Uint16Array {
  const plain = new Uint16Array(FOLD);
  for (let code = 0; code < plain.length; code++) if (plain[code] === SPACE) plain[code] = 0;
  for (const mark of '\n\r\\`*_~=![]<&$:.@?(（') plain[mark.charCodeAt(0)] = 0;
  // A low surrogate may belong to a pair that is left out.
  plain.fill(0, 0xdc00, 0xe000);
  return plain;
}

/** Offsets of a text from which nothing is left out: views of this spare most passages an array of their own. */
const IDENTITY: Uint32Array = makeIdentity(0x8000);

function makeIdentity(length: number): Uint32Array {
  const offsets = new Uint32Array(length);
  for (let i = 0; i < length; i++) offsets[i] = i;
  return offsets;
}

/** The folded text of one passage while it is being built, with the source offset of each code unit. */
export class FoldedBuffer {
  /** Number of code units so far. */
  length = 0;
  readonly #source: string;
  readonly #base: number;
  readonly #from: number;
  readonly #to: number;
  readonly #codes: number[];
  /** Null as long as code unit `i` stands at `from + i` in the source. */
  #offsets: Uint32Array | null = null;
  #firstDropped = Number.POSITIVE_INFINITY;

  /** For the passage from `from` to `to`; offsets are counted from `base`. */
  constructor(source: string, base: number, from: number, to: number) {
    this.#source = source;
    this.#base = base;
    this.#from = from;
    this.#to = to;
    this.#codes = new Array<number>(to - from);
  }

  /** Code unit at an index; 0 behind the end. */
  codeAt(index: number): number {
    return index < this.length ? (this.#codes[index] ?? 0) : 0;
  }

  /** Source offset of a code unit. */
  sourceAt(index: number): number {
    return this.#offsets === null ? this.#from + index : this.#base + (this.#offsets[index] ?? 0);
  }

  /** Takes characters that mean nothing in Markdown, and gives the offset of the first that may. */
  takePlain(from: number): number {
    const source = this.#source;
    const codes = this.#codes;
    const to = this.#to;
    const base = this.#base;
    let length = this.length;
    let at = from;
    const offsets = this.#offsetsFor(at);
    for (; at < to; at++) {
      const folded = PLAIN[source.charCodeAt(at)] ?? 0;
      if (folded === 0) break;
      codes[length] = folded;
      if (offsets !== null) offsets[length] = at - base;
      length++;
    }
    this.length = length;
    return at;
  }

  /** Adds one folded code unit; nothing for 0, and one space for many. */
  emit(folded: number, at: number): void {
    if (folded === 0 || (folded === SPACE && this.#isGapBefore(this.length))) return;
    const offsets = this.#offsetsFor(at);
    this.#codes[this.length] = folded;
    if (offsets !== null) offsets[this.length] = at - this.#base;
    this.length++;
  }

  /** Takes back what was added from `index` on. */
  cutBack(index: number): void {
    this.length = index;
  }

  /** Takes back spaces at the end. */
  trimSpaces(): void {
    while (this.length > 0 && this.#codes[this.length - 1] === SPACE) this.length--;
  }

  /** Marks a code unit as no text; it goes when the passage is finished. */
  drop(index: number): void {
    this.#codes[index] = 0;
    if (index < this.#firstDropped) this.#firstDropped = index;
  }

  /** Closes the gaps of dropped marks and cuts off space at the end; gives `spans` as they are then. */
  finish(spans: readonly Span[]): readonly Span[] {
    const moved = this.#firstDropped < this.length ? this.#compact(spans) : spans;
    while (this.length > 0 && isGap(this.#codes[this.length - 1])) this.length--;
    if (moved.length === 0) return moved;
    const clipped = moved.map((span) => ({ start: span.start, end: Math.min(span.end, this.length) }));
    return clipped.filter((span) => span.start < span.end);
  }

  toFoldedText(): FoldedText {
    return { text: textOf(this.#codes, 0, this.length), offsets: this.#finalOffsets() };
  }

  /** The array to write the next offset into, if that code unit stands at `at`. */
  #offsetsFor(at: number): Uint32Array | null {
    if (this.#offsets !== null || at === this.#from + this.length) return this.#offsets;
    return this.#writtenOffsets();
  }

  #writtenOffsets(): Uint32Array {
    if (this.#offsets !== null) return this.#offsets;
    const offsets = new Uint32Array(this.#to - this.#from);
    const shift = this.#from - this.#base;
    for (let i = 0; i < this.length; i++) offsets[i] = shift + i;
    this.#offsets = offsets;
    return offsets;
  }

  #finalOffsets(): Uint32Array {
    if (this.#offsets !== null) return this.#offsets.subarray(0, this.length);
    const start = this.#from - this.#base;
    const end = start + this.length;
    return end <= IDENTITY.length
      ? IDENTITY.subarray(start, end)
      : Uint32Array.from({ length: this.length }, (_, i) => start + i);
  }

  #compact(spans: readonly Span[]): readonly Span[] {
    const from = this.#firstDropped;
    const end = this.length;
    // New index of each old one from `from` on; only spans need it.
    const moved = new Uint32Array(spans.length === 0 ? 0 : end - from + 1);
    const offsets = this.#writtenOffsets();
    let length = from;
    for (let i = from; i < end; i++) {
      if (moved.length > 0) moved[i - from] = length;
      const code = this.#codes[i] ?? 0;
      if (code === 0 || (code === SPACE && this.#isGapBefore(length))) continue;
      this.#codes[length] = code;
      offsets[length] = offsets[i] ?? 0;
      length++;
    }
    this.length = length;
    if (moved.length > 0) moved[end - from] = length;
    const place = (index: number): number => (index < from ? index : (moved[index - from] ?? length));
    return spans.map((span) => ({ start: place(span.start), end: place(span.end) }));
  }

  #isGapBefore(index: number): boolean {
    return index === 0 || isGap(this.#codes[index - 1]);
  }
}

function isGap(code: number | undefined): boolean {
  return code === SPACE || code === LF;
}
