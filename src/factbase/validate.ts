import type { z } from 'zod';
import type { Span } from '../text/folded-text.ts';
import { type FactProblem, factProblem } from './problem.ts';
import { suggest } from './suggest.ts';
import type { YamlValue } from './yaml-values.ts';

/** What a record is called in messages. */
export type RecordNoun = 'entity' | 'metric' | 'fact' | 'source' | 'table';

type Issue = z.core.$ZodIssue;

interface Context {
  readonly schema: z.ZodType;
  readonly yaml: YamlValue;
  readonly noun: RecordNoun;
  readonly file: string;
}

/**
 * Checks a value against a schema and turns the schema's complaints into problems at the right key. Unknown keys are left out of
 * the result and cost nothing else; anything else that is wrong costs the record (null).
 */
export function validate<T>(
  schema: z.ZodType<T>,
  yaml: YamlValue,
  noun: RecordNoun,
  file: string,
  problems: FactProblem[],
): T | null {
  const first = schema.safeParse(yaml.value);
  if (first.success) return first.data;
  const context = { schema, yaml, noun, file };
  for (const issue of first.error.issues) problems.push(...issueProblems(context, issue));
  if (first.error.issues.some((issue) => issue.code !== 'unrecognized_keys')) return null;
  const second = schema.safeParse(without(yaml.value, first.error.issues));
  return second.success ? second.data : null;
}

function issueProblems(context: Context, issue: Issue, under: readonly PropertyKey[] = []): FactProblem[] {
  const { yaml, noun, file } = context;
  const path = [...under, ...issue.path].map(String);
  const dotted = path.join('.');
  const key = dotted === '' ? noun : dotted;
  const place = { file, ...(yaml.spans[dotted] ?? yaml) };

  if (issue.code === 'unrecognized_keys') {
    const what = dotted === '' ? noun : `"${dotted}"`;
    const known = knownKeys(context.schema, path);
    return issue.keys.map((unknown) => {
      const at = yaml.keys[dotted === '' ? unknown : `${dotted}.${unknown}`] ?? place;
      return unknownKey(unknown, known, { file, start: at.start, end: at.end }, what);
    });
  }
  const found = valueAt(yaml.value, path);
  if (found === undefined) return [missingKey(context, path)];
  if (issue.code === 'invalid_union') {
    const branch = deepest(issue.errors);
    if (branch !== null) return branch.flatMap((inner) => issueProblems(context, inner, path));
  }
  const shown = typeof found === 'string' ? found : describe(found);
  const advice = adviceFor(issue, found);
  if (typeof found === 'string' && advice !== null) {
    return [factProblem('value', place, { key, found: shown, advice })];
  }
  if (Array.isArray(found) && issue.code === 'too_small' && issue.origin === 'array') {
    return [factProblem('value', place, { key, found: '[]', advice: 'Write at least one.' })];
  }
  const expected = expectedOf(issue);
  const quotes = expected.includes('text') && (typeof found === 'number' || typeof found === 'boolean');
  const remedy = quotes ? `Put it in quotes: "${String(found)}".` : `Write ${expected}.`;
  return [factProblem('type', place, { key, expected, found: describe(found), advice: remedy })];
}

function missingKey({ yaml, noun, file }: Context, path: readonly string[]): FactProblem {
  const parent = path.slice(0, -1).join('.');
  const what = parent === '' ? noun : `"${parent}"`;
  const at = yaml.keys[parent] ?? firstKey(yaml);
  return factProblem('missing-key', { file, start: at.start, end: at.end }, { key: path.at(-1) ?? '', what });
}

/** The first key stands for the record where the record as a whole is meant: marking ten lines helps nobody. */
function firstKey(yaml: YamlValue): Span {
  const first = Object.values(yaml.keys).sort((a, b) => a.start - b.start)[0];
  return first ?? { start: yaml.start, end: yaml.end };
}

/** Of the ways in which a value could have fitted, the one that it followed furthest; null when none goes beneath its top. */
function deepest(branches: readonly (readonly Issue[])[]): readonly Issue[] | null {
  return (
    branches.find((issues) => issues.length > 0 && issues.every((issue) => issue.path.length > 0)) ?? null
  );
}

function adviceFor(issue: Issue, found: unknown): string | null {
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String);
    const near = typeof found === 'string' ? suggest(found, values) : null;
    return near === null ? `Write one of ${values.join(', ')}.` : `Did you mean "${near}"?`;
  }
  if (issue.code === 'too_big') return `Write at most ${issue.maximum} characters.`;
  if (issue.code === 'too_small') return 'It must not be empty.';
  if (issue.code === 'invalid_format') return issue.message;
  if (issue.code === 'invalid_union') {
    const inner = issue.errors.flat().find((error) => error.code === 'invalid_format');
    return inner === undefined ? null : adviceFor(inner, found);
  }
  return null;
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list of two numbers',
  object: 'a record of keys and values',
  record: 'a record of keys and values',
};

function expectedOf(issue: Issue): string {
  if (issue.code === 'invalid_type') return TYPE_WORDS[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_union') {
    const words = issue.errors.flatMap((branch) => branch.slice(0, 1).map(expectedOf));
    return [...new Set(words)].join(' or ');
  }
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    return issue.origin === 'array' || issue.origin === 'tuple'
      ? 'a list of two numbers'
      : 'a number in range';
  }
  return issue.code === 'invalid_format' ? 'text' : 'something else';
}

/** A found value in words. */
function describe(found: unknown): string {
  if (found === null) return 'empty';
  if (Array.isArray(found)) return found.length === 0 ? 'an empty list' : 'a list';
  if (typeof found === 'object') return 'a record of keys and values';
  if (typeof found === 'string') return `the text "${found}"`;
  return `${typeof found === 'number' ? 'the number' : 'the value'} ${String(found)}`;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let at: unknown = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

/** The value without the keys that the issues call unknown. */
function without(value: unknown, issues: readonly Issue[]): unknown {
  const unknown = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => [...issue.path, key].map(String).join('.'))
        : [],
    ),
  );
  const copy = (part: unknown, path: string): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    if (Array.isArray(part)) return part.map((item, i) => copy(item, `${path}${i}.`));
    const kept = Object.entries(part).filter(([key]) => !unknown.has(path + key));
    return Object.fromEntries(kept.map(([key, inner]) => [key, copy(inner, `${path}${key}.`)]));
  };
  return copy(value, '');
}

/** The keys of the object schema at `path` within `schema`. */
function knownKeys(schema: unknown, path: readonly string[]): readonly string[] {
  let at = bare(schema);
  for (const key of path) at = bare(at.shape?.[key] ?? at.element);
  return Object.keys(at.shape ?? {});
}

interface SchemaDef {
  readonly shape?: Readonly<Record<string, unknown>>;
  readonly element?: unknown;
  readonly innerType?: unknown;
}

/** A schema's definition with defaults and the like taken off. */
function bare(schema: unknown): SchemaDef {
  let def = (schema as { def?: SchemaDef } | undefined)?.def ?? {};
  while (def.innerType !== undefined) def = (def.innerType as { def: SchemaDef }).def;
  return def;
}

function unknownKey(
  key: string,
  known: readonly string[],
  place: Span & { file: string },
  what: string,
): FactProblem {
  const near = suggest(key, known);
  if (near === null) return factProblem('unknown-key', place, { key, what, known: known.join(', ') });
  return factProblem('unknown-key-near', place, { key, what, near });
}
