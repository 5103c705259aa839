import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { documentRows } from './figures/documents.ts';
import { loadReader, oursOf } from './figures/ours.ts';
import { loadPeers, type Peer } from './figures/peers.ts';
import { isTime, isTrap, type Row, scoreRow, touching } from './figures/score.ts';

/**
 * Figures read by our reader and by the libraries that do the same, side by side:
 * `node bench/figures.ts [--misses] [--trap-hits]`.
 */
const SETS = [
  { name: 'own set', path: new URL('./figures/own.jsonl', import.meta.url), missing: '' },
  {
    name: 'shared set',
    path: new URL('../../shared/corpus/quantities.jsonl', import.meta.url),
    missing: 'not here',
  },
];
const PROSE = [
  new URL('../../shared/seeds/', import.meta.url),
  new URL('../../shared/corpus/wild/', import.meta.url),
  new URL('../samples/', import.meta.url),
];

const reader = loadReader();
const ours: Peer = {
  name: 'ecosystem-notes',
  state: 'ready',
  answer: oursOf(reader),
  read: (text) => void reader.read(text),
};
const peers = [ours, ...(await loadPeers())];
for (const set of SETS) {
  if (!existsSync(set.path)) {
    console.log(`\n${set.name}: skipped, ${set.missing}`);
    continue;
  }
  printSet(set.name, readRows(set.path));
}
const documents = documentRows(
  new URL('../data/facts/', import.meta.url),
  new URL('../../shared/seeds/', import.meta.url),
);
if (documents.length === 0) console.log('\nfive documents: skipped, not here');
else printSet('figures of the facts, in the five documents', documents);
printSpeed();

function readRows(path: URL): Row[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Row);
}

function printSet(name: string, rows: readonly Row[]): void {
  console.log(`\n${name}: ${rows.length} rows`);
  const groups: [string, (row: Row) => boolean][] = [
    ['core, all', (row) => row.tier === 'core'],
    ['core, amounts', (row) => row.tier === 'core' && !isTime(row)],
    ['core, times', (row) => row.tier === 'core' && isTime(row)],
    ['wide', (row) => row.tier === 'wide'],
  ];
  console.log(
    `${'reader'.padEnd(18)}${'tier'.padEnd(16)}${['value', '+ unit', '+ bound', 'rows'].map((head) => head.padStart(9)).join('')}`,
  );
  for (const peer of peers) {
    if (peer.state !== 'ready') {
      console.log(`${peer.name.padEnd(18)}${peer.state}`);
      continue;
    }
    for (const [label, belongs] of groups)
      printGroup(
        peer,
        label,
        rows.filter((row) => belongs(row) && !isTrap(row)),
      );
    printTraps(peer, rows.filter(isTrap));
  }
}

function printGroup(peer: Peer, label: string, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  const counts = [0, 0, 0];
  for (const row of rows) {
    const answers = peer.answer(row);
    const score = scoreRow(row, answers);
    counts[0] = (counts[0] ?? 0) + Number(score.value);
    counts[1] = (counts[1] ?? 0) + Number(score.unit);
    counts[2] = (counts[2] ?? 0) + Number(score.bound);
    if (peer === ours && process.argv.includes('--misses') && label === 'core, all' && !score.bound)
      report(row, answers);
    if (peer === ours && process.argv.includes('--misses') && label === 'wide' && !score.bound)
      report(row, answers);
  }
  const shares = counts.map((count) => `${((100 * count) / rows.length).toFixed(1)} %`.padStart(9)).join('');
  console.log(`${peer.name.padEnd(18)}${label.padEnd(16)}${shares}${String(rows.length).padStart(9)}`);
}

function report(row: Row, answers: ReturnType<Peer['answer']>): void {
  const found = touching(row, answers).map(
    (answer) => `${JSON.stringify(answer.value)} ${answer.unit} ${answer.bound}`,
  );
  console.log(
    `  ${row.id} ${row.kind} «${row.span}» wants ${JSON.stringify(row.value)} ${row.unit} ${row.bound}; read ${found.join(' | ') || 'nothing'}`,
  );
}

function printTraps(peer: Peer, rows: readonly Row[]): void {
  if (rows.length === 0) return;
  const silent = rows.filter((row) => touching(row, peer.answer(row)).length === 0);
  if (peer === ours && process.argv.includes('--misses')) {
    for (const row of rows) if (!silent.includes(row)) report(row, peer.answer(row));
  }
  console.log(
    `${peer.name.padEnd(18)}${'traps silent'.padEnd(16)}${`${((100 * silent.length) / rows.length).toFixed(1)} %`.padStart(9)}${''.padEnd(18)}${String(rows.length).padStart(9)}`,
  );
}

/** Each reader gets the same prose, in paragraphs; slow ones only as much of it as they read in two seconds. */
function printSpeed(): void {
  const paragraphs = proseOf();
  if (paragraphs.length === 0) {
    console.log('\nspeed: skipped, no prose here');
    return;
  }
  const size = paragraphs.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  console.log(`\nspeed on ${(size / 1000).toFixed(0)} KB of prose, one core, after a warm-up`);
  for (const peer of peers) {
    if (peer.state !== 'ready') console.log(`${peer.name.padEnd(18)}${peer.state}`);
    else console.log(`${peer.name.padEnd(18)}${speedOf(peer, paragraphs).toFixed(1).padStart(12)} KB/s`);
  }
}

function proseOf(): string[] {
  const paragraphs: string[] = [];
  for (const folder of PROSE) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder)) {
      if (!/\.(?:md|txt)$/.test(name)) continue;
      const text = readFileSync(new URL(name, folder), 'utf8');
      paragraphs.push(...text.split(/\n+/).filter((line) => line.trim() !== ''));
    }
  }
  return paragraphs;
}

function speedOf(peer: Peer, paragraphs: readonly string[]): number {
  const rounds: number[] = [];
  for (const start = performance.now(); performance.now() - start < 1000; ) {
    for (const text of paragraphs) {
      peer.read(text);
      if (performance.now() - start > 1000) break;
    }
  }
  for (let round = 0; round < 7; round++) {
    const start = performance.now();
    let bytes = 0;
    for (const text of paragraphs) {
      peer.read(text);
      bytes += Buffer.byteLength(text);
      if (performance.now() - start > 2000) break;
    }
    rounds.push(bytes / (performance.now() - start));
    if (performance.now() - start > 1500) break;
  }
  rounds.sort((a, b) => a - b);
  return rounds[Math.floor(rounds.length / 2)] ?? 0;
}
