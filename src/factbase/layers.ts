import type { Origin } from './fact-base.ts';
import { factKey, uniqueIds } from './fact-id.ts';
import type { RecordPlace } from './model.ts';
import { type FactProblem, factProblem } from './problem.ts';
import type { FactRecord, Layer, ParsedRecord } from './records.ts';
import { valueEnds } from './written.ts';

/** A record that stands, with where it came from. */
export interface Standing<R extends ParsedRecord> {
  readonly record: R;
  readonly origin: Origin;
}

/** `file:line`, as messages name a place. */
export function placeName(place: RecordPlace): string {
  return place.line === undefined ? place.file : `${place.file}:${place.line}`;
}

type Typed<T extends ParsedRecord['type']> = Extract<ParsedRecord, { type: T }>;

/** The records of one type after later layers have taken the place of earlier ones; in the order of their first appearance. */
export function standing<T extends ParsedRecord['type']>(
  layers: readonly Layer[],
  type: T,
  problems: FactProblem[],
): Standing<Typed<T>>[] {
  const out = new Map<string, Standing<Typed<T>>>();
  for (const layer of layers) {
    const records = layer.records.filter((record): record is Typed<T> => record.type === type);
    const keys = recordKeys(records);
    const own = new Map<string, Typed<T>>();
    for (const [i, record] of records.entries()) {
      const key = keys[i] ?? '';
      const twin = own.get(key);
      if (twin !== undefined) {
        problems.push(duplicate(record, twin));
        continue;
      }
      own.set(key, record);
      const before = out.get(key);
      const overrides =
        before === undefined
          ? []
          : [{ layer: before.origin.layer, place: before.record.place }, ...before.origin.overrides];
      out.set(key, { record, origin: { layer: layer.name, overrides } });
    }
  }
  return [...out.values()];
}

/** What records are told apart by. Facts that differ in value only are several facts; with the same value they are one, twice. */
function recordKeys(records: readonly ParsedRecord[]): string[] {
  const values = new Map<string, string[]>();
  return records.map((record) => {
    if (record.type === 'source') return record.id;
    if (record.type !== 'fact') return record.data.id;
    const key = factKey(record.data, record.source);
    const known = values.get(key) ?? [];
    values.set(key, known);
    const value = `${valueEnds(record.data.value).join('–')} ${record.data.unit} ${record.data.bound}`;
    if (!known.includes(value)) known.push(value);
    return `${key}|${known.indexOf(value)}`;
  });
}

function duplicate(record: ParsedRecord, twin: ParsedRecord): FactProblem {
  const other = placeName(twin.place);
  if (record.type === 'fact') return factProblem('duplicate-fact', record.place, { other });
  const id = record.type === 'source' ? record.id : record.data.id;
  const span = record.at.id ?? record.place;
  const place = { file: record.place.file, start: span.start, end: span.end };
  return factProblem('duplicate-id', place, { id, what: record.type, other });
}

/** Ids for facts in this order, each only once. */
export function factIds(
  facts: readonly Standing<FactRecord>[],
  idOf: (record: FactRecord) => string,
): string[] {
  return uniqueIds(facts.map(({ record }) => idOf(record)));
}
