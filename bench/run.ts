/**
 * Speed and memory, side by side with programs that do comparable work:
 * `npm run bench [-- --quick] [throughput start workspace editing typing facts]`. Peers are measured when they are installed
 * (`npm install --prefix bench/peers`). How to read the tables: docs/performance.md.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { editing } from './support/editing.ts';
import { facts } from './support/facts.ts';
import type { Extent } from './support/sections.ts';
import { start } from './support/start.ts';
import { throughput } from './support/throughput.ts';
import { typing } from './support/typing.ts';
import { workspace } from './support/workspace.ts';

const SECTIONS: Readonly<Record<string, (extent: Extent) => Promise<void>>> = {
  throughput,
  start,
  workspace,
  editing,
  typing,
  facts,
};

const { values, positionals } = parseArgs({
  options: { quick: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const wanted = positionals.length === 0 ? Object.keys(SECTIONS) : positionals;
const unknown = wanted.filter((name) => SECTIONS[name] === undefined);
if (unknown.length > 0) {
  console.error(`unknown part ${unknown.join(', ')}; there are ${Object.keys(SECTIONS).join(', ')}`);
  process.exit(2);
}
for (const file of ['dist/fact-base.json', 'dist/cli.cjs', 'dist/server.cjs', 'dist/extension.cjs']) {
  if (existsSync(file)) continue;
  console.error(`${file} is missing: run "npm run build" first.`);
  process.exit(2);
}

const started = performance.now();
const folder = mkdtempSync(join(tmpdir(), 'ecosystem-notes-bench-'));
const [cpu] = cpus();
console.log(
  `Node ${process.version} on ${process.platform}, ${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 1e9)} GB`,
);
try {
  for (const name of wanted) await SECTIONS[name]?.({ quick: values.quick, folder });
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`\nmeasured in ${Math.round((performance.now() - started) / 1000)} s`);
