import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTaker, walk } from '../../src/server/disk/walk.ts';

let root = '';

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'walk-'));
  const files = {
    'a.md': '',
    'b.markdown': '',
    'c.txt': '',
    'sub/d.md': '',
    'sub/.hidden/e.md': '',
    'sub/build/f.md': '',
    'kept/build/g.md': '',
    'node_modules/x/h.md': '',
    '.git/i.md': '',
    'drafts/j.md': '',
    'drafts/final.md': '',
    'secret.md': '',
    '.gitignore': 'secret.md\n/sub/build/\ndrafts/*\n!drafts/final.md\n',
    'kept/.gitignore': '!build\n',
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  symlinkSync(root, join(root, 'sub/loop'));
  symlinkSync(join(root, 'a.md'), join(root, 'sub/linked.md'));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

const NOTES = ['**/*.md', '**/*.markdown'];

async function found(folder: string, include: readonly string[] = NOTES, exclude: readonly string[] = []) {
  const paths = await walk(join(root, folder), { root, include, exclude });
  return paths.map((path) => relative(root, path));
}

describe('walk', () => {
  it('finds notes, without what git ignores and without following linked folders', async () => {
    expect(await found('')).toEqual([
      'a.md',
      'b.markdown',
      'drafts/final.md',
      'kept/build/g.md',
      'sub/.hidden/e.md',
      'sub/d.md',
      'sub/linked.md',
    ]);
  });

  it('knows the rules of folders above the one that is walked', async () => {
    expect(await found('sub')).toEqual(['sub/.hidden/e.md', 'sub/d.md', 'sub/linked.md']);
  });

  it('takes globs relative to the root', async () => {
    expect(await found('', ['sub/*.md'])).toEqual(['sub/d.md', 'sub/linked.md']);
    expect(await found('', NOTES, ['sub/**', 'kept'])).toEqual(['a.md', 'b.markdown', 'drafts/final.md']);
  });

  it('finds nothing in a folder that is not there', async () => {
    expect(await found('nowhere')).toEqual([]);
  });
});

describe('createTaker', () => {
  it.each([
    [NOTES, []],
    [['sub/*.md', 'drafts/**'], []],
    [NOTES, ['sub/**', 'kept']],
  ])('takes the files that walk finds, and no others: %j without %j', async (include, exclude) => {
    const takes = createTaker({ root, include, exclude });
    const seen = await walk(root, { root, include: ['**'], exclude: [] });
    const files = [...seen, ...HIDDEN.map((path) => join(root, path))];
    expect(files.filter(takes).sort()).toEqual(await walk(root, { root, include, exclude }));
  });

  it('takes nothing outside', () => {
    const takes = createTaker({ root: join(root, 'sub'), include: ['**'], exclude: [] });
    expect(['a.md', 'sub', 'subx/a.md', 'sub/../a.md'].map((path) => takes(join(root, path)))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

const HIDDEN = ['secret.md', 'sub/build/f.md', 'drafts/j.md', 'node_modules/x/h.md', '.git/i.md'];
