import { afterEach, describe, expect, it } from 'vitest';
import type {
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
} from 'vscode-languageserver';
import { requests } from '../../src/server/protocol.ts';
import { cursorIn, startClient, type TestClient } from './client.ts';
import { FACT_PATH, FACTS, OWN_FACTS } from './own-facts.ts';

const FILES = { ...OWN_FACTS, 'a.md': '我们实验室很好。\n' };

let client: TestClient | undefined;

afterEach(() => client?.dispose());

async function start(files: Readonly<Record<string, string>> = FILES): Promise<TestClient> {
  ({ client } = await startClient({ files }));
  return client;
}

/** Opens a file with a cursor in it; gives what a request at the cursor takes. */
function openAt(client: TestClient, path: string, marked: string) {
  const { text, position } = cursorIn(marked);
  const uri = client.open(path, text, path.endsWith('.md') ? 'markdown' : 'yaml');
  return { textDocument: { uri }, position };
}

/** What was last published for a file, once it fits. */
const published = (client: TestClient, uri: string, fits: (found: readonly Diagnostic[]) => boolean) =>
  client.until(() => {
    const last = client.published.findLast((one) => one.uri === uri)?.diagnostics;
    return last !== undefined && fits(last) ? last : undefined;
  });

describe('a fact file in the editor', () => {
  it('shows what is wrong while it is typed, unsaved, and stops when it is mended', async () => {
    const client = await start();
    const uri = client.open(FACT_PATH, FACTS, 'yaml');
    await published(client, uri, (found) => found.length === 0);
    const [line, character] = [2, '  value: '.length];
    client.change(uri, { line, character }, { line, character: character + 1 }, '3');
    const [problem] = await published(client, uri, (found) => found.length > 0);
    expect(problem).toMatchObject({
      code: 'facts.written',
      range: { start: { line: 6, character: 11 }, end: { line: 6, character: 18 } },
    });
    expect(problem?.message).toContain('reads as value 2000000, but the record says 3000000');
    client.change(uri, { line, character }, { line, character: character + 1 }, '2');
    expect(await published(client, uri, (found) => found.length === 0)).toEqual([]);
  });

  it('shows ids that point nowhere, and figures that the digest does not state', async () => {
    const client = await start();
    const uri = client.open(FACT_PATH, FACTS.replace('our-lab', 'our-lob'), 'yaml');
    expect((await published(client, uri, (found) => found.length > 0)).map(({ code }) => code)).toEqual([
      'facts.dangling-id',
    ]);
    const other = client.open('ours/facts/other.yaml', FACTS, 'yaml');
    expect((await published(client, other, (found) => found.length > 0)).map(({ code }) => code)).toContain(
      'facts.no-source',
    );
  });

  it('says on the disk what does not fit the digest', async () => {
    const client = await start({
      ...FILES,
      [FACT_PATH]: FACTS.replaceAll('200', '300').replace('3000000', '3000000'),
    });
    const found = await published(client, client.uri(FACT_PATH), (all) => all.length > 0);
    expect(found.map(({ code }) => code)).toEqual(['facts.not-in-digest']);
  });

  it('completes ids and keys', async () => {
    const client = await start();
    const place = openAt(client, FACT_PATH, `${FACTS}- subject: our‸\n`);
    const items = await client.request<CompletionItem[]>('textDocument/completion', place);
    const ours = items.find(({ label }) => label === 'our-lab');
    expect(ours).toMatchObject({ label: 'our-lab', textEdit: { newText: 'our-lab' } });
    const resolved = await client.request<CompletionItem>('completionItem/resolve', ours);
    expect(JSON.stringify(resolved.documentation)).toContain('A lab.');
  });

  it('explains ids, leads to their records, and lists its own', async () => {
    const client = await start();
    const place = openAt(client, FACT_PATH, FACTS.replace('our-lab', 'our‸-lab'));
    const hover = await client.request<Hover>('textDocument/hover', place);
    expect(JSON.stringify(hover.contents)).toContain('Our Lab');
    const [link] = await client.request<LocationLink[]>('textDocument/definition', place);
    expect(link?.targetUri).toBe(client.uri('ours/entities/organisations.yaml'));
    const [symbol] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', place);
    expect(symbol).toMatchObject({ name: expect.stringContaining('Our Lab'), detail: '超过200万次' });
  });

  it('is never taken for a note, whatever YAML it is', async () => {
    const client = await start();
    const place = openAt(client, 'other.yaml', 'title: 我们实验室累计‸下载超过900万次。\n');
    expect(await client.request('textDocument/hover', place)).toBeNull();
    expect(await client.request('textDocument/documentSymbol', place)).toEqual([]);
    expect(client.published.filter(({ uri }) => uri === place.textDocument.uri)).toEqual([]);
  });
});

describe('a record that takes the place of a bundled one', () => {
  it('says so in its card', async () => {
    const own = '- id: qwen3\n  kind: model\n  name: {zh: 千问三号, en: Qwen Three}\n';
    const client = await start({
      '.ecosystem-notes.yaml': 'facts: [ours]\n',
      'ours/entities/models.yaml': own,
    });
    const hover = await client.request<Hover>(
      'textDocument/hover',
      openAt(client, 'a.md', 'Qwen Th‸ree 很好。'),
    );
    expect(JSON.stringify(hover.contents)).toContain('Replaces the bundled record data/entities/');
    const other = await client.request<Hover>(
      'textDocument/hover',
      openAt(client, 'b.md', 'Deep‸Seek 很好。'),
    );
    expect(JSON.stringify(other.contents)).not.toContain('Replaces');
  });
});

describe('a new fact base', () => {
  it('is in service as soon as its files are written', async () => {
    const client = await start({ 'a.md': '' });
    const { files, configuration } = await client.ask(requests.newFactBase, { configuration: null });
    for (const { path, text } of files) client.write(path, text);
    client.write('.ecosystem-notes.yaml', configuration ?? '');
    client.changed('.ecosystem-notes.yaml');
    const uri = client.open('b.md', '2025 年 9 月，示例实验室的示例下载量超过 900 万次。');
    const found = await published(client, uri, (all) => all.length > 0);
    expect(found.map(({ code }) => code)).toEqual(['figure.contradicted']);
    expect(await client.ask(requests.status, {})).toMatchObject({ state: 'ready', problems: [] });
  });

  it('is not named in a configuration that cannot be read', async () => {
    const client = await start({});
    const { configuration } = await client.ask(requests.newFactBase, { configuration: 'facts: [' });
    expect(configuration).toBeNull();
  });
});

describe('references', () => {
  it.each([
    ['from a fact file', FACT_PATH, FACTS.replace('our-lab', 'our‸-lab')],
    ['from a note', 'a.md', '我们实‸验室很好。\n'],
  ])('lead to records, facts, digests and notes: %s', async (_, path, marked) => {
    const client = await start();
    await client.told(
      'ecosystemNotes/statusChanged',
      ({ notes }) => notes.total > 0 && notes.indexed === notes.total,
    );
    const place = openAt(client, path, marked);
    const found = await client.request<Location[]>('textDocument/references', {
      ...place,
      context: { includeDeclaration: true },
    });
    const files = ['ours/entities/organisations.yaml', FACT_PATH, 'ours/seeds/our-report.md', 'a.md'];
    expect([...new Set(found.map(({ uri }) => uri))].sort()).toEqual(
      files.map((file) => client.uri(file)).sort(),
    );
  });
});
