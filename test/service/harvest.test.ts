import { describe, expect, it } from 'vitest';
import { makeService, noteAt, readers } from './support.ts';

const service = makeService();
const harvested = (text: string) => service.harvest(noteAt(text).note, readers);

describe('harvest', () => {
  it('lists a figure of a known subject and metric that no fact states, as a record would spell it', () => {
    expect(harvested('截至 2025 年 12 月，千问累计下载突破 9 亿次。')).toMatchObject([
      {
        fact: {
          subject: 'qwen',
          metric: 'cumulative-downloads',
          scope: {},
          value: 900000000,
          bound: 'more-than',
          unit: 'times',
          period: '2025-12',
          mode: 'reported',
          written: '突破 9 亿次',
        },
        label: 'Qwen · cumulative downloads: more than 900 million',
        description: 'December 2025',
        sentence: '截至 2025 年 12 月，千问累计下载突破 9 亿次。',
      },
    ]);
  });

  it('leaves out a long noun, as the figure alone can be read back', () => {
    const [found] = harvested('Qwen had more than 900 million cumulative downloads by December 2025.');
    expect(found?.fact).toMatchObject({ written: 'more than 900 million', unit: 'times' });
    const [short] = harvested('Qwen passed 900 million cumulative downloads by December 2025.');
    expect(short?.fact.written).toBe('passed 900 million cumulative downloads');
  });

  it('lists the same figure once', () => {
    const text =
      '截至 2025 年 12 月，千问累计下载突破 9 亿次。\n\n再说一遍：2025 年 12 月千问累计下载突破 9 亿次。';
    expect(harvested(text)).toHaveLength(1);
  });

  it.each([
    ['a fact states it', '到 2025 年 9 月，千问累计下载突破 6 亿次。'],
    ['it contradicts what is known', '到 2025 年 9 月，千问累计下载突破 6000 万次。'],
    ['it is only supposed', '如果 2025 年 12 月千问累计下载突破 9 亿次，会怎样？'],
    ['nobody knows the subject', '到 2025 年 12 月，小帆模型累计下载突破 9 亿次。'],
    ['it is no figure of a metric', '2025 年 12 月我们开了 3 次会谈千问。'],
    ['it is another thing of the family', '到 2025 年 12 月，Qwen-Max 累计下载突破 9 亿次。'],
  ])('leaves a figure out where %s', (_, text) => {
    expect(harvested(text)).toEqual([]);
  });
});
