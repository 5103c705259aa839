import type { Slices } from './prefix-table.ts';
import { lengthOf, type Texts } from './texts.ts';

/**
 * Which items hold which pairs of neighbouring characters. An item is a number; where better items have smaller numbers, the
 * first found are the best.
 */
export interface Grams {
  /** Items that may hold every pair of `query`, smallest first; some that do not may be among them. Empty for fewer than two characters. */
  holding(query: string): Iterable<number>;
  /** Items that share most pairs with `query`, most first, at most `limit`; none shares less than `share` of those that tell much. */
  near(query: string, share: number, limit: number): readonly number[];
}

/** Pairs are counted together in so many drawers: a pair in the wrong one costs a look, never an answer. */
const DRAWERS = 0x1_0000;

const SLICE = 4_000;

/** The rarest pairs of a query tell most; those beyond so many items in all are left out of account. */
const MOST_COUNTED = 300_000;

/** No name shares more pairs with anything. */
const MOST_SHARED = 255;

export interface GramSource {
  readonly texts: Texts;
  /** The item of each text. */
  readonly itemOf: (text: number) => number;
  /** The texts in the order of their items. */
  readonly order: Uint32Array;
}

/** In slices. The first source is the one in which `holding` looks. */
export function* buildGrams(sources: readonly GramSource[], items: number): Generator<void, Grams, void> {
  const ends = new Uint32Array(DRAWERS + 1);
  const last = new Uint32Array(DRAWERS);
  // An item that holds a pair twice is listed once.
  for (const source of sources) {
    last.fill(0);
    yield* eachPair(source, (drawer, item) => {
      if (last[drawer] === item + 1) return;
      last[drawer] = item + 1;
      ends[drawer + 1] = (ends[drawer + 1] ?? 0) + 1;
    });
  }
  for (let drawer = 0; drawer < DRAWERS; drawer++)
    ends[drawer + 1] = (ends[drawer + 1] ?? 0) + (ends[drawer] ?? 0);
  const listed = new Uint32Array(ends[DRAWERS] ?? 0);
  const next = ends.slice(0, DRAWERS);
  const parts: Uint32Array[] = [];
  for (const source of sources) {
    last.fill(0);
    parts.push(next.slice());
    yield* eachPair(source, (drawer, item) => {
      if (last[drawer] === item + 1) return;
      last[drawer] = item + 1;
      const at = next[drawer] ?? 0;
      listed[at] = item;
      next[drawer] = at + 1;
    });
  }
  parts.push(next);
  return createGrams(listed, parts, items);
}

function* eachPair(
  { texts, itemOf, order }: GramSource,
  met: (drawer: number, item: number) => void,
): Slices {
  const { codes, starts } = texts;
  for (let i = 0; i < order.length; i++) {
    const text = order[i] ?? 0;
    const item = itemOf(text);
    const start = starts[text] ?? 0;
    const end = start + lengthOf(texts, text) - 1;
    for (let at = start; at < end; at++) met(drawerOf(codes[at] ?? 0, codes[at + 1] ?? 0), item);
    if (i % SLICE === 0) yield;
  }
}

function drawerOf(a: number, b: number): number {
  return (Math.imul(a, 0x9e37_79b1) ^ Math.imul(b, 0x85eb_ca6b)) >>> 16;
}

/** `bounds[s]` to `bounds[s + 1]` is the part of each drawer that source `s` filled; within it items rise. */
function createGrams(listed: Uint32Array, bounds: readonly Uint32Array[], items: number): Grams {
  const sources = bounds.length - 1;
  const drawersOf = (query: string): number[] => {
    const drawers = new Set<number>();
    for (let i = 0; i + 1 < query.length; i++)
      drawers.add(drawerOf(query.charCodeAt(i), query.charCodeAt(i + 1)));
    return [...drawers];
  };
  const listOf = (drawer: number, source: number): Uint32Array =>
    listed.subarray(bounds[source]?.[drawer] ?? 0, bounds[source + 1]?.[drawer] ?? 0);

  return {
    holding(query) {
      const lists = drawersOf(query)
        .map((drawer) => listOf(drawer, 0))
        .sort((a, b) => a.length - b.length);
      return lists.length === 0 ? [] : common(lists);
    },
    near(query, share, limit) {
      const lists = drawersOf(query).map((drawer) =>
        Array.from({ length: sources }, (_, s) => listOf(drawer, s)),
      );
      const sizes = lists.map((parts) => ({
        parts,
        size: parts.reduce((sum, { length }) => sum + length, 0),
      }));
      sizes.sort((a, b) => a.size - b.size);
      const shared = new Uint8Array(items);
      const touched: number[] = [];
      let counted = 0;
      let left = MOST_COUNTED;
      for (const { parts, size } of sizes) {
        if (size > left && counted > 0) break;
        left -= size;
        counted++;
        for (const list of parts) {
          for (let i = 0; i < list.length; i++) {
            const item = list[i] ?? 0;
            const before = shared[item] ?? 0;
            if (before === 0) touched.push(item);
            if (before < MOST_SHARED) shared[item] = before + 1;
          }
        }
      }
      return mostShared(touched, shared, Math.max(1, Math.ceil(counted * share)), limit);
    },
  };
}

/** The items that share most, at least `least`; of those that share as much, the ones met first. */
function mostShared(touched: readonly number[], shared: Uint8Array, least: number, limit: number): number[] {
  const bySize = Array.from({ length: MOST_SHARED + 1 }, (): number[] => []);
  for (const item of touched) {
    const size = shared[item] ?? 0;
    if (size < least) continue;
    const alike = bySize[size];
    if (alike !== undefined && alike.length < limit) alike.push(item);
  }
  return bySize.toReversed().flat().slice(0, limit);
}

/** What stands in all of several rising lists, the shortest of which comes first. */
function* common([first, ...others]: readonly Uint32Array[]): Generator<number, void, void> {
  const at = others.map(() => 0);
  candidates: for (const item of first ?? []) {
    for (const [n, list] of others.entries()) {
      const found = seek(list, item, at[n] ?? 0);
      if (found === list.length) return;
      at[n] = found;
      if (list[found] !== item) continue candidates;
    }
    yield item;
  }
}

/** The first place from `from` on that holds `item` or more: strides that double, then halves. */
function seek(list: Uint32Array, item: number, from: number): number {
  let step = 1;
  let low = from;
  while (low + step < list.length && (list[low + step] ?? 0) < item) {
    low += step;
    step *= 2;
  }
  let high = Math.min(list.length, low + step + 1);
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < item) low = middle + 1;
    else high = middle;
  }
  return low;
}
