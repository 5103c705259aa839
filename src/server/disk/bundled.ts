import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CompiledContents, deserializeRecords } from '../../factbase/serialize.ts';

/** Beside a bundle in `dist/`, and from sources (`src/server/disk/`) in the `dist/` of the project. */
const PLACES: readonly string[] = [
  'fact-base.json',
  '../../../dist/fact-base.json',
  '../dist/fact-base.json',
];

/** The compiled fact base that comes with the program. Throws an Error with one line when it is missing or of another version. */
export function loadBundledBase(): CompiledContents {
  const file = baseFile();
  if (file === undefined)
    throw new Error('The bundled fact base (dist/fact-base.json) is missing: run "npm run build".');
  return deserializeRecords(readFileSync(file, 'utf8'));
}

function baseFile(): string | undefined {
  const here = dirname(fileURLToPath(import.meta.url));
  return PLACES.map((place) => join(here, place)).find((path) => existsSync(path));
}

/** Differs between two builds of the program or of its facts, even of one version: by time and size of their files. */
export function buildStamp(): string {
  const files = [fileURLToPath(import.meta.url), baseFile() ?? ''];
  return files
    .map((file) => statSync(file, { throwIfNoEntry: false }))
    .map((info) => (info === undefined ? '-' : `${info.mtimeMs}/${info.size}`))
    .join(' ');
}

/** Folder that the places of bundled records are relative to: the one that holds `data/`. */
export function bundledRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const candidates = [join(here, '..'), join(here, '../../..')];
  return candidates.find((folder) => existsSync(join(folder, 'data'))) ?? join(here, '..');
}
