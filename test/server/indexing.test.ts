import { describe, expect, it } from 'vitest';
import { mergeConfiguration } from '../../src/server/configuration.ts';
import { INDEX_LIMITS, type IndexedFolder, Indexing } from '../../src/server/indexing.ts';
import type { Settings } from '../../src/server/protocol.ts';
import type { Session } from '../../src/server/session.ts';
import { DEFAULT_CONFIGURATION } from '../../src/service/configuration.ts';
import { loadChecker } from '../helpers/checker.ts';
import { makeService } from '../service/support.ts';
import { createFakeDisk, type FakeDisk } from './fake-host.ts';

const STORE = '/store/notes-index.json';
const NOTES = { '/w/a.md': '通义千问。', '/w/b.md': 'Nothing.', '/w/sub/c.md': '通义千问与 Llama。' };

function folder(settings: Settings = {}, path = '/w'): IndexedFolder {
  return { path, configuration: mergeConfiguration(DEFAULT_CONFIGURATION, settings) };
}

const service = makeService();
const knowledge = { factBase: service.factBase, checker: loadChecker(service.factBase), problems: [] };
const session: Session = {
  knowledge,
  knowledgeFor: () => knowledge,
  language: 'en',
  service,
  serviceFor: () => service,
  configurationFor: () => mergeConfiguration(null, {}),
};

interface Options {
  readonly open?: readonly string[];
  readonly mostNotes?: number;
  readonly mostBytes?: number;
  readonly today?: number;
}

function indexingOf(disk: FakeDisk, { open = [], today = 20_000, ...limits }: Options = {}) {
  const reports: string[] = [];
  const progress: { indexed: number; total: number }[] = [];
  const indexing: Indexing = new Indexing({
    host: disk,
    today: () => today,
    isOpen: (uri) => open.includes(uri),
    progressed: () => progress.push(indexing.progress),
    report: (message) => reports.push(message),
    storeFile: STORE,
    limits: { ...INDEX_LIMITS, ...limits },
  });
  const named = () => [...new Set(indexing.index.mentionsOf('qwen').map(({ uri }) => uri))];
  return { indexing, reports, progress, named };
}

describe('reading the notes of a workspace', () => {
  it('finds who is named where, and tells when it is done', async () => {
    const { indexing, named, progress } = indexingOf(createFakeDisk(NOTES));
    await indexing.start(session, [folder()], 'facts');
    expect(named()).toEqual(['file:///w/a.md', 'file:///w/sub/c.md']);
    expect(progress[0]).toEqual({ indexed: 0, total: 3 });
    expect(progress.at(-1)).toEqual({ indexed: 3, total: 3 });
  });

  it('leaves a folder alone that does not ask for it', async () => {
    const disk = createFakeDisk(NOTES);
    const { indexing, named } = indexingOf(disk);
    await indexing.start(session, [folder({ index: 'off' })], 'facts');
    indexing.changed('/w/a.md');
    await indexing.settled();
    expect(named()).toEqual([]);
    expect(disk.read).toEqual([]);
  });

  it('takes what is included and not excluded, in the beginning and later', async () => {
    const disk = createFakeDisk(NOTES);
    const { indexing, named } = indexingOf(disk);
    await indexing.start(session, [folder({ exclude: ['sub/**'] })], 'facts');
    disk.write('/w/sub/new.md', '通义千问');
    disk.write('/w/new.txt', '通义千问');
    disk.write('/elsewhere/new.md', '通义千问');
    for (const path of ['/w/sub/new.md', '/w/new.txt', '/elsewhere/new.md', '/w/sub/c.md'])
      indexing.changed(path);
    await indexing.settled();
    expect(named()).toEqual(['file:///w/a.md']);
  });

  it('follows notes that are made, changed and taken away, folders too', async () => {
    const disk = createFakeDisk(NOTES);
    const { indexing, named } = indexingOf(disk);
    await indexing.start(session, [folder()], 'facts');
    disk.write('/w/b.md', '通义千问');
    disk.remove('/w/a.md');
    for (const path of ['/w/b.md', '/w/a.md', '/w/b.md']) indexing.changed(path);
    await indexing.settled();
    expect(named().sort()).toEqual(['file:///w/b.md', 'file:///w/sub/c.md']);
    disk.remove('/w/sub/c.md');
    indexing.changed('/w/sub');
    await indexing.settled();
    expect(named()).toEqual(['file:///w/b.md']);
  });

  it('keeps open notes as the editor has them', async () => {
    const uri = 'file:///w/a.md';
    const { indexing, named } = indexingOf(createFakeDisk(NOTES), { open: [uri] });
    const { checker } = session.knowledge;
    indexing.index.update(service.makeNote(uri, checker.analyze('Llama', { today: 20_000 })));
    await indexing.start(session, [folder()], 'facts');
    indexing.changed('/w/a.md');
    await indexing.settled();
    expect(named()).toEqual(['file:///w/sub/c.md']);
    expect(indexing.index.mentionsOf('llama').map((place) => place.uri)).toContain(uri);
  });

  it('begins anew with other facts, and an earlier run ends', async () => {
    const { indexing, named, progress } = indexingOf(createFakeDisk(NOTES));
    const first = indexing.start(session, [folder()], 'facts');
    const second = indexing.start(session, [folder({ include: ['sub/**'] })], 'other facts');
    await Promise.all([first, second]);
    expect(named()).toEqual(['file:///w/sub/c.md']);
    expect(progress.at(-1)).toEqual({ indexed: 1, total: 1 });
  });

  it('goes on after a note that breaks the reader, and says which', async () => {
    const { indexing, named, reports } = indexingOf(createFakeDisk(NOTES));
    const { checker } = knowledge;
    const broken: typeof knowledge = {
      ...knowledge,
      checker: {
        ...checker,
        analyze(text, options) {
          if (text === NOTES['/w/a.md']) throw new Error('the reader broke');
          return checker.analyze(text, options);
        },
      },
    };
    const breaking: Session = { ...session, knowledge: broken, knowledgeFor: () => broken };
    await indexing.start(breaking, [folder()], 'facts');
    expect(named()).toEqual(['file:///w/sub/c.md']);
    expect(reports).toEqual([expect.stringMatching(/a\.md.*the reader broke/)]);
  });
});

