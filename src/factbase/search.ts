import type { FactBase } from './fact-base.ts';
import { fuzzyMatches } from './fuzzy.ts';
import type { Entity } from './model.ts';
import {
  createNameIndex,
  foldForSearch,
  type KeyKind,
  type NameId,
  type NameIndex,
  type SearchName,
  searchName,
} from './name-index/name-index.ts';
import type { Slices } from './name-index/prefix-table.ts';
import { createWordStarts } from './name-index/word-starts.ts';
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
  /**
   * The entities that `query` may mean, best first, each once. Any script, pinyin or initials; nothing for an empty query. Of
   * the kinds that are asked for, all when left out.
   */
  search(query: string, limit: number, kinds?: ReadonlySet<MatchKind>): readonly NameMatch[];
  /** How one entity answers, fuzzily not; null when it does not. */
  match(entity: Entity, query: string): NameMatch | null;
  /** Whether some name begins with (or is) this text, whatever its case, width and script. */
  begins(text: string): boolean;
  /** Makes everything ready that the first questions would have to wait for, in slices of about a millisecond. */
  prepare(): Slices;
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

/** The share of the query's pairs of characters that a name must have to be worth a closer look, and how many get one. */
const MIN_SHARED = 0.3;
const MAX_NEAR = 300;

/** A search over all names of a fact base. Costs nothing until it is asked, then one pass over the names; later questions do not depend on their number. */
export function createNameSearch(factBase: FactBase): NameSearch {
  const index = createNameIndex(factBase);
  const weight = (entity: Entity): number => factBase.factsAbout(entity.id).length;
  const kindOf = createMatcher();
  // Those that notes name are asked about at every keystroke.
  const met = new WeakMap<Entity, readonly SearchName[]>();
  const namesMet = (entity: Entity): readonly SearchName[] => {
    const names = met.get(entity) ?? namesOf(entity).map((name) => searchName(entity, name));
    met.set(entity, names);
    return names;
  };

  return {
    search(query, limit, kinds) {
      const folded = foldForSearch(query);
      if (folded === '' || limit <= 0) return [];
      const wants = (kind: MatchKind) => kinds === undefined || kinds.has(kind);
      const found = gatherer(limit);
      for (const look of LOOKS) {
        if (found.isEnough()) break;
        if (look.kinds.some(wants)) gather({ index, kindOf, folded, found, wants }, look);
      }
      if (wants('fuzzy') && !found.isEnough() && [...folded].length >= MIN_FUZZY_LENGTH) {
        const names = index.near(folded, MIN_SHARED, MAX_NEAR).map((id) => index.name(id));
        for (const { name, closeness } of fuzzyMatches(names, folded)) found.offer(name, 'fuzzy', closeness);
      }
      return [...found.best.values()]
        .sort(
          (a, b) =>
            b.score - a.score || weight(b.entity) - weight(a.entity) || compareIds(a.entity, b.entity),
        )
        .slice(0, limit);
    },
    match(entity, query) {
      const folded = foldForSearch(query);
      if (folded === '') return null;
      const found = gatherer(1);
      for (const name of namesMet(entity)) {
        const kind = kindOf(name, folded);
        if (kind !== null) found.offer(name, kind, shareOf(name, kind, folded));
      }
      return found.best.get(entity) ?? null;
    },
    begins(text) {
      const folded = foldForSearch(text);
      if (folded === '') return false;
      for (const _ of index.beginning(folded, 'start')) return true;
      return false;
    },
    prepare: () => index.prepare(),
  };
}

/** One way to look for a query; the kinds of match that it finds. */
interface Look {
  readonly kinds: readonly MatchKind[];
  readonly key: KeyKind | 'inside';
  /** What to look for; null when this way cannot find it. */
  readonly query: (folded: string) => string | null;
}

/** From the best to the weakest: where enough is found, the rest is not looked for. */
const LOOKS: readonly Look[] = [
  { kinds: ['exact', 'prefix'], key: 'start', query: (folded) => folded },
  { kinds: ['word'], key: 'word', query: (folded) => folded },
  { kinds: ['pinyin'], key: 'pinyin', query: (folded) => folded },
  {
    kinds: ['pinyin'],
    key: 'pinyin',
    query: (folded) => (folded.includes(' ') ? folded.replaceAll(' ', '') : null),
  },
  { kinds: ['initials'], key: 'initials', query: (folded) => (folded.length > 1 ? folded : null) },
  { kinds: ['substring'], key: 'inside', query: (folded) => folded },
];

interface Search {
  readonly index: NameIndex;
  readonly kindOf: Matcher;
  readonly folded: string;
  readonly found: Gatherer;
  readonly wants: (kind: MatchKind) => boolean;
}

function gather({ index, kindOf, folded, found, wants }: Search, { key, query }: Look): void {
  const wanted = query(folded);
  if (wanted === null) return;
  const take = (id: NameId): void => {
    if (found.best.has(index.entity(id)) && key !== 'start') return;
    const name = index.name(id);
    const kind = kindOf(name, folded);
    if (kind !== null && wants(kind)) found.offer(name, kind, shareOf(name, kind, folded));
  };
  // They come best first.
  for (const id of key === 'inside' ? index.holding(wanted) : index.beginning(wanted, key)) {
    if (found.isEnough()) return;
    take(id);
  }
}

interface Gatherer {
  readonly best: ReadonlyMap<Entity, NameMatch>;
  isEnough(): boolean;
  offer(name: SearchName, matchKind: MatchKind, share: number): void;
}

/** Keeps the best match of each entity. */
function gatherer(limit: number): Gatherer {
  const best = new Map<Entity, NameMatch>();
  return {
    best,
    isEnough: () => best.size >= limit,
    offer({ entity, name }, matchKind, share) {
      const score = KIND_SCORE[matchKind] + (matchKind === 'exact' ? 0 : WITHIN_KIND * share);
      const before = best.get(entity);
      if (before !== undefined && before.score >= score) return;
      best.set(entity, { entity, name, matchKind, score });
    },
  };
}

function compareIds(a: Entity, b: Entity): number {
  return a.id < b.id ? -1 : 1;
}

type Matcher = (name: SearchName, query: string) => MatchKind | null;

function createMatcher(): Matcher {
  const beginsWord = createWordStarts();
  /** Whether `query` stands in `text` where a Latin word begins, or Chinese text begins behind Latin text. */
  const startsWord = (text: string, query: string): boolean => {
    for (let at = text.indexOf(query, 1); at > 0; at = text.indexOf(query, at + 1))
      if (beginsWord(text.charCodeAt(at - 1), text.charCodeAt(at))) return true;
    return false;
  };
  return (name, query) => {
    const at = name.folded.indexOf(query);
    if (at === 0) return name.folded.length === query.length ? 'exact' : 'prefix';
    if (at > 0 && startsWord(name.folded, query)) return 'word';
    if (name.pinyin.startsWith(query)) return 'pinyin';
    if (query.length > 1 && name.initials.startsWith(query)) return 'initials';
    if (at > 0) return 'substring';
    return query.includes(' ') && name.pinyin.startsWith(query.replaceAll(' ', '')) ? 'pinyin' : null;
  };
}

function shareOf(name: SearchName, kind: MatchKind, query: string): number {
  const matched = kind === 'pinyin' ? name.pinyin : kind === 'initials' ? name.initials : name.folded;
  return Math.min(1, query.length / matched.length);
}
