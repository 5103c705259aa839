/**
 * All words of the lexicon in one trie of typed arrays, so that one pass over a text finds every one of them, whatever their number.
 *
 * Latin letters match without regard to case. A space in the text that touches a Chinese character is passed over, so that
 * `AI 企业` and `AI企业` are one word; words are stored without such spaces.
 */
export interface WordTrie {
  readonly size: number;
  /**
   * Finds the words that begin at `at`. Writes pairs (end offset, word index) into `hits`, shortest word first, and returns
   * how many numbers it wrote. Pairs that do not fit are left out.
   */
  matchAt(text: string, at: number, hits: Int32Array): number;
  /**
   * Whether a word may begin at `at`: false for almost every place where none does. Looks at two code units and costs far less than
   * `matchAt`.
   */
  mayBegin(text: string, at: number): boolean;
}

const EMPTY = -1;
const SPACE = 32;
/** Every second code unit, and none at all, may follow a word of one. */
const ANYTHING = -1;

/** Builds the trie; the index of a word in `words` is what `matchAt` reports. Empty words are never found. */
export function buildWordTrie(words: readonly string[]): WordTrie {
  const edges = new EdgeTable(words.length * 4);
  let firstWord = new Int32Array(1024).fill(EMPTY);
  const nextWord = new Int32Array(words.length).fill(EMPTY);
  const roots = new Int32Array(0x10000).fill(EMPTY);
  const pairs = new Int32Array(0x10000);
  let nodes = 1;

  for (let w = 0; w < words.length; w++) {
    const word = normalizeWord(words[w] ?? '');
    if (word === '') continue;
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const code = word.charCodeAt(i);
      let next = node === 0 ? (roots[code] ?? EMPTY) : edges.get(node, code);
      if (next === EMPTY) {
        next = nodes++;
        if (next >= firstWord.length) firstWord = grow(firstWord);
        if (node === 0) roots[code] = next;
        else edges.set(node, code, next);
      }
      node = next;
    }
    nextWord[w] = firstWord[node] ?? EMPTY;
    firstWord[node] = w;
    const first = word.charCodeAt(0);
    pairs[first] = (pairs[first] ?? 0) | (word.length === 1 ? ANYTHING : bitOf(word.charCodeAt(1)));
  }

  return {
    size: words.length,
    mayBegin(text, at) {
      const seconds = pairs[lowerCode(text.charCodeAt(at))] ?? 0;
      if (seconds === 0) return false;
      const second = text.charCodeAt(at + 1);
      return second === SPACE || (seconds & bitOf(lowerCode(second))) !== 0;
    },
    matchAt(text, at, hits) {
      let node = roots[lowerCode(text.charCodeAt(at))] ?? EMPTY;
      let written = 0;
      let i = at + 1;
      while (node !== EMPTY) {
        for (let w = firstWord[node] ?? EMPTY; w !== EMPTY; w = nextWord[w] ?? EMPTY) {
          if (written + 2 > hits.length) return written;
          hits[written++] = i;
          hits[written++] = w;
        }
        if (i >= text.length) break;
        // Stored words have no space beside a Chinese character, so one in the text is always passed over.
        if (text.charCodeAt(i) === SPACE && (isHan(text.charCodeAt(i - 1)) || isHan(text.charCodeAt(i + 1))))
          i++;
        node = i < text.length ? edges.get(node, lowerCode(text.charCodeAt(i))) : EMPTY;
        i++;
      }
      return written;
    },
  };
}

/** One of 32 bits for a code unit; Latin letters of one case have one each. */
function bitOf(code: number): number {
  return 1 << (code & 31);
}

/** The form in which words are stored: lower case, no space beside a Chinese character. */
export function normalizeWord(word: string): string {
  if (!word.includes(' ')) return word.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
  let out = '';
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code === SPACE) {
      let next = i;
      while (word.charCodeAt(next) === SPACE) next++;
      if (
        isHan(word.charCodeAt(i - 1)) ||
        isHan(out.charCodeAt(out.length - 1)) ||
        isHan(word.charCodeAt(next))
      )
        continue;
    }
    out += String.fromCharCode(lowerCode(code));
  }
  return out;
}

/** Lower case of ASCII letters; every other code unit is itself. */
function lowerCode(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}

/** Chinese characters and the surrogates and marks that stand among them. */
export function isHan(code: number): boolean {
  return code >= 0x2e80 && code <= 0x9fff;
}

function grow(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2).fill(EMPTY);
  larger.set(array);
  return larger;
}

/** Hash table with open addressing from (node, code unit) to node. */
class EdgeTable {
  private mask: number;
  private count = 0;
  private nodes: Int32Array;
  private codes: Uint16Array;
  private targets: Int32Array;

  constructor(expected: number) {
    let capacity = 1024;
    while (capacity < expected * 2) capacity *= 2;
    this.mask = capacity - 1;
    this.nodes = new Int32Array(capacity).fill(EMPTY);
    this.codes = new Uint16Array(capacity);
    this.targets = new Int32Array(capacity);
  }

  get(node: number, code: number): number {
    let slot = hash(node, code) & this.mask;
    for (;;) {
      const held = this.nodes[slot];
      if (held === EMPTY || held === undefined) return EMPTY;
      if (held === node && this.codes[slot] === code) return this.targets[slot] ?? EMPTY;
      slot = (slot + 1) & this.mask;
    }
  }

  set(node: number, code: number, target: number): void {
    if (this.count * 2 > this.mask) this.rehash();
    let slot = hash(node, code) & this.mask;
    while (this.nodes[slot] !== EMPTY) slot = (slot + 1) & this.mask;
    this.nodes[slot] = node;
    this.codes[slot] = code;
    this.targets[slot] = target;
    this.count++;
  }

  private rehash(): void {
    const { nodes, codes, targets } = this;
    const capacity = (this.mask + 1) * 2;
    this.mask = capacity - 1;
    this.count = 0;
    this.nodes = new Int32Array(capacity).fill(EMPTY);
    this.codes = new Uint16Array(capacity);
    this.targets = new Int32Array(capacity);
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i] ?? EMPTY;
      if (node !== EMPTY) this.set(node, codes[i] ?? 0, targets[i] ?? EMPTY);
    }
  }
}

function hash(node: number, code: number): number {
  let h = Math.imul(node, 0x9e3779b1) ^ Math.imul(code, 0x85ebca6b);
  h ^= h >>> 15;
  return h >>> 0;
}
