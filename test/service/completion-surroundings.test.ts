import { describe, expect, it } from 'vitest';
import type { CompletionOccasion } from '../../src/service/completion/occasion.ts';
import type { WorkspaceNotes } from '../../src/service/context.ts';
import { createNoteIndex } from '../../src/service/note-index.ts';
import { edited, makeService, noteAt } from './support.ts';

function complete(marked: string, occasion: CompletionOccasion = 'typed', notes?: WorkspaceNotes) {
  const { note, offset } = noteAt(marked);
  const { items } = makeService('en').doComplete(note, offset, occasion, notes);
  return items.map((item) => ({ ...item, result: edited(note.text, [item.edit, ...item.additional]) }));
}

const figures = (marked: string) => complete(marked).filter(({ kind }) => kind === 'figure');

describe('places where nothing is offered', () => {
  it.each([
    '```\n这里说的是阿里云‸\n```',
    '~~~\nQwen cumulative downloads reached ‸',
    '行内 `阿里云‸` 代码',
    '行内 `阿里云‸',
    '---\ntitle: 阿里云‸\n---\n',
    '见 https://example.com/hugg‸',
    '见 [链接](hugg‸)',
    '<!-- 阿里云‸ -->',
    '```\nfact:qwen‸\n```',
    '`fact:qwen‸`',
  ])('%j', (marked) => {
    expect(complete(marked, 'asked')).toEqual([]);
  });

  it.each(['> 这里说的是阿里云‸', '| 名称 |\n| --- |\n| 阿里云‸ |', '# 阿里云‸', '`code` 与阿里云‸'])(
    'but in %j',
    (marked) => {
      expect(complete(marked)).not.toEqual([]);
    },
  );
});

describe('order of names', () => {
  const first = (marked: string, notes?: WorkspaceNotes) => complete(marked, 'typed', notes)[0]?.record;
  const far = '\n\n'.padEnd(2000, '。');

  it('puts what stands near before what stands far off', () => {
    expect(first(`阿里云。${far}阿里巴巴集团。再说阿里‸`)).toBe('alibaba');
    expect(first(`阿里巴巴集团。${far}阿里云。再说阿里‸`)).toBe('alibaba-cloud');
  });

  it('puts what notes name more before what they name less', () => {
    const notes = createNoteIndex();
    const put = (name: string, text: string) =>
      notes.update({ ...noteAt(text).note, uri: `file:///notes/${name}` });
    put('b.md', '阿里巴巴集团。');
    expect(first('再说阿里‸', notes)).toBe('alibaba');
    put('c.md', '阿里云。');
    put('d.md', '阿里云。');
    expect(first('再说阿里‸', notes)).toBe('alibaba-cloud');
    put('d.md', '没有。');
    notes.remove('file:///notes/c.md');
    expect(first('再说阿里‸', notes)).toBe('alibaba');
  });

  it('never puts a worse match first for that', () => {
    expect(first('Alibaba Group. Alibaba Group. Qwe‸')).toBe('qwen');
  });
});

describe('figures in the style of the sentence', () => {
  it.each([
    [
      '这是一篇中文笔记，写了不少中文。\n\nSo the Qwen cumulative downloads reached ‸',
      'more than 600 million as of September 2025',
    ],
    [
      'This is an English note with many English words in it.\n\n这一句说千问的累计下载量突破‸',
      '突破 6 亿次（截至 2025 年 9 月）',
    ],
    [
      '这是一篇简体笔记，用了这些字。\n\n這一句說開源模型千問的累計下載量突破‸',
      '突破 6 億次（截至 2025 年 9 月）',
    ],
    ['截至2025年7月，千问2024年起步，累计下载量突破‸', '突破6亿次'],
  ])('%j is completed by %j', (marked, expected) => {
    expect(figures(marked)[0]?.label).toBe(expected);
  });
});

describe('a figure with its citation', () => {
  const citing = (marked: string) => figures(marked).find(({ label }) => label.includes('[^'));

  it('brings the footnote along', () => {
    expect(citing('千问的累计下载量突破‸。\n\n下文。\n')?.result).toBe(
      '千问的累计下载量突破 6 亿次（截至 2025 年 9 月）[^1]。\n\n下文。\n\n[^1]: The Weekly《Weekly \\<figures\\>》，2025 年 10 月 12 日。<https://weekly.example/figures>\n',
    );
    expect(citing('Qwen cumulative downloads reached ‸.\n')?.result).toBe(
      'Qwen cumulative downloads reached more than 600 million as of September 2025[^1].\n\n[^1]: The Weekly, “Weekly \\<figures\\>”, October 12, 2025. <https://weekly.example/figures>\n',
    );
  });

  it('takes the footnote that is there', () => {
    const note = '千问的累计下载量突破‸。[^7]\n\n[^7]: <https://weekly.example/figures>\n';
    expect(citing(note)?.result).toContain('6 亿次（截至 2025 年 9 月）[^7]。[^7]');
    expect(citing(note)?.additional).toEqual([]);
  });

  it('leaves the cursor behind the mark where the note ends there', () => {
    const item = citing('千问的累计下载量突破‸');
    expect(item?.snippet).toBe(
      '突破 6 亿次（截至 2025 年 9 月）[^1]$0\n\n[^1]: The Weekly《Weekly \\\\<figures\\\\>》，2025 年 10 月 12 日。<https://weekly.example/figures>\n',
    );
    expect(item?.additional).toEqual([]);
  });

  it('comes once for each source where they differ', () => {
    const labels = figures('阿里云 2025 财年营收‸\n').map(({ label }) => label);
    expect(labels).toEqual(['1180 亿元', '1180 亿元[^1]', '990 亿元', '990 亿元[^1]']);
  });
});

describe('fact ids', () => {
  const ids = (marked: string) => complete(marked).map(({ label }) => label);

  it('are offered in pins and links too, those of what the line names first', () => {
    expect(ids('Llama 的衍生模型 2.7 万个。<!-- fact: ‸ -->')[0]).toBe(
      'llama.derivative-models.hugging-face@2025-07#001',
    );
    expect(ids('阿里云。\n\n千问 [6 亿次](fact:‸)').slice(0, 3)).toEqual([
      'qwen.cumulative-downloads@2025-09#001',
      'qwen.derivative-models.hugging-face@2025-07#001',
      'alibaba-cloud.revenue@FY2025#001',
    ]);
  });

  it('are not offered behind the word in prose', () => {
    expect(ids('a matter of fact: ‸')).toEqual([]);
  });
});
