import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildWordTrie, normalizeWord } from '../../src/claims/word-trie.ts';

const words = ['Qwen', 'Qwen3', 'Hugging Face', '阿里', '阿里云', 'AI核心产业', 'Qwen', 'AI companies'];
const trie = buildWordTrie(words);

function found(text: string, at = 0): string[] {
  const hits = new Int32Array(32);
  const written = trie.matchAt(text, at, hits);
  const out: string[] = [];
  for (let i = 0; i < written; i += 2) out.push(`${text.slice(at, hits[i])}=${hits[i + 1]}`);
  return out;
}

describe('word trie', () => {
  it.each([
    ['Qwen3 来了', 0, ['Qwen=6', 'Qwen=0', 'Qwen3=1']],
    ['qWEN', 0, ['qWEN=6', 'qWEN=0']],
    ['hugging face', 0, ['hugging face=2']],
    ['阿里云', 0, ['阿里=3', '阿里云=4']],
    ['AI 核心产业', 0, ['AI 核心产业=5']],
    ['AI companies', 0, ['AI companies=7']],
    ['AI核心 产业', 0, ['AI核心 产业=5']],
    ['的阿里', 1, ['阿里=3']],
  ])('finds every word that begins in %j at %i', (text, at, expected) => {
    expect(found(text, at)).toEqual(expected);
  });

  it.each(['Qwe', 'HuggingFace', 'A I核心产业', '云', ''])('finds nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds each word of any list at its own beginning', () => {
    const word = fc.string({
      unit: fc.constantFrom('a', 'B', '阿', '里', ' ', '1'),
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (list) => {
        const any = buildWordTrie(list);
        const hits = new Int32Array(256);
        list.forEach((entry, index) => {
          const text = normalizeWord(entry);
          if (text === '') return;
          const written = any.matchAt(text, 0, hits);
          const pairs = [];
          for (let i = 0; i < written; i += 2) pairs.push(`${hits[i]}:${hits[i + 1]}`);
          expect(pairs).toContain(`${text.length}:${index}`);
        });
      }),
    );
  });
});
