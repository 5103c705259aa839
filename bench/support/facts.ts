import { resolve } from 'node:path';
import { lastLine, runNode } from './child.ts';
import type { Extent } from './sections.ts';
import { megabytes, milliseconds, printTable } from './table.ts';
import type { Timing } from './timing.ts';

const WORKER = resolve(import.meta.dirname, '../facts-worker.ts');
const COUNTS = [300, 10_000, 100_000, 1_000_000];

interface Measured {
  readonly load: number;
  readonly memory: number;
  /** Names made ready for completion, in all and the longest time for which nothing else could be done. */
  readonly prepared: number;
  readonly longestSlice: number;
  readonly completion: Timing;
  readonly hover: Timing;
  readonly check: number;
}

/** What grows with the fact base, and what must not. */
export async function facts({ quick }: Extent): Promise<void> {
  const rows: (readonly string[])[] = [];
  for (const count of quick ? COUNTS.slice(0, 3) : COUNTS) {
    const flags = ['--expose-gc', '--max-old-space-size=8192'];
    const result = await runNode([WORKER, String(count)], { cwd: process.cwd(), limit: 300_000, flags });
    const measured = lastLine<Measured>(result);
    const name = count.toLocaleString('en');
    if (measured === null) {
      rows.push([name, result.ended ? 'failed' : '> 300 s']);
      continue;
    }
    const { load, memory, hover, completion, prepared, longestSlice, check } = measured;
    rows.push([
      name,
      milliseconds(load),
      megabytes(memory),
      `${milliseconds(hover.median)} / ${milliseconds(hover.p95)}`,
      `${milliseconds(prepared)} / ${milliseconds(longestSlice)}`,
      `${milliseconds(completion.median)} / ${milliseconds(completion.p95)}`,
      check.toFixed(2),
    ]);
  }
  printTable(
    'Fact base: so many names and as many facts (median / 95th percentile)',
    ['names', 'load', 'memory', 'hover', 'names made ready / longest slice', 'completion', 'check, MB/s'],
    rows,
  );
}
