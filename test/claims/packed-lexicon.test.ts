import { describe, expect, it } from 'vitest';
import { CUE_KINDS } from '../../src/claims/cues.ts';
import { buildLexicon, type Lexicon } from '../../src/claims/lexicon.ts';
import { scanNames } from '../../src/claims/name-scan.ts';
import { packLexicon, unpackLexicon } from '../../src/claims/packed-lexicon.ts';
import { scanWords } from '../../src/claims/word-scan.ts';
import { loadBundledBase } from '../../src/server/disk/bundled.ts';
import { assembleKnowledge, createReaders } from '../../src/service/assemble.ts';

const base = loadBundledBase();
const readers = createReaders(base.tables);
const { factBase } = assembleKnowledge(base, [], readers);
const source = { entities: factBase.entities, metrics: factBase.metrics, cues: readers.cues };
const built = buildLexicon(source);

/** As it comes out of a file. */
function through(lexicon: Lexicon): unknown {
  return JSON.parse(JSON.stringify(packLexicon(lexicon, source)));
}

/** What each word is, in the order in which the trie gives them. */
function namesInOrder({ names, nameEntries }: Lexicon): readonly unknown[] {
  return Array.from(names.trie.words, (word) => nameEntries[word]);
}

function entriesInOrder({ words, entries, entryFrom }: Lexicon): readonly unknown[] {
  return Array.from(words.trie.words, (word) => [...entries.subarray(entryFrom[word], entryFrom[word + 1])]);
}

describe('packed lexicon', () => {
  const again = unpackLexicon(through(built), source);

  it('holds the same words, and of each the same', () => {
    expect(again?.phrases).toEqual(built.phrases);
    expect(again?.names.trie.codes).toEqual(built.names.trie.codes);
    expect(again?.names.trie.ends).toEqual(built.names.trie.ends);
    expect(namesInOrder(again ?? built)).toEqual(namesInOrder(built));
    expect(again?.words.trie.children).toEqual(built.words.trie.children);
    expect(entriesInOrder(again ?? built)).toEqual(entriesInOrder(built));
  });

  it('reads a text alike', () => {
    const text = '截至 2025 年底，Qwen 系列模型在 Hugging Face 上被下载超过 6 亿次，DeepSeek-R1 并非第一。';
    const span = { start: 0, end: text.length };
    const read = (lexicon: Lexicon) => [
      scanNames(text, lexicon, () => false).map(({ start, end, entity }) => [start, end, entity]),
      scanWords(text, span, lexicon),
    ];
    expect(read(again ?? built)).toEqual(read(built));
    expect(scanNames(text, again ?? built, () => false).map((hit) => hit.entity)).toContain('hugging-face');
  });

  it.each([
    ['nothing', undefined],
    ['a word', 'lexicon'],
    ['another version', { ...(through(built) as object), version: 0 }],
    ['a cue that is none any more', { ...(through(built) as object), cues: [...CUE_KINDS, 'elsewhere'] }],
  ])('is none when it is %s', (_, value) => {
    expect(unpackLexicon(value, source)).toBeNull();
  });

  it('is none for other facts', () => {
    const others = { ...source, entities: source.entities.slice(1) };
    expect(unpackLexicon(through(built), others)).toBeNull();
  });
});
