import { parseArgs } from 'node:util';
import type { ListFilter } from '../factbase/list.ts';
import { suggest } from '../factbase/suggest.ts';
import { Failure } from './failure.ts';

export type Format = 'pretty' | 'json' | 'sarif' | 'github';
export type FailOn = 'error' | 'warning' | 'information' | 'never';

/** What the command line asks for, each command with its own options. */
export type Command =
  | { readonly name: 'help' }
  | { readonly name: 'version' }
  | ({ readonly name: 'check' } & CheckOptions)
  | ({ readonly name: 'facts verify' } & CommonOptions & { readonly documents: string | null })
  | ({ readonly name: 'facts list' } & CommonOptions & { readonly filter: ListFilter })
  | ({ readonly name: 'explain' } & CommonOptions & { readonly file: string; readonly line: number })
  | { readonly name: 'lsp' };

export interface CommonOptions {
  readonly format: Format;
  /** Folders with further facts, nearest to the user last. */
  readonly facts: readonly string[];
  /** Whole days since 1970-01-01 (UTC), or null for the clock's. */
  readonly today: number | null;
  /** Path of the configuration; null for `.ecosystem-notes.yaml` in the working folder, if there is one. */
  readonly config: string | null;
  readonly language: 'auto' | 'en' | 'zh';
}

export interface CheckOptions extends CommonOptions {
  readonly paths: readonly string[];
  readonly failOn: FailOn;
  readonly figures: boolean;
  readonly stdinPath: string | null;
  /** Path of the baseline; null for `.ecosystem-notes-baseline.json` beside the configuration, if there is one. */
  readonly baseline: string | null;
  /** What is found becomes the baseline. */
  readonly updateBaseline: boolean;
}

const OPTIONS = {
  baseline: { type: 'string' },
  config: { type: 'string' },
  conflicts: { type: 'boolean' },
  documents: { type: 'string' },
  facts: { type: 'string', multiple: true },
  'fail-on': { type: 'string' },
  figures: { type: 'boolean' },
  format: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  language: { type: 'string' },
  metric: { type: 'string' },
  'node-ipc': { type: 'boolean' },
  source: { type: 'string' },
  stdio: { type: 'boolean' },
  'stdin-path': { type: 'string' },
  subject: { type: 'string' },
  today: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  version: { type: 'boolean', short: 'v' },
} as const;

type OptionName = keyof typeof OPTIONS;

const COMMON: readonly OptionName[] = ['config', 'facts', 'format', 'help', 'language', 'today', 'version'];

/** Options that each command takes; any other is refused rather than ignored. */
const TAKES: Readonly<Record<Exclude<Command['name'], 'help' | 'version'>, readonly OptionName[]>> = {
  check: [...COMMON, 'baseline', 'fail-on', 'figures', 'stdin-path', 'update-baseline'],
  'facts verify': [...COMMON, 'documents'],
  'facts list': [...COMMON, 'subject', 'metric', 'source', 'conflicts'],
  explain: COMMON,
  lsp: ['help', 'version', 'stdio', 'node-ipc'],
};

/** Reads the words behind the program's name. Throws `Failure` with one line that says what is wrong and what may be meant. */
export function parseCommandLine(words: readonly string[]): Command {
  const { values, positionals, given } = readWords(words);
  if (values.version === true) return { name: 'version' };
  const [first, ...rest] = positionals;
  if (values.help === true || (first === undefined && words.length === 0)) return { name: 'help' };
  if (first === undefined) throw new Failure('No command given. Commands: check, facts, explain, lsp.');
  switch (first) {
    case 'help':
      return { name: 'help' };
    case 'check': {
      refuseOthers('check', given);
      return {
        name: 'check',
        ...common(values),
        paths: rest,
        failOn: choice('fail-on', values['fail-on'], ['error', 'warning', 'information', 'never']) ?? 'error',
        figures: values.figures === true,
        stdinPath: values['stdin-path'] ?? null,
        baseline: values.baseline ?? null,
        updateBaseline: values['update-baseline'] === true,
      };
    }
    case 'facts':
      return factsCommand(rest, values, given);
    case 'explain': {
      refuseOthers('explain', given);
      const place = /^(.+):([1-9]\d*)$/.exec(rest[0] ?? '');
      if (rest.length !== 1 || !place)
        throw new Failure('explain needs one FILE:LINE, for example notes/a.md:12.');
      return { name: 'explain', ...common(values), file: place[1] ?? '', line: Number(place[2]) };
    }
    case 'lsp':
      refuseOthers('lsp', given);
      return { name: 'lsp' };
    default: {
      const meant = suggest(first, ['check', 'facts', 'explain', 'lsp', 'help']);
      throw new Failure(
        `Unknown command "${first}".${meant === null ? ' Commands: check, facts, explain, lsp.' : ` Did you mean "${meant}"?`}`,
      );
    }
  }
}

