import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Ended, run } from '../../src/cli/run.ts';
import { PROJECT } from '../helpers/fact-files.ts';

/** The Node that runs TypeScript as it is, whichever runs the tests. */
export const NODE = join(PROJECT, 'node_modules/.bin/node');

/** The compiled fact base is made by the build; a fresh clone that only runs these tests makes it here. */
export function ensureFactBase(): void {
  if (existsSync(join(PROJECT, 'dist/fact-base.json'))) return;
  const { status, stderr } = spawnSync(NODE, ['scripts/compile-data.ts'], { cwd: PROJECT, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** A folder of files that goes away with `dispose`. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'cli '));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  write(path: string, content: string | Uint8Array): void {
    const file = join(this.path, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }

  /** Runs the command line in this folder, on a plain terminal of 80 columns. */
  run(
    words: readonly string[],
    { stdin = '', color = 'plain' as 'plain' | 'colour', environment = {} as Record<string, string> } = {},
  ): Promise<Ended> {
    return run(words, {
      cwd: this.path,
      environment,
      now: new Date('2026-02-15T12:00:00Z'),
      terminal: { color, columns: 80, input: inputOf(stdin) },
    });
  }

  dispose(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

async function* inputOf(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}
