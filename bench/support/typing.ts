import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { noteOf } from './editing.ts';
import type { Extent } from './sections.ts';
import { startServer } from './server.ts';
import { milliseconds, printTable, size } from './table.ts';
import { summarize, type Timing } from './timing.ts';
import { writeNotes } from './workspace.ts';

const SIZES = [1000, 17_000, 100_000, 1_000_000];
const NOTE_BYTES = 700;
/** The first strokes run code that is not compiled yet. */
const WARM_UP = 20;

/** From a keystroke to its findings through the server, as an editor speaks with it: in a note alone, and in one among many that are indexed. */
export async function typing(extent: Extent): Promise<void> {
  const others = extent.quick ? 2000 : 20_000;
  const strokes = extent.quick ? 60 : 120;
  const alone = await typedAmong(0, strokes, extent);
  const among = await typedAmong(others, strokes, extent);
  const show = (timing: Timing | undefined) =>
    timing === undefined
      ? '–'
      : `${milliseconds(timing.median)} / ${milliseconds(timing.p95)} (${milliseconds(timing.min)})`;
  printTable(
    'Keystroke to published findings, through the server (median / 95th percentile, in brackets the best)',
    ['note', 'alone', `among ${others.toLocaleString('en')} notes`],
    SIZES.map((bytes, i) => [size(bytes), show(alone[i]), show(among[i])]),
  );
}

/** One timing for each size of note, in a workspace of so many others. */
async function typedAmong(others: number, strokes: number, extent: Extent): Promise<readonly Timing[]> {
  const folder = join(extent.folder, `typing-${others}`);
  mkdirSync(folder, { recursive: true });
  writeNotes(folder, others, NOTE_BYTES);
  const { server } = await startServer({ folder, settings: { index: others === 0 ? 'off' : 'on' } });
  const timings: Timing[] = [];
  for (const bytes of SIZES) {
    const uri = pathToFileURL(join(folder, `open-${bytes}.md`)).toString();
    const text = noteOf(bytes);
    const { line, character } = middleOf(text);
    server.open(uri, text);
    await server.published(uri, 1);
    await server.indexed(others);
    const times: number[] = [];
    for (let n = 0; n < strokes; n++) {
      const pressed = performance.now();
      await server.type(uri, n + 2, line, character + n, '的');
      times.push(performance.now() - pressed);
    }
    timings.push(summarize(times.slice(WARM_UP)));
    server.close(uri);
  }
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return timings;
}

/** The end of a block in the middle of a note. */
function middleOf(text: string): { readonly line: number; readonly character: number } {
  const middle = Math.max(0, text.indexOf('\n\n', text.length >> 1));
  const lineStart = text.lastIndexOf('\n', middle - 1) + 1;
  return { line: text.slice(0, lineStart).split('\n').length - 1, character: middle - lineStart };
}
