import { isAlphanumeric, isDigit, isLetter, lower } from './chars.ts';

/** A word list that finds the longest word at a place in time linear in that word. */
export interface Lexicon<T> {
  /** The longest word at `at`, or null. */
  match(text: string, at: number): Match<T> | null;
  /** Whether any word starts with this UTF-16 code unit. */
  starts(code: number): boolean;
}

export interface Match<T> {
  readonly end: number;
  readonly value: T;
}

export interface Word<T> {
  readonly text: string;
  readonly value: T;
  /** Case matters (GB, Gb). Otherwise Latin letters match in either case. */
  readonly exact?: boolean;
  /** A digit may follow a word that ends in a Latin letter (USD100, Q3). */
  readonly open?: boolean;
}

/** Words in lower case share the trie; `exact` spellings are told apart at its leaves. A later word does not replace an earlier one. */
export function compileLexicon<T>(words: Iterable<Word<T>>): Lexicon<T> {
  const roots = new Int32Array(65536);
  const edges = new Map<number, number>();
  const leaves: (Word<T>[] | null)[] = [null];
  for (const word of words) insert(word);
  const child = packEdges(edges);

  function insert(word: Word<T>): void {
    let node = 0;
    for (let i = 0; i < word.text.length; i++) {
      const code = lower(word.text.charCodeAt(i));
      let next = node === 0 ? (roots[code] ?? 0) : (edges.get(edgeKey(node, code)) ?? 0);
      if (next === 0) {
        next = leaves.push(null) - 1;
        if (node === 0) roots[code] = next;
        else edges.set(edgeKey(node, code), next);
      }
      node = next;
    }
    if (node === 0) return;
    const here = leaves[node];
    if (here) here.push(word);
    else leaves[node] = [word];
  }

  return {
    starts: (code) => roots[lower(code)] !== 0,
    match(text, at) {
      let node = roots[lower(text.charCodeAt(at))] ?? 0;
      let best: Match<T> | null = null;
      for (let i = at + 1; node !== 0; i++) {
        const here = leaves[node];
        if (here) {
          const word = fitting(here, text, at, i);
          if (word !== null) best = { end: i, value: word.value };
        }
        if (i >= text.length) break;
        node = child(edgeKey(node, lower(text.charCodeAt(i))));
      }
      return best;
    },
  };
}

/** One number for a node and the code unit behind it; distinct for up to 65536 nodes. */
const edgeKey = (node: number, code: number): number => (node << 16) | code;

/** The edges as an open hash table of plain integers, which is some times faster to ask than a map. */
function packEdges(edges: ReadonlyMap<number, number>): (key: number) => number {
  let bits = 4;
  while (1 << bits < edges.size * 2) bits++;
  const mask = (1 << bits) - 1;
  const keys = new Int32Array(1 << bits);
  const nodes = new Int32Array(1 << bits);
  const place = (key: number): number => Math.imul(key, 0x9e3779b1) >>> (32 - bits);
  for (const [key, node] of edges) {
    let at = place(key);
    while (nodes[at] !== 0) at = (at + 1) & mask;
    keys[at] = key;
    nodes[at] = node;
  }
  return (key) => {
    let at = place(key);
    for (;;) {
      const node = nodes[at] ?? 0;
      if (node === 0 || keys[at] === key) return node;
      at = (at + 1) & mask;
    }
  };
}

function fitting<T>(words: readonly Word<T>[], text: string, start: number, end: number): Word<T> | null {
  for (const word of words) {
    if (word.exact === true && !text.startsWith(word.text, start)) continue;
    const last = text.charCodeAt(end - 1);
    if (isDigit(last) && isDigit(text.charCodeAt(end))) continue;
    if (isLetter(last)) {
      const next = text.charCodeAt(end);
      if (word.open === true ? isLetter(next) : isAlphanumeric(next)) continue;
    }
    return word;
  }
  return null;
}
