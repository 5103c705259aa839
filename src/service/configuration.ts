import * as z from 'zod';
import type { FindingCode, Severity } from '../check/finding.ts';
import type { FactProblem } from '../factbase/problem.ts';
import { suggest } from '../factbase/suggest.ts';
import { readYaml, type YamlValue } from '../factbase/yaml-values.ts';
import type { Span } from '../text/folded-text.ts';

/** Name of the file at the workspace root that editor and command line read alike. */
export const CONFIGURATION_FILE = '.ecosystem-notes.yaml';

export const FINDING_CODES = [
  'figure.contradicted',
  'figure.outdated',
  'figure.disputed',
  'figure.weaker',
  'figure.unverified',
  'source.misattributed',
  'figures.inconsistent',
  'notes.disagree',
  'name.spelling',
  'name.unknown-in-link',
  'pin.unknown',
  'suppression.unused',
] as const satisfies readonly FindingCode[];

export type SeverityLevel = Severity | 'off';
export type SeverityByCode = Readonly<Partial<Record<FindingCode, SeverityLevel>>>;

/** What a workspace says about itself. Paths and globs are relative to the folder of the file. */
export interface Configuration {
  /** Folders with further entities, metrics, facts and seeds. */
  readonly facts: readonly string[];
  /** Globs of further source documents. */
  readonly seeds: readonly string[];
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly severity: SeverityByCode;
  readonly language: 'auto' | 'en' | 'zh';
}

export const DEFAULT_CONFIGURATION: Configuration = {
  facts: [],
  seeds: [],
  include: ['**/*.md', '**/*.markdown'],
  exclude: [],
  severity: {},
  language: 'auto',
};

/** Something wrong in the configuration. UTF-16 offsets into its text. */
export interface ConfigurationProblem extends Span {
  readonly message: string;
}

export interface ReadConfiguration {
  /** Null when the file is broken: whoever has a last good one keeps it. */
  readonly configuration: Configuration | null;
  readonly problems: readonly ConfigurationProblem[];
}

const texts = z.array(z.string().min(1));

const schema = z.strictObject({
  facts: texts.optional(),
  seeds: texts.optional(),
  include: texts.optional(),
  exclude: texts.optional(),
  severity: z
    .partialRecord(z.enum(FINDING_CODES), z.enum(['error', 'warning', 'information', 'hint', 'off']))
    .optional(),
  language: z.enum(['auto', 'en', 'zh']).optional(),
});

const KEYS: readonly string[] = Object.keys(schema.shape);

/** Reads `.ecosystem-notes.yaml`. Never throws; everything wrong comes with its place and what may have been meant. */
export function readConfiguration(text: string): ReadConfiguration {
  const yamlProblems: FactProblem[] = [];
  const yaml = readYaml({ file: CONFIGURATION_FILE, text, start: 0, end: text.length }, yamlProblems);
  const problems: ConfigurationProblem[] = yamlProblems.map(({ message, start, end }) => ({
    message,
    start,
    end,
  }));
  if (yaml === null) return { configuration: problems.length > 0 ? null : DEFAULT_CONFIGURATION, problems };
  const parsed = schema.safeParse(yaml.value);
  if (!parsed.success) for (const issue of parsed.error.issues) problems.push(...describe(issue, yaml));
  if (parsed.success) problems.push(...outside(parsed.data.facts ?? [], yaml));
  if (!parsed.success || problems.length > 0) return { configuration: null, problems };
  const { facts, seeds, include, exclude, severity, language } = parsed.data;
  return {
    configuration: {
      facts: facts ?? DEFAULT_CONFIGURATION.facts,
      seeds: seeds ?? DEFAULT_CONFIGURATION.seeds,
      include: include ?? DEFAULT_CONFIGURATION.include,
      exclude: exclude ?? DEFAULT_CONFIGURATION.exclude,
      severity: cleaned(severity ?? {}),
      language: language ?? DEFAULT_CONFIGURATION.language,
    },
    problems,
  };
}

/** Who opens a folder has not agreed that its files send us to read other folders. */
function outside(folders: readonly string[], yaml: YamlValue): readonly ConfigurationProblem[] {
  return folders.flatMap((folder, i) =>
    leaves(folder)
      ? [{ message: `"${folder}" lies outside of this folder.`, ...spanAt(yaml, ['facts', String(i)]) }]
      : [],
  );
}

function leaves(path: string): boolean {
  if (/^(?:[/\\]|[a-z]:)/i.test(path)) return true;
  let depth = 0;
  for (const part of path.split(/[/\\]/)) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}

/** Severities as given, known codes and levels only; for settings that no schema has passed. */
export function cleaned(severity: Readonly<Record<string, unknown>>): SeverityByCode {
  const known = FINDING_CODES.flatMap((code) => {
    const level = SEVERITY_LEVELS.find((candidate) => candidate === severity[code]);
    return level === undefined ? [] : [[code, level] as const];
  });
  return Object.fromEntries(known);
}

const SEVERITY_LEVELS: readonly SeverityLevel[] = ['error', 'warning', 'information', 'hint', 'off'];

function describe(issue: z.core.$ZodIssue, yaml: YamlValue): readonly ConfigurationProblem[] {
  const path = issue.path.map(String);
  const place = spanAt(yaml, path);
  const key = path.join('.');
  if (issue.code === 'unrecognized_keys') {
    const inside = key === '' ? '' : `${key}.`;
    const [what, known] =
      key === 'severity' ? (['finding code', FINDING_CODES] as const) : (['key', KEYS] as const);
    return issue.keys.map((name) => unknown(name, what, known, yaml.keys[inside + name] ?? place));
  }
  if (issue.code === 'invalid_value')
    return [{ message: `"${key}" is one of ${issue.values.join(', ')}.`, ...place }];
  if (issue.code === 'invalid_type' && path.length === 0)
    return [{ message: `The file holds keys and values (${KEYS.join(', ')}).`, ...place }];
  return [{ message: `"${key}" is ${expected(issue)}.`, ...place }];
}

function unknown(name: string, what: string, known: readonly string[], place: Span): ConfigurationProblem {
  const near = suggest(name, known);
  const advice = near === null ? `Known are ${known.join(', ')}.` : `Did you mean "${near}"?`;
  return { message: `Unknown ${what} "${name}". ${advice}`, start: place.start, end: place.end };
}

function expected(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_type') return 'not readable';
  if (issue.expected === 'array') return 'a list, such as [notes, drafts]';
  if (issue.expected === 'string') return 'text';
  return 'a group of keys and values';
}

function spanAt(yaml: YamlValue, path: readonly string[]): Span {
  for (let length = path.length; length > 0; length--) {
    const span = yaml.spans[path.slice(0, length).join('.')];
    if (span !== undefined) return { start: span.start, end: span.end };
  }
  return { start: yaml.start, end: yaml.end };
}
