import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  DocumentSymbol,
  Hover,
  InitializeResult,
  InlayHint,
  Location,
  LocationLink,
  MarkupContent,
  SemanticTokens,
} from 'vscode-languageserver';
import { requests } from '../../src/server/protocol.ts';
import { cursorIn, startClient, type TestClient } from './client.ts';

const WRONG = '截至 2025 年 9 月，Qwen3 的累计下载突破 6000 万次。';

let client: TestClient;
let server: InitializeResult;
let count = 0;

beforeAll(async () => {
  const files = { 'other.md': 'Qwen3 也在这里。\n\n还有 Qwen3。', 'deep/er.md': 'Nothing.' };
  const settings = { inlayHints: { enabled: true }, index: 'on' } as const;
  ({ client, server } = await startClient({ files, settings }));
});

afterAll(() => client.dispose());

/** Opens a note of its own with the cursor at `‸`. */
function at(marked: string) {
  const { text, position } = cursorIn(marked);
  const uri = client.open(`note-${count++}.md`, text);
  return { uri, position, params: { textDocument: { uri }, position } };
}

describe('initialize', () => {
  it('says what the server can', () => {
    const { capabilities, serverInfo } = server;
    expect(serverInfo).toMatchObject({ name: 'Ecosystem Notes' });
    expect(capabilities.positionEncoding).toBe('utf-16');
    expect(capabilities.textDocumentSync).toMatchObject({ openClose: true, change: 2 });
    const triggers = capabilities.completionProvider?.triggerCharacters ?? [];
    for (const character of ['a', 'Z', '阿', '里', '破', ' ']) expect(triggers).toContain(character);
    expect(new Set(triggers).size).toBe(triggers.length);
    for (const name of [
      'hoverProvider',
      'definitionProvider',
      'referencesProvider',
      'documentSymbolProvider',
    ] as const)
      expect(capabilities[name]).toBe(true);
  });

  it('tells when it is ready, and how much it knows', async () => {
    const status = await client.told('ecosystemNotes/statusChanged', ({ state }) => state === 'ready');
    expect(status.factBase.facts).toBeGreaterThan(30);
    expect(status.factBase.entities).toBeGreaterThan(30);
    expect(await client.ask(requests.status, {})).toMatchObject({ state: 'ready', problems: [] });
  });
});

describe('diagnostics', () => {
  it('are published with the version, message and related places', async () => {
    const { uri } = at(`${WRONG}‸`);
    const [found, ...others] = await client.diagnostics(uri);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: 'figure.contradicted',
      source: 'ecosystem-notes',
      severity: 1,
      range: { start: { line: 0, character: 28 }, end: { line: 0, character: 35 } },
    });
    expect(found?.message).toContain('600 million');
    expect(found?.codeDescription?.href).toMatch(/\/docs\/rules\/figure\.contradicted\.md$/);
    const related = found?.relatedInformation?.[0];
    expect(related?.location.uri).toMatch(/^file:\/\/.*\/data\/facts\/.*\.yaml$/);
    expect(related?.location.range.end.line).toBeGreaterThanOrEqual(related?.location.range.start.line ?? 1);
    expect(
      (await client.told('ecosystemNotes/noteChecked', (note) => note.uri === uri)).summary,
    ).toMatchObject({
      claims: 1,
      contradicted: 1,
      findings: 1,
    });
  });

  it('come once for each version, never empty first, and go with the note', async () => {
    const { uri } = at(`${WRONG}‸`);
    await client.diagnostics(uri);
    client.change(uri, { line: 0, character: 0 }, { line: 0, character: 0 }, '据报道，');
    const version = client.change(uri, { line: 0, character: 0 }, { line: 0, character: 1 }, '据');
    expect(await client.diagnostics(uri, version)).toMatchObject([
      { range: { start: { line: 0, character: 32 } } },
    ]);
    client.save(uri);
    await client.ask(requests.claims, { uri });
    client.close(uri);
    await client.until(() => client.published.find((one) => one.uri === uri && one.diagnostics.length === 0));
    const versions = client.published.filter((one) => one.uri === uri).map((one) => one.version);
    // Two changes may come together; each version is told of once.
    expect(versions.filter((one) => one !== 2)).toEqual([1, version, undefined]);
    expect(versions.filter((one) => one === 2).length).toBeLessThan(2);
  });

  it('follow edits by several ranges, over lines and with pairs of code units', async () => {
    const { uri } = at('👍👍 一\n二\n三‸');
    await client.diagnostics(uri);
    client.change(uri, { line: 0, character: 5 }, { line: 2, character: 0 }, `${WRONG}\n`);
    const version = client.change(uri, { line: 0, character: 0 }, { line: 0, character: 2 }, '');
    const [found] = await client.diagnostics(uri, version);
    expect(found?.range).toEqual({ start: { line: 0, character: 31 }, end: { line: 0, character: 38 } });
  });
});

