import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FactFile } from '../../src/factbase/records.ts';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** All files of the bundled fact base, by their path from the project. */
export function bundledFiles(): readonly FactFile[] {
  const folder = join(PROJECT, 'data');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path: relative(PROJECT, path), text: readFileSync(path, 'utf8') }));
}

/** Text of one data file: `dataText('cues.yaml')`. */
export function dataText(name: string): string {
  return readFileSync(join(PROJECT, 'data', name), 'utf8');
}
