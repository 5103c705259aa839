import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../src/quantity/times.ts';
import { periodText, type Script } from '../../src/service/period-text.ts';

const rows: readonly (readonly [string, Record<Script, string>])[] = [
  ['2025', { zh: '2025 年', 'zh-Hant': '2025 年', en: '2025' }],
  ['2025-09', { zh: '2025 年 9 月', 'zh-Hant': '2025 年 9 月', en: 'September 2025' }],
  ['2025-09-30', { zh: '2025 年 9 月 30 日', 'zh-Hant': '2025 年 9 月 30 日', en: 'September 30, 2025' }],
  ['2025-Q3', { zh: '2025 年第三季度', 'zh-Hant': '2025 年第三季度', en: 'Q3 2025' }],
  ['2025-H1', { zh: '2025 年上半年', 'zh-Hant': '2025 年上半年', en: 'the first half of 2025' }],
  ['FY2025', { zh: '2025 财年', 'zh-Hant': '2025 財年', en: 'fiscal year 2025' }],
  [
    '2024-07/2025-07',
    {
      zh: '2024 年 7 月至 2025 年 7 月',
      'zh-Hant': '2024 年 7 月至 2025 年 7 月',
      en: 'July 2024 to July 2025',
    },
  ],
];

describe('periodText', () => {
  for (const [iso, texts] of rows) {
    it.each(Object.entries(texts) as [Script, string][])(`writes ${iso} in %s as %s`, (script, expected) => {
      const period = parsePeriod(iso);
      if (period === null) throw new Error(`${iso} is no period`);
      expect(periodText(period, { script, spaced: true })).toBe(expected);
    });
  }

  it('leaves no space where the note leaves none', () => {
    const period = parsePeriod('2025-09');
    if (period === null) throw new Error('no period');
    expect(periodText(period, { script: 'zh', spaced: false })).toBe('2025年9月');
  });
});