describe('requests', () => {
  it('hover', async () => {
    const { params } = at('我们用 Qw‸en3 写。');
    const hover = await client.request<Hover>('textDocument/hover', params);
    expect((hover.contents as MarkupContent).kind).toBe('markdown');
    expect((hover.contents as MarkupContent).value).toContain('**Qwen3**');
    expect(hover.range).toEqual({ start: { line: 0, character: 4 }, end: { line: 0, character: 9 } });
    expect(await client.request('textDocument/hover', at('没有‸名字。').params)).toBeNull();
  });

  it('completion and its resolve', async () => {
    const { params } = at('据悉阿里‸');
    const list = await client.request<CompletionList>('textDocument/completion', {
      ...params,
      context: { triggerKind: 2, triggerCharacter: '里' },
    });
    expect(list.isIncomplete).toBe(true);
    const item = list.items.find(({ label }) => label === '阿里云');
    expect(item?.textEdit).toEqual({
      range: { start: { line: 0, character: 2 }, end: { line: 0, character: 4 } },
      newText: '阿里云',
    });
    const resolved = await client.request<CompletionItem>('completionItem/resolve', item);
    expect((resolved.documentation as MarkupContent).value).toContain('Alibaba Cloud');
    expect(resolved.label).toBe('阿里云');
  });

  it('resolve of an item that is not ours', async () => {
    const item = { label: 'x', data: { anything: 1 } };
    expect(await client.request('completionItem/resolve', item)).toEqual(item);
  });

  it('definition: the record in its file', async () => {
    const { params } = at('我们用 Qw‸en3 写。');
    const [link] = await client.request<LocationLink[]>('textDocument/definition', params);
    expect(link?.targetUri).toMatch(/\/data\/entities\/.*\.yaml$/);
    expect(link?.targetRange.start.line).toBeGreaterThan(0);
  });

  it('references: every note of the workspace, open or not', async () => {
    await client.told(
      'ecosystemNotes/statusChanged',
      ({ notes }) => notes.total > 0 && notes.indexed === notes.total,
    );
    const { uri, params } = at('我们用 Qw‸en3 写。');
    await client.diagnostics(uri);
    const found = await client.request<Location[]>('textDocument/references', {
      ...params,
      context: { includeDeclaration: false },
    });
    const other = found.filter((place) => place.uri === client.uri('other.md'));
    expect(other.map(({ range }) => range.start)).toEqual([
      { line: 0, character: 0 },
      { line: 2, character: 3 },
    ]);
    expect(found.some((place) => place.uri === uri)).toBe(true);
  });

  it('code actions, whose edit mends the note', async () => {
    const { uri } = at(`${WRONG}‸`);
    const diagnostics = await client.diagnostics(uri);
    const range = diagnostics[0]?.range;
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics },
    });
    expect(actions[0]).toMatchObject({
      kind: 'quickfix',
      isPreferred: true,
      edit: { changes: { [uri]: [{ range, newText: '6 亿次' }] } },
    });
    expect(actions[0]?.diagnostics?.[0]?.message).toBe(diagnostics[0]?.message);
    const refactorings = await client.request('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics, only: ['refactor'] },
    });
    expect(refactorings).toEqual([]);
  });

  it('symbols, links, inlay hints and semantic tokens', async () => {
    const text = '截至 2025 年 9 月，Qwen3 的累计下载突破 6 亿次。';
    const { uri } = at(`${text}‸`);
    const textDocument = { uri };
    const [symbol] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument });
    expect(symbol?.name).toContain('6 亿次');
    expect(symbol?.detail).toBe('Supported');
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    const [hint] = await client.request<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
    expect(hint).toMatchObject({
      label: '✓ September 2025',
      position: { line: 0, character: text.length - 1 },
    });
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument,
    });
    expect(data).toEqual([0, 14, 5, 0, 0, 0, 14, 4, 1, 0]);
    expect(await client.request('textDocument/documentLink', { textDocument })).toEqual([]);
  });

  it('answer null or nothing for a note that is not open', async () => {
    const params = { textDocument: { uri: client.uri('unknown.md') }, position: { line: 3, character: 7 } };
    expect(await client.request('textDocument/hover', params)).toBeNull();
    expect(await client.request('textDocument/completion', params)).toBeNull();
    expect(await client.ask(requests.claims, { uri: client.uri('unknown.md') })).toMatchObject({
      version: null,
      claims: [],
    });
  });

  it('take positions beyond the text for its nearest end', async () => {
    const { uri } = at('Qwen3‸');
    const params = { textDocument: { uri }, position: { line: 99, character: 99 } };
    expect(await client.request<Hover>('textDocument/hover', params)).toMatchObject({
      range: { start: { line: 0, character: 0 } },
    });
  });
});

