import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

const USAGE = `node scripts/test.ts [STAGE …]    runs all stages, or the named ones, and counts their tests`;

const root = path.resolve(import.meta.dirname, '..');

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface Stage {
  readonly name: string;
  readonly commands: readonly (readonly string[])[];
  /** How many tests the output tells of; null for a stage that is one check and has no tests. */
  readonly count: ((output: string) => Counts) | null;
  readonly env?: Readonly<Record<string, string>>;
}

interface Result extends Counts {
  readonly stage: Stage;
  readonly ok: boolean;
  readonly seconds: number;
}

const stages: readonly Stage[] = [
  {
    name: 'build',
    commands: [
      ['node', 'esbuild.mjs'],
      ['node', 'scripts/make-notices.ts', '--check'],
    ],
    count: null,
  },
  {
    name: 'types',
    commands: [
      ['tsc', '-p', 'tsconfig.json'],
      ['tsc', '-p', 'tsconfig.core.json'],
    ],
    count: null,
  },
  { name: 'lint', commands: [['biome', 'check', '--error-on-warnings']], count: null },
  { name: 'dead-code', commands: [['knip', '--no-progress']], count: null },
  vitest('unit', 'vitest.config.ts'),
  {
    name: 'fuzz',
    commands: [['node', 'scripts/fuzz.ts']],
    count: closingLine('fuzz'),
    env: { FUZZ_SECONDS: process.env.FUZZ_SECONDS ?? '15' },
  },
  { name: 'grammar', commands: [['node', 'scripts/test-grammar.ts']], count: closingLine('grammar') },
  vitest('lsp', 'vitest.lsp.config.ts'),
  { name: 'vscode', commands: [['node', 'test/vscode/run.ts']], count: closingLine('vscode') },
  {
    name: 'workbench',
    commands: [['node', 'test/vscode/workbench/run.ts']],
    count: closingLine('workbench'),
  },
  { name: 'growth', commands: [['node', 'bench/gates.ts']], count: closingLine('gates') },
  {
    name: 'package',
    commands: [
      ['node', 'scripts/check-package.ts'],
      ['node', 'test/vscode/installed.ts'],
    ],
    count: closingLine('installed'),
  },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(
    `unknown stage ${unknown.join(', ')}; there are ${stages.map((stage) => stage.name).join(', ')}\n${USAGE}`,
  );
  process.exit(2);
}

const results: Result[] = [];
for (const stage of stages) {
  if (wanted.length > 0 && !wanted.includes(stage.name)) continue;
  const result = await run(stage);
  results.push(result);
  // Whatever follows would only test the bundles of an earlier build.
  if (stage.name === 'build' && !result.ok) break;
}
report(results);

async function run(stage: Stage): Promise<Result> {
  console.log(`\n── ${stage.name} ${'─'.repeat(Math.max(0, 70 - stage.name.length))}`);
  const started = Date.now();
  let ok = true;
  let output = '';
  for (const command of stage.commands) {
    const ended = await execute(command, stage.env ?? {});
    output += ended.output;
    ok &&= ended.ok;
  }
  const seconds = (Date.now() - started) / 1000;
  const counts = stage.count?.(output) ?? { passed: 0, failed: 0 };
  if (stage.count !== null && counts.passed + counts.failed === 0) {
    console.log(`${stage.name}: no test ran, which counts as a failure`);
    ok = false;
  }
  // A failure that no test accounts for (a crash, a lint error) counts as one, so that the sum never looks clean.
  return ok
    ? { stage, ok, seconds, ...counts }
    : { stage, ok, seconds, passed: counts.passed, failed: Math.max(1, counts.failed) };
}

function execute(
  command: readonly string[],
  extra: Readonly<Record<string, string>>,
): Promise<{ ok: boolean; output: string }> {
  const [program = '', ...args] = command;
  const bin = path.join(root, 'node_modules', '.bin');
  const env = { ...process.env, ...extra, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` };
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const keep = (stream: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk.toString();
      stream.write(chunk);
    };
    child.stdout.on('data', keep(process.stdout));
    child.stderr.on('data', keep(process.stderr));
    child.once('error', (error) => resolve({ ok: false, output: `${output}${error.message}` }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}

function vitest(name: string, config: string): Stage {
  const report = path.join(root, 'test-results', `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name,
    commands: [['vitest', 'run', '--config', config, ...reporters]],
    count: () => vitestCounts(report),
  };
}

function vitestCounts(report: string): Counts {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    return { passed: Number(numPassedTests), failed: Number(numFailedTests) };
  } catch {
    return { passed: 0, failed: 0 };
  } finally {
    // What is left of one run must never be counted in the next.
    rmSync(report, { force: true });
  }
}

function closingLine(name: string): (output: string) => Counts {
  const pattern = new RegExp(`^${name}: (\\d+) passed, (\\d+) failed`, 'gm');
  return (output) => {
    // A stage that starts more than one VS Code closes with a line for each.
    const lines = [...output.matchAll(pattern)];
    const sum = (group: number) => lines.reduce((total, line) => total + Number(line[group]), 0);
    return { passed: sum(1), failed: sum(2) };
  };
}

function report(all: readonly Result[]): void {
  console.log(`\n── result ${'─'.repeat(64)}`);
  for (const { stage, ok, seconds, passed, failed } of all) {
    const tests = stage.count === null ? '' : `  ${passed} passed, ${failed} failed`;
    console.log(`${ok ? '✓' : '✗'} ${stage.name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s${tests}`);
  }
  const passed = all.reduce((sum, result) => sum + result.passed, 0);
  const failed = all.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = all.every((result) => result.ok) ? 0 : 1;
}
