import { describe, expect, test } from 'vitest';
import { base, ENTITIES, FACT, type Files, GOOD, METRICS, SEED, shown } from './support.ts';

const with_ = (files: Files): Files => ({ ...GOOD, ...files });
const problemsOf = (files: Files): string[] => shown(base(files).problems, files);

describe('a good base', () => {
  const { factBase, problems } = base(GOOD);

  test('has no problems', () => {
    expect(problems).toEqual([]);
  });

  test('finds its records by id, and facts by subject, source and series', () => {
    const id = 'qwen3.downloads@2025-09#001';
    expect(factBase.fact(id)).toMatchObject({
      low: 6e8,
      high: 6e8,
      step: 1e8,
      bound: 'more-than',
      form: 'plain',
      source: '001-paper',
      written: '突破6亿次',
    });
    expect(factBase.factsAbout('qwen3').map((f) => f.id)).toEqual([id]);
    expect(factBase.factsFrom('001-paper').map((f) => f.id)).toEqual([id]);
    expect(factBase.series('qwen3', 'downloads', {})?.facts.map((f) => f.id)).toEqual([id]);
    expect(factBase.series('qwen3', 'downloads', { platform: 'hugging-face' })).toBeUndefined();
    expect(factBase.seriesOf('qwen3')).toHaveLength(1);
    expect(factBase.seriesOfMetric('downloads')).toHaveLength(1);
    expect(factBase.source('001-paper')).toMatchObject({
      title: 'Downloads of open models',
      published: { iso: '2025-10' },
    });
    expect(factBase.digest('001-paper')?.text).toContain('# Qwen');
  });

  test('knows relations in both directions, and siblings whoever names them', () => {
    expect(factBase.related('alibaba', 'makes').map((e) => e.id)).toEqual(['qwen']);
    expect(factBase.relatedTo('qwen', 'makes').map((e) => e.id)).toEqual(['alibaba']);
    expect(factBase.relatedTo('qwen', 'part-of').map((e) => e.id)).toEqual(['qwen3']);
    expect(factBase.siblings('derivatives').map((m) => m.id)).toEqual(['downloads']);
    expect(factBase.metric('downloads')?.triggers).toEqual(['下载量', '被下载…次', 'downloads']);
  });

  test('gives nothing for what it does not know', () => {
    expect(factBase.entity('nobody')).toBeUndefined();
    expect(factBase.factsAbout('nobody')).toEqual([]);
    expect(factBase.related('nobody', 'makes')).toEqual([]);
  });
});