describe('our own requests', () => {
  it('tree: sections, then down to facts with places', async () => {
    const { nodes } = await client.ask(requests.tree, { parent: null, uri: null });
    expect(nodes.map(({ id }) => id)).toEqual(['note', 'ecosystem', 'sources', 'conflicts']);
    const kinds = await client.ask(requests.tree, { parent: 'ecosystem', uri: null });
    expect(kinds.nodes.map(({ entityKind }) => entityKind)).toContain('organisation');
    const makers = await client.ask(requests.tree, { parent: 'ecosystem/organisation', uri: null });
    const maker = makers.nodes.find(({ recordId }) => recordId === 'alibaba-cloud');
    expect(maker).toMatchObject({ parent: 'ecosystem/organisation', kind: 'entity', hasChildren: true });
    expect(maker?.location?.uri).toMatch(/organisations\.yaml$/);
    expect(maker?.accessibleLabel).toContain('Alibaba Cloud');
  });

  it('tree: the claims of the note that is asked about', async () => {
    const { uri } = at(`${WRONG}‸`);
    const { nodes } = await client.ask(requests.tree, { parent: 'note', uri });
    expect(nodes).toMatchObject([{ id: 'note/contradicted', verdict: 'contradicted', description: '1' }]);
    const { nodes: claims } = await client.ask(requests.tree, { parent: 'note/contradicted', uri });
    expect(claims).toMatchObject([{ kind: 'claim', location: { uri, range: { start: { character: 28 } } } }]);
  });

  it('claims, as the command line prints them', async () => {
    const { uri } = at(`${WRONG}‸`);
    const { claims, version, summary } = await client.ask(requests.claims, { uri });
    expect(version).toBe(1);
    expect(summary.contradicted).toBe(1);
    expect(claims).toMatchObject([
      { text: '6000 万次', verdict: 'contradicted', cause: 'scale', period: '2025-09' },
    ]);
  });

  it('search over names, pinyin included', async () => {
    const { items } = await client.ask(requests.search, { query: 'aliyun', limit: 5 });
    expect(items[0]).toMatchObject({
      recordId: 'alibaba-cloud',
      node: 'ecosystem/organisation/alibaba-cloud',
    });
    expect(items.length).toBeLessThanOrEqual(5);
  });

  it('take missing parameters for none', async () => {
    expect(await client.request(requests.tree, {})).toMatchObject({ nodes: [{ id: 'note' }, {}, {}, {}] });
    expect(await client.request(requests.search, null)).toHaveProperty('items');
    expect(await client.request(requests.claims, { uri: 7 })).toMatchObject({ claims: [] });
  });
});
