import { readableFactId, uniqueIds } from '../../factbase/fact-id.ts';
import { fileStem, readItems, readRecords } from '../../factbase/load.ts';
import type { FactFile } from '../../factbase/records.ts';
import { readYaml, type YamlValue } from '../../factbase/yaml-values.ts';
import type { Span } from '../../text/folded-text.ts';
import { LineIndex } from '../../text/lines.ts';
import { type FactFileKind, factFileKind } from './kind.ts';

/** A YAML file of a fact base as it stands in an editor. Read as far as it can be; spans are UTF-16 offsets into `text`. */
export interface FactFileView {
  /** As the fact base names it. */
  readonly file: string;
  readonly kind: FactFileKind;
  readonly text: string;
  readonly lines: LineIndex;
  /** The records of a list; for tables, the one mapping. */
  readonly items: readonly FactFileItem[];
}

export interface FactFileItem {
  readonly yaml: YamlValue;
  /** Id of the record: written in it, or for facts, made from it. Null while it cannot be told. */
  readonly id: string | null;
}

/** What stands at an offset. */
export interface FactFilePlace extends Span {
  readonly item: FactFileItem;
  /** Keys and positions that lead to it from the record. */
  readonly path: readonly string[];
  readonly part: 'key' | 'value';
}

/** Null for files that are none of a fact base. Throws nothing. */
export function viewFactFile(file: FactFile): FactFileView | null {
  const kind = factFileKind(file.path);
  if (kind === null) return null;
  const view = { file: file.path, kind, text: file.text, lines: new LineIndex(file.text) };
  if (kind === 'entities' || kind === 'metrics')
    return { ...view, items: readItems(file).map((yaml) => ({ yaml, id: textAt(yaml.value, 'id') })) };
  if (kind === 'facts') return { ...view, items: factItems(file) };
  const whole = readYaml({ file: file.path, text: file.text, start: 0, end: file.text.length }, []);
  return { ...view, items: whole === null ? [] : [{ yaml: whole, id: null }] };
}

function factItems(file: FactFile): FactFileItem[] {
  const facts = readRecords(file).records.filter((record) => record.type === 'fact');
  const ids = uniqueIds(facts.map(({ data }) => readableFactId(data, fileStem(file.path))));
  const byStart = new Map(facts.map(({ place }, i) => [place.start, ids[i] ?? null]));
  return readItems(file).map((yaml) => ({ yaml, id: byStart.get(yaml.start) ?? null }));
}

/** The innermost key or single value at an offset; null between records, and in what is no key and no value. */
export function placeAt(view: FactFileView, offset: number): FactFilePlace | null {
  const item = itemAt(view, offset);
  if (item === null) return null;
  const { keys, spans, value } = item.yaml;
  const holds = ({ start, end }: Span): boolean => start <= offset && offset <= end;
  for (const [path, span] of Object.entries(keys))
    if (holds(span)) return { ...pick(span), item, path: path.split('.'), part: 'key' };
  const inner = Object.entries(spans)
    .filter(([path, span]) => holds(span) && !isCollection(valueAt(value, path)))
    .at(-1);
  if (inner === undefined) return null;
  const [path, span] = inner;
  return { ...pick(span), item, path: path === '' ? [] : path.split('.'), part: 'value' };
}

/** The record at an offset, with the blanks behind it on its last line. */
export function itemAt(view: FactFileView, offset: number): FactFileItem | null {
  return view.items.find(({ yaml }) => yaml.start <= offset && offset <= yaml.end) ?? null;
}

/** The value at a dotted path of a record; undefined where there is none. */
function valueAt(value: unknown, path: string): unknown {
  if (path === '') return value;
  let at: unknown = value;
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

/** The text at a dotted path of a record; null where there is none. */
export function textAt(value: unknown, path: string): string | null {
  const found = valueAt(value, path);
  return typeof found === 'string' ? found : null;
}

function isCollection(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function pick({ start, end }: Span): Span {
  return { start, end };
}
