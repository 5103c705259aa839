import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * Runs the property tests again and again, each round with another seed, until the time is up.
 *
 *   FUZZ_SECONDS   how long (60)
 *   FUZZ_SEED      where to begin (random); with the seed that a failure prints, its round is played again
 */

const root = path.resolve(import.meta.dirname, '..');
const seconds = positive(process.env.FUZZ_SECONDS) ?? 60;
const first = positive(process.env.FUZZ_SEED) ?? Math.floor(Math.random() * 2 ** 31);
const until = Date.now() + seconds * 1000;

/** So long, in seconds, the programs take to start; a round that leaves less than this is not begun. */
const START_SECONDS = 6;

const files = propertyTests();
const properties = files.reduce((sum, file) => sum + file.properties, 0);
console.log(`fuzz: ${properties} properties in ${files.length} files, ${seconds} s, seed ${first}`);

let passed = 0;
let failed = 0;
let rounds = 0;
for (let seed = first; failed === 0; seed++) {
  const left = (until - Date.now()) / 1000 - START_SECONDS;
  if (rounds > 0 && left < START_SECONDS) break;
  // Long runs are made of rounds of a minute, so that each seed is tried on every property.
  const share = Math.max(100, (Math.min(60, Math.max(left, 1)) * 1000) / properties);
  const round = await play(seed, share);
  rounds++;
  passed = Math.max(passed, round.passed);
  failed = round.failed;
  if (failed > 0) console.log(`\nfuzz: play it again with FUZZ_SEED=${seed} npm run fuzz`);
}
console.log(`\n${rounds} rounds, seeds ${first} to ${first + rounds - 1}`);
console.log(`fuzz: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function propertyTests(): { readonly path: string; readonly properties: number }[] {
  return readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !/^(?:vscode|lsp)[\\/]/.test(name))
    .map((name) => {
      const text = readFileSync(path.join(root, 'test', name), 'utf8');
      return { path: path.join('test', name), properties: text.split(/\bfc\.assert\(/).length - 1 };
    })
    .filter((file) => file.properties > 0);
}

function play(
  seed: number,
  milliseconds: number,
): Promise<{ readonly passed: number; readonly failed: number }> {
  const report = path.join(root, 'test-results', 'fuzz-round.json');
  const bin = path.join(root, 'node_modules', '.bin');
  const args = ['run', '--config', 'vitest.fuzz.config.ts', '--reporter=default', '--reporter=json'];
  const child = spawn('vitest', [...args, `--outputFile.json=${report}`, ...files.map((file) => file.path)], {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`,
      FUZZ_SEED: String(seed),
      FUZZ_PROPERTY_MS: String(Math.floor(milliseconds)),
    },
  });
  return new Promise((resolve) => {
    child.once('error', () => resolve({ passed: 0, failed: 1 }));
    child.once('close', (code) => resolve(counts(report, code)));
  });
}

function counts(report: string, code: number | null): { readonly passed: number; readonly failed: number } {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'));
    const failed = Number(numFailedTests);
    // What no test accounts for (a crash, a rejection) counts as one.
    return { passed: Number(numPassedTests), failed: code === 0 ? failed : Math.max(1, failed) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(report, { force: true });
  }
}

function positive(value: string | undefined): number | null {
  const number = Number(value);
  return value !== undefined && value !== '' && number >= 0 ? number : null;
}
