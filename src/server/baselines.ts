import { join, relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import {
  BASELINE_FILE,
  type Baseline,
  type BaselineEntry,
  readBaseline,
  writeBaseline,
} from '../service/baseline.ts';
import type { FolderConfiguration } from './configuration.ts';
import { isWithin } from './disk/walk.ts';
import type { Host } from './host.ts';
import type { Session } from './session.ts';

interface BaselineFolder {
  readonly path: string;
  readonly configuration: Pick<FolderConfiguration, 'include' | 'exclude'>;
}

/** The baselines of the workspace folders, as their files stand. */
export class Baselines {
  readonly #host: Pick<Host, 'readText'>;
  #held: ReadonlyMap<string, Baseline> = new Map();

  constructor(host: Pick<Host, 'readText'>) {
    this.#host = host;
  }

  /** Reads the files anew; what is wrong with them, one line each. Without a file, or with a broken one, every finding is new. */
  async load(folders: readonly Pick<BaselineFolder, 'path'>[]): Promise<readonly string[]> {
    const problems: string[] = [];
    const held = new Map<string, Baseline>();
    for (const { path } of folders) {
      const file = join(path, BASELINE_FILE);
      const read = await this.#host.readText(file);
      if ('problem' in read) {
        if (!read.problem.endsWith('no such file or folder.')) problems.push(read.problem);
        continue;
      }
      const { baseline, problem } = readBaseline(read.text);
      if (problem !== null) problems.push(`${file}: ${problem}`);
      held.set(path, baseline);
    }
    this.#held = held;
    return problems;
  }

  of(uri: string): readonly BaselineEntry[] {
    if (this.#held.size === 0) return [];
    const { scheme, fsPath } = URI.parse(uri);
    if (scheme !== 'file') return [];
    for (const [folder, baseline] of this.#held)
      if (isWithin(fsPath, folder)) return baseline.get(pathIn(folder, fsPath)) ?? [];
    return [];
  }
}

export interface TakeBaselineParts {
  readonly host: Pick<Host, 'readText' | 'walk' | 'replaceFile'>;
  readonly folders: readonly BaselineFolder[];
  readonly session: Session;
  /** The text of an open note, which counts before that on the disk. */
  readonly openText: (uri: string) => string | undefined;
  readonly today: () => number;
}

export type TakenBaseline =
  | { readonly notes: number; readonly findings: number }
  | { readonly problem: string };

/** Writes the findings that the notes of each folder have now as its baseline; entries that nothing needs any more are gone with it. */
export async function takeBaseline(parts: TakeBaselineParts): Promise<TakenBaseline> {
  const { host, folders, session, openText, today } = parts;
  let notes = 0;
  let findings = 0;
  for (const { path: root, configuration } of folders) {
    const baseline = new Map<string, readonly BaselineEntry[]>();
    const { include, exclude } = configuration;
    for (const file of await host.walk(root, { root, include, exclude })) {
      const uri = URI.file(file).toString();
      const text = openText(uri) ?? (await textOf(host, file));
      if (text === null) continue;
      const service = session.serviceFor(uri);
      const analysis = session.knowledgeFor(uri).checker.analyze(text, { today: today() });
      const entries = service.takeBaseline(service.makeNote(uri, analysis));
      if (entries.length > 0) baseline.set(pathIn(root, file), entries);
      findings += entries.length;
      // Requests come in between two notes.
      await new Promise((resolve) => setImmediate(resolve));
    }
    notes += baseline.size;
    const file = join(root, BASELINE_FILE);
    if (baseline.size === 0 && (await textOf(host, file)) === null) continue;
    const written = await host.replaceFile({ path: file, text: writeBaseline(baseline) });
    if (!written.done) return { problem: written.problem };
  }
  return { notes, findings };
}

async function textOf(host: Pick<Host, 'readText'>, path: string): Promise<string | null> {
  const read = await host.readText(path);
  return 'text' in read ? read.text : null;
}

/** As the baseline file names a note. */
function pathIn(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}
