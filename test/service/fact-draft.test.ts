import { describe, expect, it } from 'vitest';
import { makeService, noteAt, readers } from './support.ts';

const service = makeService('en');

function draft(marked: string) {
  const { note, offset } = noteAt(marked);
  return service.draftFact(note, { start: offset, end: offset }, readers);
}

describe('what is read of a figure that is to be recorded', () => {
  it('is everything where the sentence says it', () => {
    expect(draft('截至 2025 年 12 月，千问累计下载突破 9 亿‸次。')).toMatchObject({
      subject: { id: 'qwen', label: 'Qwen', description: 'model family' },
      metric: { id: 'cumulative-downloads', label: 'cumulative downloads', description: '累计下载量' },
      written: '突破 9 亿次',
      period: '2025-12',
      mode: 'reported',
      sentence: '截至 2025 年 12 月，千问累计下载突破 9 亿次。',
    });
  });

  it.each([
    [
      'simplified, unknown subject',
      '小帆模型累计下载突破 9 亿‸次。',
      { subject: null, written: '突破 9 亿次' },
    ],
    [
      'traditional, unknown subject',
      '小帆模型累計下載突破 9 億‸次。',
      { subject: null, written: '突破 9 億次' },
    ],
    [
      'English, unknown subject',
      'Fan-1 passed 900 mil‸lion cumulative downloads.',
      { subject: null, written: 'passed 900 million cumulative downloads' },
    ],
    ['a figure of no metric', '我们开了 3 次‸会。', { metric: null, written: '3 次' }],
    [
      'another thing of the family',
      'Qwen-Max 累计下载突破 9 亿‸次。',
      { subject: null, written: '突破 9 亿次' },
    ],
    ['a forecast', '预计 2027 年千问累计下载将突破 20 亿‸次。', { mode: 'forecast', period: '2027' }],
    ['a figure elsewhere in the line', '‸Qwen has 9 staff.', { written: '9' }],
    ['nothing', '没有数‸字。', { range: null, written: null, subject: null, metric: null, sentence: '' }],
  ])('is what it is: %s', (_, marked, expected) => {
    expect(draft(marked)).toMatchObject(expected);
  });

  it('takes metric and time from the line where nothing is known of the subject', () => {
    expect(draft('到 2025 年 12 月，小帆模型的累计下载量突破 3 亿‸次。')).toMatchObject({
      subject: null,
      metric: { id: 'cumulative-downloads' },
      period: '2025-12',
      written: '突破 3 亿次',
    });
    expect(draft('It had 3 mil‸lion of something.')).toMatchObject({ metric: null, period: null });
  });

  it('is the selection where nothing else is read there', () => {
    const { note } = noteAt('`900 million`');
    const selected = service.draftFact(note, { start: 1, end: 12 }, readers);
    expect(selected).toMatchObject({ range: null, written: '900 million' });
  });

  it('names those first that stand nearest', () => {
    const { named } = draft('阿里云。\n\n抱抱脸上千问的某数是 5‸ 个，Llama 另说。');
    expect(named.map(({ id }) => id)).toEqual(['qwen', 'hugging-face', 'alibaba-cloud', 'llama']);
  });
});

describe('metrics to choose from', () => {
  const offered = (written: string | null, sentence = '', subject: string | null = null) =>
    service.metricChoices({ written, sentence, subject }, readers).map(({ id }) => id);

  it('are those that are measured so', () => {
    const money = offered('1200 亿元');
    expect(money).toContain('revenue');
    expect(money).not.toContain('cumulative-downloads');
    expect(offered('43%')).not.toContain('revenue');
    expect(offered('9 亿次')).toContain('cumulative-downloads');
  });

  it('are all where no figure is read', () => {
    expect(offered(null)).toHaveLength(service.factBase.metrics.length);
  });

  it('begin with what the sentence speaks of, then what is known of the subject', () => {
    expect(offered(null, '它的月活跃用户很多')[0]).toBe('monthly-active-users');
    expect(offered('1200 亿元', '', 'alibaba-cloud')[0]).toBe('revenue');
  });
});

describe('a figure that somebody writes', () => {
  const read = (text: string, metric: string) => service.readFigure(text, metric, readers);

  it.each([
    ['突破6亿次', 'cumulative-downloads', { value: 600_000_000, bound: 'more-than', unit: 'times' }],
    ['突破6億次', 'cumulative-downloads', { value: 600_000_000, bound: 'more-than', unit: 'times' }],
    [
      'more than 600 million',
      'cumulative-downloads',
      { value: 600_000_000, bound: 'more-than', unit: 'times' },
    ],
    ['约 1.2 万亿元', 'revenue', { value: 1.2e12, bound: 'about', unit: 'CNY' }],
    ['3 亿至 4 亿美元', 'revenue', { value: [3e8, 4e8], bound: 'range', unit: 'USD' }],
  ])('%s is a figure of %s', (text, metric, expected) => {
    expect(read(text, metric)).toMatchObject({ figure: expected, problem: null });
  });

  it.each([
    ['many', 'revenue', 'Write one figure'],
    ['3 亿和 4 亿', 'cumulative-downloads', 'Write one figure'],
    ['数亿次', 'cumulative-downloads', 'needs an amount'],
    ['43%', 'revenue', 'is not measured in this unit'],
    ['5 亿元', 'no-such-metric', 'is not measured in this unit'],
  ])('%s is none of %s, and it says why', (text, metric, problem) => {
    const refused = read(text, metric);
    expect(refused.figure).toBeNull();
    expect(refused.problem).toContain(problem);
  });
});
