import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanBlocks, splitBlocks, updateBlocks } from '../../src/text/blocks.ts';
import { blocksOfMarkdownIt, ourBlocks } from './markdown-it-oracle.ts';
import { anyMarkdown, flatMarkdown, nestedMarkdown } from './markdown-samples.ts';

/** Each block as `kind` with level and quote depth where they are not 0, and its text. */
function outline(source: string): readonly string[] {
  return splitBlocks(source).map((block) => {
    const level = block.level > 0 ? ` ${block.level}` : '';
    const quote = block.quote > 0 ? ` quoted ${block.quote}` : '';
    return `${block.kind}${level}${quote}: ${source.slice(block.start, block.end)}`;
  });
}

describe('splitBlocks', () => {
  it.each([
    ['front matter', '---\ntitle: x\n---\n# A', ['front-matter: ---\ntitle: x\n---', 'heading 1: # A']],
    ['a thematic break at the head', '---\n\ntext\n\n---\n', ['paragraph: text']],
    [
      'front matter that is never closed',
      '---\ntitle: x\n\ntext',
      ['paragraph: title: x', 'paragraph: text'],
    ],
    [
      'headings',
      '### A ###\nB\n===\nC\nD\n---',
      ['heading 3: ### A ###', 'heading 1: B\n===', 'heading 2: C\nD\n---'],
    ],
    ['no headings', '#A\n\n####### B', ['paragraph: #A', 'paragraph: ####### B']],
    [
      'lists',
      '- a\n  - b\n\n    c\n- [ ] d\n1. e',
      ['list-item 1: - a', 'list-item 2: - b\n\n    c', 'list-item 1: - [ ] d', 'list-item 1: 1. e'],
    ],
    ['a number that begins a line', '于\n1986. 年', ['paragraph: 于\n1986. 年']],
    [
      'code inside an item',
      '- a\n  ```\n  x\n  ```\n  b',
      ['list-item 1: - a', 'code: ```\n  x\n  ```', 'list-item 1: b'],
    ],
    [
      'quotes',
      '> a\nlazy\n> > b\n\nc',
      ['paragraph quoted 1: > a\nlazy', 'paragraph quoted 2: > > b', 'paragraph: c'],
    ],
    ['a list in a quote', '> - a\n> - b', ['list-item 1 quoted 1: > - a', 'list-item 1 quoted 1: > - b']],
    [
      'a table behind a line',
      'a\n| b | c |\n|---|:-:|\n| 1 | 2 |\n\nd',
      ['paragraph: a', 'table: | b | c |\n|---|:-:|\n| 1 | 2 |', 'paragraph: d'],
    ],
    ['no table', '| a | b |\n|---|\n', ['paragraph: | a | b |\n|---|']],
    [
      'fences',
      '~~~\n```\n~~~\n```` x\n```\n````\n    i\n\n    j',
      ['code: ~~~\n```\n~~~', 'code: ```` x\n```\n````', 'code: i\n\n    j'],
    ],
    ['a fence that is never closed', '```\na\n\nb', ['code: ```\na\n\nb']],
    [
      'HTML',
      '<div>\na\n</div>\n\n<!-- b\n\nc -->\nd',
      ['html: <div>\na\n</div>', 'html: <!-- b\n\nc -->', 'paragraph: d'],
    ],
    [
      'definitions',
      '[a]: http://x "t"\n[b]: <y>\nc',
      ['definition: [a]: http://x "t"', 'definition: [b]: <y>', 'paragraph: c'],
    ],
    ['notes', '[^1]: a\n    b\n\n    c\n\nd', ['definition: [^1]: a\n    b\n\n    c', 'paragraph: d']],
    ['mathematics', '$$\nx\n$$\n$$ y $$\nz', ['code: $$\nx\n$$', 'code: $$ y $$', 'paragraph: z']],
    [
      'dollars that are no mathematics',
      '$$ a\n\n$$$ b\n\n$$c$$ d',
      ['paragraph: $$ a', 'paragraph: $$$ b', 'paragraph: $$c$$ d'],
    ],
    ['all line ends', 'a\r\nb\r\rc\n\n# d\r', ['paragraph: a\r\nb', 'paragraph: c', 'heading 1: # d']],
    ['a byte order mark', '\ufeff# a', ['heading 1: # a']],
    ['nothing', '\n \n***\n', []],
  ])('finds %s', (_, source, expected) => {
    expect(outline(source)).toEqual(expected);
  });

  it('finds what markdown-it finds in texts without lists and quotes', () => {
    fc.assert(fc.property(flatMarkdown, agreesWithMarkdownIt), { numRuns: 1000 });
  });

  it('finds what markdown-it finds in lists and quotes', () => {
    fc.assert(fc.property(nestedMarkdown, agreesWithMarkdownIt), { numRuns: 1000 });
  });

  const seeds = new URL('../../../shared/seeds/', import.meta.url);
  it.skipIf(!existsSync(seeds))('finds what markdown-it finds in the source documents', () => {
    const names = readdirSync(seeds).filter((name) => name.endsWith('.txt'));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      const text = readFileSync(new URL(name, seeds), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, (matter) =>
        matter.replace(/[^\n]/g, ''),
      );
      agreesWithMarkdownIt(text);
    }
  });

  it('leaves nothing out but blanks, thematic breaks and bare marks', () => {
    fc.assert(
      fc.property(anyMarkdown, (source) => {
        let end = 0;
        let rest = '';
        for (const block of splitBlocks(source)) {
          expect(block.start).toBeGreaterThanOrEqual(end);
          expect(block.end).toBeGreaterThan(block.start);
          rest += source.slice(end, block.start);
          end = block.end;
        }
        rest += source.slice(end);
        expect(rest.replace(/\[\^\d\]:|\d+[.)]|[-*+>\s\ufeff]/g, '')).toBe('');
      }),
      { numRuns: 1000 },
    );
  });
});

