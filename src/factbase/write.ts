import { Document, isCollection, isMap, isSeq, parseDocument, stringify } from 'yaml';
import type { z } from 'zod';
import { RELATIONS } from './entity-kinds.ts';
import type { entitySchema, factSchema } from './schema.ts';

/** A record as a file spells it: what has a default may be left out. */
export type NewEntity = z.input<typeof entitySchema>;
export type NewFact = z.input<typeof factSchema>;

/** The order in which keys are written: as the documentation lists them. */
const ENTITY_KEYS = [
  'id',
  'kind',
  'name',
  'aliases',
  'ambiguous',
  'misspellings',
  'description',
  ...RELATIONS,
  'links',
] as const;
const FACT_KEYS = [
  'subject',
  'metric',
  'value',
  'bound',
  'unit',
  'period',
  'scope',
  'mode',
  'written',
  'note',
] as const;

/** The text of a fact file with one more fact at its end. Everything that stood there stays as it was, comments too. */
export function appendFact(text: string, fact: NewFact): string {
  return appendRecord(text, ordered(fact, FACT_KEYS));
}

/** The text of an entity file with one more entity at its end. Everything that stood there stays as it was, comments too. */
export function appendEntity(text: string, entity: NewEntity): string {
  return appendRecord(text, ordered(entity, ENTITY_KEYS));
}

function ordered<R extends object>(record: R, keys: readonly (keyof R & string)[]): Record<string, unknown> {
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = record[key];
      return isEmpty(value) ? [] : [[key, value]];
    }),
  );
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value !== 'object') return false;
  return Object.keys(value).length === 0;
}

function appendRecord(text: string, record: Record<string, unknown>): string {
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  const item = recordText(record).replaceAll('\n', newline);
  const bracketed = parseDocument(text).contents;
  // A list in brackets ends behind its last item, not at the end of the file.
  if (isSeq(bracketed) && bracketed.flow === true) return inBlocks(text, item);
  if (text.trim() === '' || text.trim() === '\uFEFF') return text.trim() + item;
  return text + (/\n$/.test(text) ? '' : newline) + item;
}

/** A list in brackets, rewritten with a dash for each record. */
function inBlocks(text: string, item: string): string {
  const document = parseDocument(text);
  const list = document.contents;
  if (!isSeq(list) || list.items.length === 0)
    return (document.commentBefore === null ? '' : comment(document)) + item;
  list.flow = false;
  return document.toString({ lineWidth: 0, flowCollectionPadding: false }) + item;
}

function comment(document: Document.Parsed): string {
  return (document.commentBefore ?? '')
    .split('\n')
    .map((line) => `#${line}\n`)
    .join('');
}

/** One item of a list file: keys in lines, what they hold in brackets. */
function recordText(record: Record<string, unknown>): string {
  const document = new Document([record], { version: '1.2' });
  const list = document.contents;
  const map = isSeq(list) ? list.items[0] : null;
  if (isMap(map)) {
    for (const { value } of map.items) if (isCollection(value)) value.flow = true;
  }
  return stringify(document, { lineWidth: 0, flowCollectionPadding: false });
}
