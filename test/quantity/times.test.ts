import { describe, expect, it } from 'vitest';
import type { Period } from '../../src/quantity/period.ts';
import {
  compareDays,
  dayOf,
  isNow,
  parsePeriod,
  periodsMatch,
  relatePeriods,
  resolveTime,
} from '../../src/quantity/times.ts';
import { reader, sayTime, timesOf, unmark } from './reading.ts';

/** A text with its times marked, and what each says. */
const TABLES: Record<string, readonly (readonly [string, ...string[]])[]> = {
  years: [
    ['«2025 年»', '2025'],
    ['«2025年»中国AI', '2025'],
    ['«07年»', '2007'],
    ['«零八年»奥运会', '2008'],
    ['«二零一六年»', '2016'],
    ['«2025年度»报告', '2025'],
    ['in «2014»', '2014'],
    ['«2025 财年»', 'FY2025'],
    ['«FY2025»', 'FY2025'],
    ['in «fiscal 2025»', 'FY2025'],
    ['in «fiscal year 2025»', 'FY2025'],
  ],
  'parts of a year': [
    ['«2025 年底»', '2025.end'],
    ['«2025年年底»', '2025.end'],
    ['«2024 年初»', '2024.start'],
    ['到«2025年中»,Qwen', 'as-of 2025.middle'],
    ['«1993年上半年»', '1993-H1'],
    ['«2025年第三季度»', '2025-Q3'],
    ['«2021年前两个季度»', '2021-Q1/2021-Q2'],
    ['by «mid-2025»', 'as-of 2025.middle'],
    ['«early 2026»', '2026.start'],
    ['at «the end of 2025»', '2025.end'],
    ['«Q3 2025»', '2025-Q3'],
    ['«2016 Q3»', '2016-Q3'],
    ['«18q4»', '2018-Q4'],
    ['«3Q25»', '2025-Q3'],
    ['the «third quarter of 2016»', '2016-Q3'],
    ['«H1 2016»', '2016-H1'],
  ],
  'months and days': [
    ['«2025 年 9 月»', '2025-09'],
    ['«2025 年 6 月底»', '2025-06.end'],
    ['«二〇〇六年十二月»', '2006-12'],
    ['«2015年3月3号»', '2015-03-03'],
    ['«2025-09-30»', '2025-09-30'],
    ['«2020/1/2»', '2020-01-02'],
    ['«2010.01.29»', '2010-01-29'],
    ['«2016-11»', '2016-11'],
    ['«2026-02-03» 10:14:41', '2026-02-03'],
    ['«October 2014»', '2014-10'],
    ['«November , 2016»', '2016-11'],
    ['«15 June 2016»', '2016-06-15'],
    ['«January 12, 2016»', '2016-01-12'],
    ['«01/22/2016»', '2016-01-22'],
    ['by «April 2025»', 'as-of 2025-04'],
  ],
  ranges: [
    ['«2024 年 7 月至 2025 年 7 月»', '2024-07/2025-07'],
    ['«2017年8月至11月»', '2017-08/2017-11'],
    ['«2019年4月12-19日»', '2019-04-12/2019-04-19'],
    ['«2018年1-9月份»', '2018-01/2018-09'],
    ['«2024—2026 年»', '2024/2026'],
    ['从«2016-2018»', '2016/2018'],
    ['from «4 to 22 January, 1995»', '1995-01-04/1995-01-22'],
    ['between «May 2015 and 2018»', '2015-05/2018'],
  ],
  relations: [
    ['截至 «2025 年 9 月»', 'as-of 2025-09'],
    ['自«2018年以来»', 'since 2018'],
    ['«2018年开始»', 'since 2018'],
    ['«2018年以前»', 'before 2018'],
    ['«2025年后»', 'after 2025'],
    ['as of «June 2025»', 'as-of 2025-06'],
    ['since «2017»', 'since 2017'],
    ['before «2018»', 'before 2018'],
    ['提升到 «2025 年»的 25.9%', '2025'],
  ],
  'decades and plans': [
    ['«90年代»', '1990/1999'],
    ['«上世纪90年代»', '1990/1999'],
    ['«20世纪80年代»', '1980/1989'],
    ['«18世纪»', '1700/1799'],
    ['the «2000s»', '2000/2009'],
    ['"«十五五»"规划', '2026/2030'],
  ],
  'open ones': [
    ['«9月»', '(y? m9)'],
    ['«今年 1 月»', '(y+0 m1)'],
    ['«去年上半年»', '(y-1 h1)'],
    ['«明年九月»', '(y+1 m9)'],
    ['«上个季度»', '(q-1)'],
    ['«本月初»', '(m+0 part:start)'],
    ['«近三年»', '(last:3:years)'],
    ['over «the past 12 months»', '(last:12:months)'],
    ['«last year»', '(y-1)'],
    ['«目前»', '(now)'],
    ['«1 月以来»', 'since (y? m1)'],
    ['out next «June»', '(m6 nearest:after)'],
  ],
  'no times': [
    ['12个月'],
    ['3个季度'],
    ['五年'],
    ['1990 个'],
    ['2025全球开源创新汇'],
    ['-2507'],
    ['体现在'],
    ['3 年期'],
    ['it may be so'],
    ['march of progress'],
    ['2000 models were released'],
    ['13月'],
    ['八月饼'],
    ['Windows 2000'],
  ],
};

