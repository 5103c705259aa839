/**
 * Words as a trie of typed arrays. Nodes stand level by level, the children of a node side by side in order of their code units: a
 * node is the place of its last code unit in `codes`, and looking for a child reads a few neighbouring numbers. Node 0 is the root.
 */
export interface CodeTrie {
  readonly codes: Uint16Array;
  /** The children of node `n` are the nodes from `children[n]` up to `children[n + 1]`. */
  readonly children: Int32Array;
  /** The words that end at node `n` are those of `words` from `ends[n]` up to `ends[n + 1]`, the last of the list first. */
  readonly ends: Int32Array;
  /** Indexes of words in the list that the trie was built of. */
  readonly words: Int32Array;
}

/** Builds the trie of a list; empty words are in none. A word may stand in it more than once. */
export function buildCodeTrie(list: readonly string[]): CodeTrie {
  const places = new PlacesOfWords(list);
  const nodes = new NodeList(places);
  for (let node = 0; node < nodes.size; node++) nodes.branch(node);
  return nodes.finish();
}

/** Each word of a list once, in order of code units, with its places in the list. */
class PlacesOfWords {
  readonly words: readonly string[];
  readonly total: number;
  /** Of each word its last place, and of each place the one before of the same word, counted from one; 0 for none. */
  private readonly last: Int32Array;
  private readonly before: Int32Array;

  constructor(list: readonly string[]) {
    const ranks = new Map<string, number>();
    for (const word of list) ranks.set(word, 0);
    ranks.delete('');
    // Without a function to compare by, strings are sorted natively.
    this.words = [...ranks.keys()].sort();
    for (const [rank, word] of this.words.entries()) ranks.set(word, rank);
    this.total = list.length;
    this.last = new Int32Array(this.words.length);
    this.before = new Int32Array(list.length + 1);
    list.forEach((word, place) => {
      const rank = ranks.get(word);
      if (rank === undefined) return;
      this.before[place + 1] = this.last[rank] ?? 0;
      this.last[rank] = place + 1;
    });
  }

  /** Writes the places of a word into `out` from `at` on, the last first; gives where it ended. */
  write(rank: number, out: Int32Array, at: number): number {
    let end = at;
    for (let place = this.last[rank] ?? 0; place > 0; place = this.before[place] ?? 0) out[end++] = place - 1;
    return end;
  }
}

const FIRST_SIZE = 1024;

/** Nodes while the trie is built. The words below a node are a stretch of the sorted list. */
class NodeList {
  size = 1;
  private readonly places: PlacesOfWords;
  private codes = new Uint16Array(FIRST_SIZE);
  private children = new Int32Array(FIRST_SIZE);
  private ends = new Int32Array(FIRST_SIZE);
  private from = new Int32Array(FIRST_SIZE);
  private to = new Int32Array(FIRST_SIZE);
  private depth = new Int32Array(FIRST_SIZE);
  private readonly words: Int32Array;
  private written = 0;

  constructor(places: PlacesOfWords) {
    this.places = places;
    this.words = new Int32Array(places.total);
    this.to[0] = places.words.length;
  }

  /** Writes down the words that end at a node, and its children. To be called for each node in order. */
  branch(node: number): void {
    const depth = this.depth[node] ?? 0;
    const to = this.to[node] ?? 0;
    let at = this.from[node] ?? 0;
    this.children[node] = this.size;
    this.ends[node] = this.written;
    const list = this.places.words;
    if (at < to && list[at]?.length === depth)
      this.written = this.places.write(at++, this.words, this.written);
    while (at < to) {
      const code = list[at]?.charCodeAt(depth) ?? 0;
      const start = at;
      while (at < to && list[at]?.charCodeAt(depth) === code) at++;
      this.add(code, start, at, depth + 1);
    }
  }

  finish(): CodeTrie {
    const { size } = this;
    this.children[size] = size;
    this.ends[size] = this.written;
    return {
      codes: this.codes.slice(0, size),
      children: this.children.slice(0, size + 1),
      ends: this.ends.slice(0, size + 1),
      words: this.words.slice(0, this.written),
    };
  }

  private add(code: number, from: number, to: number, depth: number): void {
    const node = this.size++;
    // One more than there are nodes, for the bounds behind the last.
    if (this.size >= this.codes.length) this.grow();
    this.codes[node] = code;
    this.from[node] = from;
    this.to[node] = to;
    this.depth[node] = depth;
  }

  private grow(): void {
    const length = this.codes.length * 2;
    const codes = new Uint16Array(length);
    codes.set(this.codes);
    this.codes = codes;
    this.children = grown(this.children, length);
    this.ends = grown(this.ends, length);
    this.from = grown(this.from, length);
    this.to = grown(this.to, length);
    this.depth = grown(this.depth, length);
  }
}

function grown(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(array);
  return larger;
}

/** So few children are looked through one by one. */
const FEW = 6;

/** The child of a node by a code unit; 0 when it has none. */
export function childOf(trie: CodeTrie, node: number, code: number): number {
  const { codes, children } = trie;
  let low = children[node] ?? 0;
  let high = children[node + 1] ?? 0;
  while (high - low > FEW) {
    const middle = (low + high) >> 1;
    if ((codes[middle] ?? 0) <= code) low = middle;
    else high = middle;
  }
  for (; low < high; low++) if (codes[low] === code) return low;
  return 0;
}

/**
 * The first step into a trie, and what tells beforehand that no second one leads on. Code units of a word's beginning come by the
 * thousand in every text, so that both are tables: of nodes by code unit, and of second code units by node, as 32 bits.
 */
export interface TrieDoor {
  /** The node of a first code unit, 0 for none. */
  readonly first: Uint16Array;
  readonly seconds: Int32Array;
}

/** Every second code unit, and none at all, may follow a word of one. */
const ANYTHING = -1;

export function openTrie({ codes, children, ends }: CodeTrie): TrieDoor {
  const first = new Uint16Array(0x10000);
  const behind = children[1] ?? 1;
  const seconds = new Int32Array(behind);
  for (let node = 1; node < behind; node++) {
    first[codes[node] ?? 0] = node;
    if (ends[node] !== ends[node + 1]) seconds[node] = ANYTHING;
    for (let next = children[node] ?? 0; next < (children[node + 1] ?? 0); next++) {
      seconds[node] = (seconds[node] ?? 0) | bitOf(codes[next] ?? 0);
    }
  }
  return { first, seconds };
}

/** One of 32 bits for a code unit; Latin letters of one case have one each. */
export function bitOf(code: number): number {
  return 1 << (code & 31);
}
