import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lastLine, runNode } from './child.ts';
import { makeText, mixedBlocks, ownBlocks } from './note-text.ts';
import { isInstalled, PEERS, PEERS_HOME, type Peer, versionOf } from './peers.ts';
import type { Extent } from './sections.ts';
import { megabytes, milliseconds, printTable, size } from './table.ts';
import { summarize, type Timing } from './timing.ts';

const SIZES = [100_000, 1_000_000, 10_000_000];
const WORKER = resolve(import.meta.dirname, '../check-worker.ts');
const COMMAND = resolve(import.meta.dirname, '../../dist/cli.cjs');

interface Measured extends Timing {
  readonly found: number;
  readonly memory: number;
}

interface Text {
  readonly name: string;
  readonly file: string;
  readonly bytes: number;
}

/** A full check of mixed Chinese and English Markdown, in process and as a command, beside the peers. */
export async function throughput(extent: Extent): Promise<void> {
  const sizes = extent.quick ? SIZES.slice(0, 2) : SIZES;
  const mixed = mixedBlocks();
  const texts = sizes.map((bytes) => writeText(extent, 'mixed', mixed, bytes));
  const dense = sizes.slice(0, 2).map((bytes) => writeText(extent, 'dense', ownBlocks(), bytes));
  const wide = { ...extent, columns: texts.length };
  const heads = [
    'program',
    'task',
    ...texts.map(({ bytes }) => size(bytes)),
    'found in the longest',
    'peak memory',
  ];
  const rows: (readonly string[])[] = [
    await inProcess('character loop', 'floor', 'looks at each character', texts, wide),
    await inProcess('ecosystem-notes', 'ours', 'full check', texts, wide),
    await inProcess('  the same, dense text', 'ours', 'full check', dense, wide),
  ];
  for (const peer of PEERS) {
    if (!isInstalled(peer)) rows.push([peer.name, 'not installed']);
    else
      rows.push(
        await inProcess(
          `${peer.name} ${versionOf(peer.name)}`,
          peer.name,
          peer.task,
          fitting(peer, texts, extent),
          wide,
        ),
      );
  }
  printTable('Throughput in process, MB/s (median; in brackets the best round)', heads, rows);
  await commands(texts, extent);
}

async function inProcess(
  name: string,
  program: string,
  task: string,
  texts: readonly Text[],
  { quick, columns }: Extent & { readonly columns: number },
): Promise<readonly string[]> {
  const cells: string[] = [];
  let last: Measured | null = null;
  for (const { file, bytes } of texts) {
    // Ours is young code until it has run some rounds; a peer that takes seconds gets few of them.
    const budget = quick ? 6000 : 12_000;
    const result = await runNode([WORKER, program, file, String(budget)], {
      cwd: PEERS_HOME,
      limit: 180_000,
    });
    const measured = lastLine<Measured>(result);
    if (measured === null) cells.push(result.ended ? 'failed' : '> 180 s');
    else cells.push(`${rate(bytes, measured.median)} (${rate(bytes, measured.min)})`);
    last = measured ?? last;
  }
  while (cells.length < columns) cells.push('–');
  return [
    name,
    task,
    ...cells,
    last === null ? '' : String(last.found),
    last === null ? '' : megabytes(last.memory),
  ];
}

function rate(bytes: number, time: number): string {
  const value = bytes / 1e3 / time;
  return value < 0.1 ? value.toFixed(3) : value < 100 ? value.toFixed(2) : value.toFixed(0);
}

async function commands(texts: readonly Text[], extent: Extent): Promise<void> {
  const rows = [await asCommand('ecosystem-notes', (file) => [COMMAND, 'check', file], texts, extent)];
  for (const peer of PEERS) {
    const { name, command } = peer;
    if (command === null) continue;
    if (!isInstalled(peer)) rows.push([name, 'not installed']);
    else rows.push(await asCommand(name, command, fitting(peer, texts, extent), extent));
  }
  printTable(
    'Cold command, one file (median; in brackets the best run)',
    ['program', ...texts.map(({ bytes }) => size(bytes))],
    rows,
  );
}

async function asCommand(
  name: string,
  command: (file: string) => readonly string[],
  texts: readonly Text[],
  { quick }: Extent,
): Promise<readonly string[]> {
  const cells: string[] = [];
  for (const { file } of texts) {
    const times: number[] = [];
    const end = performance.now() + (quick ? 3000 : 10_000);
    do {
      const { milliseconds: time, ended } = await runNode(command(file), { cwd: PEERS_HOME, limit: 180_000 });
      times.push(ended ? time : Number.POSITIVE_INFINITY);
    } while (times.length < 15 && performance.now() < end);
    const { median, min } = summarize(times);
    cells.push(Number.isFinite(min) ? `${milliseconds(median)} (${milliseconds(min)})` : '> 180 s');
  }
  return [name, ...cells];
}

function fitting(peer: Peer, texts: readonly Text[], { quick }: Extent): readonly Text[] {
  // In a quick run nobody waits for seconds of one program.
  const most = quick && peer.mostBytes < 10e6 ? 1e5 : peer.mostBytes;
  return texts.filter(({ bytes }) => bytes <= most * 1.05);
}

function writeText({ folder }: Extent, name: string, blocks: readonly string[], bytes: number): Text {
  const text = makeText(blocks, bytes);
  const file = join(folder, `${name}-${bytes}.md`);
  writeFileSync(file, text);
  return { name, file, bytes: Buffer.byteLength(text) };
}
