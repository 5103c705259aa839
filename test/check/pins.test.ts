import { describe, expect, it } from 'vitest';
import { dayOf } from '../helpers/checker.ts';
import { miniChecker } from '../helpers/mini-base.ts';

const checker = miniChecker({
  one: `
- { subject: alpha, metric: downloads, value: 100000000, unit: times, period: 2020, written: 1亿次 }
- { subject: alpha, metric: users, value: 1000000, unit: people, period: 2020, written: 100万人 }
- { subject: alpha, metric: users, value: 2000000, unit: people, period: 2021, written: 200万人 }
- { subject: beta, metric: users, value: 5000000, unit: people, period: 2020, written: 500万人 }
`,
});
const analyze = (text: string) => checker.analyze(text, { today: dayOf('2026-02-15') });

/** The pinned claims: `100 万 = alpha users 2020 supported`. */
function pinned(text: string): readonly string[] {
  return analyze(text)
    .claims.filter(({ claim }) => claim.subject?.origin === 'pin')
    .map(({ claim, verdict }) => {
      const { subject, metric, period } = claim;
      return `${claim.text} = ${subject?.value} ${metric?.value} ${period?.value.iso ?? '-'} ${verdict.kind}`;
    });
}

/** What pins stand for nothing, with why. */
function loose(text: string): readonly string[] {
  return analyze(text)
    .findings.filter((finding) => finding.code === 'pin.unknown')
    .map((finding) => `${text.slice(finding.start, finding.end)} ${finding.message.key}`);
}

describe('a pin binds', () => {
  it.each([
    ['behind', '它的日子不错，200 万 <!-- fact: alpha/users -->。', '200 万 = alpha users - supported'],
    ['before', '它有 <!-- fact: alpha/users -->200 万。', '200 万 = alpha users - supported'],
    [
      'what was read otherwise',
      '2020 年贝塔日活 100 万人<!-- fact: alpha/users -->。',
      '100 万人 = alpha users 2020 supported',
    ],
    [
      'where the figure is wrong',
      '2020 年有 800 万<!-- fact: alpha/users -->。',
      '800 万 = alpha users 2020 contradicted',
    ],
    [
      'to one fact and its time',
      '其實是 100 萬<!-- fact: alpha.users@2020#one -->。',
      '100 萬 = alpha users 2020 supported',
    ],
    [
      'with a reason',
      'It had 2 million <!-- fact: alpha/users as on the slide -->.',
      '2 million = alpha users - supported',
    ],
    [
      'the nearest',
      '先 700 万，后 200 万<!-- fact: alpha/users -->，再 900 万。',
      '200 万 = alpha users - supported',
    ],
    ['in a list', '- 一\n- 200 万 <!-- fact: alpha/users -->\n', '200 万 = alpha users - supported'],
    [
      'in its own cell',
      '| 名 | 数 | 数 |\n| --- | --- | --- |\n| 甲 | 200 万 <!-- fact: alpha/users --> | 900 万 |\n',
      '200 万 = alpha users - supported',
    ],
    [
      'the time that is said',
      '2021 年有 200 万<!-- fact: alpha.users@2020#one -->。',
      '200 万 = alpha users 2021 supported',
    ],
  ])('%s', (_, text, claim) => {
    expect(pinned(text)).toEqual([claim]);
    expect(loose(text)).toEqual([]);
  });

  it.each([
    ['in code', '写 `200 万 <!-- fact: alpha/users -->` 即可，共 900 万。'],
    ['in a fence', '```md\n200 万 <!-- fact: alpha/users -->\n```'],
    ['in another comment', '200 万 <!-- 见 fact: alpha/users -->'],
  ])('nothing %s', (_, text) => {
    expect(pinned(text)).toEqual([]);
    expect(loose(text)).toEqual([]);
  });
});

describe('a pin that binds nothing', () => {
  it.each([
    [
      'unknown fact',
      '200 万 <!-- fact: alpha.users@1999#one -->',
      '<!-- fact: alpha.users@1999#one --> pin.unknown',
    ],
    ['unknown subject', '200 万 <!-- fact: gamma/users -->', '<!-- fact: gamma/users --> pin.unknown'],
    ['unknown metric', '200 万 <!-- fact: alpha/size -->', '<!-- fact: alpha/size --> pin.unknown'],
    ['no id', '200 万 <!-- fact: -->', '<!-- fact: --> pin.unknown'],
    [
      'no figure on its line',
      '共 200 万。\n没有数字。<!-- fact: alpha/users -->',
      '<!-- fact: alpha/users --> pin.no-figure',
    ],
  ])('%s', (_, text, problem) => {
    expect(loose(text)).toEqual([problem]);
    expect(pinned(text)).toEqual([]);
  });

  it('is reported once, in a table too', () => {
    const text = '| 名 | 甲 | 乙 |\n| --- | --- | --- |\n| 数 <!-- fact: gamma/users --> | 1 万 | 2 万 |\n';
    expect(loose(text)).toHaveLength(1);
  });
});

it('says the same after an edit as anew', () => {
  const before = '# 一\n\n200 万 <!-- fact: alpha/users -->。\n\n从 200 万涨到 600 万，增长 5 倍。';
  const after = before.replace('# 一', '# 一二');
  const options = { today: dayOf('2026-02-15') };
  const edited = checker.reanalyze(checker.analyze(before, options), after, options);
  expect(edited).toEqual(checker.analyze(after, options));
});
