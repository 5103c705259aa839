import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../src/check/message-texts.ts';
import { NotesIndex, notesDisagree } from '../../src/check/notes-disagree.ts';
import { dayOf } from '../helpers/checker.ts';
import { miniChecker } from '../helpers/mini-base.ts';

const checker = miniChecker({
  one: `
- { subject: alpha, metric: downloads, value: 100000000, unit: times, period: 2020, written: 1亿次 }
- { subject: alpha, metric: users, value: 1000000, unit: people, period: 2020, written: 100万人 }
- { subject: beta, metric: users, value: 1000000, unit: people, period: 2020, written: 100万人 }
- { subject: maker, metric: revenue, value: 1000000000, unit: CNY, period: 2020, written: 10亿元 }
`,
});
const WORDS = { entity: String, metric: String, source: String, fact: () => '', period: () => '' };
const analyze = (text: string) => checker.analyze(text, { today: dayOf('2026-02-15') });
const uriOf = (i: number) => `file:///notes/${'abcdefgh'[i]}.md`;

/** What each note is told, by the letter of the note: `a: 82 万人 (b 28 万人)`. */
function told(...texts: readonly string[]): readonly string[] {
  const notes = texts.map((text, i) => ({ uri: uriOf(i), analysis: analyze(text) }));
  const found = notesDisagree(notes);
  return notes.flatMap(({ uri, analysis }, i) =>
    (found.get(uri) ?? []).map((finding) => {
      const places = (finding.elsewhere ?? []).map((place) => {
        const at = notes.findIndex((note) => note.uri === place.uri);
        return `${'abcdefgh'[at]} ${texts[at]?.slice(place.span.start, place.span.end)}`;
      });
      return `${'abcdefgh'[i]}: ${analysis.text.slice(finding.start, finding.end)} (${places.join(', ')})`;
    }),
  );
}

describe('notes that disagree', () => {
  it.each([
    [
      ['2025 年 6 月阿尔法日活 300 万人。', 'In June 2025 Alpha had 5 million daily users.'],
      ['a: 300 万人 (b 5 million daily users)', 'b: 5 million daily users (a 300 万人)'],
    ],
    [
      ['2024 年阿爾法日活 300 萬人。', '2024 年阿尔法日活 500 万人。'],
      ['a: 300 萬人 (b 500 万人)', 'b: 500 万人 (a 300 萬人)'],
    ],
    [
      ['2024 年造者营收 20 亿元。', '2024 年造者营收 30 亿元。'],
      ['a: 20 亿元 (b 30 亿元)', 'b: 30 亿元 (a 20 亿元)'],
    ],
    [
      ['阿尔法目前日活 300 万人。', '阿尔法日活 900 万人。'],
      ['a: 300 万人 (b 900 万人)', 'b: 900 万人 (a 300 万人)'],
    ],
  ])('%j', (texts, expected) => {
    expect(told(...texts)).toEqual(expected);
  });

  it.each([
    ['different times', '2024 年阿尔法日活 300 万人。', '2025 年阿尔法日活 500 万人。'],
    ['different subjects', '2024 年阿尔法日活 300 万人。', '2024 年贝塔日活 500 万人。'],
    ['different metrics', '2024 年阿尔法日活 300 万人。', '2024 年阿尔法累计下载量 500 万次。'],
    ['rounding', '2024 年阿尔法日活 300 万人。', '2024 年阿尔法日活约 310 万人。'],
    ['bounds', '2024 年阿尔法日活超 300 万人。', '2024 年阿尔法日活 320 万人。'],
    ['denial', '2024 年阿尔法日活 300 万人。', '2024 年阿尔法日活并非 500 万人。'],
    ['question', '2024 年阿尔法日活 300 万人。', '2024 年阿尔法日活有 500 万人吗？'],
    ['forecast', '2024 年阿尔法日活 300 万人。', '预计 2024 年阿尔法日活 500 万人。'],
    ['growth since', '2024 年阿尔法累计下载量 3 亿次。', '2024 年阿尔法累计下载量 4 亿次。'],
    ['undated, perhaps later', '阿尔法日活 300 万人。', '阿尔法日活 500 万人。'],
    ['undated flows', '造者营收 20 亿元。', '造者营收 90 亿元。'],
    ['variants', '2024 年 Alpha-Max 日活 300 万人。', '2024 年阿尔法日活 500 万人。'],
    ['one note only', '2024 年阿尔法日活 300 万人。', '什么都没有。'],
  ])('%s is no disagreement', (_, ...texts) => {
    expect(told(...texts)).toEqual([]);
  });

  it('says what stands where', () => {
    const index = new NotesIndex();
    index.update('file:///a.md', analyze('2024 年阿尔法日活 300 万人。'));
    index.update('file:///%E7%AC%94%E8%AE%B0.md', analyze('2024 年阿尔法日活 500 万人。'));
    const [finding] = index.findings('file:///a.md');
    expect(finding?.severity).toBe('warning');
    expect(finding === undefined ? '' : formatMessage(finding.message, 'en', WORDS)).toBe(
      '“300 万人” here, “500 万人” in 笔记.md: alpha, users.',
    );
  });

  it('only informs where a fact has decided', () => {
    const found = notesDisagree([
      { uri: 'a', analysis: analyze('2020 年阿尔法日活 100 万人。') },
      { uri: 'b', analysis: analyze('2020 年阿尔法日活 300 万人。') },
    ]);
    expect([...found.values()].flat().map((finding) => finding.severity)).toEqual([
      'information',
      'information',
    ]);
  });
});

