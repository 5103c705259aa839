import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { clientCommands, requests, serverCommands } from '../../src/server/protocol.ts';
import { cursorIn, startClient, type TestClient } from './client.ts';

const WRONG = '截至 2025 年 9 月，Qwen3 的累计下载突破 6000 万次。';
const FACT = {
  subject: 'qwen3',
  metric: 'cumulative-downloads',
  scope: {},
  value: 900_000_000,
  bound: 'more-than',
  unit: 'times',
  period: '2026-01',
  mode: 'reported',
  written: '突破9亿次',
};
const SOURCE = {
  title: '下载量周报: Qwen',
  publisher: '某报',
  published: '2026-02',
  url: 'https://paper.example/qwen',
  language: 'zh-Hans',
  kind: 'article',
};

let client: TestClient | undefined;

afterEach(() => client?.dispose());

async function start(...options: Parameters<typeof startClient>): Promise<TestClient> {
  ({ client } = await startClient(...options));
  await client.told('ecosystemNotes/statusChanged', ({ state }) => state !== 'loading');
  return client;
}

const fileText = (client: TestClient, path: string) => readFileSync(join(client.folder, path), 'utf8');

describe('recording a fact', () => {
  it('makes folder, source and configuration where there are none, and knows the fact at once', async () => {
    const client = await start();
    const uri = client.open('a.md', '截至 2026 年 1 月，Qwen3 的累计下载突破 9 亿次。');
    expect(await client.diagnostics(uri)).toEqual([]);
    const { location, problem } = await client.ask(requests.recordFact, { uri, fact: FACT, source: SOURCE });
    expect(problem).toBeNull();
    expect(location).toMatchObject({
      uri: client.uri('facts-of-ours/facts/qwen-2026.yaml'),
      range: { start: { line: 1, character: 0 } },
    });
    expect(fileText(client, '.ecosystem-notes.yaml')).toBe('facts:\n  - facts-of-ours\n');
    expect(fileText(client, 'facts-of-ours/facts/qwen-2026.yaml')).toBe(
      '# Facts that “下载量周报: Qwen” states.\n- subject: qwen3\n  metric: cumulative-downloads\n  value: 900000000\n  bound: more-than\n  unit: times\n  period: 2026-01\n  mode: reported\n  written: 突破9亿次\n',
    );
    expect(fileText(client, 'facts-of-ours/seeds/qwen-2026.md')).toBe(
      '---\ntitle: "下载量周报: Qwen"\npublisher: 某报\npublished: 2026-02\naccessed: 2026-02-15\nurl: https://paper.example/qwen\nlanguage: zh-Hans\nkind: article\n---\n\n# 下载量周报: Qwen\n\n- 2026 年 1 月，千问3的累计下载量突破9亿次\n',
    );
    const { claims } = await client.ask(requests.claims, { uri });
    expect(claims).toMatchObject([
      { verdict: 'supported', facts: ['qwen3.cumulative-downloads@2026-01#qwen-2026'] },
    ]);
    expect(await client.ask(requests.status, {})).toMatchObject({ state: 'ready', problems: [] });
  });

  it('leaves what stands in the files as it is, comments too', async () => {
    const client = await start({
      files: {
        '.ecosystem-notes.yaml': '# ours\nfacts: [ours] # here\n',
        'ours/entities/models.yaml': '[]\n',
      },
    });
    const uri = client.uri('a.md');
    const first = await client.ask(requests.recordFact, { uri, fact: FACT, source: SOURCE });
    expect(first.problem).toBeNull();
    const path = 'ours/facts/qwen-2026.yaml';
    client.write(path, `${fileText(client, path)}# mind this\n`);
    const later = { ...FACT, period: '2026-02', value: 950_000_000, written: '突破9.5亿次' };
    const second = await client.ask(requests.recordFact, { uri, fact: later, source: { id: 'qwen-2026' } });
    expect(second.problem).toBeNull();
    expect(fileText(client, path)).toMatch(
      /写|written: 突破9亿次\n# mind this\n- subject: qwen3\n[\s\S]*written: 突破9\.5亿次\n$/,
    );
    expect(fileText(client, 'ours/seeds/qwen-2026.md')).toContain(
      '突破9亿次\n- 2026 年 2 月，千问3的累计下载量突破9.5亿次\n',
    );
    expect(fileText(client, '.ecosystem-notes.yaml')).toBe('# ours\nfacts: [ours] # here\n');
  });

  it.each([
    ['a figure that is written otherwise', { fact: { ...FACT, written: '突破8亿次' } }, '8'],
    ['a subject that nobody knows', { fact: { ...FACT, subject: 'nobody' } }, 'nobody'],
    ['a source that nobody knows', { source: { id: 'nowhere' } }, 'no such source'],
    ['a folder outside', { folder: '../elsewhere' }, 'must lie in the workspace'],
    ['an absolute folder', { folder: '/tmp' }, 'must lie in the workspace'],
  ])('is refused for %s, and nothing is written', async (_, change, said) => {
    const client = await start();
    const uri = client.uri('a.md');
    const { location, problem } = await client.ask(requests.recordFact, {
      uri,
      fact: FACT,
      source: SOURCE,
      ...change,
    });
    expect(location).toBeNull();
    expect(problem).toContain(said);
    expect(existsSync(join(client.folder, 'facts-of-ours'))).toBe(false);
    expect(existsSync(join(client.folder, '.ecosystem-notes.yaml'))).toBe(false);
  });

  it('records a subject that nobody knew, in a file of its kind, before the fact', async () => {
    const client = await start();
    const uri = client.open('a.md', '截至 2026 年 1 月，小帆模型的累计下载突破 9 亿次。');
    const entity = { kind: 'model', name: { zh: '小帆模型', en: 'Little Sail' } };
    const fact = { ...FACT, subject: '' };
    const recorded = await client.ask(requests.recordFact, { uri, fact, entity, source: SOURCE });
    expect(recorded).toMatchObject({
      problem: null,
      location: { uri: client.uri('facts-of-ours/facts/qwen-2026.yaml') },
      entity: { uri: client.uri('facts-of-ours/entities/models.yaml'), range: { start: { line: 0 } } },
    });
    expect(fileText(client, 'facts-of-ours/entities/models.yaml')).toBe(
      '- id: little-sail\n  name: { zh: 小帆模型, en: Little Sail }\n'.replace('{ ', '{').replace(' }', '}'),
    );
    expect(fileText(client, 'facts-of-ours/seeds/qwen-2026.md')).toContain(
      '2026 年 1 月，小帆模型的累计下载量突破9亿次',
    );
    const { claims } = await client.ask(requests.claims, { uri });
    expect(claims).toMatchObject([{ subject: 'little-sail', verdict: 'supported' }]);
    expect(await client.ask(requests.status, {})).toMatchObject({ state: 'ready', problems: [] });

    const again = await client.ask(requests.recordFact, {
      uri,
      fact: { ...fact, period: '2026-02' },
      entity: { kind: 'model', name: { zh: '另一小帆', en: 'Little Sail' } },
      source: { id: 'qwen-2026' },
    });
    expect(again.problem).toBeNull();
    expect(fileText(client, 'facts-of-ours/entities/models.yaml')).toContain('id: little-sail-2');
  });

  it('takes a source that is built in, whose digest cannot be added to, without a complaint', async () => {
    const client = await start();
    const uri = client.open('a.md', '截至 2026 年 1 月，Qwen3 的累计下载突破 9 亿次。');
    const { nodes } = await client.ask(requests.tree, { parent: 'sources', uri: null });
    const source = { id: nodes.find(({ kind }) => kind === 'source')?.recordId ?? '' };
    const { location, problem } = await client.ask(requests.recordFact, { uri, fact: FACT, source });
    expect(problem).toBeNull();
    const path = (location?.uri ?? '').slice(client.uri('').length).replace(/^\//, '');
    expect(await client.diagnostics(client.open(path, fileText(client, path), 'yaml'))).toEqual([]);
    expect(await client.ask(requests.status, {})).toMatchObject({ state: 'ready', problems: [] });
  });

  it('tells a form what it needs: what was read, whose it may be, what it may measure, how a figure reads', async () => {
    const client = await start();
    const uri = client.open('a.md', '小帆模型的营收为 12 亿元，Qwen3 另说。');
    const cursor = { line: 0, character: 10 };
    const { draft } = await client.ask(requests.factDraft, { uri, range: { start: cursor, end: cursor } });
    expect(draft).toMatchObject({ subject: null, written: '12 亿元', named: [{ id: 'qwen3' }] });
    const { items } = await client.ask(requests.search, { query: 'tongyi', kind: 'entity' });
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['entity']));
    const { metrics } = await client.ask(requests.metrics, {
      uri,
      written: '12 亿元',
      sentence: draft?.sentence ?? '',
    });
    expect(metrics[0]?.id).toBe('revenue');
    const { figure } = await client.ask(requests.readFigure, { uri, text: '12 亿元', metric: 'revenue' });
    expect(figure).toMatchObject({ value: 1_200_000_000, unit: 'CNY', words: '1.2 billion yuan' });
    expect(await client.ask(requests.readFigure, { uri, text: '12%', metric: 'revenue' })).toMatchObject({
      figure: null,
      problem: expect.stringContaining('not measured'),
    });
  });

  it('is offered for figures that nothing is known of, to clients that have a form', async () => {
    const client = await start();
    const { text, position } = cursorIn('2026 年 1 月，Qwen3 的累计下载突破 99 亿‸次。');
    const uri = client.open('a.md', text);
    const params = {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [] },
    };
    const offered = async () =>
      (await client.request<CodeAction[]>('textDocument/codeAction', params)).filter(
        ({ command }) => command?.command === clientCommands.recordFact,
      );
    expect(await offered()).toEqual([]);
    await client.dispose();

    const able = await start({ initializationOptions: { clientCommands: [clientCommands.recordFact] } });
    params.textDocument.uri = able.open('a.md', text);
    const [action] = await able
      .request<CodeAction[]>('textDocument/codeAction', params)
      .then((all) => all.filter(({ command }) => command?.command === clientCommands.recordFact));
    expect(action?.kind).toBe('refactor.rewrite');
    const [argument] = action?.command?.arguments ?? [];
    const { draft } = await able.ask(requests.factDraft, argument);
    expect(draft).toMatchObject({
      subject: { id: 'qwen3' },
      metric: { id: 'cumulative-downloads' },
      period: '2026-01',
      written: '突破 99 亿次',
    });
  });
});