function factsCommand(rest: readonly string[], values: Values, given: readonly OptionName[]): Command {
  const [action, ...words] = rest;
  if (words.length === 0 && action === 'verify') {
    refuseOthers('facts verify', given);
    return { name: 'facts verify', ...common(values), documents: values.documents ?? null };
  }
  if (words.length === 0 && action === 'list') {
    refuseOthers('facts list', given);
    const { subject, metric, source, conflicts } = values;
    const filter: ListFilter = {
      ...(subject === undefined ? {} : { subject }),
      ...(metric === undefined ? {} : { metric }),
      ...(source === undefined ? {} : { source }),
      ...(conflicts === true ? { conflicts: 'only' } : {}),
    };
    return { name: 'facts list', ...common(values), filter };
  }
  throw new Failure('facts needs one of: verify, list.');
}

interface Values {
  readonly baseline?: string;
  readonly config?: string;
  readonly conflicts?: boolean;
  readonly documents?: string;
  readonly facts?: readonly string[];
  readonly 'fail-on'?: string;
  readonly figures?: boolean;
  readonly format?: string;
  readonly help?: boolean;
  readonly language?: string;
  readonly metric?: string;
  readonly source?: string;
  readonly 'stdin-path'?: string;
  readonly subject?: string;
  readonly today?: string;
  readonly 'update-baseline'?: boolean;
  readonly version?: boolean;
}

interface Words {
  readonly values: Values;
  readonly positionals: readonly string[];
  readonly given: readonly OptionName[];
}

function readWords(words: readonly string[]): Words {
  const { tokens } = parseArgs({ args: [...words], options: OPTIONS, strict: false, tokens: true });
  const given: OptionName[] = [];
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const name = optionName(token.name);
    if (name === null) {
      const meant = suggest(token.name, Object.keys(OPTIONS));
      throw new Failure(
        `Unknown option "${token.rawName}".${meant === null ? ' See --help.' : ` Did you mean "--${meant}"?`}`,
      );
    }
    // `--format --figures` would take the next option for the value.
    const missing = token.value === undefined || (!token.inlineValue && /^--?[a-z]/.test(token.value));
    if (OPTIONS[name].type === 'string' && missing)
      throw new Failure(`Option "${token.rawName}" needs a value.`);
    if (OPTIONS[name].type === 'boolean' && token.value !== undefined)
      throw new Failure(`Option "${token.rawName}" takes no value.`);
    given.push(name);
  }
  const { values, positionals } = parseArgs({
    args: [...words],
    options: OPTIONS,
    strict: true,
    allowPositionals: true,
  });
  return { values, positionals, given };
}

function optionName(name: string): OptionName | null {
  return Object.hasOwn(OPTIONS, name) ? (name as OptionName) : null;
}

function refuseOthers(command: keyof typeof TAKES, given: readonly OptionName[]): void {
  const other = given.find((name) => !TAKES[command].includes(name));
  if (other !== undefined) throw new Failure(`"${command}" takes no option "--${other}".`);
}

function common(values: Values): CommonOptions {
  return {
    format: choice('format', values.format, ['pretty', 'json', 'sarif', 'github']) ?? 'pretty',
    facts: values.facts ?? [],
    today: values.today === undefined ? null : readDay(values.today),
    config: values.config ?? null,
    language: choice('language', values.language, ['auto', 'en', 'zh']) ?? 'auto',
  };
}

function choice<T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  const meant = suggest(value, allowed);
  throw new Failure(
    `Option "--${option}" is one of ${allowed.join(', ')}, not "${value}".${meant === null ? '' : ` Did you mean "${meant}"?`}`,
  );
}

const DAY_MS = 86_400_000;

function readDay(text: string): number {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // Date.parse takes 2025-02-30 for the second of March.
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    throw new Failure(`Option "--today" is a date such as 2025-12-31, not "${text}".`);
  return time / DAY_MS;
}
