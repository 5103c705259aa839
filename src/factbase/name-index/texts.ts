import { createNumbers } from './numbers.ts';

/**
 * Many short texts in one array of UTF-16 code units, each followed by a zero. A million names are one object to the garbage
 * collector, and take two bytes for each character.
 */
export interface Texts {
  readonly codes: Uint16Array;
  /** Where each text begins. */
  readonly starts: Uint32Array;
  /** Number of texts. */
  readonly count: number;
}

export interface TextsBuilder {
  /** Number of texts so far. */
  readonly count: number;
  add(text: string): void;
  finish(): Texts;
}

const FIRST_SIZE = 1024;

export function createTextsBuilder(): TextsBuilder {
  let codes = new Uint16Array(FIRST_SIZE);
  const starts = createNumbers();
  let end = 0;
  let count = 0;
  return {
    get count() {
      return count;
    },
    add(text) {
      if (end + text.length + 1 > codes.length) {
        const larger = new Uint16Array(Math.max(codes.length * 2, end + text.length + 1));
        larger.set(codes);
        codes = larger;
      }
      starts.add(end);
      count++;
      for (let i = 0; i < text.length; i++) codes[end++] = text.charCodeAt(i);
      codes[end++] = 0;
    },
    finish: () => ({ codes: codes.slice(0, end), starts: starts.finish(), count }),
  };
}

/** The number of the text that holds a position. */
export function textAt({ starts, count }: Texts, position: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function lengthOf({ codes, starts, count }: Texts, text: number): number {
  const end = text + 1 < count ? (starts[text + 1] ?? 0) : codes.length;
  return end - 1 - (starts[text] ?? 0);
}

/** Whether `query` stands at a position; a text's end is met by nothing. */
export function standsAt({ codes }: Texts, position: number, query: string): boolean {
  for (let i = 0; i < query.length; i++) if (codes[position + i] !== query.charCodeAt(i)) return false;
  return true;
}
