import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FileSystem, replaceFile } from '../../src/server/disk/replace-file.ts';

/** A file system in memory in which one step fails, or in which another program writes between two steps. */
function fakeFiles(files: Map<string, string>, during: Partial<Record<keyof FileSystem, () => void>> = {}) {
  const step = (name: keyof FileSystem) => during[name]?.();
  const system: FileSystem = {
    async read(path) {
      step('read');
      return files.get(path) ?? null;
    },
    async create(path, text) {
      // A full disk leaves the beginning of a file behind.
      files.set(path, text.slice(0, 3));
      step('create');
      files.set(path, text);
    },
    async rename(from, to) {
      step('rename');
      files.set(to, files.get(from) ?? '');
      files.delete(from);
    },
    async remove(path) {
      files.delete(path);
    },
    resolve: async (path) => path,
    mode: async () => null,
    makeFolder: async () => step('makeFolder'),
  };
  return system;
}

function failing(code: string): () => never {
  return () => {
    throw Object.assign(new Error(code), { code });
  };
}

const PATH = '/facts/a.yaml';

describe('replacing a file', () => {
  it('puts the new text in its place and leaves nothing beside it', async () => {
    const files = new Map([[PATH, 'old']]);
    const replaced = await replaceFile({ path: PATH, text: 'new', expected: 'old' }, fakeFiles(files));
    expect(replaced).toEqual({ done: true });
    expect([...files]).toEqual([[PATH, 'new']]);
  });

  it('keeps the byte order mark of a file, which is no part of its text', async () => {
    const files = new Map([[PATH, '\uFEFFold']]);
    const replaced = await replaceFile({ path: PATH, text: 'new', expected: 'old' }, fakeFiles(files));
    expect([replaced, files.get(PATH)]).toEqual([{ done: true }, '\uFEFFnew']);
  });

  it.each([
    ['create', 'ENOSPC', 'the disk is full'],
    ['rename', 'EBUSY', 'another program is using it'],
    ['makeFolder', 'EROFS', 'the disk can only be read'],
    ['rename', 'EACCES', 'permission denied'],
  ] as const)('keeps the old text when %s fails with %s, and says why', async (step, code, words) => {
    const files = new Map([[PATH, 'old']]);
    const system = fakeFiles(files, { [step]: failing(code) });
    const replaced = await replaceFile({ path: PATH, text: 'new', expected: 'old' }, system);
    expect(replaced).toMatchObject({ done: false, why: 'failed', problem: expect.stringContaining(words) });
    expect([...files]).toEqual([[PATH, 'old']]);
  });

  it('keeps what another program wrote meanwhile, and says so', async () => {
    const files = new Map([[PATH, 'old']]);
    const system = fakeFiles(files, { create: () => files.set(PATH, 'theirs') });
    const replaced = await replaceFile({ path: PATH, text: 'ours', expected: 'old' }, system);
    expect(replaced).toMatchObject({ done: false, why: 'changed', problem: expect.stringContaining(PATH) });
    expect([...files]).toEqual([[PATH, 'theirs']]);
  });

  it('does not bring back a file that another program took away, nor take the place of one it made', async () => {
    const gone = new Map<string, string>();
    expect(await replaceFile({ path: PATH, text: 'ours', expected: 'old' }, fakeFiles(gone))).toMatchObject({
      why: 'changed',
    });
    expect(gone.size).toBe(0);
    const made = new Map([[PATH, 'theirs']]);
    expect(await replaceFile({ path: PATH, text: 'ours', expected: null }, fakeFiles(made))).toMatchObject({
      why: 'changed',
    });
    expect([...made]).toEqual([[PATH, 'theirs']]);
  });
});

describe('on a real disk', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'replace-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('makes folders, keeps permissions and keeps links', async () => {
    const path = join(folder, 'deep/er/a.yaml');
    expect(await replaceFile({ path, text: '1', expected: null })).toEqual({ done: true });
    chmodSync(path, 0o640);
    symlinkSync(path, join(folder, 'link.yaml'));
    expect(await replaceFile({ path: join(folder, 'link.yaml'), text: '2', expected: '1' })).toEqual({
      done: true,
    });
    expect(readFileSync(path, 'utf8')).toBe('2');
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(folder, 'deep/er'))).toEqual(['a.yaml']);
  });

  it('says why it cannot, and leaves what is there', async () => {
    writeFileSync(join(folder, 'file'), 'x');
    const replaced = await replaceFile({ path: join(folder, 'file/below.yaml'), text: '1' });
    expect(replaced).toMatchObject({ done: false, why: 'failed' });
    expect(readFileSync(join(folder, 'file'), 'utf8')).toBe('x');
  });
});
