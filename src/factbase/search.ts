import { foldName } from '../text/fold.ts';
import type { FactBase } from './fact-base.ts';
import { fuzzyMatches } from './fuzzy.ts';
import type { Entity } from './model.ts';
import { namesOf } from './names.ts';

/** How a name answers a query, from the best to the weakest. */
export type MatchKind = 'exact' | 'prefix' | 'word' | 'pinyin' | 'initials' | 'substring' | 'fuzzy';

export interface NameMatch {
  readonly entity: Entity;
  /** The name that matched, as the fact base spells it. */
  readonly name: string;
  readonly matchKind: MatchKind;
  /** From 0 to 1, the better the higher. */
  readonly score: number;
}

export interface NameSearch {
  /** The entities that `query` may mean, best first, each once. Any script, pinyin or initials; nothing for an empty query. */
  search(query: string, limit: number): readonly NameMatch[];
}

/** One name made ready for comparison: folded, in small letters. */
export interface SearchName {
  readonly entity: Entity;
  readonly name: string;
  readonly folded: string;
  /** Syllables run together, and their first letters; empty without pinyin. */
  readonly pinyin: string;
  /** First letters of words or syllables; empty for names of one word. */
  readonly initials: string;
}

/** Weights that keep the kinds apart: within a kind, the share of the name that the query covers decides. */
const KIND_SCORE: Readonly<Record<MatchKind, number>> = {
  exact: 1,
  prefix: 0.85,
  word: 0.7,
  pinyin: 0.6,
  initials: 0.5,
  substring: 0.4,
  fuzzy: 0.1,
};

const WITHIN_KIND = 0.09;

/** Shorter queries are near everything. */
const MIN_FUZZY_LENGTH = 3;

/** A search over all names of a fact base. Costs one pass over the names, now and at every query. */
export function createNameSearch(factBase: FactBase): NameSearch {
  const names = factBase.entities.flatMap(searchNames);
  const weight = (entity: Entity): number => factBase.factsAbout(entity.id).length;

  return {
    search(query, limit) {
      const folded = foldQuery(query);
      if (folded === '' || limit <= 0) return [];
      const best = new Map<Entity, NameMatch>();
      const offer = (name: SearchName, matchKind: MatchKind, share: number): void => {
        const score = KIND_SCORE[matchKind] + (matchKind === 'exact' ? 0 : WITHIN_KIND * share);
        const before = best.get(name.entity);
        if (before !== undefined && before.score >= score) return;
        best.set(name.entity, { entity: name.entity, name: name.name, matchKind, score });
      };
      for (const name of names) {
        const kind = matchKindOf(name, folded);
        if (kind !== null) offer(name, kind, Math.min(1, folded.length / matchedText(name, kind).length));
      }
      if (best.size < limit && [...folded].length >= MIN_FUZZY_LENGTH) {
        for (const { name, closeness } of fuzzyMatches(names, folded)) offer(name, 'fuzzy', closeness);
      }
      return [...best.values()]
        .sort(
          (a, b) =>
            b.score - a.score || weight(b.entity) - weight(a.entity) || compareIds(a.entity, b.entity),
        )
        .slice(0, limit);
    },
  };
}

function compareIds(a: Entity, b: Entity): number {
  return a.id < b.id ? -1 : 1;
}

function foldQuery(text: string): string {
  return foldName(text).toLowerCase();
}

function searchNames(entity: Entity): SearchName[] {
  return namesOf(entity).map((name) => {
    const folded = foldQuery(name);
    const syllables = entity.pinyin?.[name]?.split(' ') ?? [];
    const words =
      syllables.length > 0 ? syllables : folded.split(/[\s\-_.:/·]+/).filter((word) => word !== '');
    return {
      entity,
      name,
      folded,
      pinyin: syllables.join(''),
      initials: words.length > 1 ? words.map((word) => word[0] ?? '').join('') : '',
    };
  });
}

function matchKindOf(name: SearchName, query: string): MatchKind | null {
  const at = name.folded.indexOf(query);
  if (at === 0) return name.folded.length === query.length ? 'exact' : 'prefix';
  if (at > 0 && startsWord(name.folded, query)) return 'word';
  if (name.pinyin.startsWith(query)) return 'pinyin';
  if (query.length > 1 && name.initials.startsWith(query)) return 'initials';
  if (at > 0) return 'substring';
  return query.includes(' ') && name.pinyin.startsWith(query.replaceAll(' ', '')) ? 'pinyin' : null;
}

function matchedText(name: SearchName, kind: MatchKind): string {
  if (kind === 'pinyin') return name.pinyin;
  return kind === 'initials' ? name.initials : name.folded;
}

/** Whether `query` stands in `text` where a Latin word begins, or Chinese text begins behind Latin text. */
function startsWord(text: string, query: string): boolean {
  for (let at = text.indexOf(query, 1); at > 0; at = text.indexOf(query, at + 1)) {
    const before = text[at - 1] ?? '';
    const first = text[at] ?? '';
    if (!/[\p{L}\p{N}]/u.test(before)) return true;
    if (isLatin(before) !== isLatin(first)) return true;
  }
  return false;
}

function isLatin(char: string): boolean {
  return char < '\u2e80';
}
