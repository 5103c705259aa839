import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecords } from '../../../src/factbase/load.ts';
import { PROBLEM_TEXTS, type ProblemKey } from '../../../src/factbase/problem-texts.ts';
import { inspectFactFile } from '../../../src/service/fact-files/inspect.ts';
import { shown } from '../../factbase/support.ts';
import { ENTITIES, ENTITY_FILE, FACT, FACT_FILE, LAYER, METRIC_FILE, METRICS, services } from './support.ts';

const inspect = (path: string, text: string) =>
  inspectFactFile({ path, text }, { layers: [LAYER], layer: 'base', services });

const EXACT = FACT.replace('more-than', 'exact').replace('突破', '');

/** Every kind of slip, made in a file that is right otherwise, with the first thing that is said of it. */
const SLIPS: readonly (readonly [ProblemKey, string, string, string])[] = [
  ['encoding', FACT_FILE, FACT.replace('突破', '\uFFFD'), 'facts.encoding {}:7:12 "\uFFFD"'],
  ['syntax', FACT_FILE, FACT.replace('突破6亿次', '"突破'), 'facts.syntax {}:7:14 "破"'],
  ['alias', FACT_FILE, FACT.replace('突破6亿次', '*x'), 'facts.syntax {}:7:12 "*x"'],
  ['duplicate-key', FACT_FILE, `${FACT}  unit: times\n`, 'facts.duplicate-key {}:8:3 "unit"'],
  ['not-a-list', FACT_FILE, 'facts: 3\n', 'facts.type {}:1:1 "facts"'],
  ['unknown-key', FACT_FILE, `${FACT}  colour: red\n`, 'facts.unknown-key {}:8:3 "colour"'],
  ['unknown-key-near', FACT_FILE, FACT.replace('bound', 'bounds'), 'facts.unknown-key {}:4:3 "bounds"'],
  ['missing-key', FACT_FILE, FACT.replace('  unit: times\n', ''), 'facts.missing-key {}:1:3 "subject"'],
  ['missing-kind', ENTITY_FILE, ENTITIES.replace('  kind: family\n', ''), 'facts.missing-key {}:1:3 "id"'],
  ['type', FACT_FILE, FACT.replace('600000000', 'many'), 'facts.type {}:3:10 "many"'],
  ['value', FACT_FILE, FACT.replace('more-than', 'moer-than'), 'facts.value {}:4:10 "moer-than"'],
  ['period', FACT_FILE, FACT.replace('2025-09', '2025-13'), 'facts.period {}:6:11 "2025-13"'],
  ['range', FACT_FILE, FACT.replace('600000000', '[2, 1]'), 'facts.range {}:3:10 "[2, 1]"'],
  [
    'dangling-id',
    FACT_FILE,
    FACT.replace('qwen3', 'somebody-else'),
    'facts.dangling-id {}:1:12 "somebody-else"',
  ],
  [
    'dangling-id-near',
    FACT_FILE,
    FACT.replace('downloads', 'download'),
    'facts.dangling-id {}:2:11 "download"',
  ],
  [
    'dangling-id',
    ENTITY_FILE,
    ENTITIES.replace('of: qwen', 'of: nobody-at-all'),
    'facts.dangling-id {}:8:12 "nobody-at-all"',
  ],
  ['no-source', 'base/facts/002-new.yaml', FACT, 'facts.no-source {}:1:3 "subject: qwen3'],
  ['duplicate-id', ENTITY_FILE, ENTITIES.replace('id: qwen3', 'id: qwen'), 'facts.duplicate {}:5:7 "qwen"'],
  ['duplicate-fact', FACT_FILE, FACT + FACT, 'facts.duplicate {}:8:3 "subject: qwen3'],
  [
    'cycle',
    ENTITY_FILE,
    ENTITIES.replace('part-of: qwen\n', 'part-of: qwen3\n'),
    'facts.cycle {}:8:12 "qwen3"',
  ],
  ['unit', FACT_FILE, FACT.replace('unit: times', 'unit: CNY'), 'facts.unit {}:5:9 "CNY"'],
  ['unwritten', FACT_FILE, FACT.replace('突破6亿次', '很多次'), 'facts.written {}:7:12 "很多次"'],
  ['written', FACT_FILE, FACT.replace('600000000', '60000000'), 'facts.written {}:7:12 "突破6亿次"'],
  [
    'not-in-digest',
    FACT_FILE,
    FACT.replace('600000000', '700000000').replace('6亿', '7亿'),
    'facts.not-in-digest {}:7:12 "突破7亿次"',
  ],
  [
    'falls',
    FACT_FILE,
    `${EXACT}${EXACT.replace('600000000', '500000000').replace('6亿', '5亿').replace('2025-09', '2025-12')}`,
    'facts.falls {}:10:10 "500000000"',
  ],
  [
    'same-figure',
    FACT_FILE,
    FACT + FACT.replace('2025-09', '2025-10'),
    'facts.repeated {}:10:10 "600000000"',
  ],
  [
    'name-clash',
    ENTITY_FILE,
    ENTITIES.replace('zh: 千问三, en: Qwen3', 'zh: 千问三, en: Qwen'),
    'facts.name-clash {}:5:3 "id: qwen3',
  ],
];

