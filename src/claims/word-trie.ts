import { bitOf, buildCodeTrie, type CodeTrie, childOf, openTrie } from '../text/code-trie.ts';

/**
 * All words of the lexicon in one trie of typed arrays, so that one pass over a text finds every one of them, whatever their number.
 *
 * Latin letters match without regard to case. A space in the text that touches a Chinese character is passed over, so that
 * `AI 企业` and `AI企业` are one word; words are stored without such spaces.
 */
export interface WordTrie {
  readonly size: number;
  /** What it was made of. */
  readonly trie: CodeTrie;
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

const SPACE = 32;

/** Builds the trie; the index of a word in `words` is what `matchAt` reports. Empty words are never found. */
export function buildWordTrie(words: readonly string[]): WordTrie {
  return wordTrieOf(buildCodeTrie(words.map(normalizeWord)));
}

/** The same over a trie that was built before, of words in the form of `normalizeWord`. */
export function wordTrieOf(trie: CodeTrie): WordTrie {
  const { first, seconds } = openTrie(trie);
  const { ends, words } = trie;
  return {
    size: words.length,
    trie,
    mayBegin(text, at) {
      const node = first[lowerCode(text.charCodeAt(at))] ?? 0;
      if (node === 0) return false;
      const second = text.charCodeAt(at + 1);
      return second === SPACE || ((seconds[node] ?? 0) & bitOf(lowerCode(second))) !== 0;
    },
    matchAt(text, at, hits) {
      let node = first[lowerCode(text.charCodeAt(at))] ?? 0;
      let written = 0;
      let i = at + 1;
      while (node !== 0) {
        for (let w = ends[node] ?? 0; w < (ends[node + 1] ?? 0); w++) {
          if (written + 2 > hits.length) return written;
          hits[written++] = i;
          hits[written++] = words[w] ?? 0;
        }
        if (i >= text.length) break;
        let code = text.charCodeAt(i);
        // Stored words have no space beside a Chinese character, so one in the text is always passed over.
        if (code === SPACE && (isHan(text.charCodeAt(i - 1)) || isHan(text.charCodeAt(i + 1)))) {
          i++;
          if (i >= text.length) break;
          code = text.charCodeAt(i);
        }
        node = childOf(trie, node, lowerCode(code));
        i++;
      }
      return written;
    },
  };
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
