import { describe, expect, test } from 'vitest';
import type { RecordTarget } from '../../../src/service/fact-files/pointers.ts';
import { usesInFactFiles } from '../../../src/service/fact-files/uses.ts';
import {
  ENTITIES,
  ENTITY_FILE,
  FACT,
  FACT_FILE,
  FILES,
  METRIC_FILE,
  METRICS,
  makeFactFileService,
  viewAt,
} from './support.ts';

const service = makeFactFileService();
const FACT_ID = 'qwen3.downloads@2025-09#001';

/** The text with the cursor behind the first occurrence of `words`. */
const at = (text: string, words: string): string => text.replace(words, `${words}‸`);

function hover(path: string, marked: string): string | null {
  const { view, offset } = viewAt(path, marked);
  return service.doHover(view, offset)?.markdown ?? null;
}

describe('hover', () => {
  test.each([
    ['an entity', FACT_FILE, at(FACT, 'subject: qw'), '**Qwen3**'],
    ['a metric', FACT_FILE, at(FACT, 'metric: down'), 'cumulative, never falls'],
    ['a unit', FACT_FILE, at(FACT, 'unit: ti'), 'A unit of times'],
    ['a relation', ENTITY_FILE, at(ENTITIES, 'part-of: qw'), '**Qwen**'],
    ['a sibling', METRIC_FILE, at(METRICS, 'siblings: [deri'), '**derivative models**'],
    ['a dimension', METRIC_FILE, at(METRICS, 'dimension: ti'), 'Measured in times'],
    ['an id of its own', ENTITY_FILE, at(ENTITIES, 'id: qwen3'), '**Qwen3**'],
    ['the figure of a fact', FACT_FILE, at(FACT, '突破6'), 'more than 600 million'],
    ['the value of a fact', FACT_FILE, at(FACT, 'value: 6000'), 'more than 600 million'],
    ['a key', FACT_FILE, at(FACT, '  wri'), 'The figure as the source writes it'],
  ])('on %s', (_, path, marked, expected) => {
    expect(hover(path, marked)).toContain(expected);
  });

  test('says nothing where nothing is known', () => {
    expect(
      hover(ENTITY_FILE, at(ENTITIES.replace('part-of: qwen', 'part-of: nobody'), 'part-of: no')),
    ).toContain('What it belongs to');
    expect(hover(FACT_FILE, `# head‸\n${FACT}`)).toBeNull();
  });

  test('speaks Chinese to those who do', () => {
    const { view, offset } = viewAt(FACT_FILE, at(FACT, 'metric: down'));
    expect(makeFactFileService('zh').doHover(view, offset)?.markdown).toContain('累计，不会下降');
  });
});

describe('definition', () => {
  test.each([
    ['an entity', FACT_FILE, at(FACT, 'subject: qw'), ENTITIES, 'id: qwen3'],
    ['a metric', FACT_FILE, at(FACT, 'metric: down'), METRICS, 'id: downloads'],
    ['a relation', ENTITY_FILE, at(ENTITIES, 'part-of: qw'), ENTITIES, 'id: qwen\n'],
  ])('of %s', (_, path, marked, target, head) => {
    const { view, offset } = viewAt(path, marked);
    const [found] = service.findDefinition(view, offset);
    expect(target.slice(found?.start).startsWith(head)).toBe(true);
  });

  test('of a key or a unit is nowhere', () => {
    for (const words of ['  met', 'unit: ti']) {
      const { view, offset } = viewAt(FACT_FILE, at(FACT, words));
      expect(service.findDefinition(view, offset)).toEqual([]);
    }
  });
});

describe('what is meant', () => {
  test.each<[string, string, string, RecordTarget | null]>([
    ['an entity', FACT_FILE, at(FACT, 'subject: qw'), { type: 'entity', id: 'qwen3' }],
    ['a unit', FACT_FILE, at(FACT, 'unit: ti'), { type: 'unit', id: 'times' }],
    ['a fact, anywhere else in it', FACT_FILE, at(FACT, 'written: 突'), { type: 'fact', id: FACT_ID }],
    ['an entity, anywhere in it', ENTITY_FILE, at(ENTITIES, 'en: Qwen3'), { type: 'entity', id: 'qwen3' }],
    ['a metric, anywhere in it', METRIC_FILE, at(METRICS, 'class: le'), { type: 'metric', id: 'downloads' }],
    ['nothing in a comment', FACT_FILE, `# ‸qwen3\n\n${FACT}`, null],
  ])('%s', (_, path, marked, expected) => {
    const { view, offset } = viewAt(path, marked);
    expect(service.targetAt(view, offset)).toEqual(expected);
  });
});

describe('uses in fact files', () => {
  const uses = (target: RecordTarget): string[] =>
    usesInFactFiles(FILES, target, (file) => `file:///${file}`).map(({ uri, start, end, range }) => {
      const text = FILES.find(({ path }) => uri.endsWith(path))?.text ?? '';
      return `${uri.slice('file:///base/'.length)}:${range.start.line + 1} ${text.slice(start, end).split('\n')[0]}`;
    });

  test.each<[RecordTarget, string[]]>([
    [{ type: 'entity', id: 'qwen' }, ['entities/all.yaml:1 qwen', 'entities/all.yaml:8 qwen']],
    [{ type: 'entity', id: 'qwen3' }, ['entities/all.yaml:5 qwen3', 'facts/001-paper.yaml:1 qwen3']],
    [{ type: 'metric', id: 'derivatives' }, ['metrics.yaml:7 derivatives', 'metrics.yaml:8 derivatives']],
    [{ type: 'unit', id: 'times' }, ['facts/001-paper.yaml:5 times']],
    [{ type: 'dimension', id: 'items' }, ['metrics.yaml:11 items']],
    [{ type: 'fact', id: FACT_ID }, ['facts/001-paper.yaml:1 subject: qwen3']],
    [{ type: 'entity', id: 'nobody' }, []],
  ])('of %o', (target, expected) => {
    expect(uses(target)).toEqual(expected);
  });
});

describe('symbols', () => {
  const symbols = (path: string, text: string, language: 'zh' | 'en' = 'en') =>
    makeFactFileService(language)
      .findDocumentSymbols(viewAt(path, text).view)
      .map(({ name, detail, selection }) => [name, detail, text.slice(selection.start, selection.end)]);

  test('are the records, by name', () => {
    expect(symbols(ENTITY_FILE, ENTITIES)[1]).toEqual(['Qwen3', 'qwen3', 'qwen3']);
    expect(symbols(METRIC_FILE, METRICS, 'zh')[0]).toEqual(['累计下载量', 'downloads', 'downloads']);
    expect(symbols(FACT_FILE, FACT)).toEqual([['Qwen3 · downloads', '突破6亿次', 'qwen3']]);
  });

  test('of tables are their keys', () => {
    const text = 'dimensions:\n  data: {}\nunits:\n  byte: { dimension: data }\n';
    expect(symbols('data/units.yaml', text)).toEqual([
      ['data', 'dimensions', 'data'],
      ['byte', 'units', 'byte'],
    ]);
  });

  test('of a broken file are those that can be read', () => {
    expect(symbols(FACT_FILE, `- "\n${FACT}`).at(-1)).toEqual(['Qwen3 · downloads', '突破6亿次', 'qwen3']);
  });
});
