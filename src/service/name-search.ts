/** How a query met a name, best first. `pinyin` and `initials` are of Chinese names; `fuzzy` has slips in it. */
export type NameMatch = 'exact' | 'prefix' | 'pinyin' | 'initials' | 'inner' | 'fuzzy';

export interface NameHit {
  /** Id of the entity. */
  readonly entity: string;
  /** The name that was met, as its record writes it. */
  readonly name: string;
  readonly match: NameMatch;
}

/** Names of the fact base by what somebody types of them. */
export interface NameSearch {
  /** At most `limit` entities, each once with its best name, best first. */
  find(query: string, limit: number): readonly NameHit[];
}
