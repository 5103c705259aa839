import { spawn } from 'node:child_process';

export interface ChildOptions {
  readonly cwd: string;
  /** After so many milliseconds it is ended. */
  readonly limit: number;
  /** Further flags for Node. */
  readonly flags?: readonly string[];
}

export interface ChildResult {
  readonly output: string;
  readonly milliseconds: number;
  /** Whether it came to its end by itself. A checker that finds something ends with another status than 0. */
  readonly ended: boolean;
}

/** Runs a script in a Node of its own, with nothing of ours around it. */
export function runNode(
  words: readonly string[],
  { cwd, limit, flags = [] }: ChildOptions,
): Promise<ChildResult> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...flags, ...words], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let ended = true;
    const timer = setTimeout(() => {
      ended = false;
      child.kill('SIGKILL');
    }, limit);
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    // What is written there must be read, or the program waits.
    child.stderr.resume();
    child.once('error', reject);
    child.once('close', () => {
      clearTimeout(timer);
      resolve({ output, milliseconds: performance.now() - started, ended });
    });
  });
}

/** The JSON that a worker printed as its last line; null when it came to no end. */
export function lastLine<T>({ output, ended }: ChildResult): T | null {
  const line = output.trimEnd().split('\n').at(-1) ?? '';
  return ended && line.startsWith('{') ? (JSON.parse(line) as T) : null;
}
