import { describe, expect, it } from 'vitest';
import { createNoteIndex } from '../../src/service/note-index.ts';
import { makeService, noteAt } from './support.ts';

const RIGHT = '截至 2025 年 9 月，千问累计下载突破 6 亿次。';
const WRONG = '截至 2025 年 9 月，千问累计下载突破 6000 万次。';

describe('the line over a note', () => {
  it('counts its figures by verdict, what holds first', () => {
    const { note } = noteAt(
      `${WRONG}\n\n${RIGHT}\n\n${RIGHT}\n\n2025 年 9 月，阿里巴巴集团累计下载 5 亿次。`,
    );
    expect(makeService('en').getCodeLens(note)?.title).toBe(
      '4 figures: 2 supported, 1 contradicted, 1 unknown',
    );
    expect(makeService('zh').getCodeLens(note)?.title).toBe(
      '4 个数字：2 个有据，1 个与已知不符，1 个无从核对',
    );
    expect(makeService('en').getCodeLens(noteAt(RIGHT).note)?.title).toBe('1 figure: 1 supported');
  });

  it('stands below the front matter', () => {
    const { note } = noteAt(`---\ntitle: x\n---\n\n# 标题\n\n${RIGHT}`);
    expect(note.lines.positionAt(makeService().getCodeLens(note)?.offset ?? -1).line).toBe(4);
  });

  it('is none where there is no figure', () => {
    expect(makeService().getCodeLens(noteAt('没有数字。').note)).toBeNull();
    expect(makeService().getCodeLens(noteAt('').note)).toBeNull();
  });
});

describe('links to the documents of sources', () => {
  const links = (text: string) =>
    makeService()
      .findDocumentLinks(noteAt(text).note)
      .map(({ start, end, url }) => [text.slice(start, end), url]);
  const WEEKLY = 'https://weekly.example/figures';

  it.each([
    ['千问下载量高[^1]。\n\n[^1]: The Weekly《Weekly \\<figures\\>》。', [['[^1]', WEEKLY]]],
    [
      'As said[^a], and again[^a].\n\n[^a]: <https://weekly.example/figures>',
      [
        ['[^a]', WEEKLY],
        ['[^a]', WEEKLY],
      ],
    ],
    ['6 亿次。<!-- fact: qwen/cumulative-downloads -->', [['qwen/cumulative-downloads', WEEKLY]]],
    ['As said[^a].\n\n[^a]: A book that nobody knows.', []],
    // a source without an address
    ['As said[^a].\n\n[^a]: Somebody, “A blog”', []],
    ['`fact:qwen.cumulative-downloads@2025-09#001`', []],
    ['```\n[^1]\n\n[^1]: <https://weekly.example/figures>\n```', []],
  ])('%j', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });
});

describe('references to a fact', () => {
  it('are the figures that it decided and the pins that name it', () => {
    const index = createNoteIndex();
    const { note } = noteAt(`${RIGHT}\n\n另见 fact:qwen.cumulative-downloads@2025-09#001。`);
    index.update(note);
    const found = makeService().findReferences(index, {
      type: 'fact',
      id: 'qwen.cumulative-downloads@2025-09#001',
    });
    expect(found.map(({ start, end }) => note.text.slice(start, end))).toEqual([
      '6 亿次',
      'qwen.cumulative-downloads@2025-09#001',
    ]);
  });
});
