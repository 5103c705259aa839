import { describe, expect, it } from 'vitest';
import { dayOf, loadChecker } from '../helpers/checker.ts';

const checker = loadChecker();

function verdicts(text: string): string[] {
  const { claims } = checker.analyze(text, { today: dayOf('2026-02-15') });
  return claims.map(({ claim, verdict }) => `${claim.text} ${claim.subject?.value} ${verdict.kind}`);
}

describe('a place beside the subject', () => {
  it.each([
    ['字节跳动已在中国市场站稳，豆包 2025 年 12 月日活突破 10 亿。', '10 亿 doubao contradicted'],
    ['2025 年 7 月全球十大开源模型中，美国占了九个，中国只剩一个。', '一个 china contradicted'],
  ])('that is not what the figure is of restricts nothing: %s', (text, expected) => {
    expect(verdicts(text)).toContain(expected);
  });

  it.each(['阿里云在欧洲的营收，2025 财年大约 60 亿元。', '在美国，豆包 2025 年 12 月日活突破 10 亿。'])(
    'that it is of makes it another figure: %s',
    (text) => {
      expect(verdicts(text).filter((verdict) => verdict.endsWith('contradicted'))).toEqual([]);
    },
  );
});
