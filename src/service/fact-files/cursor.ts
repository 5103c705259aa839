import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Span } from '../../text/folded-text.ts';
import type { FactFileView } from './fact-file.ts';

/** What is being written at an offset. */
export interface Writing {
  readonly part: 'key' | 'value';
  /** Path of the record or list that the key or value belongs to, and for values, its own. */
  readonly path: readonly string[];
  /** Keys that stand beside it already. */
  readonly siblings: readonly string[];
}

export interface Cursor {
  /** The word at the offset, which a completion replaces. */
  readonly word: Span;
  /** The ways in which the word can be meant; one line of YAML often allows two (`- x` is a value, `- x:` a key). */
  readonly writings: readonly Writing[];
}

/** Stands for the word in the text that is parsed; no file holds it. */
const STAND_IN = 'xXcursorXx';
const WORD = /[^\s,[\]{}:#"']/;

/**
 * Where a word is being written: the record is parsed with a stand-in for the word, once as a value and once as a key, and the
 * stand-in is looked up. So half a record tells as much as a whole one.
 */
export function cursorAt({ text, kind }: FactFileView, offset: number): Cursor {
  const word = wordAt(text, offset);
  const isTable = kind === 'units' || kind === 'cues' || kind === 'set-words';
  const { start, end } = isTable ? { start: 0, end: text.length } : recordAround(text, offset);
  const before = text.slice(start, word.start);
  const behind = text.slice(word.end, end);
  const tries = [`${before}${STAND_IN}${behind}`, `${before}${STAND_IN}: ${behind}`];
  const writings = tries.flatMap((source) => {
    const found = lookUp(source);
    if (found === null) return [];
    return [isTable ? found : withoutPosition(found)];
  });
  return { word, writings: distinct(writings) };
}

function wordAt(text: string, offset: number): Span {
  let start = offset;
  while (start > 0 && WORD.test(text[start - 1] ?? '')) start--;
  let end = offset;
  while (end < text.length && WORD.test(text[end] ?? '')) end++;
  // The dash of a list and what it opens are two things.
  if (text.slice(start, end) === '-' && end === offset) start = end;
  return { start, end };
}

/** From the dash at the start of a line to the next. */
function recordAround(text: string, offset: number): Span {
  const dashes = [...text.matchAll(/(?<=^|\n|\uFEFF)-(?=[ \t\r\n]|$)/g)].map(({ index }) => index);
  const start = dashes.findLast((at) => at < offset) ?? offset;
  return { start, end: dashes.find((at) => at >= offset) ?? text.length };
}

function lookUp(source: string): Writing | null {
  const { contents, errors } = parseDocument(source, { version: '1.2', prettyErrors: false });
  const at = source.indexOf(STAND_IN);
  // A slip behind the word says nothing of the word.
  if (errors.some(({ pos, code }) => pos[0] <= at + STAND_IN.length + 1 && code !== 'DUPLICATE_KEY'))
    return null;
  return contents === null ? null : find(contents, []);
}

function find(node: Node, path: readonly string[]): Writing | null {
  if (isScalar(node)) return isStandIn(node) ? { part: 'value', path, siblings: [] } : null;
  if (isSeq(node)) {
    for (const [i, item] of node.items.entries()) {
      const found = find(item as Node, [...path, String(i)]);
      if (found === null) continue;
      const others = node.items.filter((other) => isScalar(other) && !isStandIn(other));
      return found.part === 'value' && found.path.length === path.length + 1
        ? { ...found, siblings: others.map(String) }
        : found;
    }
    return null;
  }
  if (!isMap(node)) return null;
  for (const { key, value } of node.items) {
    if (isScalar(key) && isStandIn(key)) {
      const siblings = node.items.flatMap(({ key: other }) =>
        isScalar(other) && other !== key ? [String(other.value)] : [],
      );
      return { part: 'key', path, siblings };
    }
    const found = value === null ? null : find(value as Node, [...path, String(key)]);
    if (found !== null) return found;
  }
  return null;
}

function isStandIn(node: { readonly value?: unknown }): boolean {
  return node.value === STAND_IN;
}

/** The record is the one item of what was parsed. */
function withoutPosition(writing: Writing): Writing {
  return { ...writing, path: writing.path.slice(1) };
}

function distinct(writings: readonly Writing[]): readonly Writing[] {
  const seen = new Set<string>();
  return writings.filter(({ part, path }) => {
    const key = `${part} ${path.join('.')}`;
    return !seen.has(key) && seen.add(key);
  });
}
