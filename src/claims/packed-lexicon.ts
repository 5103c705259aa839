import type { CodeTrie } from '../text/code-trie.ts';
import { CUE_KINDS, type CueKind } from './cues.ts';
import {
  cueEntry,
  cueOf,
  type Lexicon,
  type LexiconSource,
  lexiconOf,
  type NameEntry,
  type PhraseEntry,
  partEntry,
  partOf,
  phraseOf,
} from './lexicon.ts';
import { wordTrieOf } from './word-trie.ts';

/**
 * A lexicon as plain data, so that whoever starts with the bundled facts alone expands no pattern and folds no name. Long lists of
 * small numbers are strings, one code unit each: they are read several times faster than lists, and take a byte or two in a file.
 */
export interface PackedLexicon {
  readonly version: number;
  /** Tells the facts that it was made of from others. */
  readonly checksum: number;
  readonly cues: readonly string[];
  readonly names: PackedTrie;
  readonly entities: readonly string[];
  /** For each name its entity, as a place in `entities`. */
  readonly entityOf: string;
  /** Context words, each list once; for each name the place of its list, from one on. */
  readonly needs: readonly (readonly string[])[];
  readonly needsOf: string;
  readonly words: PackedTrie;
  /** How many entries each word has, and for each entry its phrase from one on, or 0, and its part or cue. */
  readonly entryCounts: string;
  readonly entryPhrases: string;
  readonly entryParts: string;
  readonly phraseIds: readonly string[];
  /** For each phrase its place in `phraseIds`, in `ROLES`, and the number of its parts. */
  readonly idOf: string;
  readonly roleOf: string;
  readonly partsOf: string;
}

/** A trie whose words are counted in the order in which it gives them, as all lists by word here are. */
export interface PackedTrie {
  readonly codes: string;
  /** How many children each node has, and how many words end there. */
  readonly children: string;
  readonly ends: string;
}

const ROLES: readonly PhraseEntry['role'][] = ['trigger', 'except', 'name'];

/** Where it stands among the tables of a compiled fact base: beside the records that it was made of, so that the two never part. */
export const LEXICON_TABLE = 'lexicon';

/** Raised whenever what stands in a packed lexicon means something else. */
const PACKED_VERSION = 1;

/** Packs the lexicon of a source; null when it is too large for the format. */
export function packLexicon(lexicon: Lexicon, source: LexiconSource): PackedLexicon | null {
  const { names, words, phrases } = lexicon;
  const nameEntries = Array.from(names.trie.words, (word) => lexicon.nameEntries[word] ?? NO_NAME);
  const lists = Array.from(words.trie.words, (word) =>
    lexicon.entries.subarray(lexicon.entryFrom[word], lexicon.entryFrom[word + 1]),
  );
  const entries = lists.flatMap((list) => [...list]);
  const entities = distinct(nameEntries.map(({ entity }) => entity));
  const needs = distinct(nameEntries.map((entry) => entry.needs.join(NEEDS_SIGN)));
  const ids = distinct(phrases.map(({ id }) => id));
  if (Math.max(nameEntries.length, phrases.length) >= LARGEST) return null;
  return {
    version: PACKED_VERSION,
    checksum: checksumOf(source),
    cues: CUE_KINDS,
    names: packTrie(names.trie),
    entities: [...entities.keys()],
    entityOf: packNumbers(nameEntries.map(({ entity }) => entities.get(entity) ?? 0)),
    needs: [...needs.keys()].map((list) => (list === '' ? [] : list.split(NEEDS_SIGN))),
    needsOf: packNumbers(nameEntries.map((entry) => needs.get(entry.needs.join(NEEDS_SIGN)) ?? 0)),
    words: packTrie(words.trie),
    entryCounts: packNumbers(lists.map((list) => list.length)),
    entryPhrases: packNumbers(entries.map((entry) => (entry < 0 ? 0 : phraseOf(entry) + 1))),
    entryParts: packNumbers(
      entries.map((entry) => (entry < 0 ? CUE_KINDS.indexOf(cueOf(entry)) : partOf(entry))),
    ),
    phraseIds: [...ids.keys()],
    idOf: packNumbers(phrases.map(({ id }) => ids.get(id) ?? 0)),
    roleOf: packNumbers(phrases.map(({ role }) => ROLES.indexOf(role))),
    partsOf: packNumbers(phrases.map(({ parts }) => parts)),
  };
}

const NO_NAME: NameEntry = { entity: '', needs: [] };
/** Stands in no word. */
const NEEDS_SIGN = '\n';

/** Each text once, with its place. */
function distinct(texts: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (const text of texts) if (!places.has(text)) places.set(text, places.size);
  return places;
}

