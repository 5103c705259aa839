import { describe, expect, it } from 'vitest';
import { dayOf } from '../helpers/checker.ts';
import { miniChecker } from '../helpers/mini-base.ts';

const checker = miniChecker({
  one: '- { subject: alpha, metric: users, value: 1000000, unit: people, period: 2020, written: 100万人 }\n',
});

/** The ids of links that lead nowhere. */
function dead(text: string): readonly string[] {
  return checker
    .analyze(text, { today: dayOf('2026-02-15') })
    .findings.filter(({ code }) => code === 'name.unknown-in-link')
    .map(({ start, end }) => text.slice(start, end));
}

describe('a link into the fact base that leads nowhere', () => {
  it.each([
    ['in Chinese', '它有 [6 亿次](fact:alpha.downloads@2025) 下载。', 'alpha.downloads@2025'],
    ['in traditional Chinese', '它有 [6 億次](fact:alpha.downloads@2025) 下載。', 'alpha.downloads@2025'],
    ['in English', 'It has [600 million](fact:no-such) downloads.', 'no-such'],
    ['with emphasis', '它有 [**6 亿次**](fact:no-such) 下载。', 'no-such'],
    ['in angle brackets', '它有 [6 亿次](<fact:no-such>) 下载。', 'no-such'],
    ['with a title', '它有 [6 亿次](fact:no-such "known") 下载。', 'no-such'],
    ['in a list', '- 甲\n- [6 亿次](fact:no-such)', 'no-such'],
    ['in a table', '| a | b |\n|---|---|\n| [6](fact:no-such) | x |', 'no-such'],
    ['in a heading', '# 见 [这里](fact:no-such)', 'no-such'],
  ])('is found %s', (_, text, id) => {
    expect(dead(text)).toEqual([id]);
  });

  it('is found each time, once', () => {
    expect(dead('[a](fact:x) 与 [b](fact:y)。\n\n[c](fact:z) 和 [d](fact:alpha)。')).toEqual(['x', 'y', 'z']);
  });
});

describe('nothing is said of', () => {
  it.each([
    ['a fact', '它有 [100 万人](fact:alpha.users@2020#one)。'],
    ['an entity', '见 [阿尔法](fact:alpha)。'],
    ['a series', '它有 [100 万人](fact:alpha/users)。'],
    ['another address', '它有 [6 亿次](https://example.org/fact:no-such)。'],
    ['code', '写作 `[6 亿次](fact:no-such)`。'],
    ['a code block', '```md\n[6 亿次](fact:no-such)\n```'],
    ['a comment', '<!-- [6 亿次](fact:no-such) -->'],
    ['plain text', '写作 fact:no-such。'],
    ['an escaped bracket', '写作 \\[6 亿次](fact:no-such)。'],
  ])('%s', (_, text) => {
    expect(dead(text)).toEqual([]);
  });
});
