import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type FactProblem, factProblem } from '../../factbase/problem.ts';
import type { FactFile, Layer, ParsedRecord } from '../../factbase/records.ts';
import { readTextFile } from './read-text.ts';

/** YAML and its schemas are loaded only by those who have fact files of their own. */
const loader = () => import('../../factbase/load.ts');

export interface ReadLayer {
  readonly layer: Layer;
  readonly problems: readonly FactProblem[];
  /** The files that were read, as they were. */
  readonly files: readonly FactFile[];
}

const FOLDERS = ['entities', 'facts', 'seeds'] as const;

/**
 * Reads a folder of facts: `entities/*.yaml`, `metrics.yaml`, `facts/*.yaml`, `seeds/*.md`. Other files are left alone. Files that
 * cannot be read become problems; a folder that is not there throws an Error of the file system.
 */
export async function readFactFolder(folder: string): Promise<ReadLayer> {
  const paths = (await factFiles(folder)).map((path) => join(folder, path));
  const problems: FactProblem[] = [];
  const files: FactFile[] = [];
  for (const path of paths) {
    const read = await readTextFile(path);
    if ('text' in read) files.push({ path, text: read.text });
    else problems.push(factProblem('encoding', { file: path, start: 0, end: 0 }, { what: read.what }));
  }
  const { readRecords } = await loader();
  const results = files.map((file) => readRecords(file));
  const records = await withSyllables(results.flatMap((result) => result.records));
  return {
    layer: { name: folder, records, damaged: results.flatMap((result) => result.damaged) },
    problems: [...problems, ...results.flatMap((result) => result.problems)],
    files,
  };
}

async function factFiles(folder: string): Promise<readonly string[]> {
  const top = await readdir(folder, { withFileTypes: true });
  const found = top
    .filter((entry) => entry.isFile() && /^metrics\.ya?ml$/.test(entry.name))
    .map(({ name }) => name);
  for (const name of FOLDERS) {
    if (!top.some((entry) => entry.isDirectory() && entry.name === name)) continue;
    const ending = name === 'seeds' ? /\.md$/ : /\.ya?ml$/;
    const inner = await readdir(join(folder, name), { withFileTypes: true });
    for (const entry of inner)
      if (entry.isFile() && ending.test(entry.name)) found.push(join(name, entry.name));
  }
  return found.sort();
}

/** The dictionary of readings is large: it is loaded only for names that need it. */
async function withSyllables(records: readonly ParsedRecord[]): Promise<readonly ParsedRecord[]> {
  const chinese = records.some(
    (record) => record.type === 'entity' && /\p{Script=Han}/u.test(JSON.stringify(record.data.name)),
  );
  if (!chinese) return records;
  const { withPinyin } = await import('../../factbase/pinyin.ts');
  return withPinyin(records);
}

/** Source documents beyond the `seeds` folders of fact folders, as a layer of sources. */
export async function readSeedFiles(name: string, paths: readonly string[]): Promise<ReadLayer> {
  const problems: FactProblem[] = [];
  const files: FactFile[] = [];
  for (const path of paths) {
    const read = await readTextFile(path);
    if ('text' in read) files.push({ path, text: read.text });
    else problems.push(factProblem('encoding', { file: path, start: 0, end: 0 }, { what: read.what }));
  }
  const { readRecords } = await loader();
  const results = files.map((file) => readRecords(file, 'seed'));
  return {
    layer: {
      name,
      records: results.flatMap((result) => result.records),
      damaged: results.flatMap((result) => result.damaged),
    },
    problems: [...problems, ...results.flatMap((result) => result.problems)],
    files,
  };
}
