import type { FoldedText, Span } from './folded-text.ts';

export type BlockKind =
  | 'front-matter'
  | 'heading'
  | 'paragraph'
  | 'list-item'
  | 'table'
  | 'code'
  | 'html'
  | 'definition';

/**
 * One block of a Markdown document. Blocks are in order and do not overlap; what lies between them is blank, a thematic
 * break, or a list or quote mark with nothing behind it. A block starts with the first character of its line that is no
 * blank, so quote marks and list markers belong to it. The paragraphs of one list item are one block.
 */
export interface Block extends Span {
  readonly kind: BlockKind;
  /** Heading level 1 to 6; for list items the nesting depth, from 1; else 0. */
  readonly level: number;
  /** Depth of block quotation. */
  readonly quote: number;
}

export type PassageRole = 'prose' | 'heading' | 'cell' | 'header-cell';

/** A run of readable text that a reader takes as one: a paragraph, a heading, a table cell. Offsets are relative to its block. */
export interface Passage {
  readonly role: PassageRole;
  readonly folded: FoldedText;
  /** Folded spans of sentences, in order, touching: together they cover the text. */
  readonly sentences: readonly Span[];
  /** Folded spans that are struck out (`~~…~~`). */
  readonly struck: readonly Span[];
  /** Table place, from 0; row 0 is the header. Zero outside tables. */
  readonly row: number;
  readonly column: number;
}