describe('a baseline', () => {
  const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);
  const lastOf = (client: TestClient, uri: string) => client.published.findLast((one) => one.uri === uri);

  it('is taken of the whole workspace, then only what is new is shown', async () => {
    const client = await start({ files: { 'notes/b.md': `${WRONG}\n` } });
    const uri = client.open('notes/a.md', `${WRONG}\n`);
    client.write('notes/a.md', `${WRONG}\n`);
    expect(codes(await client.diagnostics(uri))).toEqual(['figure.contradicted']);
    await client.request('workspace/executeCommand', { command: serverCommands.takeBaseline });
    await client.until(() => (lastOf(client, uri)?.diagnostics.length === 0 ? true : undefined));
    const { notes } = JSON.parse(fileText(client, '.ecosystem-notes-baseline.json'));
    expect(Object.keys(notes)).toEqual(['notes/a.md', 'notes/b.md']);

    const top = { line: 0, character: 0 };
    client.change(uri, top, top, `新的一段。\n\n${WRONG.replace('6000 万', '60 亿')}\n\n`);
    const found = await client.until(() => {
      const last = lastOf(client, uri)?.diagnostics ?? [];
      return last.length > 0 ? last : undefined;
    });
    expect(found).toMatchObject([{ code: 'figure.contradicted', range: { start: { line: 2 } } }]);
  });

  it('is given up when its file is, and told of when it is broken', async () => {
    const client = await start({ files: { '.ecosystem-notes-baseline.json': '{"version": 7}' } });
    const { problems } = await client.ask(requests.status, {});
    expect(problems[0]?.message).toContain('is no baseline of version 1');
    const uri = client.open('a.md', WRONG);
    expect(codes(await client.diagnostics(uri))).toEqual(['figure.contradicted']);
  });
});

