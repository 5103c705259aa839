import Fuse from 'fuse.js';
import type { SearchName } from './name-index/name-index.ts';

export interface FuzzyMatch {
  readonly name: SearchName;
  /** From 0 to 1, the better the higher. */
  readonly closeness: number;
}

/** Fuse costs in proportion to its list, so only names that look promising are given to it. */
const MAX_CANDIDATES = 300;

/** The part of the query's letter pairs that a name must share to look promising. */
const MIN_SHARED = 0.3;

/** How far Fuse may go: 0 is exact, 1 is anything. */
const THRESHOLD = 0.35;

/** Of two names that are equally near, the one that is spelled so itself comes first. */
const PINYIN_DISCOUNT = 0.99;

/** Names that are spelled nearly like the query. */
export function fuzzyMatches(names: readonly SearchName[], query: string): FuzzyMatch[] {
  const candidates = promising(names, query);
  if (candidates.length === 0) return [];
  const fuse = new Fuse(candidates, {
    keys: ['text'],
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    threshold: THRESHOLD,
  });
  return fuse.search(query).map(({ item, score = 1 }) => ({
    name: item.name,
    closeness: (1 - score) * (item.text === item.name.folded ? 1 : PINYIN_DISCOUNT),
  }));
}

/** A name, and the spelling of it that is nearer to the query: its own, or its pinyin. */
interface Candidate {
  readonly name: SearchName;
  readonly text: string;
  readonly shared: number;
}

function promising(names: readonly SearchName[], query: string): Candidate[] {
  const pairs = new Set(pairsOf(query));
  const least = Math.max(1, Math.ceil(pairs.size * MIN_SHARED));
  const found: Candidate[] = [];
  for (const name of names) {
    const own = countShared(name.folded, pairs);
    const spelled = countShared(name.pinyin, pairs);
    if (Math.max(own, spelled) < least) continue;
    found.push(
      own >= spelled
        ? { name, text: name.folded, shared: own }
        : { name, text: name.pinyin, shared: spelled },
    );
  }
  if (found.length > MAX_CANDIDATES) found.sort((a, b) => b.shared - a.shared);
  return found.slice(0, MAX_CANDIDATES);
}

/** Two neighbouring code units as one number. */
function pairsOf(text: string): number[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => pairAt(text, i));
}

function pairAt(text: string, i: number): number {
  return text.charCodeAt(i) * 0x1_0000 + text.charCodeAt(i + 1);
}

function countShared(text: string, pairs: ReadonlySet<number>): number {
  let shared = 0;
  for (let i = 0; i + 1 < text.length; i++) if (pairs.has(pairAt(text, i))) shared++;
  return shared;
}
