/**
 * Writes what docs/fact-base.md says of the bundled facts: counts, and what sources disagree on. The prose of the page stays as it is.
 *
 *     node scripts/make-fact-base-doc.ts            writes the page
 *     node scripts/make-fact-base-doc.ts --check    exit status 1 when the page does not say what the data say
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { buildFactBase } from '../src/factbase/build.ts';
import type { Conflict } from '../src/factbase/conflicts.ts';
import { ENTITY_KINDS } from '../src/factbase/entity-kinds.ts';
import type { FactBase } from '../src/factbase/fact-base.ts';
import { readRecords } from '../src/factbase/load.ts';
import type { Fact } from '../src/factbase/model.ts';
import { createQuantityServices } from '../src/factbase/quantity-services.ts';

const root = path.resolve(import.meta.dirname, '..');
const PAGE = path.join(root, 'docs/fact-base.md');
const BEGIN = '<!-- counts: written by scripts/make-fact-base-doc.ts -->';
const END = '<!-- end of counts -->';

const page = readFileSync(PAGE, 'utf8');
const begin = page.indexOf(BEGIN);
const end = page.indexOf(END);
if (begin < 0 || end < begin)
  throw new Error(`docs/fact-base.md has lost its marks "${BEGIN}" and "${END}".`);
const made = `${page.slice(0, begin + BEGIN.length)}\n\n${counts(bundled())}\n\n${page.slice(end)}`;

if (process.argv.includes('--check')) {
  if (made !== page) {
    process.stderr.write(
      'docs/fact-base.md is not what the data say: run "node scripts/make-fact-base-doc.ts".\n',
    );
    process.exitCode = 1;
  }
} else writeFileSync(PAGE, made);

function bundled(): FactBase {
  const files = [
    'data/metrics.yaml',
    ...['entities', 'facts', 'seeds'].flatMap((name) => filesIn(`data/${name}`)),
  ];
  const table = (name: string) => [name, parse(readFileSync(path.join(root, `data/${name}.yaml`), 'utf8'))];
  const records = files.flatMap(
    (file) => readRecords({ path: file, text: readFileSync(path.join(root, file), 'utf8') }).records,
  );
  const services = createQuantityServices(Object.fromEntries(['units', 'set-words'].map(table)));
  return buildFactBase([{ name: 'bundled', records }], services).factBase;
}

function filesIn(folder: string): string[] {
  return readdirSync(path.join(root, folder))
    .filter((name) => /\.(?:yaml|md)$/.test(name))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function counts(factBase: FactBase): string {
  const { entities, metrics, facts, sources } = factBase;
  const kinds = ENTITY_KINDS.map(
    (kind) => [kind, entities.filter((entity) => entity.kind === kind).length] as const,
  );
  const conflicts = factBase.conflicts().filter(({ kind }) => kind === 'conflict');
  const ambiguities = factBase.conflicts().filter(({ kind }) => kind === 'ambiguity');
  return [
    `${entities.length} entities, ${metrics.length} metrics, ${facts.length} facts from ${sources.length} sources. Sources contradict each other in ${conflicts.length} places, and give one figure for different things in ${ambiguities.length}.`,
    table(
      ['entities', 'count'],
      kinds.map(([kind, count]) => [kind, String(count)]),
    ),
    table(
      ['source', 'published', 'facts'],
      sources.map(({ id, title, publisher, published }) => [
        `[${id}](../data/seeds/${id}.md): ${publisher}, ${title}`,
        published?.iso ?? '',
        String(factBase.factsFrom(id).length),
      ]),
    ),
    '**Sources contradict each other**',
    conflicts.map((conflict) => listed(conflict, factBase)).join('\n'),
    '**One figure, given for different things**',
    ambiguities.map((conflict) => listed(conflict, factBase)).join('\n'),
  ].join('\n\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function listed({ kind, facts }: Conflict, factBase: FactBase): string {
  const [first] = facts;
  const subject = factBase.entity(first?.subject ?? '')?.name.en ?? '';
  const metricOf = (fact: Fact) => factBase.metric(fact.metric)?.name.en ?? fact.metric;
  const said = facts.map((fact) => {
    const what = kind === 'ambiguity' ? `${metricOf(fact)} ` : '';
    const when = fact.period === null ? '' : `, ${fact.period.iso}`;
    return `${what}${fact.written} (${fact.source}${when})`;
  });
  const about = kind === 'conflict' && first !== undefined ? `${subject}, ${metricOf(first)}` : subject;
  return `- ${about}: ${said.join('; ')}`;
}
