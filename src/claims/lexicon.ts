import type { Entity, Metric } from '../factbase/model.ts';
import { expandPattern, splitPattern } from '../factbase/pattern.ts';
import { foldName } from '../text/fold.ts';
import { CUE_KINDS, type CueData, type CueKind } from './cues.ts';
import { PhraseParts } from './phrase-parts.ts';
import { buildWordTrie, normalizeWord, type WordTrie } from './word-trie.ts';

/** One spelling of a name. */
export interface NameEntry {
  readonly entity: string;
  /** Folded context words, one of which must stand near; empty when the name speaks for itself. */
  readonly needs: readonly string[];
}

/** A metric's trigger, an exception to one, or a name with a gap: parts in order, each in one of its spellings. */
export interface PhraseEntry {
  readonly role: 'trigger' | 'except' | 'name';
  /** Metric id, or entity id for names. */
  readonly id: string;
  /** Number of parts. */
  readonly parts: number;
}

/** What a word is, as one number: a cue below zero, a part of a phrase from zero on. */
export const cueEntry = (cue: CueKind): number => -1 - CUE_KINDS.indexOf(cue);
export const cueOf = (entry: number): CueKind => CUE_KINDS[-1 - entry] ?? CUE_KINDS[0];
export const partEntry = (phrase: number, part: number): number => (phrase << PART_BITS) | part;
export const phraseOf = (entry: number): number => entry >> PART_BITS;
export const partOf = (entry: number): number => entry & MAX_PARTS;

const PART_BITS = 6;
/** Nobody writes a pattern with more gaps; one that has them is left out. */
const MAX_PARTS = (1 << PART_BITS) - 1;

/** All words of one fact base, ready for one pass over a text. Nothing but the room changes. */
export interface Lexicon {
  readonly names: WordTrie;
  readonly nameEntries: readonly NameEntry[];
  readonly words: WordTrie;
  /** What word `w` of `words` is: `entries` from `entryFrom[w]` up to `entryFrom[w + 1]`. It may be a cue and a part of several phrases. */
  readonly entryFrom: Int32Array;
  readonly entries: Int32Array;
  readonly phrases: readonly PhraseEntry[];
  readonly room: ScanRoom;
}

/** Where one scan at a time writes what it finds on its way. */
export interface ScanRoom {
  readonly hits: Int32Array;
  readonly parts: PhraseParts;
}

/** At most half as many words are found at one place. */
const HITS = 64;

/** A lexicon of its parts, with room of its own. */
export function lexiconOf(parts: Omit<Lexicon, 'room'>): Lexicon {
  const lengths = Uint8Array.from(parts.phrases, (phrase) => phrase.parts);
  return { ...parts, room: { hits: new Int32Array(HITS), parts: new PhraseParts(lengths) } };
}

export interface LexiconSource {
  readonly entities: Iterable<Entity>;
  readonly metrics: Iterable<Metric>;
  readonly cues: CueData;
}

/** Builds the lexicon. Costs in proportion to the number of names; done once per fact base. */
export function buildLexicon(source: LexiconSource): Lexicon {
  const nameSpellings: string[] = [];
  const nameEntries: NameEntry[] = [];
  const words = new WordTable();
  const phrases: PhraseEntry[] = [];

  const addPhrase = (role: PhraseEntry['role'], id: string, parts: readonly (readonly string[])[]) => {
    if (parts.length > MAX_PARTS) return;
    const phrase = phrases.length;
    phrases.push({ role, id, parts: parts.length });
    parts.forEach((spellings, part) => {
      for (const spelling of spellings) words.add(spelling, partEntry(phrase, part));
    });
  };

  const addName = (entity: string, pattern: string, needs: readonly string[]) => {
    for (const parts of splitPattern(pattern)) {
      const [only] = parts;
      if (parts.length > 1 || only === undefined) {
        addPhrase('name', entity, parts);
        continue;
      }
      for (const spelling of only) {
        nameSpellings.push(foldName(spelling));
        nameEntries.push({ entity, needs });
      }
    }
  };

  for (const entity of source.entities) {
    const plain = new Set([entity.name.zh, entity.name.en, entity.name['zh-Hant'] ?? '', ...entity.aliases]);
    const ambiguous = new Map(
      entity.ambiguous.map((item) => [foldName(item.name).toLowerCase(), item.needs]),
    );
    for (const name of plain) {
      if (name !== '' && !ambiguous.has(foldName(name).toLowerCase())) addName(entity.id, name, []);
    }
    for (const item of entity.ambiguous) {
      const needs = item.needs
        .flatMap((need) => expandPattern(need).flat())
        .map((need) => foldName(need).toLowerCase());
      addName(entity.id, item.name, needs);
    }
  }

  for (const metric of source.metrics) {
    for (const pattern of metric.triggers) {
      for (const parts of splitPattern(pattern)) addPhrase('trigger', metric.id, parts);
    }
    for (const pattern of metric.except) {
      for (const parts of splitPattern(pattern)) addPhrase('except', metric.id, parts);
    }
  }

  for (const cue of CUE_KINDS) {
    if (cue.startsWith('counter-')) continue;
    const patterns = source.cues[cue];
    for (const pattern of [...(patterns?.zh ?? []), ...(patterns?.en ?? [])]) {
      for (const spelling of expandPattern(pattern).flat()) words.add(spelling, cueEntry(cue));
    }
  }

  return lexiconOf({
    names: buildWordTrie(nameSpellings),
    nameEntries,
    words: buildWordTrie(words.spellings),
    ...words.finish(),
    phrases,
  });
}

/** Words by their folded spelling, each with all that it is. */
class WordTable {
  readonly spellings: string[] = [];
  private readonly entries: number[][] = [];
  private readonly indexes = new Map<string, number>();

  add(spelling: string, entry: number): void {
    const folded = normalizeWord(foldName(spelling));
    const index = this.indexes.get(folded);
    if (index !== undefined) {
      this.entries[index]?.push(entry);
      return;
    }
    this.indexes.set(folded, this.spellings.length);
    this.spellings.push(folded);
    this.entries.push([entry]);
  }

  finish(): { readonly entryFrom: Int32Array; readonly entries: Int32Array } {
    const entryFrom = new Int32Array(this.entries.length + 1);
    this.entries.forEach((list, word) => {
      entryFrom[word + 1] = (entryFrom[word] ?? 0) + list.length;
    });
    return { entryFrom, entries: Int32Array.from(this.entries.flat()) };
  }
}
