import { describe, expect, it } from 'vitest';
import { createNoteIndex } from '../../src/service/note-index.ts';
import { makeService, noteAt } from './support.ts';

const WRONG = 'As of September 2025, Qwen had more than 60 million downloads.';
const RIGHT = 'As of September 2025, Qwen had more than 600 million downloads.';

describe('validation', () => {
  it('says what is claimed, what is known, who says so, as of when', () => {
    const { note } = noteAt(WRONG);
    const [found, ...others] = makeService().doValidation(note);
    expect(others).toEqual([]);
    expect(note.text.slice(found?.start, found?.end)).toBe('60 million downloads');
    expect(found).toMatchObject({ code: 'figure.contradicted', severity: 'error' });
    for (const part of [
      '60 million',
      'Qwen',
      'cumulative downloads',
      'more than 600 million',
      'September 2025',
      'The Weekly',
    ])
      expect(found?.message).toContain(part);
    expect(found?.related).toMatchObject([
      { type: 'record', place: { file: 'data/facts/001-weekly.yaml' } },
      { type: 'record', place: { file: 'data/seeds/001-weekly.md' } },
    ]);
  });

  it('is silent about what holds', () => {
    expect(makeService().doValidation(noteAt(RIGHT).note)).toEqual([]);
  });

  it('takes the severities of the workspace', () => {
    const { note } = noteAt(WRONG);
    expect(makeService('en', { 'figure.contradicted': 'hint' }).doValidation(note)).toMatchObject([
      { severity: 'hint' },
    ]);
    expect(makeService('en', { 'figure.contradicted': 'off' }).doValidation(note)).toEqual([]);
  });

  it('speaks Chinese', () => {
    expect(makeService('zh').doValidation(noteAt(WRONG).note)[0]?.message).toMatch(/通义千问.*超过 6 亿次/);
  });
});

describe('definition', () => {
  it.each([
    ['Qw‸en is open.', ['data/entities/families.yaml']],
    [RIGHT.replace('600 mil', '600 mil‸'), ['data/facts/001-weekly.yaml']],
    ['阿里云 2025 财年营收 1180 亿‸元。', ['data/facts/001-weekly.yaml', 'data/facts/002-blog.yaml']],
    ['fact:llama.derivative-models.hugging-face@2025-07#0‸01', ['data/facts/001-weekly.yaml']],
    ['No‸thing.', []],
  ])('of %j leads to %j', (marked, files) => {
    const { note, offset } = noteAt(marked);
    const found = makeService().findDefinition(note, offset);
    expect(found.map(({ file }) => file).toSorted()).toEqual(files);
    for (const { origin } of found) {
      expect(origin.start).toBeLessThanOrEqual(offset);
      expect(origin.end).toBeGreaterThanOrEqual(offset);
    }
  });
});

describe('references', () => {
  const service = makeService();
  const index = createNoteIndex();
  const { note: first } = noteAt(RIGHT);
  const { note: second } = noteAt('千问很好。Llama 也不错。');
  index.update(first);
  index.update({ ...second, uri: 'file:///notes/b.md' });

  it('finds where an entity is named, in every note', () => {
    const { note, offset } = noteAt('Qw‸en');
    const target = service.referenceTarget(note, offset);
    expect(target).toEqual({ type: 'entity', id: 'qwen' });
    if (target === null) return;
    expect(service.findReferences(index, target).map(({ uri, start, end }) => [uri, start, end])).toEqual([
      ['file:///notes/a.md', 22, 26],
      ['file:///notes/b.md', 0, 2],
    ]);
  });

  it('finds the claims that a fact decided', () => {
    const id = 'qwen.cumulative-downloads@2025-09#001';
    expect(service.findReferences(index, { type: 'fact', id })).toMatchObject([
      { uri: 'file:///notes/a.md', start: 41, end: 62 },
    ]);
  });

  it('forgets what is gone', () => {
    const own = createNoteIndex();
    own.update(first);
    own.update(second);
    expect(own.size).toBe(1);
    expect(own.mentionsOf('llama')).toHaveLength(1);
    own.remove(first.uri);
    expect(own.mentionsOf('llama')).toEqual([]);
  });
});

describe('outline, links, marks and colours', () => {
  const service = makeService();

  it('lists claims with their verdicts', () => {
    const { note } = noteAt(`${WRONG}\n`);
    const [symbol] = service.findDocumentSymbols(note);
    expect(symbol).toMatchObject({
      name: '60 million downloads · Qwen · cumulative downloads',
      detail: 'Contradicted',
    });
    expect(note.text.slice(symbol?.selection.start, symbol?.selection.end)).toBe('60 million downloads');
  });

  it('links fact ids to the document that states them', () => {
    const { note } = noteAt('(fact:qwen.cumulative-downloads@2025-09#001), fact:no.such');
    expect(service.findDocumentLinks(note)).toMatchObject([
      { url: 'https://weekly.example/figures', start: 6 },
    ]);
  });

  it('marks supported figures with their date, and no others', () => {
    const { note } = noteAt(`${RIGHT} ${WRONG}`);
    const all = { start: 0, end: note.text.length };
    expect(service.getInlayHints(note, all).map(({ label, offset }) => [label, offset])).toEqual([
      ['✓ September 2025', RIGHT.indexOf('.')],
    ]);
    expect(service.getInlayHints(note, { start: RIGHT.length, end: note.text.length })).toEqual([]);
  });

  it('colours names and checked figures, in order and apart', () => {
    const { note } = noteAt(`${RIGHT} ${WRONG}`);
    const tokens = service.getSemanticTokens(note);
    expect(tokens.map(({ start, end, kind }) => [note.text.slice(start, end), kind])).toEqual([
      ['Qwen', 'entity'],
      ['600 million downloads', 'supported'],
      ['Qwen', 'entity'],
      ['60 million downloads', 'contradicted'],
    ]);
  });
});

describe('claims for programs', () => {
  it('have the fields of the contract, in order', () => {
    const { note } = noteAt(`\n${WRONG}`);
    const [claim] = makeService().getClaims(note);
    expect(Object.keys(claim ?? {})).toEqual([
      'start',
      'end',
      'text',
      'range',
      'subject',
      'metric',
      'scope',
      'period',
      'mode',
      'value',
      'verdict',
      'cause',
      'facts',
      'reason',
    ]);
    expect(claim).toMatchObject({
      text: '60 million downloads',
      range: { start: { line: 1, character: 41 }, end: { line: 1, character: 61 } },
      subject: 'qwen',
      metric: 'cumulative-downloads',
      scope: {},
      period: '2025-09',
      mode: 'asserted',
      value: { low: 60_000_000, high: 60_000_000, bound: 'more-than', unit: 'times' },
      verdict: 'contradicted',
      cause: 'scale',
      facts: ['qwen.cumulative-downloads@2025-09#001'],
    });
  });

  it('list every figure and time that was read, claim or not', () => {
    const { note } = noteAt('In September 2025 we bought 3 apples for about 5 yuan.');
    expect(makeService().getFigures(note)).toMatchObject([
      { text: 'September 2025', kind: 'period', from: '2025-09-01', to: '2025-09-30', precision: 'month' },
      { text: '3 apples', kind: 'quantity', low: 3, high: 3, bound: 'exact' },
      { text: '5 yuan', kind: 'currency', low: 5, bound: 'about', unit: 'CNY' },
    ]);
  });
});
