import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createNoteIndex } from '../../src/service/note-index.ts';
import { makeText, mixedBlocks } from './note-text.ts';
import { loadProduct, TODAY } from './product.ts';
import type { Extent } from './sections.ts';
import { startServer } from './server.ts';
import { milliseconds, printTable, size } from './table.ts';
import { summarize } from './timing.ts';

const NOTES = [
  { count: 1000, bytes: 700 },
  { count: 5000, bytes: 700 },
  { count: 20_000, bytes: 700 },
  { count: 2000, bytes: 20_000 },
];

/** The server in workspaces of many notes, with nothing kept from before and with what it kept. */
export async function workspace(extent: Extent): Promise<void> {
  const rows: (readonly string[])[] = [];
  for (const { count, bytes } of extent.quick ? NOTES.slice(0, 2) : NOTES) {
    const folder = join(extent.folder, `notes-${count}-${bytes}`);
    const storage = join(extent.folder, `kept-${count}-${bytes}`);
    mkdirSync(storage, { recursive: true });
    writeNotes(folder, count, bytes);
    const cold = await index(folder, storage, count);
    const warm = await index(folder, storage, count);
    rows.push([
      `${count.toLocaleString('en')} × ${bytes < 1000 ? `${bytes} B` : size(bytes)}`,
      milliseconds(cold.ready),
      milliseconds(cold.first),
      milliseconds(cold.full),
      milliseconds(warm.full),
      `${(perNote(bytes) / 1024).toFixed(2)} KB`,
      `${milliseconds(cold.references)} (${cold.places})`,
    ]);
    rmSync(folder, { recursive: true, force: true });
  }
  printTable(
    'Workspace, through the server',
    [
      'notes',
      'ready',
      'first findings',
      'full index, cold',
      'warm',
      'memory per note',
      'references (places)',
    ],
    rows,
  );
}

interface Indexed {
  /** From the start of the process, in milliseconds. */
  readonly ready: number;
  readonly first: number;
  readonly full: number;
  readonly references: number;
  readonly places: number;
}

async function index(folder: string, storage: string, count: number): Promise<Indexed> {
  const started = performance.now();
  const { server, ready } = await startServer({ folder, storage, settings: { index: 'on' } });
  const uri = pathToFileURL(join(folder, 'open.md')).toString();
  server.open(uri, 'Qwen3 到 2025 年 9 月累计下载突破 6000 万次。\n');
  await server.published(uri, 1);
  const first = performance.now() - started;
  await server.indexed(count);
  const full = performance.now() - started;
  const request = {
    textDocument: { uri },
    position: { line: 0, character: 2 },
    context: { includeDeclaration: false },
  };
  const times: number[] = [];
  let places = 0;
  for (let round = 0; round < 5; round++) {
    const asked = performance.now();
    const found = await server.connection.sendRequest<readonly unknown[] | null>(
      'textDocument/references',
      request,
    );
    times.push(performance.now() - asked);
    places = found?.length ?? 0;
  }
  // What is kept for the next start is written when the work is done.
  await new Promise((done) => setTimeout(done, 500));
  await server.stop();
  return { ready, first, full, references: summarize(times).median, places };
}

/**
 * What the index holds of a note, on average, in bytes: the growth of the heap with garbage taken away, over the second half of
 * the notes, when everything that code makes on first use is there.
 */
function perNote(bytes: number): number {
  const { knowledge, service } = loadProduct();
  const texts = noteTexts(bytes < 5000 ? 6000 : 600, bytes);
  const notes = createNoteIndex();
  const take = (from: number, to: number) => {
    for (let i = from; i < to; i++) {
      const analysis = knowledge.checker.analyze(texts[i] ?? '', { today: TODAY });
      notes.update(service.makeNote(`file:///home/somebody/notes/${i % 50}/note-${i}.md`, analysis));
    }
    return held();
  };
  const half = texts.length >> 1;
  const before = take(0, half);
  return (take(half, texts.length) - before) / (notes.size - half);
}

function held(): number {
  if (globalThis.gc === undefined) throw new Error('Run with --expose-gc.');
  for (let round = 0; round < 3; round++) globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** Writes so many notes below a folder, in fifty folders of their own. */
export function writeNotes(folder: string, count: number, bytes: number): void {
  for (let i = 0; i < Math.min(50, count); i++) mkdirSync(join(folder, String(i)), { recursive: true });
  noteTexts(count, bytes).forEach((text, i) => {
    writeFileSync(join(folder, String(i % 50), `note-${i}.md`), text);
  });
}

/** Different notes, as many as are wanted; above a thousand they come again. */
function noteTexts(count: number, bytes: number): readonly string[] {
  const blocks = mixedBlocks();
  const different = Array.from({ length: Math.min(count, 1000) }, (_, i) =>
    makeText(blocks, bytes * 0.75, i + 1),
  );
  return Array.from({ length: count }, (_, i) => different[i % different.length] ?? '');
}
