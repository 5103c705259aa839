import type { ProtocolLocation } from './places.ts';

/** Finding one's way over entities and facts; for a quick pick. */
export interface SearchParams {
  readonly query: string;
  /** At most so many; 50 when left out. */
  readonly limit?: number;
  /** Entities only; facts too when left out. */
  readonly kind?: 'entity';
}

export interface SearchResult {
  readonly items: readonly SearchItem[];
}

export interface SearchItem {
  readonly recordId: string;
  readonly kind: 'entity' | 'fact';
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly location: ProtocolLocation | null;
  /** Id of the node in the tree, to reveal it. */
  readonly node: string;
  readonly insertText: string;
}

/** Where the notes of the workspace name an entity, or rest on a fact. */
export interface MentionsParams {
  readonly recordId: string;
}

export interface MentionsResult {
  readonly locations: readonly ProtocolLocation[];
}
