import { describe, expect, it } from 'vitest';
import { buildLexicon } from '../../src/claims/lexicon.ts';
import { scanWords } from '../../src/claims/word-scan.ts';
import type { Metric } from '../../src/factbase/model.ts';

const metric = (id: string, triggers: readonly string[], except: readonly string[] = []): Metric => ({
  id,
  name: { zh: id, en: id },
  triggers,
  except,
  dimension: 'times',
  class: 'level',
  cumulative: true,
  direction: 'up',
  siblings: [],
  members: false,
  place: { file: 'metrics.yaml', start: 0, end: 0, line: 1 },
});

const lexicon = buildLexicon({
  entities: [],
  metrics: [
    metric('downloads', ['下载[次]数', '被下载…次', 'downloaded…times']),
    metric('pairs', ['(甲|甲乙)…(丙|丁)…戊'], ['甲…己']),
  ],
  cues: { forecast: { zh: ['预计'], en: ['expect'] }, generic: { en: ['times'] } },
});

function found(text: string, start = 0, end = text.length): string[] {
  const { cues, phrases } = scanWords(text, { start, end }, lexicon);
  return [
    ...cues.map((cue) => `${cue.cue}:${text.slice(cue.start, cue.end)}`),
    ...phrases.map(
      ({ role, id, parts }) =>
        `${role} ${id}:${parts.map((part) => text.slice(part.start, part.end)).join('…')}`,
    ),
  ];
}

describe('words of a sentence', () => {
  it.each([
    ['预计下载次数', ['forecast:预计', 'trigger downloads:下载次数']],
    ['被下载了 6 亿次', ['trigger downloads:被下载…次']],
    ['was Downloaded 6 TIMES', ['generic:TIMES', 'trigger downloads:Downloaded…TIMES']],
    // Each beginning with the nearest end behind it.
    ['甲乙 丁 戊', ['trigger pairs:甲乙…丁…戊', 'trigger pairs:甲…丁…戊']],
    ['甲 戊 丙 戊', ['trigger pairs:甲…丙…戊']],
    ['甲 己 丙 戊', ['trigger pairs:甲…丙…戊', 'except pairs:甲…己']],
    ['甲 被下载 丙 三次 戊', ['trigger pairs:甲…丙…戊', 'trigger downloads:被下载…次']],
  ])('finds in %j %j', (text, expected) => {
    expect(found(text).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    ['次被下载', 'the second part stands before the first'],
    ['被下载。六亿次', 'the gap reaches over the end of a clause'],
    [`被下载${'了'.repeat(40)}次`, 'the gap is too wide'],
    ['丙 甲 戊', 'a part in the middle stands before the first'],
    ['unexpected', 'a word is inside another'],
  ])('finds nothing in %j: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('keeps nothing of the sentence before', () => {
    const text = '被下载很多。六亿次。';
    expect(found(text, 0, 6)).toEqual([]);
    expect(found(text, 6)).toEqual([]);
  });

  it('gives what it found in order of the start, the longer first', () => {
    const { phrases } = scanWords('甲乙 丁 戊 下载数', { start: 0, end: 11 }, lexicon);
    expect(phrases.map(({ start, end }) => [start, end])).toEqual(
      phrases
        .map(({ start, end }) => [start, end])
        .toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || d - b),
    );
    expect(phrases).toHaveLength(3);
  });
});