describe('broken records', () => {
  test.each<[string, Files, string]>([
    [
      'a subject that is no entity',
      { 'facts/001-paper.yaml': FACT.replace('qwen3', 'qwen4') },
      'facts.dangling-id facts/001-paper.yaml:1:12 "qwen4" No entity has the id "qwen4". Did you mean "qwen3"?',
    ],
    [
      'a metric that is none',
      { 'facts/001-paper.yaml': FACT.replace('downloads', 'revenue') },
      'facts.dangling-id facts/001-paper.yaml:2:11 "revenue" No metric has the id "revenue". Correct the id, or add the record.',
    ],
    [
      'a scope that is no entity',
      { 'facts/001-paper.yaml': `${FACT}  scope: {region: cihna}\n` },
      'facts.dangling-id facts/001-paper.yaml:8:19 "cihna" No entity has the id "cihna". Did you mean "china"?',
    ],
    [
      'a unit that is none',
      { 'facts/001-paper.yaml': FACT.replace('unit: times', 'unit: time') },
      'facts.dangling-id facts/001-paper.yaml:5:9 "time" No unit has the id "time". Did you mean "times"?',
    ],
    [
      'a unit of another dimension',
      { 'facts/001-paper.yaml': FACT.replace('unit: times', 'unit: percent') },
      'facts.unit facts/001-paper.yaml:5:9 "percent" The unit "percent" measures percent; the metric "downloads" is in count. Choose a unit of count, or another metric.',
    ],
    [
      'a period that is none',
      { 'facts/001-paper.yaml': FACT.replace('2025-09', '2025-13') },
      'facts.period facts/001-paper.yaml:6:11 "2025-13" "2025-13" is not a period. Write 2025, 2025-09, 2025-09-30, 2025-Q3, 2025-H1, FY2025 or 2024-07/2025-07.',
    ],
    [
      'a range that falls',
      { 'facts/001-paper.yaml': FACT.replace('600000000', '[7, 6]') },
      'facts.range facts/001-paper.yaml:3:10 "[7, 6]" The lower value 7 is above the upper value 6. Write [low, high].',
    ],
    [
      'a figure that says another value',
      { 'facts/001-paper.yaml': FACT.replace('6亿', '6万') },
      'facts.written facts/001-paper.yaml:7:12 "突破6万次" "突破6万次" reads as value 60000, but the record says 600000000. Correct "value" or "written".',
    ],
    [
      'a figure that says another bound',
      { 'facts/001-paper.yaml': FACT.replace('突破', '约') },
      'facts.written facts/001-paper.yaml:7:12 "约6亿次" "约6亿次" reads as bound about, but the record says more-than. Correct "bound" or "written".',
    ],
    [
      'a figure that says another unit',
      { 'facts/001-paper.yaml': FACT.replace('亿次', '亿元') },
      'facts.written facts/001-paper.yaml:7:12 "突破6亿元" "突破6亿元" reads as unit CNY, but the record says times. Correct "unit" or "written".',
    ],
    [
      'no figure at all',
      { 'facts/001-paper.yaml': FACT.replace('突破6亿次', '很多') },
      'facts.written facts/001-paper.yaml:7:12 "很多" No figure can be read in "很多". Copy the figure as the source writes it, with its unit and the words that bound it.',
    ],
    [
      'one fact twice',
      { 'facts/001-paper.yaml': FACT + FACT },
      'facts.duplicate facts/001-paper.yaml:8:3 ' +
        `${JSON.stringify(FACT.slice(2).trimEnd())} The same fact stands at facts/001-paper.yaml:1. Delete one of the two.`,
    ],
    [
      'one id twice',
      { 'entities/families.yaml': '- id: qwen\n  name: {zh: 千问, en: Qwen}\n' },
      'facts.duplicate entities/families.yaml:1:7 "qwen" The id "qwen" is taken by another entity at entities/organisations.yaml:5. Merge the two records, or give one another id.',
    ],
    [
      'a relation to nobody',
      { 'entities/organisations.yaml': ENTITIES.replace('[qwen]', '[qwen, gwen]') },
      'facts.dangling-id entities/organisations.yaml:11:19 "gwen" No entity has the id "gwen". Did you mean "qwen"?',
    ],
    [
      'a whole that is part of its part',
      { 'entities/organisations.yaml': ENTITIES.replace('Qwen}\n', 'Qwen}\n  part-of: qwen3\n') },
      'facts.cycle entities/organisations.yaml:8:12 "qwen3" "qwen" is part of itself: qwen → qwen3 → qwen. Take one of these "part-of" away.',
    ],
    [
      'a sibling that is no metric',
      {
        'metrics.yaml': METRICS.replace('[derivatives]\n', '[derivative]\n').replace(
          'siblings: [d',
          'siblings: [d',
        ),
      },
      'facts.dangling-id metrics.yaml:7:14 "derivative" No metric has the id "derivative". Did you mean "derivatives"?',
    ],
    [
      'a growth of no metric',
      { 'metrics.yaml': METRICS.replace('dimension: percent', 'growth-of: downloadz\n  dimension: percent') },
      'facts.dangling-id metrics.yaml:16:14 "downloadz" No metric has the id "downloadz". Did you mean "downloads"?',
    ],
    [
      'a dimension without units',
      { 'metrics.yaml': METRICS.replace('dimension: percent', 'dimension: percents') },
      'facts.dangling-id metrics.yaml:16:14 "percents" No dimension has the id "percents". Did you mean "percent"?',
    ],
    [
      'facts of a source that nobody describes',
      { 'seeds/001-paper.md': undefined as unknown as string },
      'facts.no-source facts/001-paper.yaml:1:3 ' +
        `${JSON.stringify(FACT.slice(2).trimEnd())} The source "001-paper" of these facts is not described. Add seeds/001-paper.md.`,
    ],
  ])('%s', (_, files, expected) => {
    const all = Object.fromEntries(Object.entries(with_(files)).filter(([, text]) => text !== undefined));
    expect(problemsOf(all)).toEqual([expected]);
  });

  test('leave the others standing', () => {
    const files = with_({ 'facts/001-paper.yaml': FACT.replace('qwen3', 'qwen4') + FACT });
    expect(base(files).factBase.facts.map((f) => f.id)).toEqual(['qwen3.downloads@2025-09#001']);
  });

  test('do not make those that point at them complain', () => {
    const files = with_({ 'entities/organisations.yaml': ENTITIES.replace('kind: model', 'kind: modle') });
    expect(problemsOf(files)).toEqual([
      'facts.value entities/organisations.yaml:9:9 "modle" "modle" is no value of "kind". Did you mean "model"?',
    ]);
    expect(base(files).factBase.facts).toEqual([]);
  });
});

