import { describe, expect, it } from 'vitest';
import { dayOf, loadChecker } from '../helpers/checker.ts';

const checker = loadChecker();

/** Claims of a table as `text: value unit period`. */
function claims(...lines: readonly string[]): string[] {
  const { claims } = checker.analyze(lines.join('\n'), { today: dayOf('2026-02-15') });
  return claims.map(
    ({ claim }) =>
      `${claim.text}: ${claim.figure.bound} ${claim.figure.low} ${claim.figure.unit} ${claim.period?.value.iso ?? '-'}`,
  );
}

describe('figures in tables', () => {
  it('take the unit from the head of their column', () => {
    expect(
      claims('| 机构 | 2025 年数据交易额（亿元） |', '| --- | --- |', '| 上海数据交易所 | 800 |'),
    ).toEqual(['800: exact 80000000000 CNY 2025']);
  });

  it('keep a plus sign behind the unit that the head lends', () => {
    expect(claims('| | 2025 年 |', '| --- | --- |', '| 上海数据交易所数据交易额（亿元） | 800+ |')).toEqual([
      '800+: at-least 80000000000 CNY 2025',
    ]);
  });

  it('take a bare year at the head of their column for their time', () => {
    expect(
      claims('| 阿里云 | 2024 | 2025 |', '| --- | --- | --- |', '| 阿里云营收（亿元） | 1064 | 1180 |'),
    ).toEqual(['1064: exact 106400000000 CNY 2024', '1180: exact 118000000000 CNY 2025']);
  });

  it('do not take another row or column for their own', () => {
    expect(
      claims('| 机构 | 员工（人） |', '| --- | --- |', '| 某公司 | 800 |', '| 上海数据交易所 | |'),
    ).toEqual([]);
  });
});
