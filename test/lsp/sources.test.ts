import { afterEach, describe, expect, it } from 'vitest';
import type { CodeLens, SymbolInformation, WorkspaceEdit } from 'vscode-languageserver';
import { startClient, type TestClient } from './client.ts';

const ENTITIES =
  '- id: our-lab\n  kind: organisation\n  name: {zh: 我们实验室, en: Our Lab}\n- id: our-model\n  kind: model\n  name: {zh: 我们的模型, en: Our Model}\n  part-of: [our-lab]\n';
const FACTS =
  '- subject: our-lab\n  metric: cumulative-downloads\n  value: 2000000\n  bound: more-than\n  unit: times\n  period: 2026-01\n  written: 超过200万次\n- subject: our-model\n  metric: cumulative-downloads\n  value: 1000000\n  unit: times\n  period: 2026-01\n  scope: {segment: our-lab}\n  written: 100万次\n';
const SEED =
  '---\ntitle: Our report\npublisher: Us\nlanguage: zh-Hans\nkind: report\n---\n\n我们实验室累计下载超过200万次，我们的模型累计下载100万次。\n';
const NOTE =
  '我们实验室累计下载超过 200 万次。<!-- fact: our-lab.cumulative-downloads@2026-01#our-report -->\n\n[100 万次](fact:our-model.cumulative-downloads.our-lab@2026-01#our-report)\n\n<!-- fact: our-lab/cumulative-downloads --> 200 万次\n';
const FILES = {
  '.ecosystem-notes.yaml': 'facts: [ours]\n',
  'ours/entities/all.yaml': ENTITIES,
  'ours/facts/our-report.yaml': FACTS,
  'ours/seeds/our-report.md': SEED,
  'notes/a.md': NOTE,
};

let client: TestClient | undefined;

afterEach(() => client?.dispose());

async function start(...options: Parameters<typeof startClient>): Promise<TestClient> {
  ({ client } = await startClient(...options));
  return client;
}

async function indexed(options: Parameters<typeof startClient>[0]): Promise<TestClient> {
  const client = await start(options);
  await client.told(
    'ecosystemNotes/statusChanged',
    ({ notes }) => notes.total > 0 && notes.indexed === notes.total,
  );
  return client;
}

/** The text of a file after its edits. */
function applied(text: string, edits: NonNullable<WorkspaceEdit['changes']>[string]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: { line: number; character: number }) =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return edits
    .toSorted((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (out, { range, newText }) => out.slice(0, offset(range.start)) + newText + out.slice(offset(range.end)),
      text,
    );
}

describe('renaming an entity', () => {
  const place = (client: TestClient) => ({
    textDocument: { uri: client.uri('ours/entities/all.yaml') },
    position: { line: 0, character: 8 },
  });

  it('changes its id in every fact file and in the pins of notes', async () => {
    const client = await indexed({ files: FILES });
    client.open('ours/entities/all.yaml', ENTITIES, 'yaml');
    expect(await client.request('textDocument/prepareRename', place(client))).toEqual({
      range: { start: { line: 0, character: 6 }, end: { line: 0, character: 13 } },
      placeholder: 'our-lab',
    });
    const { changes } = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...place(client),
      newName: 'new-lab',
    });
    const after = Object.fromEntries(
      Object.entries(FILES).flatMap(([path, text]) => {
        const edits = changes?.[client.uri(path)];
        return edits === undefined ? [] : [[path, applied(text, edits)]];
      }),
    );
    expect(after).toEqual({
      'ours/entities/all.yaml': ENTITIES.replaceAll('our-lab', 'new-lab'),
      'ours/facts/our-report.yaml': FACTS.replaceAll('our-lab', 'new-lab'),
      'notes/a.md': NOTE.replaceAll('our-lab', 'new-lab'),
    });
  });

  it.each([
    ['Not An Id', 'small letters'],
    ['our-model', 'Another entity'],
    ['qwen3', 'Another entity'],
  ])('to %j is refused', async (newName, said) => {
    const client = await indexed({ files: FILES });
    client.open('ours/entities/all.yaml', ENTITIES, 'yaml');
    await expect(client.request('textDocument/rename', { ...place(client), newName })).rejects.toThrow(said);
  });

  it('is not for entities of the built-in facts, nor for other places', async () => {
    const facts = FACTS.replaceAll('our-lab', 'qwen3');
    const client = await indexed({ files: { ...FILES, 'ours/facts/our-report.yaml': facts } });
    const uri = client.open('ours/facts/our-report.yaml', facts, 'yaml');
    const at = { textDocument: { uri }, position: { line: 0, character: 12 } };
    await expect(client.request('textDocument/rename', { ...at, newName: 'other' })).rejects.toThrow(
      'built-in',
    );
    const value = { textDocument: { uri }, position: { line: 2, character: 10 } };
    expect(await client.request('textDocument/prepareRename', value)).toBeNull();
    const note = client.open('notes/b.md', '我们实验室');
    const name = { textDocument: { uri: note }, position: { line: 0, character: 2 } };
    expect(await client.request('textDocument/prepareRename', name)).toBeNull();
  });
});

describe('workspace symbols', () => {
  it('are entities and facts by any of their names', async () => {
    const client = await start({ files: FILES });
    const found = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'women shiyanshi' });
    expect(found[0]).toMatchObject({
      name: 'Our Lab',
      location: { uri: client.uri('ours/entities/all.yaml') },
    });
    expect(found[1]?.name).toContain('more than 2 million');
    expect(await client.request('workspace/symbol', { query: '' })).toBeNull();
  });
});

describe('the line over a note', () => {
  it.each([
    [true, '1 figure: 1 supported'],
    [false, undefined],
  ])('when it is %s', async (enabled, title) => {
    const client = await start({ settings: { codeLens: { enabled } } });
    const uri = client.open('a.md', '截至 2025 年 9 月，Qwen3 的累计下载突破 6 亿次。');
    const lenses = await client.request<CodeLens[] | null>('textDocument/codeLens', {
      textDocument: { uri },
    });
    expect(lenses?.[0]?.command?.title).toBe(title);
  });
});
