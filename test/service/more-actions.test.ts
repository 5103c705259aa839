import { describe, expect, it } from 'vitest';
import type { Language } from '../../src/check/message.ts';
import { edited, makeService, noteAt } from './support.ts';

function actions(marked: string, language: Language = 'en') {
  const { note, offset } = noteAt(marked);
  return makeService(language)
    .doCodeActions(note, { start: offset, end: offset })
    .map((action) => ({ ...action, result: edited(note.text, action.edits) }));
}

const result = (marked: string, title: RegExp, language: Language = 'en') =>
  actions(marked, language).find((action) => title.test(action.title))?.result ?? null;

describe('a hedge that makes a figure hold', () => {
  it.each([
    // Llama has 27,000 derivatives, contributors of Hugging Face are 2.5 million
    [
      '2025 年 7 月，Hugging Face 上 Llama 的衍生模型超过 2.8 万‸个。',
      '2025 年 7 月，Hugging Face 上 Llama 的衍生模型近 2.8 万个。',
    ],
    [
      '2025年7月，Hugging Face上Llama的衍生模型超过2.8万‸个。',
      '2025年7月，Hugging Face上Llama的衍生模型近2.8万个。',
    ],
    [
      'In July 2025, Llama had more than 28,‸000 derivative models on Hugging Face.',
      'In July 2025, Llama had nearly 28,000 derivative models on Hugging Face.',
    ],
  ])('%j may become %j', (marked, expected) => {
    const softer = result(marked, /^Soften to/);
    expect(softer).toBe(expected);
    expect(makeService().doValidation(noteAt(softer ?? '').note)).toEqual([]);
  });

  it.each([
    '2025 年 7 月，Hugging Face 上 Llama 的衍生模型超过 27 万‸个。',
    '截至 2025 年 9 月，千问累计下载突破 6 亿‸次。',
  ])('is not offered where none does, or none is needed: %j', (marked) => {
    expect(result(marked, /^Soften/)).toBeNull();
  });
});

describe('a citation', () => {
  const NOTE = '# 周报\n\n千问累计下载突破 6 亿‸次。\n';

  it('puts a mark behind the figure and a footnote at the end', () => {
    expect(result(NOTE, /^Cite The Weekly$/)).toBe(
      '# 周报\n\n千问累计下载突破 6 亿次[^1]。\n\n[^1]: The Weekly《Weekly \\<figures\\>》，2025 年 10 月 12 日。<https://weekly.example/figures>\n',
    );
    expect(result(NOTE, /^引用来源“The Weekly”$/, 'zh')).not.toBeNull();
    expect(result('千問系列開源模型的累計下載突破 6 億‸次。\n', /^Cite/)).toContain(
      '次[^1]。\n\n[^1]: The Weekly《',
    );
    expect(result('Qwen has more than 600 mil‸lion downloads.', /^Cite/)).toBe(
      'Qwen has more than 600 million downloads[^1].\n\n[^1]: The Weekly, “Weekly \\<figures\\>”, October 12, 2025. <https://weekly.example/figures>\n',
    );
  });

  it('uses the footnote that the note has of the source', () => {
    const note = `${NOTE}\n见 A[^9]。\n\n[^9]: The Weekly, “Weekly \\<figures\\>”\n`;
    expect(result(note, /^Cite/)).toContain('6 亿次[^9]。');
    expect(result(note, /^Cite/)?.match(/^\[\^/gm)).toHaveLength(1);
  });

  it.each([
    ['other[^1][^2]\n\n[^1]: x\n[^2]: y\n\n# End\n', '[^1]: x\n[^2]: y\n[^3]: The Weekly'],
    ['other[^2]\n\n[^2]: x\n    more of x\n\nEnd\n', '[^2]: x\n    more of x\n[^3]: The Weekly'],
    ['other[^a][^z]\n\n[^a]: x\n\n[^z]: y\n', '[^a]: x\n\n[^weekly]: The Weekly'],
  ])('keeps the list of footnotes in order: %j', (rest, expected) => {
    expect(result(`${NOTE}\n${rest}`, /^Cite/)).toContain(expected);
  });

  it('is not offered where it stands already, in the sentence or right behind it', () => {
    const footnote = '\n\n[^1]: <https://weekly.example/figures>\n';
    expect(result(`千问累计下载突破 6 亿‸次[^1]。${footnote}`, /^Cite/)).toBeNull();
    expect(result(`千问累计下载突破 6 亿‸次。[^1]${footnote}`, /^Cite/)).toBeNull();
  });

  it('is not offered for a figure that is wrong', () => {
    expect(result('截至 2025 年 9 月，千问累计下载突破 6000 万‸次。', /^Cite/)).toBeNull();
  });

  it('offers each side of a dispute', () => {
    const titles = actions('阿里云 2025 财年营收 1180 亿‸元。').map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Cite'))).toEqual(['Cite The Weekly', 'Cite Somebody']);
  });

  it('ends its lines as the note does', () => {
    expect(result('千问累计下载突破 6 亿‸次。\r\n', /^Cite/)).toMatch(/。\r\n\r\n\[\^1\]: .*\r\n$/);
  });
});

describe('a pin', () => {
  it('binds a figure that holds to its fact, once', () => {
    const pinned = result('千问累计下载突破 6 亿‸次以上。', /^Pin to/);
    expect(pinned).toBe('千问累计下载突破 6 亿次以上<!-- fact: qwen.cumulative-downloads@2025-09#001 -->。');
    expect(result((pinned ?? '').replace('亿次', '亿‸次'), /^Pin to/)).toBeNull();
  });

  it('is not offered for a figure that is wrong', () => {
    expect(result('截至 2025 年 9 月，千问累计下载突破 6000 万‸次。', /^Pin/)).toBeNull();
  });
});

describe('mending all at once', () => {
  const WRONG = '截至 2025 年 9 月，千问累计下载突破 6000 万‸次。\n';
  const TWO = `${WRONG}\n${WRONG.replace('6000 万‸', '60 亿')}`;

  it('is offered for a code that the note has twice', () => {
    expect(result(TWO, /^Mend all 2 figure\.contradicted/)).toBe(
      '截至 2025 年 9 月，千问累计下载突破 6 亿次。\n\n截至 2025 年 9 月，千问累计下载突破 6 亿次。\n',
    );
    expect(result(WRONG, /^Mend all/)).toBeNull();
  });

  it('in a note changes figures only for those who ask for that', () => {
    const { note } = noteAt(`${TWO}\nHere is ALIBABA Cloud.\n`);
    const service = makeService();
    const all = service.doFixAll(note, 'all');
    expect(edited(note.text, all?.edits ?? [])).not.toMatch(/6000 万|60 亿/);
    const names = service.doFixAll(note, 'names');
    expect(edited(note.text, names?.edits ?? [])).toMatch(/6000 万[\s\S]*60 亿/);
    expect(service.doFixAll(noteAt('没有问题。').note, 'all')).toBeNull();
  });
});

describe('a baseline', () => {
  it('is offered where there are findings', () => {
    const commands = (marked: string) => actions(marked).flatMap(({ command }) => command ?? []);
    expect(commands('截至 2025 年 9 月，千问累计下载突破 6000 万‸次。')).toEqual(['take-baseline']);
    expect(commands('截至 2025 年 9 月，千问累计下载突破 6 亿‸次。')).toEqual([]);
  });
});