describe('the index of notes', () => {
  it('names the notes that a change concerns, and no others', () => {
    const index = new NotesIndex();
    index.update('a', analyze('2024 年阿尔法日活 300 万人。'));
    index.update('b', analyze('2024 年造者营收 20 亿元。'));
    expect([...index.update('c', analyze('2024 年阿尔法日活 500 万人。'))]).toEqual(['a']);
    expect([...index.update('c', analyze('2024 年阿尔法日活 300 万人。'))]).toEqual(['a']);
    expect([...index.update('c', analyze('2024 年阿尔法日活 300 万人。'))]).toEqual([]);
    expect(index.findings('a')).toEqual([]);
    index.update('c', analyze('2024 年阿尔法日活 500 万人。'));
    expect([...index.remove('c')]).toEqual(['a']);
    expect(index.findings('a')).toEqual([]);
  });

  it('says after any changes what a new one says', () => {
    const texts = [
      '2024 年阿尔法日活 300 万人。',
      '2024 年阿尔法日活 500 万人，造者营收 20 亿元。',
      '2024 年造者营收 30 亿元。\n\n2024 年阿尔法日活 900 万人。',
      '没有数字。',
    ].map(analyze);
    const step = fc.record({ note: fc.integer({ min: 0, max: 3 }), text: fc.integer({ min: -1, max: 3 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const index = new NotesIndex();
        const now = new Map<string, (typeof texts)[number]>();
        for (const { note, text } of steps) {
          const analysis = texts[text];
          if (analysis === undefined) index.remove(uriOf(note));
          else index.update(uriOf(note), analysis);
          if (analysis === undefined) now.delete(uriOf(note));
          else now.set(uriOf(note), analysis);
        }
        const fresh = notesDisagree([...now].map(([uri, analysis]) => ({ uri, analysis })));
        for (let i = 0; i < 4; i++) expect(index.findings(uriOf(i))).toEqual(fresh.get(uriOf(i)) ?? []);
      }),
    );
  });
});

describe('one note that gives a figure twice', () => {
  const twice = (text: string) =>
    analyze(text)
      .findings.filter((finding) => finding.code === 'figures.inconsistent')
      .map((finding) => [
        text.slice(finding.start, finding.end),
        ...finding.related.map(({ start, end }) => text.slice(start, end)),
      ]);

  it.each([
    ['2024 年阿尔法日活 300 万人。\n\n## 附\n\n2024 年阿尔法日活 500 万人。', '500 万人', '300 万人'],
    [
      'In 2024 Alpha had 3 million daily users.\n\n- In 2024 Alpha had 5 million daily users.',
      '5 million daily users',
      '3 million daily users',
    ],
    ['2024 年造者營收 20 億元。\n\n回顧：2024 年造者營收 30 億元。', '30 億元', '20 億元'],
  ])('%j', (text, figure, before) => {
    expect(twice(text)).toEqual([[figure, before]]);
  });

  it.each([
    '2024 年阿尔法日活 300 万人。\n\n2025 年阿尔法日活 500 万人。',
    '2024 年阿尔法日活 300 万人。\n\n2024 年贝塔日活 500 万人。',
    '2024 年阿尔法日活 300 万人。\n\n2024 年阿尔法日活约 310 万人。',
    '2024 年阿尔法日活 300 万人。\n\n造者称，2024 年阿尔法日活 500 万人。',
    '2020 年阿尔法日活 100 万人。\n\n2020 年阿尔法日活 500 万人。',
  ])('not in %j', (text) => {
    expect(twice(text)).toEqual([]);
  });
});
