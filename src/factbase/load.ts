import type { z } from 'zod';
import type { Span } from '../text/folded-text.ts';
import { ENTITY_KINDS, kindOfFile } from './entity-kinds.ts';
import type { EntityKind, RecordPlace } from './model.ts';
import { type FactProblem, factProblem } from './problem.ts';
import type { FactFile, ParsedRecord } from './records.ts';
import { entitySchema, factSchema, metricSchema, sourceSchema } from './schema.ts';
import { validate } from './validate.ts';
import { readYaml, type YamlValue } from './yaml-values.ts';

/** What a file of the fact base holds. `units` files are read by `quantity/`. */
export type FileRole = 'entities' | 'metrics' | 'facts' | 'seed' | 'units';

export interface ReadResult {
  readonly records: readonly ParsedRecord[];
  readonly problems: readonly FactProblem[];
  /** Ids of records that could not be read: pointing at them is no further mistake. */
  readonly damaged: readonly string[];
}

/**
 * Reads one file of a fact base. Throws nothing: what cannot be read becomes a problem with its place, and every other
 * record of the file is still returned. `role` is for files whose path does not say what they hold.
 */
export function readRecords(file: FactFile, role: FileRole | null = fileRole(file.path)): ReadResult {
  const problems: FactProblem[] = [];
  if (role === null) {
    problems.push(factProblem('unknown-file', { file: file.path, start: 0, end: 0 }, { file: file.path }));
    return { records: [], problems, damaged: [] };
  }
  if (role === 'units') return { records: [], problems, damaged: [] };
  const damage = encodingDamage(file.text);
  if (damage !== null) {
    problems.push(
      factProblem(
        'encoding',
        { file: file.path, start: damage.start, end: damage.end },
        { what: damage.what },
      ),
    );
    return { records: [], problems, damaged: [] };
  }
  if (role === 'seed') return { records: readSeed(file, problems), problems, damaged: [] };
  const damaged: string[] = [];
  const records = readList(file, role, problems, damaged);
  return { records, problems, damaged };
}

/** What a file holds, as the last parts of its path say; null when they say nothing. */
export function fileRole(path: string): FileRole | null {
  const parts = path.split(/[/\\]/);
  const name = parts.at(-1) ?? '';
  if (/^metrics\.ya?ml$/.test(name)) return 'metrics';
  if (/^units\.ya?ml$/.test(name)) return 'units';
  const folder = parts.slice(0, -1).findLast((part) => part in FOLDER_ROLES);
  if (folder === undefined) return null;
  const role = FOLDER_ROLES[folder] ?? null;
  return (role === 'seed' ? /\.md$/ : /\.ya?ml$/).test(name) ? role : null;
}

const FOLDER_ROLES: Readonly<Record<string, FileRole>> = {
  entities: 'entities',
  facts: 'facts',
  seeds: 'seed',
};

/** The name of a file without folders and ending: the id of the source that it speaks for. */
export function fileStem(path: string): string {
  const name = path.split(/[/\\]/).at(-1) ?? path;
  return name.replace(/\.(?:ya?ml|md)$/, '');
}

export interface TableResult {
  /** Null when the file cannot be read or has not the shape that it must have. */
  readonly table: unknown;
  readonly problems: readonly FactProblem[];
}

/** The items of a list file with the spans of their keys and values, as far as they can be read; problems are `readRecords`'s business. */
export function readItems(file: FactFile): readonly YamlValue[] {
  return [...listItems(file, [])];
}

/** Reads a data file that holds no records but one mapping (units, cues, set words). Throws nothing. */
export function readTable(file: FactFile, schema: z.ZodType): TableResult {
  const problems: FactProblem[] = [];
  const { path, text } = file;
  const yaml = readYaml({ file: path, text, start: 0, end: text.length }, problems) ?? emptyRecord(0);
  const table = yaml.broken ? null : validate(schema, yaml, 'table', path, problems);
  return { table: problems.length > 0 ? null : table, problems };
}

function readList(
  file: FactFile,
  role: 'entities' | 'metrics' | 'facts',
  problems: FactProblem[],
  damaged: string[],
): ParsedRecord[] {
  const records: ParsedRecord[] = [];
  const lines = new LineCursor(file.text);
  for (const yaml of listItems(file, problems)) {
    const place: RecordPlace = {
      file: file.path,
      start: yaml.start,
      end: yaml.end,
      line: lines.lineAt(yaml.start),
    };
    const record = yaml.broken ? null : toRecord(role, file.path, yaml, place, problems);
    if (record !== null) records.push(record);
    else damaged.push(...idOf(yaml.value));
  }
  return records;
}

function idOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || !('id' in value)) return [];
  return typeof value.id === 'string' ? [value.id] : [];
}

