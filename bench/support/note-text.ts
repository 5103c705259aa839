import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pieces of Markdown from the project's own notes: samples, seed digests and the labelled notes of the accuracy set. */
export function ownBlocks(): readonly string[] {
  const files = ['samples', 'data/seeds'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /^\d.*\.md$/.test(name))
      .sort()
      .map((name) => readFileSync(join(folder, name), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '')),
  );
  const labelled = readFileSync('test/accuracy/notes.jsonl', 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly text: string }).text);
  return [...files, ...labelled].flatMap(blocksOf);
}

const PAGES = [
  'README',
  'README.zh-CN',
  'CONTRIBUTING',
  'docs/architecture',
  'docs/verdicts',
  'docs/figures',
];

/** Pieces of ordinary prose with few figures, in both languages: pages of the project. */
function ownProse(): readonly string[] {
  return PAGES.map((page) => readFileSync(`${page}.md`, 'utf8')).flatMap(blocksOf);
}

/** So often does each page stand beside each of our own notes in mixed text. */
const PAGES_PER_NOTE = 4;

/**
 * Mixed text, with as many claims for its length as the five source documents of the fact base have (2.2 per 1,000 bytes): our own notes
 * between pages of ordinary prose.
 */
export function mixedBlocks(): readonly string[] {
  const prose = ownProse();
  return [...ownBlocks(), ...Array.from({ length: PAGES_PER_NOTE }, () => prose).flat()];
}

function blocksOf(text: string): readonly string[] {
  const blocks = text.split(/\n{2,}/).map((block) => block.trim());
  // A block with front matter, a comment or a fence of its own would change how its neighbours are read.
  return blocks.filter((block) => block !== '' && !/^[ \t]*(?:---|<!--|```|~~~)/m.test(block));
}

/** A text of about so many bytes of UTF-8, the same for the same seed: blocks in chance order under dated headings. */
export function makeText(blocks: readonly string[], bytes: number, seed = 1): string {
  const random = randomFrom(seed);
  const parts: string[] = [];
  let size = 0;
  for (let n = 0; size < bytes; n++) {
    const block =
      n % 12 === 0
        ? `## ${n / 12 + 1}. ${2023 + (n % 3)} 年 ${1 + (n % 11)} 月`
        : (blocks[Math.floor(random() * blocks.length)] ?? '');
    parts.push(block);
    size += Buffer.byteLength(block) + 2;
  }
  return `${parts.join('\n\n')}\n`;
}

/** A generator of numbers from 0 to 1 (mulberry32), so that every run measures the same texts. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
