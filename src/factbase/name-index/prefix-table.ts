import { standsAt, type Texts } from './texts.ts';

/** Work in slices: each `next` does a little of it, so that whoever runs it may do something else in between. */
export type Slices = Generator<void, void, void>;

/**
 * Finds the places of texts that begin with a query. The places keep the order in which they were given, so that the first found
 * are the best; nothing is sorted before it is asked for: the first query with a beginning parts those that share it by their
 * next character, and later queries find them parted.
 */
export interface PrefixTable {
  /** Places at which `query` stands, in the order in which they were given. A view: good until the next call. */
  find(query: string): Uint32Array;
  /** Does ahead of time what would make the first queries slow. */
  prepare(): Slices;
}

/** A run of places that have the same beginning, and once somebody asked, its parts by the next character. */
interface Node {
  readonly from: number;
  readonly to: number;
  parts: Map<number, Node> | null;
}

/** So few are looked through one by one. */
const FEW = 48;

/** Parting fewer than these takes less than a millisecond. */
const MANY = 30_000;

/** Places parted between two breaths. */
const SLICE = 20_000;

const CODES = 0x1_0000;

/** Takes over `places`: positions in `texts`, best first. */
export function createPrefixTable(texts: Texts, places: Uint32Array): PrefixTable {
  const root: Node = { from: 0, to: places.length, parts: null };
  const { codes } = texts;

  /** Stable: what was before stays before, within each part. */
  function* part(node: Node, depth: number): Slices {
    const counts = new Uint32Array(CODES);
    const seen: number[] = [];
    for (let i = node.from; i < node.to; i++) {
      const code = codes[(places[i] ?? 0) + depth] ?? 0;
      const count = counts[code] ?? 0;
      if (count === 0) seen.push(code);
      counts[code] = count + 1;
      if (i % SLICE === 0) yield;
    }
    const parts = new Map<number, Node>();
    let at = node.from;
    for (const code of seen) {
      const from = at;
      at += counts[code] ?? 0;
      parts.set(code, { from, to: at, parts: null });
      counts[code] = from - node.from;
    }
    const parted = new Uint32Array(node.to - node.from);
    for (let i = node.from; i < node.to; i++) {
      const place = places[i] ?? 0;
      const code = codes[place + depth] ?? 0;
      const target = counts[code] ?? 0;
      parted[target] = place;
      counts[code] = target + 1;
      if (i % SLICE === 0) yield;
    }
    // Somebody may have asked while this one rested; places and parts change together or not at all.
    if (node.parts !== null) return;
    places.set(parted, node.from);
    node.parts = parts;
  }

  function few(node: Node, query: string, depth: number): Uint32Array {
    const rest = query.slice(depth);
    return places.subarray(node.from, node.to).filter((place) => standsAt(texts, place + depth, rest));
  }

  return {
    find(query) {
      let node = root;
      for (let depth = 0; depth < query.length; depth++) {
        if (node.parts === null) {
          if (node.to - node.from <= FEW) return few(node, query, depth);
          for (const _ of part(node, depth));
        }
        const next: Node | undefined = node.parts?.get(query.charCodeAt(depth));
        if (next === undefined) return places.subarray(0, 0);
        node = next;
      }
      return places.subarray(node.from, node.to);
    },
    *prepare() {
      const open: { readonly node: Node; readonly depth: number }[] = [{ node: root, depth: 0 }];
      for (let one = open.pop(); one !== undefined; one = open.pop()) {
        const { node, depth } = one;
        if (node.to - node.from < MANY) continue;
        if (node.parts === null) yield* part(node, depth);
        for (const [code, next] of node.parts ?? [])
          if (code !== 0) open.push({ node: next, depth: depth + 1 });
      }
    },
  };
}
