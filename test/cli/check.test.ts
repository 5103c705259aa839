import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT } from '../helpers/fact-files.ts';
import { ensureFactBase, Folder, NODE } from './support.ts';

beforeAll(ensureFactBase, 60_000);

const WRONG = '截至 2025 年 9 月，Qwen3 的累计下载突破 6000 万次。\n';
const RIGHT = '截至 2025 年 9 月，Qwen3 的累计下载突破 6 亿次。\n';

let folder: Folder;

afterEach(() => folder.dispose());

function withFiles(files: Readonly<Record<string, string | Uint8Array>>): Folder {
  folder = new Folder(files);
  return folder;
}

const paths = (stdout: string) =>
  JSON.parse(stdout).documents.map(({ path }: { path: string }) => path) as readonly string[];

describe('check: exit status', () => {
  it.each([
    [RIGHT, [], 0],
    [WRONG, [], 1],
    [WRONG, ['--fail-on', 'never'], 0],
    [WRONG, ['--fail-on', 'information'], 1],
    ['Nothing here.', ['--fail-on', 'information'], 0],
  ] as const)('of %j with %j is %d', async (text, options, status) => {
    const ended = await withFiles({ 'a.md': text }).run(['check', 'a.md', ...options]);
    expect(ended.status).toBe(status);
    expect(ended.stderr).toBe('');
  });

  it('counts nothing that the configuration turns off', async () => {
    const files = { 'a.md': WRONG, '.ecosystem-notes.yaml': 'severity: {figure.contradicted: off}\n' };
    expect((await withFiles(files).run(['check', 'a.md'])).status).toBe(0);
  });
});

describe('notes that are checked together', () => {
  const say = (figure: string) => `2026 年 1 月，豆包日活跃用户为 ${figure}。\n`;

  it('are held against each other', async () => {
    const folder = withFiles({ 'a.md': say('9000 万'), 'b.md': say('4000 万'), 'c.md': say('9000 万') });
    const { stdout } = await folder.run(['check', '.', '--format', 'json']);
    const codes = JSON.parse(stdout).documents.map(({ findings }: { findings: { code: string }[] }) =>
      findings.map(({ code }) => code),
    );
    expect(codes).toEqual([['notes.disagree'], ['notes.disagree'], ['notes.disagree']]);
    const alone = await folder.run(['check', 'a.md', 'c.md', '--format', 'json']);
    expect(JSON.parse(alone.stdout).summary.findings).toBe(0);
  });
});

describe('check --format json', () => {
  it('prints the object of the contract', async () => {
    const { stdout } = await withFiles({ 'notes/a.md': `# 标题\n\n${WRONG}` }).run([
      'check',
      'notes',
      '--format',
      'json',
    ]);
    const report = JSON.parse(stdout);
    expect(Object.keys(report)).toEqual(['version', 'factBase', 'documents', 'summary']);
    expect(report.version).toBe(1);
    expect(Object.keys(report.factBase)).toEqual(['entities', 'metrics', 'facts', 'sources']);
    expect(Object.keys(report.documents[0])).toEqual(['path', 'claims', 'findings']);
    expect(report.documents[0]).toMatchObject({
      path: 'notes/a.md',
      claims: [
        {
          start: 34,
          end: 41,
          text: '6000 万次',
          range: { start: { line: 2, character: 28 }, end: { line: 2, character: 35 } },
          subject: 'qwen3',
          metric: 'cumulative-downloads',
          scope: {},
          period: '2025-09',
          mode: 'asserted',
          value: { low: 60_000_000, high: 60_000_000, bound: 'more-than', unit: 'times' },
          verdict: 'contradicted',
          cause: 'scale',
        },
      ],
      findings: [
        {
          code: 'figure.contradicted',
          severity: 'error',
          start: 34,
          end: 41,
          range: { start: { line: 2, character: 28 }, end: { line: 2, character: 35 } },
          fixes: [{ start: 34, end: 41, newText: '6 亿次' }],
        },
      ],
    });
    expect(report.documents[0].findings[0].facts).toEqual(report.documents[0].claims[0].facts);
    expect(report.summary).toEqual({
      documents: 1,
      claims: 1,
      supported: 0,
      weaker: 0,
      contradicted: 1,
      outdated: 0,
      disputed: 0,
      unverified: 0,
      findings: 1,
    });
  });

  it('lists everything that was read with --figures', async () => {
    const { stdout } = await withFiles({ 'a.md': '2025 年 9 月，我们买了 3 台电脑，花了约 2 万元。' }).run([
      'check',
      'a.md',
      '--figures',
      '--format',
      'json',
    ]);
    const [{ figures }] = JSON.parse(stdout).documents;
    expect(figures).toMatchObject([
      { text: '2025 年 9 月', kind: 'period', from: '2025-09-01', to: '2025-09-30', precision: 'month' },
      { text: '3 台', kind: 'quantity', low: 3, high: 3, bound: 'exact' },
      { text: '2 万元', kind: 'currency', low: 20_000, bound: 'about', unit: 'CNY' },
    ]);
  });
});

