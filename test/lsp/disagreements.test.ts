import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { startClient, type TestClient } from './client.ts';

const CONFIGURATION = { '.ecosystem-notes.yaml': 'exclude: []\n' };
const say = (figure: string) => `2026 年 1 月，豆包日活跃用户为 ${figure}。\n`;

let client: TestClient | undefined;

afterEach(() => client?.dispose());

async function start(files: Readonly<Record<string, string>>): Promise<TestClient> {
  ({ client } = await startClient({ files: { ...CONFIGURATION, ...files } }));
  await client.told('ecosystemNotes/statusChanged', ({ state }) => state !== 'loading');
  return client;
}

const isOne = ({ code }: Diagnostic) => code === 'notes.disagree';

function disagreements(client: TestClient, uri: string): readonly Diagnostic[] {
  return (client.published.findLast((one) => one.uri === uri)?.diagnostics ?? []).filter(isOne);
}

/** Waits until the note is said to disagree with so many others. */
const until = (client: TestClient, uri: string, count: number) =>
  client.until(() => {
    const found = disagreements(client, uri);
    return found.length === count && client.published.some((one) => one.uri === uri) ? found : undefined;
  });

describe('notes that disagree', () => {
  it('are told of with the place in the other note, which need not be open', async () => {
    const client = await start({ 'notes/b.md': `# 旧笔记\n\n${say('4000 万')}` });
    const uri = client.open('notes/a.md', say('9000 万'));
    const [found] = await until(client, uri, 1);
    expect(found?.message).toContain('b.md');
    const [other] = found?.relatedInformation ?? [];
    expect(other?.location).toMatchObject({ uri: client.uri('notes/b.md'), range: { start: { line: 2 } } });
  });

  it('agree again when either is mended, in the editor or on the disk', async () => {
    const client = await start({ 'notes/b.md': say('4000 万') });
    const uri = client.open('notes/a.md', say('9000 万'));
    await until(client, uri, 1);
    const other = client.open('notes/b.md', say('4000 万'));
    await until(client, other, 1);
    client.change(other, { line: 0, character: 20 }, { line: 0, character: 24 }, '9000');
    await until(client, uri, 0);
    client.close(other);
    await until(client, uri, 1);
    rmSync(join(client.folder, 'notes/b.md'));
    client.changed('notes/b.md');
    await until(client, uri, 0);
  });

  it('can be silenced by a comment, which is then used', async () => {
    const client = await start({ 'notes/b.md': say('4000 万') });
    const silent = say('9000 万').replace(
      '\n',
      ' <!-- ecosystem-notes-disable-line notes.disagree -- 口径不同 -->\n',
    );
    const uri = client.open('notes/a.md', silent);
    const other = client.open('notes/c.md', say('9000 万'));
    await until(client, other, 1);
    expect(client.published.findLast((one) => one.uri === uri)?.diagnostics).toEqual([]);
  });
});