describe('a citation', () => {
  it('is a mark and a footnote', async () => {
    const client = await start();
    const { text, position } = cursorIn('Qwen3 的累计下载突破 6 亿次‸。\n');
    const uri = client.open('a.md', text);
    const fact = 'qwen3.cumulative-downloads@2025-09#004';
    const { edits } = await client.ask(requests.citation, { uri, position, fact });
    expect(edits).toHaveLength(2);
    expect(edits[0]).toEqual({ range: { start: position, end: position }, newText: '[^1]' });
    expect(edits[1]?.newText).toMatch(/^\n\[\^1\]: .*《.*》/);
    expect(await client.ask(requests.citation, { uri, position, fact: 'no.such' })).toEqual({ edits: [] });
  });
});

describe('mending on save', () => {
  it('changes figures only for those who ask for it by name', async () => {
    const client = await start();
    const uri = client.open('a.md', WRONG);
    const asked = (only: string) =>
      client.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
        context: { diagnostics: [], only: [only] },
      });
    expect(await asked('source.fixAll')).toEqual([]);
    expect(await asked('source.organizeImports')).toEqual([]);
    expect(await asked('source.fixAll.ecosystemNotes')).toMatchObject([
      { kind: 'source.fixAll.ecosystemNotes', edit: { changes: { [uri]: [{ newText: '6 亿次' }] } } },
    ]);
  });
});