describe.each(Object.entries(TABLES))('%s', (_name, rows) => {
  it.each(rows.map(([marked, ...said]) => [marked, said] as const))('%s', (marked, said) => {
    const { text, spans } = unmark(marked);
    expect(timesOf(text)).toEqual({ spans, said });
  });
});

describe('resolving', () => {
  const today = dayOf('2026-02-15') ?? 0;
  it.each([
    ['去年', null, '2025'],
    ['今年 1 月', null, '2026-01'],
    ['上个月', null, '2026-01'],
    ['上季度', null, '2025-Q4'],
    ['昨天', null, '2026-02-14'],
    ['目前', null, '2026-02-15'],
    ['1 月', null, '2026-01'],
    ['9 月', null, '2025-09'],
    ['9 月', 2024, '2024-09'],
    ['年底', 2024, '2024'],
    ['年底', null, '2025'],
    ['隔年', 2024, '2025'],
    ['the following year', 2024, '2025'],
    ['同年', 2023, '2023'],
    ['三季度', 2025, '2025-Q3'],
    ['5月-10月', null, '2025-05/2025-10'],
    ['last year', null, '2025'],
    ['next June', null, '2026-06'],
    ['近三年', null, '2023-02-15/2026-02-15'],
  ])('%s with %s is %s', (text, year, iso) => {
    const [time] = reader.read(text).times;
    if (time === undefined) throw new Error('no time read');
    expect(resolveTime(time, { today, year })?.iso).toBe(iso);
  });

  it('leaves open what nothing tells', () => {
    const [time] = reader.read('2025 年 2 月 30 日').times;
    expect(time?.period ?? null).toBeNull();
  });

  it('knows the time of writing', () => {
    expect(reader.read('目前,去年').times.map(isNow)).toEqual([true, false]);
  });
});

const period = (iso: string): Period => {
  const read = parsePeriod(iso);
  if (read === null) throw new Error(`no period ${iso}`);
  return read;
};

describe('periods of fact files', () => {
  it.each([
    ['2025', '2025-01-01', '2026-01-01', 'year'],
    ['2025-09', '2025-09-01', '2025-10-01', 'month'],
    ['2025-09-30', '2025-09-30', '2025-10-01', 'day'],
    ['2025-Q3', '2025-07-01', '2025-10-01', 'quarter'],
    ['2025-H1', '2025-01-01', '2025-07-01', 'half'],
    ['FY2025', '2025-01-01', '2026-01-01', 'fiscal-year'],
    ['2024/2025-06', '2024-01-01', '2025-07-01', 'range'],
    ['2024-07/2025-07', '2024-07-01', '2025-08-01', 'range'],
  ])('%s', (iso, from, to, precision) => {
    expect(period(iso)).toEqual({ iso, from: dayOf(from), to: dayOf(to), precision });
  });

  it.each([
    '',
    '2025-13',
    '2025-02-30',
    '2025-Q5',
    '25',
    '2025/2024',
    '2025-9',
    '2025/',
    'last year',
    '2024/2025/2026',
  ])('not %j', (iso) => {
    expect(parsePeriod(iso)).toBeNull();
  });

  it.each([
    ['2025', '2025', 'same'],
    ['2025', '2025-09', 'within'],
    ['2025-09', '2025-Q3', 'within'],
    ['2025-H1', '2025-Q3', 'apart'],
    ['2024/2025-06', '2025', 'overlap'],
    ['FY2025', 'FY2025', 'same'],
    ['FY2025', '2025', 'loose'],
    ['FY2025', '2024', 'apart'],
  ] as const)('%s and %s: %s', (a, b, relation) => {
    expect(relatePeriods(period(a), period(b))).toBe(relation);
    expect(relatePeriods(period(b), period(a))).toBe(relation);
    expect(periodsMatch(period(a), period(b))).toBe(relation !== 'apart');
  });

  it('tells the start of a year from its end', () => {
    const [start, end] = reader.read('2025 年初和 2025 年底').times;
    expect([start?.period?.iso, end?.period?.iso]).toEqual(['2025', '2025']);
    if (!start?.period || !end?.period) throw new Error('no periods');
    expect(periodsMatch(start.period, end.period)).toBe(false);
    expect(periodsMatch(start.period, period('2025'))).toBe(true);
    expect(compareDays(start.period, end.period)).toBeLessThan(0);
  });

  it('does not take a fiscal year for a calendar year when asked not to', () => {
    expect(periodsMatch(period('FY2025'), period('2025'), false)).toBe(false);
  });
});

it('says open times by their form', () => {
  expect(reader.read('9 月').times.map(sayTime)).toEqual(['(y? m9)']);
});