describe('check: what is read', () => {
  const FILES = {
    'a.md': RIGHT,
    'b.markdown': RIGHT,
    'c.txt': RIGHT,
    'sub/d.md': RIGHT,
    'ignored/e.md': RIGHT,
    'drafts/f.md': RIGHT,
    '.gitignore': 'ignored/\n',
    '.git/HEAD': '',
    '.ecosystem-notes.yaml': 'exclude: [drafts/**]\n',
  };

  it.each([
    [[], ['a.md', 'b.markdown', 'sub/d.md']],
    [['.'], ['a.md', 'b.markdown', 'sub/d.md']],
    [['sub'], ['sub/d.md']],
    [['drafts'], []],
    // what is named is checked, whatever its ending, ignored or not
    [
      ['c.txt', 'ignored/e.md', 'drafts/f.md'],
      ['c.txt', 'ignored/e.md', 'drafts/f.md'],
    ],
    [['**/*.md'], ['a.md', 'sub/d.md']],
    [
      ['sub/*.md', 'a.md', 'a.md', './a.md'],
      ['sub/d.md', 'a.md'],
    ],
    [['*.{txt,markdown}'], ['b.markdown', 'c.txt']],
  ])('%j reads %j', async (words, expected) => {
    const { stdout } = await withFiles(FILES).run(['check', ...words, '--format', 'json']);
    expect(paths(stdout)).toEqual(expected);
  });

  it('standard input, under the name it is given', async () => {
    const { stdout, status } = await withFiles({}).run(
      ['check', '-', '--stdin-path', 'notes/from-editor.md', '--format', 'json'],
      { stdin: WRONG },
    );
    expect(status).toBe(1);
    expect(paths(stdout)).toEqual(['notes/from-editor.md']);
  });

  it('UTF-8 with a byte order mark, offsets counted behind it', async () => {
    const { stdout } = await withFiles({ 'a.md': `\uFEFF${WRONG}` }).run([
      'check',
      'a.md',
      '--format',
      'json',
    ]);
    expect(JSON.parse(stdout).documents[0].claims[0].start).toBe(WRONG.indexOf('6000'));
  });

  it('a file whose name looks like a glob', async () => {
    const { stdout } = await withFiles({ 'a[1].md': RIGHT }).run(['check', 'a[1].md', '--format', 'json']);
    expect(paths(stdout)).toEqual(['a[1].md']);
  });
});

