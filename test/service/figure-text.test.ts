import { describe, expect, it } from 'vitest';
import type { Bound, FigureForm } from '../../src/quantity/figure.ts';
import { type Amount, figureText } from '../../src/service/figure-text.ts';
import type { Script } from '../../src/service/period-text.ts';

function amount(low: number, step: number, unit: string | null, more: Partial<Amount> = {}): Amount {
  const bound: Bound = 'exact';
  const form: FigureForm = 'plain';
  return { low, high: low, step, unit, bound, form, ...more };
}

const rows: readonly (readonly [Amount, Script, string])[] = [
  [amount(6e8, 1e8, 'times', { bound: 'more-than' }), 'zh', '超过 6 亿次'],
  [amount(6e8, 1e8, 'times', { bound: 'more-than' }), 'zh-Hant', '超過 6 億次'],
  [amount(6e8, 1e8, 'times', { bound: 'more-than' }), 'en', 'more than 600 million'],
  [amount(1.2e12, 1e11, 'CNY'), 'zh', '1.2 万亿元'],
  [amount(1.2e12, 1e11, 'CNY'), 'en', '1.2 trillion yuan'],
  [amount(5e8, 1e8, 'USD', { bound: 'about' }), 'zh', '约 5 亿美元'],
  [amount(5e8, 1e8, 'USD', { bound: 'about' }), 'en', 'about 500 million US dollars'],
  [amount(113_000, 1000, 'items', { bound: 'more-than' }), 'zh', '超过 11.3 万个'],
  [amount(113_000, 1000, 'items', { bound: 'more-than' }), 'zh-Hant', '超過 11.3 萬個'],
  [amount(113_000, 1000, 'items'), 'en', '113,000'],
  [amount(82_225, 1, 'people'), 'zh', '82225 人'],
  [amount(43, 1, 'percent', { bound: 'about' }), 'zh', '约 43%'],
  [amount(43.5, 0.1, 'percent', { bound: 'nearly' }), 'en', 'nearly 43.5%'],
  [amount(30, 10, 'percent', { high: 40, bound: 'range' }), 'zh', '30% 至 40%'],
  [amount(30, 10, 'percent', { high: 40, bound: 'range' }), 'en', '30 to 40%'],
  [amount(4e9, 1e9, 'CNY', { high: 7e9, bound: 'range' }), 'zh', '40 至 70 亿元'],
  [amount(1590, 10, 'EFLOPS'), 'zh', '1590 EFLOPS'],
  [amount(1590, 10, 'EFLOPS'), 'en', '1,590 EFLOPS'],
  [amount(5e13, 1e13, 'tokens'), 'zh', '50 万亿 Token'],
  [amount(5e13, 1e13, 'tokens'), 'en', '50 trillion tokens'],
  [amount(4, 1, 'rank'), 'zh', '第 4'],
  [amount(4, 1, 'rank'), 'en', 'No. 4'],
  [amount(300, 100, 'items', { form: 'surplus', bound: 'more-than' }), 'zh', '300 余个'],
  [amount(300, 100, 'items', { form: 'surplus', bound: 'more-than' }), 'en', 'more than 300'],
  [amount(2e7, 1e7, 'times', { high: 1e8, form: 'several' }), 'zh', '数千万次'],
  [amount(2e7, 1e7, 'times', { high: 1e8, form: 'several' }), 'en', 'tens of millions'],
  [amount(1e8, 1e8, 'times', { form: 'order' }), 'zh-Hant', '上億次'],
  [amount(2.3, 0.1, 'points'), 'zh', '2.3 个百分点'],
  [amount(3, 1, 'fold'), 'zh', '3 倍'],
];

describe('figureText', () => {
  it.each(rows)('writes %j in %s as %s', (figure, script, expected) => {
    expect(figureText(figure, { script, spaced: true })).toBe(expected);
  });

  it('leaves no space where the note leaves none', () => {
    const tight = { script: 'zh', spaced: false } as const;
    expect(figureText(amount(6e8, 1e8, 'times', { bound: 'more-than' }), tight)).toBe('超过6亿次');
    expect(figureText(amount(24, 1, 'items'), tight)).toBe('24个');
  });

  it('never shows the noise of floating point', () => {
    expect(figureText(amount(0.1 + 0.2, 0.1, 'percent'), { script: 'en', spaced: true })).toBe('0.3%');
    expect(figureText(amount(1.1e12, 1e11, 'CNY'), { script: 'zh', spaced: true })).toBe('1.1 万亿元');
  });
});