test('facts of one series and period get ids of their own, in the order of the file', () => {
  const other = FACT.replace('600000000', '700000000').replace('6亿', '7亿');
  const { factBase } = base(with_({ 'facts/001-paper.yaml': FACT + other }));
  expect(factBase.facts.map((f) => f.id)).toEqual([
    'qwen3.downloads@2025-09#001',
    'qwen3.downloads@2025-09#001~2',
  ]);
});

test('a scope is part of the id, and of the series', () => {
  const scoped = `${FACT}  scope: {platform: hugging-face, region: china}\n`;
  const { factBase } = base(with_({ 'facts/001-paper.yaml': scoped }));
  expect(factBase.facts.map((f) => f.id)).toEqual(['qwen3.downloads.hugging-face.china@2025-09#001']);
  expect(
    factBase.series('qwen3', 'downloads', { region: 'china', platform: 'hugging-face' })?.facts,
  ).toHaveLength(1);
});

test('a series runs from the oldest period to the newest, what has none first', () => {
  const at = (period: string, amount: number): string =>
    FACT.replace('  period: 2025-09\n', period)
      .replace('600000000', `${amount}00000000`)
      .replace('6亿', `${amount}亿`);
  const text =
    at('  period: 2025-12\n', 8) + at('', 5) + at('  period: 2025-09\n', 7) + at('  period: 2024\n', 6);
  const { factBase } = base(with_({ 'facts/001-paper.yaml': text }));
  expect(factBase.series('qwen3', 'downloads', {})?.facts.map((f) => f.period?.iso)).toEqual([
    undefined,
    '2024',
    '2025-09',
    '2025-12',
  ]);
});

describe('a later layer', () => {
  test('takes the place of records by id and remembers them', () => {
    const own = {
      'entities/models.yaml': '- id: qwen3\n  name: {zh: 千问三, en: Qwen 3}\n',
      'facts/001-paper.yaml': FACT.replace('600000000', '700000000').replace('6亿', '7亿'),
    };
    const { factBase, problems } = base(GOOD, own);
    expect(problems).toEqual([]);
    const entity = factBase.entity('qwen3');
    const fact = factBase.fact('qwen3.downloads@2025-09#001');
    if (entity === undefined || fact === undefined) throw new Error('not found');
    expect(entity.name.zh).toBe('千问三');
    expect(factBase.origin(entity)).toMatchObject({
      layer: 'workspace 1',
      overrides: [{ layer: 'bundled', place: { file: 'entities/organisations.yaml', line: 8 } }],
    });
    expect(fact.low).toBe(7e8);
    expect(factBase.facts).toHaveLength(1);
  });

  test('adds records, and bundled ones keep their layer', () => {
    const own = {
      'facts/mine.yaml': FACT.replace('2025-09', '2025-10'),
      'seeds/mine.md': SEED,
    };
    const { factBase } = base(GOOD, own);
    expect(factBase.facts.map((f) => [f.id, factBase.origin(f)?.layer])).toEqual([
      ['qwen3.downloads@2025-09#001', 'bundled'],
      ['qwen3.downloads@2025-10#mine', 'workspace 1'],
    ]);
  });
});

test('no record is lost or changed by building twice', () => {
  expect(base(GOOD).factBase.facts).toEqual(base(GOOD).factBase.facts);
});
