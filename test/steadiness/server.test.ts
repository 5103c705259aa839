import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import type { Host } from '../../src/server/host.ts';
import { hostileText } from './hostile.ts';
import { type Session, startSession } from './in-process.ts';

const CLAIM = '截至 2025 年 9 月，我们实验室的累计下载突破 900 万次。';
const ENTITY = `- id: our-lab\n  name: {zh: 我们实验室, en: Our Lab}\n  description: {zh: 甲。, en: A lab.}\n`;
const FACT = `- subject: our-lab\n  metric: cumulative-downloads\n  value: 2000000\n  bound: more-than\n  unit: times\n  period: 2025-09\n  written: 超过200万次\n`;
const SEED = `---\ntitle: Ours\npublisher: Our Lab\nlanguage: zh-Hans\nkind: report\n---\n我们实验室累计下载超过200万次。\n`;
const FILES = {
  '.ecosystem-notes.yaml': 'facts: [ours]\n',
  'ours/entities/organisations.yaml': ENTITY,
  'ours/facts/our-report.yaml': FACT,
  'ours/seeds/our-report.md': SEED,
};
const FACTS = 'ours/facts/our-report.yaml';

let folder = '';
let session: Session | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steady-'));
});
afterEach(async () => {
  await session?.end();
  session = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const uriOf = (path: string) => URI.file(join(folder, path)).toString();

async function start(
  files: Readonly<Record<string, string>> = FILES,
  change?: (host: Host) => Partial<Host>,
  options?: object,
): Promise<Session> {
  for (const [path, text] of Object.entries(files)) write(path, text);
  session = await startSession(folder, change, options);
  return session;
}

const ready = (one: Session) => one.until(() => one.statuses.find(({ state }) => state !== 'loading'));
const last = (one: Session, path: string) =>
  one.published.findLast(({ uri }) => uri === uriOf(path))?.diagnostics.map(({ code }) => code);

interface Outcome {
  readonly state: string;
  readonly verdict: string | undefined;
}

/** Tells of changed files, and gives the state and the verdict on the note, once they are as expected or have had their time. */
async function afterChange(one: Session, expected: Outcome, ...paths: readonly string[]): Promise<Outcome> {
  await one.client.sendNotification('workspace/didChangeWatchedFiles', {
    changes: paths.map((path) => ({ uri: uriOf(path), type: existsSync(join(folder, path)) ? 2 : 3 })),
  });
  for (let tries = 0; ; tries++) {
    const status = await one.client.sendRequest<{ state: string }>('ecosystemNotes/status', {});
    const { claims } = await one.client.sendRequest<{ claims: readonly { verdict: string }[] }>(
      'ecosystemNotes/claims',
      { uri: uriOf('a.md') },
    );
    const outcome = { state: status.state, verdict: claims[0]?.verdict };
    if (tries === 300 || (outcome.state === expected.state && outcome.verdict === expected.verdict))
      return outcome;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

describe('a fact file', () => {
  const steady = { state: 'degraded', verdict: 'contradicted' };
  const well = { state: 'ready', verdict: 'contradicted' };

  async function watching(change?: (host: Host) => Partial<Host>): Promise<Session> {
    const one = await start(FILES, change);
    one.open(uriOf('a.md'), CLAIM);
    await ready(one);
    await one.until(() => (last(one, 'a.md')?.includes('figure.contradicted') ? true : undefined));
    return one;
  }

  it('saved half-way leaves the last good facts in service, and the rest of it mends all', async () => {
    const one = await watching();
    for (const part of [0.3, 0.5, 0.8]) {
      write(FACTS, FACT.slice(0, FACT.length * part));
      expect(await afterChange(one, steady, FACTS)).toEqual(steady);
      expect(last(one, FACTS)).not.toEqual([]);
    }
    write(FACTS, FACT);
    expect(await afterChange(one, well, FACTS)).toEqual(well);
    expect(last(one, FACTS)).toEqual([]);
  });

  it('that goes takes its facts with it; one that is renamed keeps saying what it says', async () => {
    const one = await watching();
    const moved = ['ours/facts/moved.yaml', 'ours/seeds/moved.md'] as const;
    renameSync(join(folder, FACTS), join(folder, moved[0]));
    renameSync(join(folder, 'ours/seeds/our-report.md'), join(folder, moved[1]));
    expect(await afterChange(one, well, FACTS, 'ours/seeds/our-report.md', ...moved)).toEqual(well);
    rmSync(join(folder, moved[0]));
    const gone = { state: 'ready', verdict: 'unverified' };
    expect(await afterChange(one, gone, moved[0])).toEqual(gone);
  });

  it('whose whole folder goes is missed in words, and comes back', async () => {
    const one = await watching();
    renameSync(join(folder, 'ours'), join(folder, 'away'));
    expect(await afterChange(one, steady, FACTS)).toEqual(steady);
    expect(one.statuses.at(-1)?.problems[0]?.message).toContain('no such file or folder');
    renameSync(join(folder, 'away'), join(folder, 'ours'));
    expect(await afterChange(one, well, FACTS)).toEqual(well);
  });

  it('that another program holds is told of, and read when it lets go', async () => {
    let locked = false;
    const one = await watching((host) => ({
      async readFactFolder(path) {
        if (locked) throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
        return host.readFactFolder(path);
      },
    }));
    locked = true;
    expect(await afterChange(one, steady, FACTS)).toEqual(steady);
    expect(one.statuses.at(-1)?.problems[0]?.message).toContain('another program is using it');
    locked = false;
    expect(await afterChange(one, well, FACTS)).toEqual(well);
  });

  it('with thousands of mistakes shows the first, and how many more there are', async () => {
    const one = await watching();
    write(FACTS, '- {}\n'.repeat(5000));
    expect(await afterChange(one, steady, FACTS)).toEqual(steady);
    const shown = one.published.findLast(({ uri }) => uri === uriOf(FACTS))?.diagnostics ?? [];
    expect(shown.length).toBeLessThan(600);
    expect(shown[0]?.message).toMatch(/^\d+ more mistakes/);
    expect(one.statuses.at(-1)?.problems.length).toBeLessThan(60);
  });
});

const REQUESTS = [
  'textDocument/hover',
  'textDocument/completion',
  'completionItem/resolve',
  'textDocument/definition',
  'textDocument/references',
  'textDocument/documentSymbol',
  'textDocument/documentLink',
  'textDocument/codeAction',
  'textDocument/inlayHint',
  'textDocument/semanticTokens/full',
  'ecosystemNotes/tree',
  'ecosystemNotes/claims',
  'ecosystemNotes/status',
  'ecosystemNotes/search',
  'no/such/request',
];
const NOTIFICATIONS = [
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didSave',
  'textDocument/didClose',
  'workspace/didChangeWatchedFiles',
  'workspace/didChangeConfiguration',
  '$/cancelRequest',
  '$/setTrace',
  'no/such/notification',
];

describe('a client that sends nonsense', () => {
  const odd = fc.oneof(
    fc.constantFrom(-1, 0, 7, 1.5, 1e12, '', 'x', null, true, '../../x', '__proto__'),
    fc.string({ maxLength: 5 }),
  );
  const uri = fc.constantFrom(
    'untitled:a',
    'untitled:b',
    'not a uri',
    'file:///etc/passwd',
    'file:///x%ZZ.md',
    '',
  );
  const position = fc.oneof(odd, fc.record({ line: odd, character: odd }));
  const range = fc.oneof(odd, fc.record({ start: position, end: position }));
  const params = fc.oneof(
    odd,
    fc.record(
      {
        textDocument: fc.oneof(
          odd,
          fc.record(
            { uri: fc.oneof(uri, odd), version: odd, text: fc.oneof(odd, hostileText), languageId: odd },
            { requiredKeys: [] },
          ),
        ),
        position,
        range,
        context: fc.oneof(odd, fc.record({ diagnostics: odd, only: odd, triggerKind: odd })),
        contentChanges: fc.oneof(
          odd,
          fc.array(fc.record({ range, text: odd }, { requiredKeys: [] }), { maxLength: 3 }),
        ),
        changes: fc.oneof(odd, fc.array(fc.record({ uri: fc.oneof(uri, odd), type: odd }), { maxLength: 3 })),
        data: fc.oneof(odd, fc.record({ uri, kind: odd, record: odd })),
        uri: fc.oneof(uri, odd),
        parent: fc.oneof(odd, fc.constantFrom('note', 'ecosystem', 'entity:x')),
        filter: odd,
        query: fc.oneof(odd, hostileText),
        limit: odd,
        id: odd,
        label: odd,
      },
      { requiredKeys: [] },
    ),
  );
  const message = fc.record({ method: fc.constantFrom(...REQUESTS, ...NOTIFICATIONS), params });

  it('gets an answer or an error for each request, and the next good one is served', async () => {
    const one = await start({});
    await ready(one);
    one.open('untitled:a', 'Qwen3 与豆包。');
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 1, maxLength: 12 }), async (messages) => {
        const answers = messages.map(({ method, params }) =>
          REQUESTS.includes(method)
            ? one.client.sendRequest(method, params).then(
                () => 'answer',
                () => 'error',
              )
            : one.client.sendNotification(method, params),
        );
        await Promise.all(answers);
        one.open('untitled:good', 'Qwen3');
        expect(await one.hover('untitled:good')).not.toBeNull();
        await one.client.sendNotification('textDocument/didClose', {
          textDocument: { uri: 'untitled:good' },
        });
      }),
      { numRuns: 60 },
    );
  });

  it('may cancel all it asked for, in any order', async () => {
    const one = await start({});
    await ready(one);
    one.open('untitled:a', `${'Qwen3 累计下载突破 6 亿次。'.repeat(50)}\n`.repeat(20));
    const sources = Array.from({ length: 60 }, () => new CancellationTokenSource());
    const params = { textDocument: { uri: 'untitled:a' }, position: { line: 0, character: 1 } };
    const answers = sources.map(({ token }) =>
      one.client
        .sendRequest('textDocument/hover', params, token)
        .catch((error: { code: number }) => error.code),
    );
    for (const source of [...sources].reverse().filter((_, i) => i % 3 > 0)) source.cancel();
    for (const answer of await Promise.all(answers))
      if (typeof answer === 'number') expect(answer).toBe(-32800);
    expect(await one.hover('untitled:a')).not.toBeNull();
  });

  it('may change a note faster than it is checked, and close and open it in between', async () => {
    const one = await start({});
    await ready(one);
    const uri = 'untitled:a';
    for (let round = 0; round < 20; round++) {
      one.open(uri, 'x', 1);
      for (let version = 2; version < 10; version++)
        void one.client.sendNotification('textDocument/didChange', {
          textDocument: { uri, version },
          contentChanges: [
            { range: { start: { line: 9, character: 9 }, end: { line: 9, character: 9 } }, text: ' Qwen3' },
          ],
        });
      void one.client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    }
    one.open(uri, 'Qwen3 累计下载突破 6000 万次。', 50);
    const found = await one.until(() =>
      one.published.find((each) => each.uri === uri && each.version === 50),
    );
    expect(found.diagnostics).toBeInstanceOf(Array);
  });
});

