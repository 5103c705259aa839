import { describe, expect, it } from 'vitest';
import { makeService, noteAt } from './support.ts';

describe('marks', () => {
  it('say in plain words who a name is and whether a figure holds', () => {
    const { note } = noteAt('到 2025 年 9 月，千问累计下载突破 6 亿次。');
    expect(makeService('zh').getMarks(note)).toMatchObject([
      { text: '千问', kind: 'name', title: '通义千问 · 模型系列 · 阿里云的开源大模型系列。' },
      { text: '6 亿次', kind: 'supported', title: expect.stringMatching(/^有据: ./) },
    ]);
  });

  it('leave alone what is neither', () => {
    expect(makeService().getMarks(noteAt('我们开了 3 次会，`千问` 是代码。').note)).toEqual([]);
  });
});
