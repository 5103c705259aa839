import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { readTable } from '../../src/factbase/load.ts';
import { createQuantityServices, type QuantityServices } from '../../src/factbase/quantity-services.ts';
import type { FactFile } from '../../src/factbase/records.ts';
import { TABLE_SCHEMAS } from '../../src/factbase/table-schemas.ts';
import { verifyFacts } from '../../src/factbase/verify.ts';
import { shown } from './support.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const documentsFolder = fileURLToPath(new URL('../../../shared/seeds', import.meta.url));

const read = (path: string): FactFile => ({ path, text: readFileSync(`${root}${path}`, 'utf8') });
const folder = (path: string): FactFile[] =>
  readdirSync(`${root}${path}`)
    .filter((name) => /\.(?:yaml|md)$/.test(name))
    .map((name) => read(`${path}/${name}`));

const files = [
  read('data/metrics.yaml'),
  ...['entities', 'facts', 'seeds'].flatMap((name) => folder(`data/${name}`)),
];
const texts = Object.fromEntries(files.map(({ path, text }) => [path, text]));

describe('the bundled fact base', () => {
  let services: QuantityServices;
  const verify = (documents: readonly FactFile[]) =>
    verifyFacts({ layers: [{ name: 'bundled', files }], documents }, services);

  beforeAll(() => {
    const tables: Record<string, unknown> = {};
    for (const [name, schema] of Object.entries(TABLE_SCHEMAS)) {
      const { table, problems } = readTable(read(`data/${name}.yaml`), schema);
      expect(shown(problems, { [`data/${name}.yaml`]: read(`data/${name}.yaml`).text })).toEqual([]);
      tables[name] = table;
    }
    services = createQuantityServices(tables);
  });

  test('says what its digests say', () => {
    const { problems } = verify([]);
    expect(shown(problems, texts)).toEqual([]);
  });

  test('has facts of every source, and knows where sources disagree', () => {
    const { factBase, conflicts } = verify([]);
    expect(factBase.sources.filter(({ id }) => factBase.factsFrom(id).length === 0)).toEqual([]);
    expect(factBase.facts.length).toBeGreaterThan(100);
    const kinds = new Set(conflicts.map(({ conflict }) => conflict.kind));
    expect([...kinds].sort()).toEqual(['ambiguity', 'conflict']);
  });

  test.skipIf(!existsSync(documentsFolder))('says what its documents say', () => {
    const documents = readdirSync(documentsFolder).map((name) => ({
      path: name,
      text: readFileSync(`${documentsFolder}/${name}`, 'utf8'),
    }));
    expect(shown(verify(documents).problems, texts)).toEqual([]);
  });

  test('does not say what its digests do not: a tenfold value is missed in every digest', () => {
    const tenfold = files.map((file) =>
      file.path.startsWith('data/seeds/')
        ? { ...file, text: file.text.replace(/\d+(?:[.,]\d+)*/g, (digits) => `9${digits}`) }
        : file,
    );
    const { factBase, problems } = verifyFacts(
      { layers: [{ name: 'bundled', files: tenfold }], documents: [] },
      services,
    );
    const digits = factBase.facts.filter(({ written }) => /\d/.test(written));
    const missed = problems.filter(({ code }) => code === 'facts.not-in-digest');
    expect(missed.length).toBeGreaterThan(digits.length * 0.95);
  });
});
