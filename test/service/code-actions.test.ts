import { describe, expect, it } from 'vitest';
import { edited, makeService, noteAt } from './support.ts';

function actions(marked: string) {
  const { note, offset } = noteAt(marked);
  return makeService()
    .doCodeActions(note, { start: offset, end: offset })
    .map((action) => ({ ...action, result: edited(note.text, action.edits) }));
}

describe('the known figure as a fix', () => {
  it.each([
    ['截至 2025 年 9 月，千问累计下载突破 6000 万‸次。', '截至 2025 年 9 月，千问累计下载突破 6 亿次。'],
    ['截至2025年9月，千问累计下载突破6000万‸次。', '截至2025年9月，千问累计下载突破6亿次。'],
    [
      '截至 2025 年 9 月，開源模型千問的累計下載突破 6000 萬‸次。',
      '截至 2025 年 9 月，開源模型千問的累計下載突破 6 億次。',
    ],
    [
      'As of September 2025, Qwen had more than 60 mil‸lion downloads.',
      'As of September 2025, Qwen had more than 600 million downloads.',
    ],
    // what is counted stays, in as many words as it takes
    [
      'By September 2025, Qwen had passed 60 mil‸lion cumulative downloads.',
      'By September 2025, Qwen had passed 600 million cumulative downloads.',
    ],
    [
      'As of September 2025, Qwen cumulative downloads were more than 60 mil‸lion.',
      'As of September 2025, Qwen cumulative downloads were more than 600 million.',
    ],
    // a hedge that says otherwise gives way to that of the fact
    ['截至 2025 年 9 月，千问累计下载约 6000 万‸次。', '截至 2025 年 9 月，千问累计下载超过 6 亿次。'],
    [
      '2025 年 7 月，Hugging Face 上 Llama 的衍生模型超过 27 万‸个。',
      '2025 年 7 月，Hugging Face 上 Llama 的衍生模型 2.7 万个。',
    ],
    // what the sentence or the figure shows of its style comes before that of the note
    [
      '这是一篇中文笔记，正文都是中文。\n\nAs of September 2025, Qwen had more than 60 mil‸lion downloads.\n',
      '这是一篇中文笔记，正文都是中文。\n\nAs of September 2025, Qwen had more than 600 million downloads.\n',
    ],
    [
      '截至 2025 年 9 月，千问累计下载突破 60 mil‸lion 次。',
      '截至 2025 年 9 月，千问累计下载突破 600 million 次。',
    ],
    [
      '截至 2025 年 9 月，千问累计下载约 60 mil‸lion 次。',
      '截至 2025 年 9 月，千问累计下载超过 600 million 次。',
    ],
    [
      'As of September 2025, Qwen had over 6‸0M downloads.',
      'As of September 2025, Qwen had over 600M downloads.',
    ],
    ['截至 2025 年 9 月，千问累计下载 6000 万次‸以上。', '截至 2025 年 9 月，千问累计下载超过 6 亿次。'],
  ])('%j becomes %j', (marked, expected) => {
    const [fix] = actions(marked);
    expect(fix?.kind).toBe('quickfix');
    expect(fix?.preferred).toBe(true);
    expect(fix?.result).toBe(expected);
  });

  it('leaves what is right alone', () => {
    const offered = actions('截至 2025 年 9 月，千问累计下载突破 6 亿‸次。');
    expect(offered.filter(({ kind }) => kind === 'quickfix')).toEqual([]);
  });

  it('takes no side in a dispute', () => {
    const titles = actions('阿里云 2025 财年营收 1180 亿‸元。').map(({ title }) => title);
    expect(titles.some((title) => title.startsWith('Replace'))).toBe(false);
  });
});

describe('suppressions', () => {
  const marked = '# 标题\n\n截至 2025 年 9 月，千问累计下载突破 6000 万‸次。\n\n完。\n';

  it('can be put at the end of the line, and then hold', () => {
    const here = actions(marked).find(({ title }) => title === 'Ignore figure.contradicted here');
    expect(here?.result).toContain(
      '次。 <!-- ecosystem-notes-disable-line figure.contradicted -- reason -->\n',
    );
    expect(makeService().doValidation(noteAt(here?.result ?? '').note)).toEqual([]);
  });

  it('can be put at the top, below the front matter, and then hold', () => {
    const front = '---\ntitle: x\n---\n';
    const all = actions(front + marked).find(
      ({ title }) => title === 'Ignore figure.contradicted in this file',
    );
    expect(
      all?.result.startsWith(`${front}<!-- ecosystem-notes-disable figure.contradicted -- reason -->\n`),
    ).toBe(true);
    expect(makeService().doValidation(noteAt(all?.result ?? '').note)).toEqual([]);
  });
});

describe('the date of an undated figure', () => {
  it.each([
    ['千问累计下载突破 6 亿‸次。', '千问累计下载突破 6 亿次（截至 2025 年 9 月）。'],
    ['千问累计下载 6 亿‸次以上。', '千问累计下载 6 亿次以上（截至 2025 年 9 月）。'],
    [
      'Qwen has more than 600 mil‸lion downloads.',
      'Qwen has more than 600 million downloads (as of September 2025).',
    ],
  ])('can be added: %j', (marked, expected) => {
    const add = actions(marked).find(({ kind }) => kind === 'refactor');
    expect(add?.result).toBe(expected);
  });

  it('is not offered where there is one', () => {
    const titles = actions('截至 2025 年 9 月，千问累计下载突破 6 亿‸次。').map(({ title }) => title);
    expect(titles.filter((title) => title.startsWith('Add the date'))).toEqual([]);
  });
});
