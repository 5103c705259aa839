import type { Entity, Metric } from '../factbase/model.ts';
import { expandPattern, splitPattern } from '../factbase/pattern.ts';
import { foldName } from '../text/fold.ts';
import { CUE_KINDS, type CueData, type CueKind } from './cues.ts';
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

export type WordEntry =
  | { readonly type: 'cue'; readonly cue: CueKind }
  | { readonly type: 'part'; readonly phrase: number; readonly part: number };

/** All words of one fact base, ready for one pass over a text. Immutable. */
export interface Lexicon {
  readonly names: WordTrie;
  readonly nameEntries: readonly NameEntry[];
  readonly words: WordTrie;
  /** What each word of `words` is, by index: a spelling may be a cue and a part of several phrases. */
  readonly wordEntries: readonly (readonly WordEntry[])[];
  readonly phrases: readonly PhraseEntry[];
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
    const phrase = phrases.length;
    phrases.push({ role, id, parts: parts.length });
    parts.forEach((spellings, part) => {
      for (const spelling of spellings) words.add(spelling, { type: 'part', phrase, part });
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
      for (const spelling of expandPattern(pattern).flat()) words.add(spelling, { type: 'cue', cue });
    }
  }

  return {
    names: buildWordTrie(nameSpellings),
    nameEntries,
    words: buildWordTrie(words.spellings),
    wordEntries: words.entries,
    phrases,
  };
}

/** Words by their folded spelling, each with all that it is. */
class WordTable {
  readonly spellings: string[] = [];
  readonly entries: WordEntry[][] = [];
  private readonly indexes = new Map<string, number>();

  add(spelling: string, entry: WordEntry): void {
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
}
