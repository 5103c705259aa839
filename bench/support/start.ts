import { resolve } from 'node:path';
import { lastLine, runNode } from './child.ts';
import type { Extent } from './sections.ts';
import { startServer } from './server.ts';
import { milliseconds, printTable } from './table.ts';
import { summarize } from './timing.ts';

const WORKER = resolve(import.meta.dirname, '../activation-worker.cjs');

interface Activated {
  /** In milliseconds. */
  readonly load: number;
  readonly activate: number;
  readonly failure: string | null;
}

/** What an editor waits for at its start: the thread that all extensions share, and the server beside it. */
export async function start({ quick, folder }: Extent): Promise<void> {
  const rounds = quick ? 7 : 21;
  const activated: Activated[] = [];
  const ready: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const result = lastLine<Activated>(await runNode([WORKER], { cwd: folder, limit: 30_000 }));
    if (result === null || result.failure !== null)
      throw new Error(`The extension did not start: ${result?.failure ?? 'no answer'}`);
    activated.push(result);
    const started = await startServer({ folder });
    ready.push(started.ready);
    await started.server.stop();
  }
  const row = (name: string, times: readonly number[]) => {
    const { median, min } = summarize(times);
    return [name, milliseconds(median), milliseconds(min)];
  };
  printTable(
    'Start in an editor',
    ['', 'median', 'best'],
    [
      row(
        'activation, all of it in the way of other extensions',
        activated.map((one) => one.load + one.activate),
      ),
      row(
        '  reading the extension',
        activated.map((one) => one.load),
      ),
      row(
        '  its own start, up to the first wait',
        activated.map((one) => one.activate),
      ),
      row('server ready, from the start of its process', ready),
    ],
  );
}
