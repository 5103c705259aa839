import { existsSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { readTextFile } from '../server/disk/read-text.ts';
import {
  BASELINE_FILE,
  type Baseline,
  type BaselineEntry,
  readBaseline,
  writeBaseline,
} from '../service/baseline.ts';
import type { CheckOptions } from './arguments.ts';
import { Failure } from './failure.ts';

/** The baseline that a run of `check` goes by. */
export interface HeldBaseline {
  /** The entries of a note by its path as it is shown, relative to the working folder. */
  of(path: string): readonly BaselineEntry[];
  /** Puts what these notes have now in place of what was known of them; notes that are gone go too. Throws `Failure`. */
  update(notes: ReadonlyMap<string, readonly BaselineEntry[]>): Promise<void>;
}

type BaselineOptions = Pick<CheckOptions, 'baseline' | 'updateBaseline' | 'config'>;

/** Reads the baseline that is named, or the one beside the configuration. Throws `Failure` when it cannot be read. */
export async function openBaseline(options: BaselineOptions, cwd: string): Promise<HeldBaseline> {
  const folder = options.config === null ? cwd : dirname(resolve(cwd, options.config));
  const file = options.baseline === null ? resolve(folder, BASELINE_FILE) : resolve(cwd, options.baseline);
  const held = await readHeld(file, options);
  const keyOf = (path: string): string => relative(dirname(file), resolve(cwd, path)).split(sep).join('/');
  return {
    of: (path) => held.get(keyOf(path)) ?? [],
    async update(notes) {
      const next = new Map([...held].filter(([path]) => existsSync(resolve(dirname(file), path))));
      for (const [path, entries] of notes) next.set(keyOf(path), entries);
      // Only whoever writes pays for what writing takes.
      const { replaceFile } = await import('../server/disk/replace-file.ts');
      const replaced = await replaceFile({ path: file, text: writeBaseline(next) });
      if (!replaced.done) throw new Failure(replaced.problem);
    },
  };
}

async function readHeld(
  file: string,
  { baseline: named, updateBaseline }: BaselineOptions,
): Promise<Baseline> {
  const read = await readTextFile(file);
  const shown = named ?? BASELINE_FILE;
  if ('problem' in read) {
    // A file that is named must be there, unless it is about to be written.
    const mayLack = named === null || updateBaseline;
    if (mayLack && read.problem.endsWith('no such file or folder.')) return new Map();
    throw new Failure(read.problem.replace(file, shown));
  }
  const { baseline, problem } = readBaseline(read.text);
  if (problem !== null && !updateBaseline) throw new Failure(`${shown}: ${problem}`);
  return baseline;
}