describe('check: bad input is told in one line, and nothing is printed', () => {
  const OURS = {
    'ours/entities/organisations.yaml':
      '- id: our-lab\n  name: {zh: 我们, en: Our Lab}\n  description: {zh: 一, en: A}\n',
    'ours/seeds/s.md': '---\ntitle: T\npublisher: P\nlanguage: en\nkind: report\n---\n',
  };
  const FACT =
    '- {subject: our-lab, metric: cumulative-downloads, value: 2000000, bound: more-than, unit: times, period: 2025, written: 超过200万次}\n';

  it.each([
    ['a missing path', {}, ['nowhere.md'], 'nowhere.md: no such file or folder.'],
    ['a glob that matches nothing', {}, ['*.md'], '*.md: no file matches.'],
    ['UTF-16', { 'a.md': Buffer.from(`\uFEFF${RIGHT}`, 'utf16le') }, ['a.md'], 'a.md: is UTF-16, not UTF-8'],
    ['a NUL byte', { 'a.md': 'x\0y' }, ['a.md'], 'a.md: holds a NUL byte (at byte 1)'],
    ['one bad file among good ones', { 'a.md': WRONG, 'b.md': 'x\0y' }, ['.'], 'b.md: holds a NUL byte'],
    ['an unknown option', {}, ['--formt', 'json'], 'Unknown option "--formt". Did you mean "--format"?'],
    ['a missing folder of facts', {}, ['--facts', 'nowhere'], 'nowhere: no such file or folder.'],
    ['a missing configuration', {}, ['--config', 'c.yaml'], 'c.yaml: no such file or folder.'],
    [
      'an unknown key in the configuration',
      { '.ecosystem-notes.yaml': 'facts: []\nfact: []\n' },
      [],
      '.ecosystem-notes.yaml:2:1: Unknown key "fact". Did you mean "facts"?',
    ],
    [
      'a syntax error in a fact file',
      { ...OURS, 'ours/facts/s.yaml': `${FACT}- {subject: our-lab\n` },
      ['--facts', 'ours'],
      'ours/facts/s.yaml:2:',
    ],
    [
      'an unknown key in a fact file',
      { ...OURS, 'ours/facts/s.yaml': FACT.replace('period:', 'perod:') },
      ['--facts', 'ours'],
      'Did you mean "period"?',
    ],
    [
      'a dangling entity',
      { ...OURS, 'ours/facts/s.yaml': FACT.replace('our-lab', 'our-lob') },
      ['--facts', 'ours'],
      'our-lob',
    ],
    [
      'a duplicate fact',
      { ...OURS, 'ours/facts/s.yaml': FACT + FACT },
      ['--facts', 'ours'],
      'ours/facts/s.yaml:2:',
    ],
    ['a name for standard input that is not read', {}, ['--stdin-path', 'x.md'], '"--stdin-path" needs "-"'],
  ])('%s', async (_, files, words, message) => {
    const ended = await withFiles(files).run(['check', ...words]);
    expect(ended.status).toBe(2);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toMatch(/^ecosystem-notes: [^\n]+\n$/);
    expect(ended.stderr.replaceAll(`${folder.path}/`, '')).toContain(message);
  });
});

describe('check --facts', () => {
  it('lays facts over the bundled ones, the last the nearest', async () => {
    const layer = (value: string, written: string) => ({
      'entities/organisations.yaml':
        '- id: our-lab\n  name: {zh: 我们实验室, en: Our Lab}\n  description: {zh: 一, en: A}\n',
      'facts/s.yaml': `- {subject: our-lab, metric: cumulative-downloads, value: ${value}, bound: more-than, unit: times, period: 2025-09, written: ${written}}\n`,
      'seeds/s.md': '---\ntitle: T\npublisher: P\nlanguage: en\nkind: report\n---\n',
    });
    const files = Object.fromEntries([
      ...Object.entries(layer('2000000', '超过200万次')).map(([path, text]) => [`one/${path}`, text]),
      ...Object.entries(layer('9000000', '超过900万次')).map(([path, text]) => [`two/${path}`, text]),
      ['a.md', '截至 2025 年 9 月，我们实验室的累计下载突破 900 万次。'],
    ]);
    const run = async (...words: string[]) =>
      (await withFiles(files).run(['check', 'a.md', ...words])).status;
    expect(await run('--facts', 'one')).toBe(1);
    expect(await run('--facts', 'one', '--facts', 'two')).toBe(0);
    expect(await run('--facts', 'two', '--facts', 'one')).toBe(1);
  });
});

describe('check --format pretty', () => {
  it('shows the line with the figure marked, the known value, source and date', async () => {
    const { stdout } = await withFiles({ 'a.md': `\n${WRONG}` }).run(['check', 'a.md']);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('a.md');
    expect(lines[1]).toMatch(/^ {2}2:29 {2}error {2}.*6000 万次.* {2}figure\.contradicted$/);
    expect(lines[2]).toBe('  2 │ 截至 2025 年 9 月，Qwen3 的累计下载突破 6000 万次。');
    // Chinese takes two columns: the carets stand under the figure all the same.
    expect(lines[3]).toBe(`    │ ${' '.repeat(40)}^^^^^^^^^`);
    expect(lines[4]).toMatch(
      /^ {4}= known: Qwen3, cumulative downloads: more than 600 million, September 2025$/,
    );
    expect(lines[5]).toMatch(/, “.*”, .*2025/);
    expect(stdout).toMatch(/1 note, 1 claim \(0 supported, 0 unverified\): 1 error\n$/);
  });

  it('says that nothing was found', async () => {
    const { stdout } = await withFiles({ 'a.md': RIGHT }).run(['check', 'a.md']);
    expect(stdout).toBe('1 note, 1 claim (1 supported, 0 unverified): no findings\n');
  });

  it('speaks the language of the terminal, or the one that is asked for', async () => {
    const chinese = { environment: { LANG: 'zh_CN.UTF-8' } };
    expect((await withFiles({ 'a.md': WRONG }).run(['check', 'a.md'], chinese)).stdout).toContain('已知：');
    expect((await folder.run(['check', 'a.md', '--language', 'en'], chinese)).stdout).toContain('known: ');
    expect((await folder.run(['check', 'a.md', '--language', 'zh'])).stdout).toContain('1 个错误');
  });

  it('uses colour where it is wanted only', async () => {
    const coloured = await withFiles({ 'a.md': WRONG }).run(['check', 'a.md'], { color: 'colour' });
    const plain = await folder.run(['check', 'a.md']);
    expect(coloured.stdout).toContain('\u001B[31m');
    expect(plain.stdout).not.toContain('\u001B');
    expect(coloured.stdout.replace(/\u001B\[\d+m/g, '')).toBe(plain.stdout);
  });

  it('lets no control character of a note or its name reach the terminal', async () => {
    const { stdout } = await withFiles({ 'a\u001B[31m.md': `\u001B]0;x\u0007${WRONG}` }).run(['check', '.']);
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F]/);
  });
});

