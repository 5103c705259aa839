import { afterEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { requests } from '../../src/server/protocol.ts';
import { cursorIn, startClient, type TestClient } from './client.ts';

const WRONG = '截至 2025 年 9 月，Qwen3 的累计下载突破 6000 万次。';

let client: TestClient | undefined;

afterEach(() => client?.dispose());

async function start(...options: Parameters<typeof startClient>): Promise<TestClient> {
  ({ client } = await startClient(...options));
  return client;
}

describe('a bad client', () => {
  it('gets errors for malformed requests, and the next request is served', async () => {
    const client = await start();
    const uri = client.open('a.md', 'Qwen3');
    await expect(client.request('textDocument/hover', {})).rejects.toThrow();
    await expect(client.request('textDocument/hover', null)).rejects.toThrow();
    await expect(client.request('textDocument/codeAction', { textDocument: { uri } })).rejects.toThrow();
    await expect(client.request('no/such/method', {})).rejects.toThrow(/no\/such\/method/);
    client.notify('textDocument/didChange', { textDocument: { uri, version: 2 } });
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: 3 },
      contentChanges: [{ range: 7, text: 8 }],
    });
    client.notify('textDocument/didOpen', { textDocument: null });
    client.notify('textDocument/didClose', { textDocument: { uri: 'never:opened' } });
    client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'not a uri at all', type: 9 }] });
    client.notify('no/such/notification', {});
    const { text, position } = cursorIn('Qw‸en3');
    const other = client.open('b.md', text);
    const params = { textDocument: { uri: other }, position };
    expect(await client.request('textDocument/hover', params)).not.toBeNull();
  });

  it('that stops in the middle of a message leaves no server behind', async () => {
    const client = await start();
    await client.told('ecosystemNotes/statusChanged', ({ state }) => state === 'ready');
    const exited = new Promise((resolve) => client.process.once('exit', resolve));
    client.process.stdin?.write('Content-Length: 400\r\n\r\n{"jsonrpc":');
    client.process.stdin?.end();
    await exited;
    expect(client.process.exitCode).not.toBeNull();
  });

  it('may cancel what it asked for', async () => {
    const client = await start();
    const uri = client.open('a.md', `${WRONG}\n\n`.repeat(2000));
    const source = new CancellationTokenSource();
    const params = { textDocument: { uri }, position: { line: 0, character: 15 } };
    const answer = client.connection.sendRequest('textDocument/hover', params, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    expect(await client.request('textDocument/hover', params)).not.toBeNull();
  });

  it('that can do nothing gets plain text and places it understands', async () => {
    const client = await start({ capabilities: {} });
    const { text, position } = cursorIn('我们用 Qw‸en3 写。');
    const uri = client.open('a.md', text);
    const params = { textDocument: { uri }, position };
    const hover = await client.request<{ contents: { kind: string; value: string } }>(
      'textDocument/hover',
      params,
    );
    expect(hover.contents.kind).toBe('plaintext');
    expect(hover.contents.value).not.toContain('**');
    expect(await client.request('textDocument/definition', params)).toMatchObject([
      { uri: expect.stringContaining('/data/entities/'), range: {} },
    ]);
  });
});

describe('odd notes', () => {
  it.each([
    ['empty', ''],
    ['one line end', '\n'],
    ['a NUL character', 'Qwen3\0\0 has 600 million downloads'],
    ['half a pair of code units', '\uD83D Qwen3 \uDC4D 6 亿次'],
    ['nothing but digits', '9'.repeat(100_000)],
    ['one very long line', '阿里云'.repeat(30_000)],
    ['open markup', '```\n| a | b\n|--\n<!-- <div [x]( **'],
  ])('%s is checked like any other', async (_, text) => {
    const client = await start();
    const uri = client.open('odd.md', text);
    expect(await client.diagnostics(uri)).toBeInstanceOf(Array);
    expect((await client.told('ecosystemNotes/noteChecked', (note) => note.uri === uri)).partial).toBeNull();
  });

  it('keep their own kind of line ends and addresses', async () => {
    const client = await start();
    const uri = client.open('子 folder/笔记 #1.md', `# 标题\r\n\r\n${WRONG}\r\n`);
    expect(await client.diagnostics(uri)).toMatchObject([{ range: { start: { line: 2, character: 28 } } }]);
  });
});

describe('language', () => {
  it('follows the locale, and the setting before it', async () => {
    let client = await start({ locale: 'zh-cn' });
    const chinese = await client.diagnostics(client.open('a.md', WRONG));
    expect(chinese[0]?.message).toMatch(/已知|为超过|差了/);
    await client.dispose();
    client = await start({ locale: 'zh-cn', settings: { language: 'en' } });
    const english = await client.diagnostics(client.open('a.md', WRONG));
    expect(english[0]?.message).toContain('600 million');
  });
});

describe('when notes are checked', () => {
  it('on save: not while typing', async () => {
    const client = await start({ settings: { run: 'onSave' } });
    await client.told('ecosystemNotes/statusChanged', ({ state }) => state === 'ready');
    const uri = client.open('a.md', '千问');
    await client.diagnostics(uri);
    client.change(uri, { line: 0, character: 0 }, { line: 0, character: 2 }, WRONG);
    const typed = client.change(uri, { line: 0, character: 0 }, { line: 0, character: 0 }, '# ');
    // Claims of another note: an answer behind which a diagnostic of this one would have come.
    await client.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 0 },
    });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(client.published.filter((one) => one.uri === uri).map(({ version }) => version)).toEqual([1]);
    client.save(uri);
    expect(await client.diagnostics(uri, typed)).toBeInstanceOf(Array);
  });

  it('on demand: when its claims are asked for', async () => {
    const client = await start({ settings: { run: 'manual' } });
    await client.told('ecosystemNotes/statusChanged', ({ state }) => state === 'ready');
    const uri = client.open('a.md', WRONG);
    client.save(uri);
    await client.request('textDocument/hover', {
      textDocument: { uri },
      position: { line: 0, character: 0 },
    });
    expect(client.published.filter((one) => one.uri === uri)).toEqual([]);
    await client.ask(requests.claims, { uri });
    expect(await client.diagnostics(uri)).toHaveLength(1);
  });
});