function agreesWithMarkdownIt(source: string): void {
  // markdown-it knows no front matter.
  if (source.startsWith('---')) return;
  expect(ourBlocks(source)).toEqual(blocksOfMarkdownIt(source));
}

describe('updateBlocks', () => {
  const edit = fc.tuple(
    fc.nat(),
    fc.nat({ max: 12 }),
    fc.oneof(anyMarkdown, fc.constantFrom('', '\n', '\r', '`', '> ', '- ', '=')),
  );

  it('says what a fresh scan says, after any edits', () => {
    fc.assert(
      fc.property(
        fc.array(anyMarkdown, { minLength: 1, maxLength: 4 }),
        fc.array(edit, { maxLength: 6 }),
        (parts, edits) => {
          let source = parts.join('\n\n');
          let blocks = scanBlocks(source);
          for (const [place, length, inserted] of edits) {
            const start = place % (source.length + 1);
            const end = Math.min(source.length, start + length);
            const next = source.slice(0, start) + inserted + source.slice(end);
            const update = updateBlocks(blocks, next, { start, end, newLength: inserted.length });
            expect(update.blocks.toArray()).toEqual(splitBlocks(next));

            const shift = inserted.length - (end - start);
            const behind = update.from + update.removed;
            expect(blocks.length - update.removed + update.added).toBe(update.blocks.length);
            for (let index = 0; index < blocks.length; index++) {
              if (index >= update.from && index < behind) continue;
              const old = blocks.at(index);
              const now = update.blocks.at(
                index < update.from ? index : index - update.removed + update.added,
              );
              expect(old && source.slice(old.start, old.end)).toBe(now && next.slice(now.start, now.end));
              expect(now?.start).toBe((old?.start ?? 0) + (index < update.from ? 0 : shift));
            }
            source = next;
            blocks = update.blocks;
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('looks at the neighbourhood of an edit only', () => {
    const paragraphs = Array.from({ length: 500 }, (_, index) => `- 第 ${index} 项\n\n段落 ${index}。`);
    const source = paragraphs.join('\n\n');
    const start = source.indexOf('段落 250');
    const next = `${source.slice(0, start)}新${source.slice(start)}`;
    const update = updateBlocks(scanBlocks(source), next, { start, end: start, newLength: 1 });
    expect(update.removed).toBeLessThanOrEqual(3);
    expect(update.blocks.toArray()).toEqual(splitBlocks(next));
  });
});