describe('a workspace of many notes', () => {
  const notes = {
    '.ecosystem-notes.yaml': 'language: en\n',
    ...Object.fromEntries(
      Array.from({ length: 300 }, (_, i) => [`notes/${i}.md`, 'Qwen3 累计下载突破 6 亿次。\n\n'.repeat(20)]),
    ),
  };

  it('answers while it is read, and shuts down in the middle of it', async () => {
    const one = await start(notes);
    await one.until(() => one.statuses.find((status) => status.notes.total === 300));
    one.open('untitled:a', 'Qwen3');
    expect(await one.hover('untitled:a')).not.toBeNull();
    expect(await one.client.sendRequest('shutdown')).toBeNull();
    const indexed = one.statuses.at(-1)?.notes.indexed;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(one.statuses.at(-1)?.notes.indexed).toBe(indexed);
  });

  it('keeps what was read where the client says, and never in the workspace', async () => {
    const inside = await start(notes, undefined, {
      storageFolder: URI.file(join(folder, 'store')).toString(),
    });
    const done = (one: Session) =>
      one.until(() => one.statuses.find(({ notes }) => notes.total === 300 && notes.indexed === 300));
    await done(inside);
    await inside.end();
    const outside = mkdtempSync(join(tmpdir(), 'store-'));
    try {
      session = await startSession(folder, undefined, { storageFolder: URI.file(outside).toString() });
      await done(session);
      while (!existsSync(join(outside, 'notes-index.json')))
        await new Promise((resolve) => setTimeout(resolve, 5));
      expect(existsSync(join(folder, 'store'))).toBe(false);
    } finally {
      rmSync(outside, { recursive: true, force: true });
    }
  });
});
