import { afterEach, describe, expect, it } from 'vitest';
import type { Diagnostic, Location } from 'vscode-languageserver';
import { requests } from '../../src/server/protocol.ts';
import { cursorIn, startClient, type TestClient } from './client.ts';
import { FACTS, OWN_FACTS } from './own-facts.ts';

const CLAIM = '截至 2025 年 9 月，我们实验室的累计下载突破 900 万次。';

let client: TestClient | undefined;

afterEach(() => client?.dispose());

async function start(...options: Parameters<typeof startClient>): Promise<TestClient> {
  ({ client } = await startClient(...options));
  return client;
}

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

/** The diagnostics last published for a file of the workspace, once they satisfy. */
async function published(
  client: TestClient,
  path: string,
  fits: (diagnostics: readonly Diagnostic[]) => boolean,
): Promise<readonly Diagnostic[]> {
  return client.until(() => {
    const last = client.published.findLast(({ uri }) => uri === client.uri(path));
    return last !== undefined && fits(last.diagnostics) ? last.diagnostics : undefined;
  });
}

describe('facts of the workspace', () => {
  it('are laid over the bundled ones', async () => {
    const client = await start({ files: OWN_FACTS });
    const uri = client.open('a.md', CLAIM);
    expect(codes(await client.diagnostics(uri))).toEqual(['figure.contradicted']);
    const { items } = await client.ask(requests.search, { query: 'women shiyanshi' });
    expect(items[0]).toMatchObject({ recordId: 'our-lab' });
    expect(items[0]?.location?.uri).toBe(client.uri('ours/entities/organisations.yaml'));
  });

  it('may stand in the settings, which win over the file', async () => {
    const client = await start({
      files: { ...OWN_FACTS, '.ecosystem-notes.yaml': 'facts: [elsewhere]\n' },
      settings: { facts: ['ours'] },
    });
    expect(codes(await client.diagnostics(client.open('a.md', CLAIM)))).toEqual(['figure.contradicted']);
  });

  it('are read anew when a file changes, and open notes with them', async () => {
    const client = await start({ files: OWN_FACTS });
    const uri = client.open('a.md', CLAIM);
    await client.diagnostics(uri);
    client.write(
      'ours/facts/our-report.yaml',
      FACTS.replace('2000000', '9000000').replace('超过200万次', '超过900万次'),
    );
    client.changed('ours/facts/our-report.yaml');
    expect(await published(client, 'a.md', (found) => found.length === 0)).toEqual([]);
  });

  it('are read anew when their file is saved, whether or not anybody watches the disk', async () => {
    const client = await start({ files: OWN_FACTS });
    const uri = client.open('a.md', CLAIM);
    await client.diagnostics(uri);
    const text = FACTS.replace('2000000', '9000000').replace('超过200万次', '超过900万次');
    client.write('ours/facts/our-report.yaml', text);
    client.save(client.open('ours/facts/our-report.yaml', text, 'yaml'));
    expect(await published(client, 'a.md', (found) => found.length === 0)).toEqual([]);
  });

  it.each([
    ['a syntax error', FACTS.replace('value: 2000000', 'value: [2000000'), 'facts.syntax'],
    ['an unknown key', FACTS.replace('period:', 'perod:'), 'facts.unknown-key'],
    ['a dangling entity', FACTS.replace('our-lab', 'our-lob'), 'facts.dangling-id'],
    ['a duplicate', FACTS + FACTS, 'facts.duplicate'],
  ])('with %s stay as they last were, and show where it broke', async (_, broken, code) => {
    const client = await start({ files: OWN_FACTS });
    const uri = client.open('a.md', CLAIM);
    await client.diagnostics(uri);
    client.write('ours/facts/our-report.yaml', broken);
    client.changed('ours/facts/our-report.yaml');
    const found = await published(client, 'ours/facts/our-report.yaml', (all) => all.length > 0);
    expect(codes(found)[0]).toContain(code);
    expect(found[0]?.range.start.line).toBeLessThan(broken.split('\n').length);
    expect(
      (await client.told('ecosystemNotes/statusChanged', ({ state }) => state === 'degraded')).problems,
    ).not.toEqual([]);
    // The note is still held against the last good state.
    const { claims } = await client.ask(requests.claims, { uri });
    expect(claims).toMatchObject([{ verdict: 'contradicted', subject: 'our-lab' }]);

    client.write('ours/facts/our-report.yaml', FACTS);
    client.changed('ours/facts/our-report.yaml');
    expect(await published(client, 'ours/facts/our-report.yaml', (all) => all.length === 0)).toEqual([]);
    expect(await client.ask(requests.status, {})).toMatchObject({ state: 'ready', problems: [] });
  });

  it('in a folder that is not there are missed, in words', async () => {
    const client = await start({ files: { '.ecosystem-notes.yaml': 'facts: [nowhere]\n' } });
    const { problems } = await client.told(
      'ecosystemNotes/statusChanged',
      ({ state }) => state === 'degraded',
    );
    expect(problems[0]?.message).toContain('nowhere: no such file or folder.');
  });

  it('in UTF-16 are refused', async () => {
    const client = await start({ files: OWN_FACTS });
    await client.told('ecosystemNotes/statusChanged');
    client.write('ours/facts/our-report.yaml', Buffer.from(`\uFEFF${FACTS}`, 'utf16le'));
    client.changed('ours/facts/our-report.yaml');
    const found = await published(client, 'ours/facts/our-report.yaml', (all) => all.length > 0);
    expect(found[0]?.code).toBe('facts.encoding');
    expect(found[0]?.message).toContain('UTF-16');
  });
});

