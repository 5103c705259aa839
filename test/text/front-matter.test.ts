import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitBlocks } from '../../src/text/blocks.ts';
import { type FrontMatter, readFrontMatter } from '../../src/text/front-matter.ts';

function read(lines: string): FrontMatter | null {
  const source = `---\n${lines}\n---\n正文`;
  const block = splitBlocks(source)[0];
  return block?.kind === 'front-matter' ? readFrontMatter(source, block) : null;
}

describe('readFrontMatter', () => {
  it.each([
    ['date: 2026-02-03', '2026-02-03'],
    ["date: '2026-02-03'", '2026-02-03'],
    ['date: "2026/02/03" # first', '2026/02/03'],
    ['date: 2026/02/03   # first', '2026/02/03'],
    ['日期: 2026年2月3日', '2026年2月3日'],
    ['日期： 2026年2月3日', '2026年2月3日'],
    ['Date: 2026-02-03T04:14:18.514650', '2026-02-03T04:14:18.514650'],
    ['created: 2025-01-01\nupdated: 2025-06-01\npublished: 2025-03-01', '2025-03-01'],
    ['created: 2025-01-01\nupdated: 2025-06-01', '2025-06-01'],
    ['title: a date: 2026-02-03', null],
    ['nested:\n  date: 2026-02-03', null],
    ['date:', null],
    ['# date: 2026-02-03', null],
    ["translated_at: '2026-02-04'", null],
  ])('reads the date of %j', (lines, date) => {
    expect(read(lines)?.date).toBe(date);
  });

  it('reads title and tags', () => {
    expect(read('title: "他说：\\"好\\""\ntags: [开源, "AI"]')).toEqual({
      title: '他说："好"',
      date: null,
      tags: ['开源', 'AI'],
    });
    expect(read("title: 'it''s'\ntags:\n  - 开源\n- AI # x\nother: x\n- no tag")).toEqual({
      title: "it's",
      date: null,
      tags: ['开源', 'AI'],
    });
    expect(read('keywords: a，b')?.tags).toEqual(['a', 'b']);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const block = { start: 0, end: text.length, kind: 'front-matter', level: 0, quote: 0 } as const;
        expect(readFrontMatter(text, block).tags).toBeInstanceOf(Array);
      }),
    );
  });
});