/** The lexicon of a source again; null for anything else, for what another version packed, and for that of other facts. */
export function unpackLexicon(value: unknown, source: LexiconSource): Lexicon | null {
  if (!isPacked(value) || value.checksum !== checksumOf(source)) return null;
  const cues = value.cues.map((cue) => CUE_KINDS.find((kind) => kind === cue));
  if (cues.includes(undefined)) return null;
  return lexiconOf({
    names: wordTrieOf(unpackTrie(value.names)),
    nameEntries: nameEntriesOf(value),
    words: wordTrieOf(unpackTrie(value.words)),
    entryFrom: sums(value.entryCounts),
    entries: entriesOf(value, cues),
    phrases: phrasesOf(value),
  });
}

function isPacked(value: unknown): value is PackedLexicon {
  return (
    typeof value === 'object' && value !== null && 'version' in value && value.version === PACKED_VERSION
  );
}

/** 32 bits over every pattern that a lexicon is built of. */
function checksumOf({ entities, metrics, cues }: LexiconSource): number {
  let sum = 0x811c9dc5;
  const take = (text: string) => {
    for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
    sum = Math.imul(sum ^ text.length, 0x01000193);
  };
  const takeAll = (texts: readonly string[]) => texts.forEach(take);
  for (const { id, name, aliases, ambiguous } of entities) {
    takeAll([id, name.zh, name.en, name['zh-Hant'] ?? '']);
    takeAll(aliases);
    for (const item of ambiguous) takeAll([item.name, ...item.needs]);
  }
  for (const { id, triggers, except } of metrics) takeAll([id, ...triggers, ...except]);
  for (const cue of CUE_KINDS) takeAll([cue, ...(cues[cue]?.zh ?? []), ...(cues[cue]?.en ?? [])]);
  return sum;
}

function nameEntriesOf({ entities, entityOf, needs, needsOf }: PackedLexicon): readonly NameEntry[] {
  const out: NameEntry[] = [];
  for (let i = 0; i < entityOf.length; i++) {
    out.push({ entity: entities[numberAt(entityOf, i)] ?? '', needs: needs[numberAt(needsOf, i)] ?? [] });
  }
  return out;
}

function phrasesOf({ phraseIds, idOf, roleOf, partsOf }: PackedLexicon): readonly PhraseEntry[] {
  const out: PhraseEntry[] = [];
  for (let i = 0; i < idOf.length; i++) {
    const id = phraseIds[numberAt(idOf, i)] ?? '';
    out.push({ role: ROLES[numberAt(roleOf, i)] ?? 'except', id, parts: numberAt(partsOf, i) });
  }
  return out;
}

function entriesOf(
  { entryPhrases, entryParts }: PackedLexicon,
  cues: readonly (CueKind | undefined)[],
): Int32Array {
  const out = new Int32Array(entryPhrases.length);
  for (let i = 0; i < out.length; i++) {
    const phrase = numberAt(entryPhrases, i);
    const part = numberAt(entryParts, i);
    out[i] = phrase === 0 ? cueEntry(cues[part] ?? CUE_KINDS[0]) : partEntry(phrase - 1, part);
  }
  return out;
}

function packTrie({ codes, children, ends }: CodeTrie): PackedTrie {
  return {
    codes: textOf(codes),
    children: packNumbers(steps(children)),
    ends: packNumbers(steps(ends)),
  };
}

function unpackTrie(packed: PackedTrie): CodeTrie {
  const codes = new Uint16Array(packed.codes.length);
  for (let i = 0; i < codes.length; i++) codes[i] = packed.codes.charCodeAt(i);
  const ends = sums(packed.ends);
  const words = new Int32Array(ends[ends.length - 1] ?? 0);
  for (let i = 0; i < words.length; i++) words[i] = i;
  // The first child is the node behind the root.
  return { codes, children: sums(packed.children, 1), ends, words };
}

/** Numbers begin behind the characters that JSON has to escape. */
const ZERO = 0x30;
const LARGEST = 0x10000 - ZERO;

function packNumbers(numbers: ArrayLike<number>): string {
  return textOf(Array.from(numbers, (number) => number + ZERO));
}

function textOf(codes: ArrayLike<number>): string {
  return Array.from(codes, (code) => String.fromCharCode(code)).join('');
}

function numberAt(packed: string, place: number): number {
  return packed.charCodeAt(place) - ZERO;
}

/** From each number of a rising list to the next. */
function steps(rising: Int32Array): number[] {
  return Array.from(rising.subarray(1), (number, i) => number - (rising[i] ?? 0));
}

function sums(packed: string, first = 0): Int32Array {
  const out = new Int32Array(packed.length + 1);
  let sum = first;
  out[0] = sum;
  for (let i = 0; i < packed.length; i++) {
    sum += packed.charCodeAt(i) - ZERO;
    out[i + 1] = sum;
  }
  return out;
}
