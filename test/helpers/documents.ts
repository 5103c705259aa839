import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledFiles } from './fact-files.ts';

/** A text that states the facts of one source. */
export interface SourceText {
  readonly name: string;
  /** The number that names of the source, its digest and its document begin with. */
  readonly number: string;
  readonly text: string;
}

/** The digests of the bundled fact base. */
export function digests(): readonly SourceText[] {
  return bundledFiles()
    .filter(({ path }) => /seeds\/\d+-.*\.md$/.test(path))
    .map(({ path, text }) => sourceText(path.replace(/^.*\//, ''), text));
}

const FOLDER = fileURLToPath(new URL('../../../shared/seeds', import.meta.url));

/** The original documents; empty where they are not at hand. */
export function originals(): readonly SourceText[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((name) => /^\d+_.*\.txt$/.test(name))
    .sort()
    .map((name) => sourceText(name, readFileSync(join(FOLDER, name), 'utf8')));
}

function sourceText(name: string, text: string): SourceText {
  return { name, number: /^\d+/.exec(name)?.[0] ?? '', text };
}
