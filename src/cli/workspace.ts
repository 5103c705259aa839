import { resolve } from 'node:path';
import type { Language } from '../check/message.ts';
import type { FactProblem } from '../factbase/problem.ts';
import { loadBundledBase } from '../server/disk/bundled.ts';
import { type ReadLayer, readFactFolder, readSeedFiles } from '../server/disk/fact-layers.ts';
import { readTextFile, systemReason } from '../server/disk/read-text.ts';
import { walk } from '../server/disk/walk.ts';
import { assembleKnowledge, createReaders, type Knowledge } from '../service/assemble.ts';
import type { Configuration } from '../service/configuration.ts';
import {
  createLanguageService,
  type LanguageService,
  type LanguageServiceOptions,
} from '../service/language-service.ts';
import { LineIndex } from '../text/lines.ts';
import type { CommonOptions } from './arguments.ts';
import { Failure } from './failure.ts';

/** Kept apart from `configuration.ts`, which brings the YAML and schema libraries along: most runs need neither. */
const CONFIGURATION_FILE = '.ecosystem-notes.yaml';

/** Everything that a command works with. */
export interface Workspace {
  readonly root: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly knowledge: Knowledge;
  readonly service: LanguageService;
  readonly language: Language;
  /** Whole days since 1970-01-01 (UTC). */
  readonly today: number;
}

export interface Surroundings {
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly now: Date;
}

/** What is known of notes besides their text: findings of before, and what other notes say. */
export type KnownOfNotes = Pick<LanguageServiceOptions, 'baseline' | 'across'>;

/** Reads configuration, bundled facts and further layers. Throws `Failure` for the first thing that is broken. */
export async function openWorkspace(
  options: CommonOptions,
  around: Surroundings,
  known: KnownOfNotes = {},
): Promise<Workspace> {
  const { root, configuration } = await readConfigurationFile(options, around.cwd);
  const base = loadBundledBase();
  const readers = createReaders(base.tables);
  const layers = await readLayers(options, root, configuration, around.cwd);
  const knowledge = assembleKnowledge(
    base,
    layers.map(({ layer }) => layer),
    readers,
  );
  const problems = [...layers.flatMap((layer) => layer.problems), ...knowledge.problems];
  refuseBroken(problems, layers);
  const language = chooseLanguage(options.language, configuration.language, around.environment);
  return {
    root,
    include: configuration.include,
    exclude: configuration.exclude,
    knowledge,
    service: createLanguageService({
      factBase: knowledge.factBase,
      language,
      severity: configuration.severity,
      checker: knowledge.checker,
      ...known,
    }),
    language,
    today: options.today ?? localDay(around.now),
  };
}

type UsedConfiguration = Pick<
  Configuration,
  'facts' | 'seeds' | 'include' | 'exclude' | 'severity' | 'language'
>;

const NO_CONFIGURATION: UsedConfiguration = {
  facts: [],
  seeds: [],
  include: ['**/*.md', '**/*.markdown'],
  exclude: [],
  severity: {},
  language: 'auto',
};

async function readConfigurationFile(
  { config }: CommonOptions,
  cwd: string,
): Promise<{ readonly root: string; readonly configuration: UsedConfiguration }> {
  const path = resolve(cwd, config ?? CONFIGURATION_FILE);
  const root = config === null ? cwd : resolve(path, '..');
  const read = await readTextFile(path);
  if ('problem' in read) {
    const absent = config === null && read.problem.endsWith('no such file or folder.');
    if (absent) return { root, configuration: NO_CONFIGURATION };
    throw new Failure(read.problem.replace(path, config ?? CONFIGURATION_FILE));
  }
  const { readConfiguration } = await import('../service/configuration.ts');
  const { configuration, problems } = readConfiguration(read.text);
  const [first] = problems;
  if (configuration !== null) return { root, configuration };
  const place = new LineIndex(read.text).positionAt(first?.start ?? 0);
  const where = `${config ?? CONFIGURATION_FILE}:${place.line + 1}:${place.character + 1}`;
  throw new Failure(`${where}: ${first?.message ?? 'cannot be read.'}${more(problems.length - 1)}`);
}

async function readLayers(
  options: CommonOptions,
  root: string,
  configuration: UsedConfiguration,
  cwd: string,
): Promise<readonly ReadLayer[]> {
  const folders = [
    ...configuration.facts.map((name) => ({ name, path: resolve(root, name) })),
    ...options.facts.map((name) => ({ name, path: resolve(cwd, name) })),
  ];
  const layers: ReadLayer[] = [];
  for (const { name, path } of folders) {
    layers.push(
      await readFactFolder(path).catch((error: unknown) => {
        throw new Failure(`${name}: ${systemReason(error)}`);
      }),
    );
  }
  if (configuration.seeds.length > 0) {
    const paths = await walk(root, { root, include: configuration.seeds, exclude: configuration.exclude });
    layers.push(await readSeedFiles('seeds', paths));
  }
  return layers;
}

function refuseBroken(problems: readonly FactProblem[], layers: readonly ReadLayer[]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first === undefined) return;
  const file = layers.flatMap(({ files }) => files).find(({ path }) => path === first.file);
  const place = file === undefined ? null : new LineIndex(file.text).positionAt(first.start);
  const where = place === null ? first.file : `${first.file}:${place.line + 1}:${place.character + 1}`;
  throw new Failure(`${where}: ${first.message} ${first.hint}${more(errors.length - 1)}`);
}

function more(count: number): string {
  return count > 0 ? ` (and ${count} more)` : '';
}

/** The option wins over the configuration, and that over the terminal's locale. */
export function chooseLanguage(
  option: CommonOptions['language'],
  configured: CommonOptions['language'],
  environment: Surroundings['environment'],
): Language {
  if (option !== 'auto') return option;
  if (configured !== 'auto') return configured;
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}

/** The day on the person's calendar. */
function localDay(now: Date): number {
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
}