describe('many notes', () => {
  const many = Object.fromEntries(
    Array.from({ length: 400 }, (_, i) => [`/w/${String(i).padStart(3, '0')}.md`, '通义千问。'.repeat(200)]),
  );

  it('let other work through while they are read', async () => {
    const { indexing } = indexingOf(createFakeDisk(many));
    let turns = 0;
    let reading = true;
    const other = (async () => {
      while (reading) {
        await new Promise((resolve) => setImmediate(resolve));
        turns++;
      }
    })();
    await indexing.start(session, [folder()], 'facts');
    reading = false;
    await other;
    expect(turns).toBeGreaterThan(5);
  });

  it('need not all be read: somebody may end it, and changes are still followed', async () => {
    const disk = createFakeDisk(many);
    const { indexing, named } = indexingOf(disk);
    const run = indexing.start(session, [folder()], 'facts');
    while (indexing.progress.indexed === 0) await new Promise((resolve) => setImmediate(resolve));
    indexing.cancel();
    await run;
    const read = named().length;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(400);
    expect(indexing.leftOut.stopped).toBe(true);
    expect(indexing.progress).toEqual({ indexed: read, total: read });
    indexing.changed('/w/399.md');
    await indexing.settled();
    expect(named()).toHaveLength(read + 1);
  });

  it('beyond the limit are left out, and counted', async () => {
    const { indexing, named } = indexingOf(createFakeDisk(many), { mostNotes: 10 });
    await indexing.start(session, [folder()], 'facts');
    expect(named()).toHaveLength(10);
    expect(indexing.leftOut.beyond).toBe(390);
  });

  it('that are too large are left out by name, until they are smaller', async () => {
    const disk = createFakeDisk({ ...NOTES, '/w/large.md': '通义千问'.repeat(100) });
    const { indexing, named } = indexingOf(disk, { mostBytes: 1000 });
    await indexing.start(session, [folder()], 'facts');
    expect(indexing.leftOut.large).toEqual(['/w/large.md']);
    expect(named()).not.toContain('file:///w/large.md');
    disk.write('/w/large.md', '通义千问');
    indexing.changed('/w/large.md');
    await indexing.settled();
    expect(indexing.leftOut.large).toEqual([]);
    expect(named()).toContain('file:///w/large.md');
  });
});

describe('what was read', () => {
  async function run(disk: FakeDisk, { fingerprint = 'facts', today = 20_000 } = {}) {
    disk.read.length = 0;
    const made = indexingOf(disk, { today });
    await made.indexing.start(session, [folder()], fingerprint);
    const places = made.indexing.index.mentionsOf('qwen');
    return { ...made, places, read: [...disk.read].sort() };
  }

  it('is kept for the next start, which reads only what has changed since', async () => {
    const disk = createFakeDisk(NOTES);
    const cold = await run(disk);
    expect(cold.read).toEqual(Object.keys(NOTES));
    const warm = await run(disk);
    expect(warm.read).toEqual([]);
    expect(warm.places).toEqual(cold.places);
    disk.write('/w/b.md', '通义千问');
    disk.remove('/w/a.md');
    const after = await run(disk);
    expect(after.read).toEqual(['/w/b.md']);
    expect(after.named()).toEqual(['file:///w/b.md', 'file:///w/sub/c.md']);
    expect((await run(disk)).read).toEqual([]);
  });

  it.each([
    ['with other facts', { fingerprint: 'other facts' }],
    ['on another day', { today: 20_001 }],
  ])('is read anew %s', async (_, change) => {
    const disk = createFakeDisk(NOTES);
    await run(disk);
    const { read, reports } = await run(disk, change);
    expect([read, reports]).toEqual([Object.keys(NOTES), []]);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, -9)],
    ['with one character changed', (text: string) => text.replace('qwen', 'qven')],
    ['empty', () => ''],
    ['of something else', () => '{"format":1}\n[]'],
    ['with a right head and no list', (text: string) => `${text.split('\n')[0]}\n{}`],
  ])('is thrown away when the file is damaged (%s), which is said', async (_, damage) => {
    const disk = createFakeDisk(NOTES);
    const { places } = await run(disk);
    disk.stored.set(STORE, damage(disk.stored.get(STORE) ?? ''));
    const again = await run(disk);
    expect(again.read).toEqual(Object.keys(NOTES));
    expect(again.places).toEqual(places);
    expect(again.reports).toEqual([expect.stringContaining('is damaged')]);
    expect((await run(disk)).read).toEqual([]);
  });

  it('is not kept on a full disk, which is said, and nothing else suffers', async () => {
    const disk = createFakeDisk(NOTES);
    disk.full = `${STORE}: the disk is full.`;
    const { reports, named } = await run(disk);
    expect(reports).toEqual([expect.stringContaining('the disk is full')]);
    expect(named()).toHaveLength(2);
  });
});
