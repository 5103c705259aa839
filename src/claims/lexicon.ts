import type { Entity, Metric } from '../factbase/model.ts';
import { expandPattern } from '../factbase/pattern.ts';
import { foldName } from '../text/fold.ts';
import { CUE_KINDS, type CueData, type CueKind } from './cues.ts';
import { buildWordTrie, type WordTrie } from './word-trie.ts';

/** One spelling of a name. */
export interface NameEntry {
  readonly entity: string;
  /** Folded context words, one of which must stand near; empty when the name speaks for itself. */
  readonly needs: readonly string[];
}

/** One spelling of a pattern of one or more parts: a metric's trigger, an exception to one, or a name with a gap. */
export interface PhraseEntry {
  readonly role: 'trigger' | 'except' | 'name';
  /** Metric id, or entity id for names. */
  readonly id: string;
  /** Number of parts. */
  readonly parts: number;
  /** Letters of all parts together: the longer, the more telling. */
  readonly weight: number;
}

export type WordEntry =
  | { readonly type: 'cue'; readonly cue: CueKind }
  | { readonly type: 'part'; readonly phrase: number; readonly part: number };

/** All words of one fact base, ready for one pass over a text. Immutable. */
export interface Lexicon {
  readonly names: WordTrie;
  readonly nameEntries: readonly NameEntry[];
  readonly words: WordTrie;
  readonly wordEntries: readonly WordEntry[];
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
  const wordSpellings: string[] = [];
  const wordEntries: WordEntry[] = [];
  const phrases: PhraseEntry[] = [];

  const addPhrase = (role: PhraseEntry['role'], id: string, parts: readonly string[]) => {
    const folded = parts.map(foldName);
    const phrase = phrases.length;
    phrases.push({
      role,
      id,
      parts: folded.length,
      weight: folded.reduce((sum, part) => sum + wordWeight(part), 0),
    });
    folded.forEach((spelling, part) => {
      wordSpellings.push(spelling);
      wordEntries.push({ type: 'part', phrase, part });
    });
  };

  const addName = (entity: string, pattern: string, needs: readonly string[]) => {
    for (const parts of expandPattern(pattern)) {
      const [only] = parts;
      if (parts.length === 1 && only !== undefined) {
        nameSpellings.push(foldName(only));
        nameEntries.push({ entity, needs });
      } else addPhrase('name', entity, parts);
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
      for (const parts of expandPattern(pattern)) addPhrase('trigger', metric.id, parts);
    }
    for (const pattern of metric.except) {
      for (const parts of expandPattern(pattern)) addPhrase('except', metric.id, parts);
    }
  }

  for (const cue of CUE_KINDS) {
    const patterns = source.cues[cue];
    for (const pattern of [...(patterns?.zh ?? []), ...(patterns?.en ?? [])]) {
      for (const parts of expandPattern(pattern)) {
        const [only] = parts;
        if (parts.length !== 1 || only === undefined) continue;
        wordSpellings.push(foldName(only));
        wordEntries.push({ type: 'cue', cue });
      }
    }
  }

  return {
    names: buildWordTrie(nameSpellings),
    nameEntries,
    words: buildWordTrie(wordSpellings),
    wordEntries,
    phrases,
  };
}

/** A Chinese character says about as much as three Latin letters. */
function wordWeight(word: string): number {
  let weight = 0;
  for (let i = 0; i < word.length; i++) weight += word.charCodeAt(i) > 0x2e80 ? 3 : 1;
  return weight;
}