describe('while it is written, a file shows at its place', () => {
  test.each(SLIPS)('%s in %s', (key, path, text, expected) => {
    const found = inspect(path, text).filter((problem) => problem.key === key);
    const [first] = shown(found, { [path]: text });
    const head = expected.replace('{}', path);
    expect(first?.slice(0, head.length)).toBe(head);
  });

  test('a part that exceeds the whole', () => {
    const metrics = `${METRICS.replace('dimension: items', 'dimension: times')}  part-of: downloads\n`;
    const { records } = readRecords({ path: METRIC_FILE, text: metrics });
    const others = LAYER.records.filter(({ type }) => type !== 'metric');
    const part = EXACT.replace('metric: downloads', 'metric: derivatives')
      .replace('6000', '7000')
      .replace('6亿', '7亿');
    const text = EXACT + part;
    const found = inspectFactFile(
      { path: FACT_FILE, text },
      { layers: [{ name: 'base', records: [...others, ...records] }], layer: 'base', services },
    );
    const [first] = shown(
      found.filter(({ key }) => key === 'part'),
      { [FACT_FILE]: text },
    );
    expect(first).toMatch(/^facts\.part-exceeds-whole base\/facts\/001-paper\.yaml:10:10 "700000000" /);
  });
});

/** Said of documents, seeds or the base as a whole, not of a YAML file in an editor; tested where they are made. */
const ELSEWHERE: readonly ProblemKey[] = [
  'unknown-file',
  'no-front-matter',
  'no-digest',
  'not-in-document',
  'far-from-subject',
  'document-unmatched',
  'part',
  'conflict',
  'ambiguity',
];

test('nothing that can be wrong is left out here', () => {
  const covered = new Set([...SLIPS.map(([key]) => key), ...ELSEWHERE]);
  expect([...covered].sort()).toEqual(Object.keys(PROBLEM_TEXTS).sort());
});

test.each([
  [FACT_FILE, FACT],
  [ENTITY_FILE, ENTITIES],
  [METRIC_FILE, METRICS],
])('a good file shows nothing: %s', (path, text) => {
  expect(inspect(path, text)).toEqual([]);
});

test('what one takes out of a file, other files may miss, but that is not shown here', () => {
  expect(inspect(METRIC_FILE, '[]\n')).toEqual([]);
});

test('tables are held against their schema', () => {
  const problems = inspect('data/units.yaml', 'dimensions: {}\nunits: { byte: { dimention: data } }\n');
  expect(problems.map(({ code }) => code)).toEqual(['facts.missing-key', 'facts.unknown-key']);
});

test('no text makes inspecting throw, and no problem points outside the text', () => {
  const cut = fc.tuple(fc.nat(FACT.length), fc.nat(FACT.length), fc.string({ maxLength: 3 }));
  fc.assert(
    fc.property(cut, ([from, to, put]) => {
      const text = FACT.slice(0, from) + put + FACT.slice(Math.max(from, to));
      for (const { start, end } of inspect(FACT_FILE, text)) {
        expect(start).toBeLessThanOrEqual(end);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 50 },
  );
});
