import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ensureFactBase, Folder } from './support.ts';

beforeAll(ensureFactBase, 60_000);

const WRONG = '截至 2025 年 9 月，Qwen3 的累计下载突破 6000 万次。\n';
const OTHER = 'As of September 2025, Qwen3 had more than 60 million cumulative downloads.\n';
const FILE = '.ecosystem-notes-baseline.json';

let folder: Folder;

afterEach(() => folder.dispose());

function withFiles(files: Readonly<Record<string, string>>): Folder {
  folder = new Folder(files);
  return folder;
}

const notesOf = (folder: Folder, file = FILE) =>
  Object.keys(JSON.parse(readFileSync(join(folder.path, file), 'utf8')).notes);

describe('check with a baseline', () => {
  it('reports only what is new since', async () => {
    const folder = withFiles({ 'notes/a.md': WRONG, 'notes/b.md': OTHER });
    const taken = await folder.run(['check', 'notes', '--update-baseline']);
    expect(taken).toEqual({ status: 0, stdout: '2 findings in 2 notes are now the baseline.\n', stderr: '' });
    expect((await folder.run(['check', 'notes'])).status).toBe(0);
    folder.write('notes/a.md', `# 標題\n\n${OTHER}\n${WRONG}`);
    const { status, stdout } = await folder.run(['check', 'notes', '--format', 'json']);
    expect(status).toBe(1);
    const { documents, summary } = JSON.parse(stdout);
    expect(documents[0].findings).toMatchObject([{ range: { start: { line: 2 } } }]);
    expect(summary).toMatchObject({ contradicted: 3, findings: 1 });
  });

  it('may have its file elsewhere, with paths that are relative to it', async () => {
    const folder = withFiles({ 'notes/a.md': WRONG });
    await folder.run(['check', 'notes', '--baseline', 'ci/known.json', '--update-baseline']);
    expect(notesOf(folder, 'ci/known.json')).toEqual(['../notes/a.md']);
    expect((await folder.run(['check', 'notes', '--baseline', 'ci/known.json'])).status).toBe(0);
    expect((await folder.run(['check', 'notes'])).status).toBe(1);
  });

  it('drops what is settled or gone on update, and keeps what was not looked at', async () => {
    const folder = withFiles({ 'a.md': WRONG, 'b.md': WRONG, 'c.md': WRONG });
    await folder.run(['check', '--update-baseline', '.']);
    expect(notesOf(folder)).toEqual(['a.md', 'b.md', 'c.md']);
    folder.write('a.md', 'Nothing here.\n');
    rmSync(join(folder.path, 'c.md'));
    await folder.run(['check', 'a.md', '--update-baseline']);
    expect(notesOf(folder)).toEqual(['b.md']);
  });

  it.each([
    [{ 'a.md': WRONG }, ['--baseline', 'none.json'], 'none.json: no such file'],
    [{ 'a.md': WRONG, [FILE]: '[]' }, [], `${FILE}: is no baseline of version 1`],
  ])('fails in one line where there is none: %j with %j', async (files, options, said) => {
    const { status, stdout, stderr } = await withFiles(files).run(['check', 'a.md', ...options]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