describe('several folders', () => {
  const other = Object.entries(OWN_FACTS).map(([path, text]) => [
    `two/${path}`,
    text.replace('2000000', '9000000').replace('超过200万次', '超过900万次'),
  ]);
  const one = Object.entries(OWN_FACTS).map(([path, text]) => [`one/${path}`, text]);
  const files = Object.fromEntries([...one, ...other, ['plain/.ecosystem-notes.yaml', '']]);

  it('each check by facts of their own, and one without any by the bundled ones', async () => {
    const client = await start({ files, folders: ['one', 'two', 'plain'] });
    expect(codes(await client.diagnostics(client.open('one/a.md', CLAIM)))).toEqual(['figure.contradicted']);
    const second = client.open('two/a.md', CLAIM);
    expect(await client.diagnostics(second)).toEqual([]);
    expect((await client.ask(requests.claims, { uri: second })).claims).toMatchObject([
      { verdict: 'supported', subject: 'our-lab' },
    ]);
    const third = client.open('plain/a.md', CLAIM);
    expect(await client.diagnostics(third)).toEqual([]);
    expect((await client.ask(requests.claims, { uri: third })).claims).toEqual([]);
  });

  it('are searched together', async () => {
    const client = await start({ files, folders: ['plain', 'one'] });
    client.open('plain/a.md', CLAIM);
    const { items } = await client.ask(requests.search, { query: 'our lab' });
    expect(items[0]).toMatchObject({ recordId: 'our-lab' });
  });
});

describe('a workspace that is not trusted', () => {
  const outside = {
    ...Object.fromEntries(Object.entries(OWN_FACTS).map(([path, text]) => [`elsewhere/${path}`, text])),
    'notes/a.md': CLAIM,
  };
  const settings = { facts: ['../elsewhere/ours'] };

  it('reaches for no facts outside of it', async () => {
    const trusted = await start({ files: outside, folders: ['notes'], settings });
    expect(codes(await trusted.diagnostics(trusted.open('notes/a.md', CLAIM)))).toEqual([
      'figure.contradicted',
    ]);
    await trusted.dispose();
    const initializationOptions = { trusted: false };
    const client = await start({ files: outside, folders: ['notes'], settings, initializationOptions });
    expect(await client.diagnostics(client.open('notes/a.md', CLAIM))).toEqual([]);
  });

  it('is checked by the facts inside of it, and not written into', async () => {
    const client = await start({ files: OWN_FACTS, initializationOptions: { trusted: false } });
    const uri = client.open('a.md', CLAIM);
    expect(codes(await client.diagnostics(uri))).toEqual(['figure.contradicted']);
    const fact = {
      ...{
        subject: 'our-lab',
        metric: 'cumulative-downloads',
        scope: {},
        value: 3_000_000,
        bound: 'more-than',
      },
      ...{ unit: 'times', period: '2025-12', mode: 'reported', written: '超过300万次' },
    };
    const source = { id: 'our-report' };
    expect(await client.ask(requests.recordFact, { uri, fact, source })).toEqual({
      location: null,
      entity: null,
      problem: expect.stringContaining('not trusted'),
    });
  });
});

