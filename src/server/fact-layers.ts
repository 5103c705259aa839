import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import type { FactBase } from '../factbase/fact-base.ts';
import type { FactProblem } from '../factbase/problem.ts';
import type { Layer } from '../factbase/records.ts';
import type { CompiledContents } from '../factbase/serialize.ts';
import { assembleKnowledge, BUNDLED_LAYER, type Knowledge, type Readers } from '../service/assemble.ts';
import type { ReadLayer } from './disk/fact-layers.ts';
import { systemReason } from './disk/read-text.ts';
import type { Host } from './host.ts';

/** Where a workspace folder keeps facts of its own. */
export interface FactFolders {
  readonly root: string;
  readonly facts: readonly string[];
  readonly seeds: readonly string[];
  readonly exclude: readonly string[];
}

export interface LoadedFacts {
  /** The bundled facts with those of all folders over them. */
  readonly knowledge: Knowledge;
  /** The bundled facts with those of one folder over them, by its root: a note is checked by what its own folder says. */
  knowledgeOf(root: string): Knowledge;
  readonly problems: readonly FactProblem[];
  /** What the facts of the workspace do not fit with: digests, names, each other. Nothing that keeps them from being used. */
  readonly remarks: readonly FactProblem[];
  /** The bundled layer and those of the workspace, the last of which has the last word. */
  readonly layers: readonly Layer[];
  /** What is not wrong in a file but with a folder: not there, not readable. */
  readonly complaints: readonly string[];
  /** Equal for equal facts over the same bundled ones. */
  readonly fingerprint: string;
}

/** The bundled facts with those of the workspace over them. Never throws for anything in the workspace. */
export async function loadFacts(
  base: CompiledContents,
  readers: Readers,
  folders: readonly FactFolders[],
  host: Host,
): Promise<LoadedFacts> {
  const complaints: string[] = [];
  const layers: ReadLayer[] = [];
  const byRoot = new Map<string, readonly Layer[]>();
  const hash = createHash('sha256');
  for (const { root, facts, seeds, exclude } of folders) {
    const before = layers.length;
    for (const name of facts) {
      const path = resolve(root, name);
      const layer = await host.readFactFolder(path).catch((error: unknown) => {
        complaints.push(`${path}: ${systemReason(error)}`);
        return null;
      });
      if (layer !== null) layers.push(layer);
    }
    if (seeds.length > 0) {
      const paths = await host.walk(root, { root, include: seeds, exclude });
      layers.push(await host.readSeedFiles(`${basename(root)} seeds`, paths));
    }
    const added = layers.slice(before);
    byRoot.set(
      root,
      added.map(({ layer }) => layer),
    );
    if (added.length > 0) hash.update(`${root}\0`);
    for (const { files } of added) for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  }
  const own = layers.map(({ layer }) => layer);
  const knowledge = assembleKnowledge(base, own, readers);
  const all = [{ name: BUNDLED_LAYER, records: base.records }, ...own];
  const remarks = own.length === 0 ? [] : await remarksOn(knowledge.factBase, base, all);
  const problems = [...layers.flatMap((layer) => layer.problems), ...knowledge.problems];
  const knowledgeOf = oneForEach(byRoot, own.length, knowledge, (some) =>
    assembleKnowledge(base, some, readers),
  );
  return {
    knowledge,
    knowledgeOf,
    problems,
    remarks,
    layers: all,
    complaints,
    fingerprint: hash.digest('hex'),
  };
}

/** Made when first asked for, and not twice: folders without facts of their own share one, and whoever has all the facts has them. */
function oneForEach(
  byRoot: ReadonlyMap<string, readonly Layer[]>,
  all: number,
  knowledge: Knowledge,
  assemble: (layers: readonly Layer[]) => Knowledge,
): (root: string) => Knowledge {
  const made = new Map<string, Knowledge>();
  return (root) => {
    const layers = byRoot.get(root) ?? [];
    if (layers.length === all) return knowledge;
    const key = layers.length === 0 ? '' : root;
    const known = made.get(key) ?? assemble(layers);
    made.set(key, known);
    return known;
  };
}

/** Proving is for those who have facts of their own; the bundled ones are proven already. */
async function remarksOn(
  factBase: FactBase,
  base: CompiledContents,
  layers: readonly Layer[],
): Promise<readonly FactProblem[]> {
  const [{ crossCheck }, { createQuantityServices }] = await Promise.all([
    import('../factbase/verify.ts'),
    import('../factbase/quantity-services.ts'),
  ]);
  const bundled = new Set(base.records.map(({ place }) => place.file));
  return crossCheck(factBase, layers, createQuantityServices(base.tables)).filter(
    // That a source is not described is among the problems.
    ({ file, key }) => !bundled.has(file) && key !== 'no-digest',
  );
}

export function isBroken({ problems, complaints }: LoadedFacts): boolean {
  return complaints.length > 0 || problems.some(({ severity }) => severity === 'error');
}
