import { bitOf, buildCodeTrie, childOf, openTrie } from '../text/code-trie.ts';
import { isAlphanumeric, isDigit, isLetter, lower } from './chars.ts';

/** A word list that finds the longest word at a place in time linear in that word. */
export interface Lexicon<T> {
  /** The longest word at `at`, or null. */
  match(text: string, at: number): Match<T> | null;
  /** The UTF-16 code units that words start with; of a Latin letter the small one. */
  readonly firsts: Uint16Array;
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
  const list = [...words];
  const trie = buildCodeTrie(list.map(({ text }) => lowerAscii(text)));
  const { first, seconds } = openTrie(trie);
  const { codes, children, ends } = trie;
  // Of words spelled alike the trie gives the last one first.
  const leaves = Array.from(trie.words, (index) => list[index]);

  function fitting(node: number, text: string, start: number, end: number): Word<T> | null {
    for (let leaf = (ends[node + 1] ?? 0) - 1; leaf >= (ends[node] ?? 0); leaf--) {
      const word = leaves[leaf];
      if (word !== undefined && fits(word, text, start, end)) return word;
    }
    return null;
  }

  return {
    firsts: codes.subarray(children[0], children[1]),
    match(text, at) {
      if (at >= text.length) return null;
      let node = first[lower(text.charCodeAt(at))] ?? 0;
      if (node === 0) return null;
      let i = at + 1;
      if (i < text.length && ((seconds[node] ?? 0) & bitOf(lower(text.charCodeAt(i)))) === 0) return null;
      let best: Word<T> | null = null;
      let end = at;
      for (;;) {
        if (ends[node] !== ends[node + 1]) {
          const word = fitting(node, text, at, i);
          if (word !== null) {
            best = word;
            end = i;
          }
        }
        if (i >= text.length) break;
        node = childOf(trie, node, lower(text.charCodeAt(i)));
        if (node === 0) break;
        i++;
      }
      return best === null ? null : { end, value: best.value };
    },
  };
}

const lowerAscii = (text: string): string =>
  /[A-Z]/.test(text) ? text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase()) : text;

/** Whether the word ends where it is spelled to end: no letter or digit runs on behind one. */
function fits<T>(word: Word<T>, text: string, start: number, end: number): boolean {
  if (word.exact === true && !text.startsWith(word.text, start)) return false;
  const last = text.charCodeAt(end - 1);
  if (last > LAST_ASCII || end >= text.length) return true;
  const next = text.charCodeAt(end);
  if (isDigit(last)) return !isDigit(next);
  if (!isLetter(last)) return true;
  return word.open === true ? !isLetter(next) : !isAlphanumeric(next);
}

const LAST_ASCII = 0x7f;
