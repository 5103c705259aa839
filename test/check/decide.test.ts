import { describe, expect, it } from 'vitest';
import { dayOf } from '../helpers/checker.ts';
import { miniChecker } from '../helpers/mini-base.ts';

const today = dayOf('2026-02-15');

const checker = miniChecker({
  one: `
- { subject: alpha, metric: downloads, value: 600000000, bound: more-than, unit: times, period: 2025-09, mode: reported, written: 突破6亿次 }
- { subject: alpha, metric: downloads, value: 200000000, bound: exact, unit: times, period: 2025-03, mode: reported, written: 2亿次 }
- { subject: beta, metric: downloads, value: 27000000, bound: exact, unit: times, period: 2025-09, mode: reported, written: 2700万次 }
- { subject: alpha, metric: users, value: 100000000, bound: more-than, unit: people, period: 2025-12, mode: reported, written: 突破1亿人 }
- { subject: maker, metric: revenue, value: 118000000000, bound: exact, unit: CNY, period: FY2025, mode: reported, written: 1180亿元 }
- { subject: maker, metric: growth, value: 11, bound: exact, unit: percent, period: FY2025, mode: reported, written: 11% }
- { subject: land, metric: share, value: 1.68, bound: exact, unit: percent, period: 2024, mode: reported, written: 1.68% }
- { subject: land, metric: share, value: 3, bound: about, unit: percent, period: 2030, mode: forecast, written: 3% 左右 }
- { subject: land, metric: hubs, value: 8, bound: exact, unit: items, period: 2025, mode: reported, written: 8个 }
- { subject: land, metric: revenue, value: 700000000000, bound: more-than, unit: CNY, period: 2025, mode: reported, written: 突破7000亿元 }
`,
  two: `
- { subject: land, metric: revenue, value: 1200000000000, bound: more-than, unit: CNY, period: 2025, mode: reported, written: 突破1.2万亿元 }
`,
});

function verdict(text: string): string {
  const [checked] = checker.analyze(text, { today }).claims;
  if (checked === undefined) return 'no claim';
  const { kind, cause, reason } = checked.verdict;
  if (kind === 'contradicted') return `contradicted ${cause}`;
  return kind === 'unverified' ? reason.key : kind;
}

describe('verdicts', () => {
  it.each([
    // supported: the stated sets meet
    ['2025 年 9 月，Alpha 的下载量突破 6 亿次。', 'supported'],
    ['2025 年 9 月，Alpha 的下载量为 6 亿次。', 'supported'],
    ['2025 年 9 月，Alpha 的下载量接近 7 亿次。', 'supported'],
    ['2025 年，Maker 的营收约 1200 亿元。', 'supported'],
    ['2024 年某国占比约 1.7%。', 'supported'],
    // more precise than known
    ['2025 年 9 月，Alpha 的下载量为 6.2 亿次。', 'unverified.precise'],
    ['2024 年某国占比 1.678%。', 'unverified.precise'],
    // the widths touch, but neither number is one that the other allows
    ['2025 年 9 月，Alpha 的下载量为 7 亿次。', 'unverified.newer'],
    ['Alpha 的下载量为 7 亿次。', 'unverified.newer'],
    // weaker: strictly true, says less
    ['2025 年 9 月，Alpha 的下载量超过 5 亿次。', 'weaker'],
    ['2025 年 9 月，Alpha 的下载量突破 6000 万次。', 'contradicted scale'],
    // contradicted, by cause
    ['2025 年 9 月，Alpha 的下载量为 60 亿次。', 'contradicted scale'],
    ['2025 年 9 月，Alpha 的下载量为 9 亿次。', 'contradicted value'],
    ['2025 年 9 月，Alpha 的下载量为 2700 万次。', 'contradicted subject'],
    ['2025 年 9 月，Alpha 的下载量为 2 亿次。', 'contradicted period'],
    ['2025 财年，Maker 的营收为 1180 亿美元。', 'contradicted unit'],
    ['2025 财年，Maker 同比下降 11%。', 'contradicted direction'],
    ['2025 年 12 月，Alpha 的日活还没到 1 亿人。', 'contradicted direction'],
    ['2025 年某国有 9 个枢纽。', 'contradicted value'],
    ['2025 年某国有 8 个枢纽。', 'supported'],
    // undated claims are compared with the newest fact
    ['Alpha 的下载量突破 6 亿次。', 'supported'],
    ['Alpha 的下载量为 2 亿次。', 'outdated'],
    ['Alpha 的下载量突破 9 亿次。', 'unverified.newer'],
    ['Alpha 的下载量突破 20 亿次。', 'contradicted value'],
    // a cumulative series does not fall, nor was it ever higher before
    ['2026 年 1 月，Alpha 的下载量为 3 亿次。', 'contradicted value'],
    ['2026 年 1 月，Alpha 的下载量为 8 亿次。', 'unverified.period'],
    ['2024 年，Alpha 的下载量为 9 亿次。', 'contradicted value'],
    ['2024 年，Alpha 的下载量为 1 亿次。', 'unverified.period'],
    // a level holds for its own period only
    ['2024 年，Alpha 的日活为 3000 万人。', 'unverified.period'],
    // sources disagree
    ['2025 年某国营收突破 7000 亿元。', 'disputed'],
    ['2025 年某国营收突破 1.2 万亿元。', 'disputed'],
    ['2025 年某国营收突破 3 万亿元。', 'contradicted value'],
    // forecasts are compared with forecasts
    ['预计 2030 年某国占比将达 3% 左右。', 'supported'],
    ['预计 2030 年某国占比将达 30%。', 'contradicted scale'],
    // denied, asked, supposed
    ['2025 年 9 月，Alpha 的下载量并非 60 亿次。', 'unverified.not-asserted'],
    ['2025 年 9 月，Alpha 的下载量有 60 亿次吗？', 'unverified.not-asserted'],
    ['如果 Alpha 的下载量到了 60 亿次。', 'unverified.not-asserted'],
    // another thing
    ['2025 年 9 月，Alpha-Mini 的下载量为 60 亿次。', 'unverified.variant'],
    ['2025 年 9 月，Gamma 的下载量为 60 亿次。', 'no claim'],
    ['2025 年 9 月，Beta 的日活为 60 亿人。', 'unverified.no-series'],
  ])('%s → %s', (text, expected) => {
    expect(verdict(text)).toBe(expected);
  });
});
