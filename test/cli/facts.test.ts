import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ensureFactBase, Folder } from './support.ts';

beforeAll(ensureFactBase, 60_000);

let folder: Folder;

afterEach(() => folder.dispose());

function withFiles(files: Readonly<Record<string, string>> = {}): Folder {
  folder = new Folder(files);
  return folder;
}

describe('facts list', () => {
  it('prints a table of facts with their sources and ids', async () => {
    const { stdout, status } = await withFiles().run(['facts', 'list', '--subject', 'Qwen3']);
    expect(status).toBe(0);
    const [head = '', ...lines] = stdout.trimEnd().split('\n');
    expect(head).toMatch(/^subject +metric +figure +as of +fact +source$/);
    const downloads = lines.find((line) => line.includes('cumulative downloads')) ?? '';
    expect(downloads).toMatch(
      /^Qwen3 +cumulative downloads +more than 600 million +September 2025 +qwen3\.cumulative-downloads@2025-09#004 +\S/,
    );
    expect(downloads.indexOf('more than')).toBe(head.indexOf('figure'));
  });

  it('prints them for programs', async () => {
    const { stdout } = await withFiles().run(['facts', 'list', '--subject', 'qwen3', '--format', 'json']);
    const { version, facts } = JSON.parse(stdout);
    expect(version).toBe(1);
    expect(facts.length).toBeGreaterThan(0);
    for (const fact of facts) expect(fact.subject).toBe('qwen3');
  });

  it('says which facts of the workspace take the place of bundled ones', async () => {
    const own =
      '- {subject: qwen3, metric: cumulative-downloads, value: 700000000, unit: times, period: 2025-09, written: 7亿次}\n';
    const files = { 'ours/facts/004-sohu-big-tech-open-source-routes.yaml': own };
    const words = [
      'facts',
      'list',
      '--facts',
      'ours',
      '--subject',
      'qwen3',
      '--metric',
      'cumulative-downloads',
    ];
    const { stdout } = await withFiles(files).run(words);
    expect(stdout).toMatch(/700 million.*\n {2}↳ replaces data\/facts\/004-.*\.yaml:\d+\n/);
    const { facts } = JSON.parse((await folder.run([...words, '--format', 'json'])).stdout);
    expect(facts.flatMap(({ overrides }: { overrides: unknown[] }) => overrides)).toHaveLength(1);
  });

  it.each([
    [['--subject', 'Qwenn3'], 'No subject is called "Qwenn3".'],
    [['--format', 'sarif'], '"facts list" prints as pretty or json.'],
  ])('refuses %j', async (words, message) => {
    const { status, stderr } = await withFiles().run(['facts', 'list', ...words]);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('facts verify', () => {
  it('finds no error in the bundled facts', async () => {
    const { stdout, status } = await withFiles().run(['facts', 'verify']);
    expect(stdout).toMatch(/: no errors\n$/);
    expect(status).toBe(0);
  });

  it('shows each error at its place', async () => {
    const files = {
      'ours/facts/s.yaml':
        '- {subject: qwen3, metric: cumulative-downloads, value: 700000000, unit: times, period: 2025, written: 6亿次}\n',
      'ours/seeds/s.md': '---\ntitle: T\npublisher: P\nlanguage: en\nkind: report\n---\n',
    };
    const pretty = await withFiles(files).run(['facts', 'verify', '--facts', 'ours']);
    expect(pretty.status).toBe(1);
    expect(pretty.stdout).toMatch(/^ours\/facts\/s\.yaml:1:\d+ {2}error {2}.*facts\./m);
    const { stdout } = await folder.run(['facts', 'verify', '--facts', 'ours', '--format', 'json']);
    const own = JSON.parse(stdout).problems.filter(
      ({ file }: { file: string }) => file === 'ours/facts/s.yaml',
    );
    expect(own[0]).toMatchObject({ severity: 'error', range: { start: { line: 0 } } });
  });
});

describe('explain', () => {
  const TEXT = '# 笔记\n\n截至 2025 年 9 月，Qwen3 的累计下载突破 6000 万次，我们喝了 3 杯咖啡。\n';

  it('says how each figure of the line was read and what decided', async () => {
    const { stdout, status } = await withFiles({ 'a.md': TEXT }).run(['explain', 'a.md:3']);
    expect(status).toBe(0);
    for (const line of [
      /figure +more than 60 million \[60000000, more-than, times\]/,
      /subject +Qwen3 \(.*“Qwen3”\)/,
      /metric +cumulative downloads/,
      /period +September 2025 \(.*“2025 年 9 月”\)/,
      /verdict +Contradicted/,
      /cause +scale/,
      /fact +Qwen3, cumulative downloads: more than 600 million, September 2025 — .*\[qwen3\./,
    ])
      expect(stdout).toMatch(line);
    expect(stdout).toMatch(/3 杯.*\n.*\n.*\n.*no claim/);
  });

  it('prints for programs', async () => {
    const { stdout } = await withFiles({ 'a.md': TEXT }).run(['explain', 'a.md:3', '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      version: 1,
      path: 'a.md',
      line: 3,
      figures: [{ text: '6000 万次' }, {}],
    });
  });

  it('says so where there is nothing', async () => {
    expect((await withFiles({ 'a.md': TEXT }).run(['explain', 'a.md:1'])).stdout).toContain(
      'No figure was read',
    );
  });

  it.each([
    ['a.md:9', 'a.md: has 4 lines, none numbered 9.'],
    ['b.md:1', 'b.md: no such file or folder.'],
  ])('refuses %s', async (place, message) => {
    const { status, stderr } = await withFiles({ 'a.md': TEXT }).run(['explain', place]);
    expect(status).toBe(2);
    expect(stderr).toContain(message);
  });
});
