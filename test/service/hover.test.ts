import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/check/message.ts';
import { makeService, noteAt } from './support.ts';

function hover(marked: string, language: Language = 'en') {
  const { note, offset } = noteAt(marked);
  const found = makeService(language).doHover(note, offset);
  return found === null ? null : { on: note.text.slice(found.start, found.end), card: found.markdown };
}

describe('hover on a name', () => {
  it('shows what it is, who makes it and its figures', () => {
    const found = hover('Qw‸en is open.');
    expect(found?.on).toBe('Qwen');
    expect(found?.card).toBe(`**Qwen** / 通义千问 · model family · by Alibaba Cloud

Open model family of Alibaba Cloud.

| metric&emsp; | figure&emsp; | as of&emsp; | source |
| :-- | :-- | :-- | :-- |
| cumulative downloads&emsp; | more than 600 million&emsp; | September 2025&emsp; | [The Weekly](<https://weekly.example/figures>) |
| derivative models (Hugging Face)&emsp; | more than 113,000&emsp; | July 2025&emsp; | [The Weekly](<https://weekly.example/figures>) |

[Open record](<file:///base/data/entities/families.yaml#L2>)`);
  });

  it('speaks the language of the reader, not of the note', () => {
    expect(hover('Qw‸en is open.', 'zh')?.card).toContain('**通义千问** / Qwen · 模型系列 · 出自 阿里云');
    expect(hover('Qw‸en is open.', 'zh')?.card).toContain('超过 6 亿次');
    expect(hover('通義千‸問是開源模型。')?.card).toContain('**Qwen** / 通义千问');
  });

  it('says where sources disagree', () => {
    const card = hover('阿里云‸发布了财报。', 'zh')?.card ?? '';
    expect(card).toContain('**来源不一致**');
    expect(card).toContain(
      '1180 亿元 ([The Weekly](<https://weekly.example/figures>)) / 990 亿元 (Somebody)',
    );
  });

  it('shows names and descriptions as they are, whatever they hold', () => {
    const card = hover('Evil *Corp* [x](command:y)‸'.replace('Evil', '‸Evil').slice(0, -1))?.card;
    // A name with markup in it is not found in a note as such; the record itself is asked instead.
    expect(card ?? '').not.toContain('<img');
    const node = makeService()
      .getTreeChildren('ecosystem/organisation', { note: null, filter: '' })
      .find(({ recordId }) => recordId === 'evil');
    expect(node?.tooltip).toContain('**Evil \\*Corp\\* \\[x\\](command:y)**');
    expect(node?.tooltip).toContain('\\<img src=x\\>');
  });
});

describe('hover on a figure', () => {
  it('says the verdict, what was read, what is known, from whom and how far off', () => {
    const found = hover('As of September 2025, Qwen had more than 60 mil‸lion downloads.');
    expect(found?.on).toBe('60 million downloads');
    // The message of the finding stands right above the card.
    expect(found?.card.startsWith('**Contradicted (scale)** · 1/10 of what is known\n\n')).toBe(true);
    expect(found?.card).not.toContain('is off by a factor');
    expect(found?.card).toContain(
      '**Read as**: Qwen · cumulative downloads · more than 60 million · September 2025',
    );
    expect(found?.card).toContain(
      '**Known**: more than 600 million, September 2025 — [The Weekly, “Weekly \\<figures\\>”, October 12, 2025](<https://weekly.example/figures>) · [Where it says so](<file:///base/data/seeds/001-weekly.md#L9>) · [Open record](<file:///base/data/facts/001-weekly.yaml#L2>)',
    );
  });

  it('says so of a figure that holds', () => {
    const card = hover('截至 2025 年 9 月，千问累计下载突破 6 亿‸次。', 'zh')?.card ?? '';
    expect(card).toContain('**有据**');
    expect(card).not.toContain('已知的');
  });
});

describe('hover elsewhere', () => {
  it('shows the fact behind its id', () => {
    const found = hover('See fact:qwen.cumulative-downloads@2025-09#‸001.');
    expect(found?.on).toBe('qwen.cumulative-downloads@2025-09#001');
    expect(found?.card).toContain('The source writes “突破6亿次”');
  });

  it.each(['No‸thing known here.', 'See fact:no.such‸-fact.', '‸', '`Qw‸en` in code'])(
    'shows nothing in %j',
    (marked) => {
      expect(hover(marked)).toBeNull();
    },
  );
});
