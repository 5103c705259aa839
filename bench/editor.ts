/**
 * Typing in a note of 100 KB, through the built server as an editor speaks with it: from keystroke to published findings, hover,
 * and completion in a fact base of 100,000 names.
 * `npm run bench:editor [-- NAMES]`
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { noteOf } from './support/editing.ts';
import { type BenchServer, startServer } from './support/server.ts';
import { syntheticName } from './support/synthetic-facts.ts';
import { milliseconds, printTable } from './support/table.ts';
import { summarize } from './support/timing.ts';

const STROKES = 100;
/** The first strokes run code that is not compiled yet. */
const WARM_UP = 20;

const names = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'ecosystem-notes-bench-'));
const rows: (readonly string[])[] = [];
try {
  writeNames(names);
  const { server, ready } = await startServer({ folder, settings: { facts: ['facts'], index: 'off' } });
  const uri = pathToFileURL(join(folder, 'note.md')).toString();
  const text = noteOf(100_000);
  const middle = text.indexOf('\n\n', text.length >> 1);
  const line = text.slice(0, middle).split('\n').length - 1;
  const character = middle - text.lastIndexOf('\n', middle - 1) - 1;
  const opened = performance.now();
  server.open(uri, text);
  await server.published(uri, 1);
  rows.push(['server ready', milliseconds(ready), '']);
  rows.push([
    `${names.toLocaleString('en')} names loaded, note checked`,
    milliseconds(performance.now() - opened),
    '',
  ]);
  const strokes = await typed(server, uri, line, character);
  add('keystroke to findings', strokes.slice(WARM_UP));
  const at = { line, character: Math.max(0, character - 2) };
  add('hover', await asked(server, 'textDocument/hover', { textDocument: { uri }, position: at }, 100));
  add('completion', (await completions(server, uri, line, character + STROKES)).slice(WARM_UP));
  await server.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
printTable(`Typing in a note of 100 KB, through the server`, ['', 'median', '95th percentile'], rows);

function add(name: string, times: readonly number[]): void {
  const { median, p95 } = summarize(times);
  rows.push([name, milliseconds(median), milliseconds(p95)]);
}

async function typed(server: BenchServer, uri: string, line: number, character: number): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < STROKES; n++) {
    const pressed = performance.now();
    await server.type(uri, n + 2, line, character + n, '的');
    times.push(performance.now() - pressed);
  }
  return times;
}

async function completions(
  server: BenchServer,
  uri: string,
  line: number,
  character: number,
): Promise<number[]> {
  const times: number[] = [];
  let version = STROKES + 2;
  let at = character;
  for (let n = 0; n < 60; n++) {
    const part = ` ${syntheticName((n * 104_729) % names).en.slice(0, 3)}`;
    void server.type(uri, version++, line, at, part);
    at += part.length;
    const params = { textDocument: { uri }, position: { line, character: at }, context: { triggerKind: 1 } };
    times.push(...(await asked(server, 'textDocument/completion', params, 1)));
  }
  return times;
}

async function asked(server: BenchServer, method: string, params: unknown, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < times; n++) {
    const sent = performance.now();
    await server.connection.sendRequest(method, params);
    taken.push(performance.now() - sent);
  }
  return taken;
}

/** Fact files as a person would keep them, in files of 10,000. */
function writeNames(count: number): void {
  mkdirSync(join(folder, 'facts/entities'), { recursive: true });
  for (let from = 0; from < count; from += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, count - from) }, (_, n) => {
      const { zh, en } = syntheticName(from + n);
      return `- { id: synthetic-${from + n}, kind: model, name: { zh: ${zh}, en: ${en} }, description: { zh: 虚构的模型, en: An invented model } }\n`;
    });
    writeFileSync(join(folder, `facts/entities/names-${from}.yaml`), lines.join(''));
  }
}
