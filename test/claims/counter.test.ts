import { describe, expect, it } from 'vitest';
import { dayOf, loadChecker } from '../helpers/checker.ts';

const checker = loadChecker();

function verdicts(text: string): string[] {
  return checker
    .analyze(text, { today: dayOf('2026-02-15') })
    .claims.map(({ claim, verdict }) => `${claim.text} ${verdict.kind}`);
}

describe('measure words', () => {
  it.each([
    ['Qwen3 系列到 2025 年 9 月有 300 余款开源模型。', '300 余款 supported'],
    ['Qwen3 系列到 2025 年 9 月有 30 余款开源模型。', '30 余款 contradicted'],
    ['2025 年，中国人工智能企业超过 6000 家。', '6000 家 supported'],
  ])('of one sort stand for each other: %s', (text, expected) => {
    expect(verdicts(text)).toContain(expected);
  });

  it.each(['阿里以 Qwen3 为核心的开源模型分三层架构。', '百度由于前面三家的竞争，滑落第四。'])(
    'of another sort count something else: %s',
    (text) => {
      expect(verdicts(text).filter((verdict) => verdict.endsWith('contradicted'))).toEqual([]);
    },
  );
});
