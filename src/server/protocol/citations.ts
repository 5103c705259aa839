import type { ProtocolPosition, ProtocolRange } from './places.ts';

/** Where a footnote that cites the source of a fact is wanted, in an open note. */
export interface CitationParams {
  readonly uri: string;
  readonly position: ProtocolPosition;
  readonly fact: string;
}

export interface CitationResult {
  /** To be made together: the reference, and the footnote unless the note has one of this source. Empty where it is cited already. */
  readonly edits: readonly { readonly range: ProtocolRange; readonly newText: string }[];
}
