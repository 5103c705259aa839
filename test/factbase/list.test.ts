import { describe, expect, test } from 'vitest';
import { type ListFilter, listFacts } from '../../src/factbase/list.ts';
import { base, FACT, GOOD, SEED } from './support.ts';

const files = {
  ...GOOD,
  'facts/002-other.yaml':
    FACT.replace('600000000', '900000000').replace('6亿', '9亿') +
    FACT.replace('metric: downloads', 'metric: derivatives')
      .replace('qwen3', 'qwen')
      .concat('  scope: {region: china}\n'),
  'seeds/002-other.md': SEED,
};
const own = { 'facts/002-other.yaml': FACT.replace('600000000', '900000000').replace('6亿', '9亿') };
const { factBase, problems } = base(files, own);

const ids = (filter: ListFilter): string[] => listFacts(factBase, filter).rows.map(({ fact }) => fact.id);

const ALL = [
  'qwen.derivatives.china@2025-09#002',
  'qwen3.downloads@2025-09#001',
  'qwen3.downloads@2025-09#002',
];

describe('facts are listed', () => {
  test.each<[string, ListFilter, string[]]>([
    ['all of them, by subject, metric and period', {}, ALL],
    ['of a subject by its id', { subject: 'qwen' }, [ALL[0] ?? '']],
    ['of a subject by its name', { subject: '通義千問' }, [ALL[0] ?? '']],
    ['of a metric by its id', { metric: 'downloads' }, ALL.slice(1)],
    ['of a metric by its name', { metric: '累计下载量' }, ALL.slice(1)],
    ['of a source by its number', { source: '001' }, [ALL[1] ?? '']],
    ['in conflict only', { conflicts: 'only' }, ALL.slice(1)],
    ['that pass every filter', { conflicts: 'only', source: '002-other' }, [ALL[2] ?? '']],
  ])('%s', (_, filter, expected) => {
    expect(problems).toEqual([]);
    expect(ids(filter)).toEqual(expected);
  });
});

test('a row has names, scope, opponents, and what it overrides', () => {
  const [scoped, first, second] = listFacts(factBase, {}, 'zh').rows;
  expect(scoped).toMatchObject({
    subjectName: '通义千问',
    metricName: '衍生模型数',
    scope: 'region: china',
    period: '2025-09',
  });
  expect(first).toMatchObject({ against: [ALL[2]], layer: 'bundled', overrides: [] });
  expect(second).toMatchObject({
    layer: 'workspace 1',
    overrides: [{ file: 'facts/002-other.yaml', line: 1 }],
  });
});

test('a filter that names nothing is said, with what was probably meant', () => {
  expect(listFacts(factBase, { subject: 'qwen4', metric: 'revenue' })).toEqual({
    rows: [],
    unknown: [
      { key: 'subject', value: 'qwen4', near: 'qwen3' },
      { key: 'metric', value: 'revenue', near: null },
    ],
  });
});
