import { describe, expect, test } from 'vitest';
import { base, GOOD, SEED, yaml } from './support.ts';

interface Given {
  readonly metric?: string;
  readonly period?: string;
  readonly source?: string;
  readonly mode?: string;
  readonly scope?: string;
  readonly bound?: string;
  readonly written: string;
  readonly value: number;
}

/** Kinds and sources of the conflicts between facts, of which each has a source of its own (001, 002, …). */
function conflicts(...facts: Given[]): string[] {
  const files: Record<string, string> = { ...GOOD };
  for (const [i, fact] of facts.entries()) {
    const source = fact.source ?? `00${i + 1}-paper`;
    files[`seeds/${source}.md`] = SEED;
    const before = files[`facts/${source}.yaml`];
    files[`facts/${source}.yaml`] =
      (i > 0 && before !== undefined ? before : '') +
      yaml(`
      - subject: qwen3
        metric: ${fact.metric ?? 'market-share'}
        value: ${fact.value}
        bound: ${fact.bound ?? 'exact'}
        unit: ${fact.metric === 'downloads' || fact.metric === 'derivatives' ? 'times' : 'percent'}
        period: ${fact.period ?? '2025'}
        mode: ${fact.mode ?? 'reported'}
        scope: ${fact.scope ?? '{}'}
        written: ${fact.written}
    `);
  }
  const { factBase, problems } = base(files);
  expect(problems).toEqual([]);
  return factBase
    .conflicts()
    .map(({ kind, facts: found }) => `${kind} ${found.map((f) => f.source.slice(0, 3)).join(' ')}`);
}

const share = (value: number, more: Partial<Given> = {}): Given => ({ value, written: `${value}%`, ...more });
const downloads = (value: number, more: Partial<Given> = {}): Given => ({
  metric: 'downloads',
  value,
  written: `${value}次`,
  ...more,
});

describe('facts of one series and time are in conflict', () => {
  test.each<[string, Given[], string[]]>([
    ['when their sets are apart', [share(20), share(30)], ['conflict 001 002']],
    ['not when they agree', [share(20), share(20)], []],
    [
      'not when one is said more roughly',
      [share(20), { ...share(19), written: '约19%', bound: 'about' }],
      [],
    ],
    [
      'when a level of a month is none of its year',
      [share(20), share(30, { period: '2025-06' })],
      ['conflict 002 001'],
    ],
    ['not in different years', [share(20), share(30, { period: '2024' })], []],
    ['not when one is a forecast', [share(20), share(30, { mode: 'forecast' })], []],
    [
      'when both are forecasts',
      [share(20, { mode: 'forecast' }), share(30, { mode: 'forecast' })],
      ['conflict 001 002'],
    ],
    ['not in different scopes', [share(20), share(30, { scope: '{region: china}' })], []],
    [
      'not when a sum may have grown within the year',
      [downloads(200, { period: '2025-06' }), downloads(300)],
      [],
    ],
    ['when a sum is two at one time', [downloads(200), downloads(300)], ['conflict 001 002']],
    [
      'not within one source, which tells of a change',
      [share(82, { source: '001-a' }), share(95, { source: '001-a' })],
      [],
    ],
    ['all of them together', [share(20), share(30), share(40), share(20)], ['conflict 001 002 003 004']],
  ])('%s', (_, facts, expected) => {
    expect(conflicts(...facts)).toEqual(expected);
  });
});

describe('one figure for two metrics that are easily confused', () => {
  test('is an ambiguity', () => {
    expect(conflicts(downloads(1590), downloads(1590, { metric: 'derivatives' }))).toEqual([
      'ambiguity 001 002',
    ]);
  });

  test('is one where a source gives no time', () => {
    expect(conflicts(downloads(1590), downloads(1590, { metric: 'derivatives', period: 'null' }))).toEqual([
      'ambiguity 001 002',
    ]);
  });

  test('is none within one source', () => {
    const source = '001-a';
    expect(
      conflicts(downloads(1590, { source }), downloads(1590, { metric: 'derivatives', source })),
    ).toEqual([]);
  });

  test('is none when the figures differ', () => {
    expect(conflicts(downloads(1590), downloads(1600, { metric: 'derivatives' }))).toEqual([]);
  });

  test('is none at another time', () => {
    expect(conflicts(downloads(1590), downloads(1590, { metric: 'derivatives', period: '2024' }))).toEqual(
      [],
    );
  });
});
