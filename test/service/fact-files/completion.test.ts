import { describe, expect, test } from 'vitest';
import { ENTITY_FILE, FACT, FACT_FILE, METRIC_FILE, makeFactFileService, viewAt } from './support.ts';

const service = makeFactFileService();

function offered(path: string, marked: string) {
  const { view, offset } = viewAt(path, marked);
  return service.doComplete(view, offset);
}

const labels = (path: string, marked: string): string[] => offered(path, marked).map(({ label }) => label);

describe('ids are offered where records point at others', () => {
  test.each([
    ['the subject of a fact', FACT_FILE, '- subject: ‸\n', ['qwen', 'qwen3', 'hugging-face']],
    ['half a word', FACT_FILE, '- subject: qw‸\n', ['qwen', 'qwen3', 'hugging-face']],
    ['a metric', FACT_FILE, `${FACT}- metric: d‸\n  value: 1\n`, ['downloads', 'derivatives']],
    ['a scope in braces', FACT_FILE, '- scope: { platform: ‸ }\n', ['qwen', 'qwen3', 'hugging-face']],
    ['a scope in lines', FACT_FILE, '- scope:\n    platform: h‸\n', ['qwen', 'qwen3', 'hugging-face']],
    ['a relation', ENTITY_FILE, '- id: a\n  makes: ‸\n', ['qwen', 'qwen3', 'hugging-face']],
    ['a list of relations', ENTITY_FILE, '- id: a\n  makes: [qwen, ‸]\n', ['qwen3', 'hugging-face']],
    ['a list in lines', ENTITY_FILE, '- id: a\n  makes:\n    - qwen\n    - ‸\n', ['qwen3', 'hugging-face']],
    ['a sibling', METRIC_FILE, '- id: a\n  siblings: [d‸]\n', ['downloads', 'derivatives']],
    ['a record in braces', FACT_FILE, '- {value: 1, subject: ‸}\n', ['qwen', 'qwen3', 'hugging-face']],
  ])('%s', (_, path, marked, expected) => {
    expect(labels(path, marked)).toEqual(expected);
  });

  test('units with their dimension', () => {
    const times = offered(FACT_FILE, '- unit: ‸\n').find(({ label }) => label === 'times');
    expect(times).toMatchObject({ description: 'times', edit: { newText: 'times' } });
    expect(times?.filterText).toContain('次');
  });

  test('a name in any language finds the id', () => {
    const [item] = offered(FACT_FILE, '- subject: 千问‸\n');
    expect(item?.filterText).toContain('通义千问');
    expect(item).toMatchObject({
      label: 'qwen',
      description: 'Qwen',
      edit: { start: 11, end: 13, newText: 'qwen' },
    });
    expect(item?.documentation()).toContain('A model family.');
  });
});

describe('listed values', () => {
  test.each([
    ['bound', FACT_FILE, '- bound: ‸\n', 'more-than'],
    ['mode', FACT_FILE, '- mode: s‸\n', 'self-reported'],
    ['kind', ENTITY_FILE, '- kind: ‸\n', 'organisation'],
    ['class', METRIC_FILE, '- class: ‸\n', 'growth'],
    ['direction', METRIC_FILE, '- {direction: ‸}\n', 'none'],
    ['cumulative', METRIC_FILE, '- cumulative: ‸\n', 'true'],
  ])('of %s', (_, path, marked, expected) => {
    expect(labels(path, marked)).toContain(expected);
  });

  test('nothing where anything may stand', () => {
    expect(labels(FACT_FILE, '- written: ‸\n')).toEqual([]);
  });
});

describe('keys', () => {
  test('of a record, required ones first, without those that stand there', () => {
    const keys = labels(FACT_FILE, '- subject: qwen\n  ‸\n');
    expect(keys.slice(0, 4).sort()).toEqual(['metric', 'unit', 'value', 'written']);
    expect(keys).not.toContain('subject');
    expect(keys).toContain('period');
  });

  test.each([
    ['between others', '- subject: qwen\n  m‸\n  value: 1\n'],
    ['of a new record', `${FACT}- ‸\n`],
    ['in braces', '- { subject: qwen, m‸ }\n'],
    ['under a slip in another record', `- "\n${FACT}- m‸\n`],
  ])('%s', (_, marked) => {
    expect(labels(FACT_FILE, marked)).toContain('metric');
  });

  test('within a record', () => {
    expect(labels(FACT_FILE, '- scope: { ‸ }\n')).toEqual(['platform', 'region', 'segment']);
    expect(labels(ENTITY_FILE, '- name:\n    ‸\n')).toEqual(['zh', 'en', 'zh-Hant']);
  });

  test('come with a colon, unless there is one', () => {
    expect(offered(FACT_FILE, '- met‸\n').find(({ label }) => label === 'metric')?.edit.newText).toBe(
      'metric: ',
    );
    expect(offered(FACT_FILE, '- met‸: x\n').find(({ label }) => label === 'metric')?.edit).toEqual({
      start: 2,
      end: 5,
      newText: 'metric',
    });
  });

  test('of units and their dimensions', () => {
    const text = 'units:\n  byte: { dimension: data }\n  bit: { ‸ }\n';
    expect(labels('data/units.yaml', text)).toContain('dimension');
    expect(labels('data/units.yaml', text.replace('‸', 'dimension: ‸'))).toContain('money');
  });
});