describe('the configuration of the workspace', () => {
  it('sets severities', async () => {
    const client = await start({
      files: {
        ...OWN_FACTS,
        '.ecosystem-notes.yaml': 'facts: [ours]\nseverity: {figure.contradicted: hint}\n',
      },
    });
    expect(await client.diagnostics(client.open('a.md', CLAIM))).toMatchObject([{ severity: 4 }]);
  });

  it('is followed, and a broken one shows where while the last good one stays', async () => {
    const client = await start({
      files: {
        ...OWN_FACTS,
        '.ecosystem-notes.yaml': 'facts: [ours]\nseverity: {figure.contradicted: warning}\n',
      },
    });
    const uri = client.open('a.md', CLAIM);
    expect(await client.diagnostics(uri)).toMatchObject([{ severity: 2 }]);
    client.write('.ecosystem-notes.yaml', 'facts: [ours]\nseverty: {}\n');
    client.changed('.ecosystem-notes.yaml');
    const found = await published(client, '.ecosystem-notes.yaml', (all) => all.length > 0);
    expect(found).toMatchObject([
      {
        message: 'Unknown key "severty". Did you mean "severity"?',
        range: { start: { line: 1, character: 0 } },
      },
    ]);
    client.write('.ecosystem-notes.yaml', 'facts: [ours]\nseverity: {figure.contradicted: information}\n');
    client.changed('.ecosystem-notes.yaml');
    expect(await published(client, 'a.md', (all) => all[0]?.severity === 3)).toHaveLength(1);
    expect(await published(client, '.ecosystem-notes.yaml', (all) => all.length === 0)).toEqual([]);
  });

  it('changes with the settings of the client', async () => {
    const client = await start({ files: OWN_FACTS });
    const uri = client.open('a.md', CLAIM);
    expect(await client.diagnostics(uri)).toMatchObject([{ severity: 1 }]);
    client.settings = { severity: { 'figure.contradicted': 'off' } };
    client.notify('workspace/didChangeConfiguration', { settings: null });
    expect(await published(client, 'a.md', (all) => all.length === 0)).toEqual([]);
  });
});

describe('the notes of the workspace', () => {
  async function references(client: TestClient): Promise<readonly string[]> {
    const { text, position } = cursorIn('我们实‸验室');
    const uri = client.open('asking.md', text);
    await client.diagnostics(uri);
    const found = await client.request<Location[]>('textDocument/references', {
      textDocument: { uri },
      position,
      context: { includeDeclaration: false },
    });
    client.close(uri);
    return found.map((place) => place.uri).filter((place) => place !== uri);
  }

  const indexed = (client: TestClient) =>
    client.told(
      'ecosystemNotes/statusChanged',
      ({ notes }) => notes.total > 0 && notes.indexed === notes.total,
    );

  it('are those that are included, not excluded and not ignored by git', async () => {
    const client = await start({
      files: {
        ...OWN_FACTS,
        '.ecosystem-notes.yaml': 'facts: [ours]\nexclude: [drafts/**, ours/**]\n',
        '.git/HEAD': '',
        '.gitignore': 'private/\n',
        'notes/a.md': '我们实验室。',
        'drafts/b.md': '我们实验室。',
        'private/c.md': '我们实验室。',
        'node_modules/x/d.md': '我们实验室。',
        'notes/utf16.md': '',
      },
    });
    client.write('notes/utf16.md', Buffer.from('\uFEFF我们实验室。', 'utf16le'));
    await indexed(client);
    // The files of the facts themselves are always among the references.
    const inNotes = (await references(client)).filter((uri) => !uri.startsWith(client.uri('ours')));
    expect(inNotes).toEqual([client.uri('notes/a.md')]);
  });

  it('are followed on disk', async () => {
    const client = await start({ files: { ...OWN_FACTS, 'notes/a.md': '没有。' } });
    await indexed(client);
    client.write('notes/a.md', '我们实验室。');
    client.changed('notes/a.md');
    expect(await references(client)).toContain(client.uri('notes/a.md'));
  });
});
