import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitOf, buildCodeTrie, type CodeTrie, childOf, openTrie } from '../../src/text/code-trie.ts';

/** Indexes of the words that are spelled so, as the trie tells them. */
function lookUp(trie: CodeTrie, word: string): number[] {
  let node = 0;
  for (let i = 0; i < word.length; i++) {
    node = childOf(trie, node, word.charCodeAt(i));
    if (node === 0) return [];
  }
  return [...trie.words.subarray(trie.ends[node], trie.ends[node + 1])];
}

describe('trie of code units', () => {
  it.each([
    ['阿里', [1]],
    ['阿里云', [0, 3].toReversed()],
    ['a', [4]],
    ['阿', []],
    ['阿里云x', []],
    ['', []],
  ])('finds %j at %j, of equal words the last one first', (word, expected) => {
    expect(lookUp(buildCodeTrie(['阿里云', '阿里', '', '阿里云', 'a']), word)).toEqual(expected);
  });

  const word = fc.string({
    unit: fc.constantFrom('a', 'b', '阿', '里', '\ud83d', '\uffff', ' '),
    maxLength: 5,
  });

  it('holds exactly the words of any list', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), fc.array(word, { maxLength: 20 }), (list, others) => {
        const trie = buildCodeTrie(list);
        for (const one of [...list, ...others]) {
          const places = list
            .flatMap((held, index) => (held === one && one !== '' ? [index] : []))
            .toReversed();
          expect(lookUp(trie, one)).toEqual(places);
        }
      }),
    );
  });

  it('finds a child among a great many', () => {
    const list = Array.from({ length: 3000 }, (_, i) => `x${String.fromCharCode(0x4e00 + 2 * i)}`);
    const trie = buildCodeTrie(list);
    expect(list.every((one, index) => lookUp(trie, one)[0] === index)).toBe(true);
    expect(lookUp(trie, `x${String.fromCharCode(0x4e01)}`)).toEqual([]);
  });

  it('shuts its door on no word', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), word, (list, behind) => {
        const { first, seconds } = openTrie(buildCodeTrie(list));
        for (const one of list.filter((held) => held !== '')) {
          const node = first[one.charCodeAt(0)] ?? 0;
          expect(node).not.toBe(0);
          expect((seconds[node] ?? 0) & bitOf(`${one}${behind}.`.charCodeAt(1))).not.toBe(0);
        }
      }),
    );
  });
});