describe('check --format sarif and github', () => {
  it('prints SARIF 2.1.0 with lines and columns from 1', async () => {
    const { stdout } = await withFiles({ 'my notes/a.md': `\n${WRONG}` }).run(['check', '--format', 'sarif']);
    const log = JSON.parse(stdout);
    expect(log.version).toBe('2.1.0');
    const [run] = log.runs;
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(run.tool.driver.rules).toMatchObject([{ id: 'figure.contradicted', shortDescription: {} }]);
    expect(run.results).toMatchObject([
      {
        ruleId: 'figure.contradicted',
        ruleIndex: 0,
        level: 'error',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'my%20notes/a.md' },
              region: {
                startLine: 2,
                startColumn: 29,
                endLine: 2,
                endColumn: 36,
                snippet: { text: '6000 万次' },
              },
            },
          },
        ],
        fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: '6 亿次' } }] }] }],
      },
    ]);
  });

  it('prints one workflow command for each finding', async () => {
    const { stdout } = await withFiles({ 'a,b:c.md': WRONG, 'ok.md': RIGHT }).run([
      'check',
      '--format',
      'github',
    ]);
    expect(stdout).toMatch(
      /^::error file=a%2Cb%3Ac\.md,line=1,endLine=1,col=29,endColumn=35,title=figure\.contradicted::[^\n]+\n$/,
    );
  });
});

describe('the five source documents', () => {
  const seeds = join(PROJECT, '../shared/seeds');
  const documents = existsSync(seeds) ? readdirSync(seeds).filter((name) => /^\d.*\.txt$/.test(name)) : [];

  it.skipIf(documents.length === 0)('contradict nothing that they themselves state', async () => {
    const named = documents.map((name) => join(seeds, name));
    const { stdout, status } = await withFiles({}).run(['check', ...named, '--format', 'json']);
    const report = JSON.parse(stdout);
    expect(report.summary.documents).toBe(documents.length);
    expect(report.summary.contradicted).toBe(0);
    expect(report.summary.supported).toBeGreaterThan(20);
    expect(status).toBe(0);
  });
});

describe('the program itself', () => {
  const MAIN = join(PROJECT, 'src/cli/main.ts');
  const call = (words: readonly string[], input = '', environment: Record<string, string> = {}) =>
    spawnSync(NODE, [MAIN, ...words], {
      cwd: folder.path,
      input,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '', FORCE_COLOR: '0', LANG: 'C', ...environment },
    });

  it('hands status and both outputs to the system', () => {
    withFiles({ 'a.md': WRONG });
    const found = call(['check', 'a.md', '--format', 'json']);
    expect(found.status).toBe(1);
    expect(found.stderr).toBe('');
    expect(JSON.parse(found.stdout).summary.contradicted).toBe(1);
    const failed = call(['chek']);
    expect(failed.status).toBe(2);
    expect(failed.stdout).toBe('');
    expect(failed.stderr).toBe('ecosystem-notes: Unknown command "chek". Did you mean "check"?\n');
  });

  it('reads standard input and respects FORCE_COLOR and NO_COLOR', () => {
    withFiles({});
    const words = ['check', '-', '--stdin-path', 'x.md'];
    expect(call(words, WRONG).stdout).toMatch(/^x\.md\n/);
    expect(call(words, WRONG, { FORCE_COLOR: '1' }).stdout).toContain('\u001B[');
    expect(call(words, WRONG, { FORCE_COLOR: '1', NO_COLOR: '1' }).stdout).not.toContain('\u001B[');
  });
});
