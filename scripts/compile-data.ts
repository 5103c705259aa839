/*
 * Compiles data/ into dist/fact-base.json, so that programs start without YAML. Prints what is wrong with the data; exit status 1
 * when something is that would leave a record out, and then nothing is written.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CueData } from '../src/claims/cues.ts';
import { buildLexicon, type LexiconSource } from '../src/claims/lexicon.ts';
import { LEXICON_TABLE, packLexicon } from '../src/claims/packed-lexicon.ts';
import { buildFactBase } from '../src/factbase/build.ts';
import { withReadings } from '../src/factbase/build-fact.ts';
import { readRecords, readTable } from '../src/factbase/load.ts';
import { withPinyin } from '../src/factbase/pinyin.ts';
import type { FactProblem } from '../src/factbase/problem.ts';
import { createQuantityServices } from '../src/factbase/quantity-services.ts';
import type { FactFile } from '../src/factbase/records.ts';
import { serializeRecords } from '../src/factbase/serialize.ts';
import { TABLE_SCHEMAS } from '../src/factbase/table-schemas.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'dist/fact-base.json');

const tables = readTables();
const files = [
  read('data/metrics.yaml'),
  ...['entities', 'facts', 'seeds'].flatMap((folder) => readFolder(`data/${folder}`)),
];
const results = files.map((file) => readRecords(file));
const services = createQuantityServices(tables);
const records = withPinyin(
  withReadings(
    results.flatMap((result) => result.records),
    services,
  ),
);
const damaged = results.flatMap((result) => result.damaged);
const { factBase, problems } = buildFactBase([{ name: 'bundled', records, damaged }], services);
reportAndExit([...results.flatMap((result) => result.problems), ...problems]);

const source: LexiconSource = {
  entities: factBase.entities,
  metrics: factBase.metrics,
  // The schema of the table has the same shape.
  cues: tables.cues as CueData,
};
const lexicon = packLexicon(buildLexicon(source), source);
const json = serializeRecords({ records, tables: { ...tables, [LEXICON_TABLE]: lexicon } });
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(out, json);
const { entities, metrics, facts, sources } = factBase;
console.log(
  `compiled dist/fact-base.json (${Math.ceil(Buffer.byteLength(json) / 1024)} kB): ${entities.length} entities, ${metrics.length} metrics, ${facts.length} facts, ${sources.length} sources`,
);

function readTables(): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const faults: FactProblem[] = [];
  for (const [name, schema] of Object.entries(TABLE_SCHEMAS)) {
    const { table, problems } = readTable(read(`data/${name}.yaml`), schema);
    found[name] = table;
    faults.push(...problems);
  }
  reportAndExit(faults);
  return found;
}

function read(path: string): FactFile {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

function readFolder(folder: string): FactFile[] {
  return readdirSync(join(root, folder))
    .filter((name) => /\.(?:ya?ml|md)$/.test(name) && basename(name) !== 'README.md')
    .sort()
    .map((name) => read(`${folder}/${name}`));
}

function reportAndExit(found: readonly FactProblem[]): void {
  for (const { file, start, severity, code, message, hint } of found) {
    const line = readFileSync(join(root, file), 'utf8').slice(0, start).split('\n').length;
    console.error(`${file}:${line}: ${severity}: ${message} ${hint} [${code}]`);
  }
  if (found.some(({ severity }) => severity === 'error')) process.exit(1);
}