function toRecord(
  role: 'entities' | 'metrics' | 'facts',
  path: string,
  yaml: YamlValue,
  place: RecordPlace,
  problems: FactProblem[],
): ParsedRecord | null {
  const at = yaml.spans;
  if (role === 'metrics') {
    const data = validate(metricSchema, yaml, 'metric', path, problems);
    return data === null ? null : { type: 'metric', data, place, at };
  }
  if (role === 'facts') {
    const data = validate(factSchema, yaml, 'fact', path, problems);
    return data === null ? null : { type: 'fact', source: fileStem(path), data, place, at };
  }
  const data = validate(entitySchema, yaml, 'entity', path, problems);
  if (data === null) return null;
  const kind: EntityKind | null = data.kind ?? kindOfFile(fileStem(path));
  if (kind !== null) return { type: 'entity', kind, data, place, at };
  const span = yaml.keys.id ?? place;
  problems.push(
    factProblem(
      'missing-kind',
      { file: path, start: span.start, end: span.end },
      {
        file: fileStem(path),
        known: ENTITY_KINDS.join(', '),
      },
    ),
  );
  return null;
}

function readSeed(file: FactFile, problems: FactProblem[]): ParsedRecord[] {
  const fences = /^\uFEFF?---[ \t]*\r?\n(?:[\s\S]*?\n)??---[ \t]*(?:\r?\n|$)/.exec(file.text);
  const whole = fences?.[0];
  if (whole === undefined) {
    problems.push(
      factProblem('no-front-matter', { file: file.path, start: 0, end: Math.min(3, file.text.length) }),
    );
    return [];
  }
  const start = whole.indexOf('\n') + 1;
  const end = whole.lastIndexOf('---');
  const yaml = readYaml({ file: file.path, text: file.text, start, end }, problems) ?? emptyRecord(start);
  if (yaml.broken) return [];
  const data = validate(sourceSchema, yaml, 'source', file.path, problems);
  if (data === null) return [];
  const place: RecordPlace = { file: file.path, start: 0, end: whole.trimEnd().length, line: 1 };
  return [{ type: 'source', id: fileStem(file.path), data, place, at: yaml.spans, text: file.text }];
}

function emptyRecord(at: number): YamlValue {
  return { value: {}, spans: {}, keys: {}, start: at, end: at, broken: false };
}

/**
 * The records of a list file. Each item is parsed by itself, from its dash at the start of a line to the next: so a slip in one
 * (an open quote, a lost bracket) cannot swallow those behind it.
 */
function* listItems(file: FactFile, problems: FactProblem[]): Generator<YamlValue> {
  const { text, path } = file;
  const dashes = [...text.matchAll(/(?<=^|\n|\uFEFF)-(?=[ \t\r\n]|$)/g)].map((match) => match.index);
  const head = readYaml(
    { file: path, text, start: text.startsWith('\uFEFF') ? 1 : 0, end: dashes[0] ?? text.length },
    problems,
  );
  if (head !== null) yield* headItems(head, path, problems);
  for (const [i, start] of dashes.entries()) {
    const item = readYaml({ file: path, text, start, end: dashes[i + 1] ?? text.length }, problems);
    if (item !== null) yield* itemsOf(item);
  }
}

/** What stands before the first dash: nothing, a list in brackets, or a mistake. */
function* headItems(head: YamlValue, file: string, problems: FactProblem[]): Generator<YamlValue> {
  if (Array.isArray(head.value) && head.value.length > 0) {
    yield* itemsOf(head);
    return;
  }
  if (head.broken || Array.isArray(head.value)) return;
  const found = typeof head.value === 'object' ? 'a record of keys and values' : 'a single value';
  const first = Object.values(head.keys)[0] ?? head;
  problems.push(factProblem('not-a-list', { file, start: first.start, end: first.end }, { found }));
}

/** The items of a list that was read as one, each with the spans within it. */
function* itemsOf(list: YamlValue): Generator<YamlValue> {
  if (!Array.isArray(list.value)) return;
  for (const [i, value] of list.value.entries()) {
    const span = list.spans[String(i)] ?? list;
    yield {
      value,
      start: span.start,
      end: span.end,
      spans: beneath(list.spans, `${i}`),
      keys: beneath(list.keys, `${i}`),
      broken: list.broken,
    };
  }
}

function beneath(spans: Readonly<Record<string, Span>>, head: string): Record<string, Span> {
  const out: Record<string, Span> = {};
  for (const [path, span] of Object.entries(spans)) {
    if (path === head) out[''] = span;
    else if (path.startsWith(`${head}.`)) out[path.slice(head.length + 1)] = span;
  }
  return out;
}

interface Damage extends Span {
  readonly what: string;
}

/** Signs that the bytes were not UTF-8: NUL (UTF-16 mostly) or replacement characters. */
function encodingDamage(text: string): Damage | null {
  const nul = text.indexOf('\0');
  if (nul >= 0) return { start: nul, end: nul + 1, what: 'NUL characters, as UTF-16 files do' };
  const lost = text.indexOf('\uFFFD');
  if (lost >= 0) return { start: lost, end: lost + 1, what: 'bytes that are no UTF-8 characters' };
  return null;
}

/** Counts lines forward; offsets must be asked for in order. */
class LineCursor {
  private readonly text: string;
  private at = 0;
  private line = 1;

  constructor(text: string) {
    this.text = text;
  }

  lineAt(offset: number): number {
    for (;;) {
      const next = this.text.indexOf('\n', this.at);
      if (next < 0 || next >= offset) return this.line;
      this.at = next + 1;
      this.line++;
    }
  }
}
