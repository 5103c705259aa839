import type { ProtocolLocation, ProtocolPosition, ProtocolVerdict } from './places.ts';

/** Ids of the four sections. They are the nodes below `null`, and fixed, so that a view may start with one of them. */
export type TreeSection = 'note' | 'ecosystem' | 'sources' | 'conflicts';

/** Order and grouping of the section `ecosystem`. */
export interface TreeArrangement {
  /** Those that lead to figures first, then the rest (when left out); by name; by number of facts; by the newest fact. */
  readonly sort?: 'figures' | 'name' | 'facts' | 'newest';
  /** `maker` lists under its kind only what belongs to nobody; the rest stands below its maker. `kind` when left out. */
  readonly group?: 'kind' | 'maker';
}

export interface TreeParams extends TreeArrangement {
  /** Id of the node whose children are wanted; null for the four sections. */
  readonly parent: string | null;
  /** The note that the section `note` speaks of: the active editor's; null when there is none. */
  readonly uri: string | null;
  /** Keeps nodes whose names match (Hanzi, Latin, pinyin) and what leads to them; empty keeps all. */
  readonly filter?: string;
}

export interface TreeResult {
  readonly nodes: readonly TreeNode[];
}

/** What a node stands for; says icon and context menu. */
export type TreeNodeKind =
  | 'section'
  | 'group'
  | 'entity'
  | 'metric'
  | 'fact'
  | 'source'
  | 'conflict'
  | 'verdict'
  | 'claim'
  /** A line for the reader where there is nothing to list. */
  | 'message';

export interface TreeNode {
  /** Unique in the tree, stable between requests as long as the record exists. Opaque but for the four section ids. */
  readonly id: string;
  /** Id of the node above, null for sections: what a tree view needs to reveal. */
  readonly parent: string | null;
  readonly kind: TreeNodeKind;
  readonly label: string;
  /** Stands in pale letters behind the label: a count, a date. */
  readonly description: string;
  /** A card in Markdown, escaped; empty when there is nothing to add. */
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly accessibleLabel: string;
  readonly hasChildren: boolean;
  /** The record in its file, or the claim in its note. */
  readonly location: ProtocolLocation | null;
  /** Kind of the entity (`organisation`, `model`, …) for entities and for groups by kind; else null. */
  readonly entityKind: string | null;
  /** For claims and groups by verdict; else null. */
  readonly verdict: ProtocolVerdict | null;
  /** Id of the record (entity, metric, fact, source) for "copy id"; else null. */
  readonly recordId: string | null;
  /** What "insert" puts into the note: the name, or the figure with hedge and date; null when there is nothing to insert. */
  readonly insertText: string | null;
  /** Address of the original document, for sources; else null. */
  readonly url: string | null;
}

/** The way to a record, or to what stands at a place of an open note: for revealing it. */
export interface TreePathParams extends Pick<TreeArrangement, 'group'> {
  /** Id of an entity, a fact or a source; when left out, `uri` and `position` say what is meant. */
  readonly recordId?: string;
  readonly uri?: string;
  readonly position?: ProtocolPosition;
}

export interface TreeChangedParams {
  readonly sections: readonly TreeSection[];
}
