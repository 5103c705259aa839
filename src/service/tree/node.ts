import type { VerdictKind } from '../../check/verdict.ts';
import type { EntityKind, RecordPlace } from '../../factbase/model.ts';
import type { Span } from '../../text/folded-text.ts';
import type { ServiceContext } from '../context.ts';
import type { Note } from '../note.ts';
import type { WritingStyle } from '../period-text.ts';
import { readerStyle } from '../record-text.ts';

export type TreeSection = 'note' | 'ecosystem' | 'sources' | 'conflicts';

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
  | 'message';

/** A node of the tree. Its id is the way to it, so that children can be asked for by id alone. */
export interface TreeNode {
  readonly id: string;
  readonly kind: TreeNodeKind;
  readonly label: string;
  readonly description: string;
  /** Markdown; empty when there is nothing to add. */
  readonly tooltip: string;
  readonly hasChildren: boolean;
  readonly target: TreeTarget | null;
  readonly entityKind: EntityKind | null;
  readonly verdict: VerdictKind | null;
  readonly recordId: string | null;
  /** What "insert" puts into the note. */
  readonly insertText: string | null;
  readonly url: string | null;
}

/** Where a node leads: a record of the fact base, or a place of the note. */
export type TreeTarget =
  | { readonly type: 'record'; readonly place: RecordPlace }
  | { readonly type: 'note'; readonly uri: string; readonly span: Span };

/** What the tree shows besides the fact base. */
export interface TreeQuery {
  /** The note that the section `note` speaks of. */
  readonly note: Note | null;
  /** Keeps what matches it and what leads there; empty keeps all. */
  readonly filter: string;
  /** Order of entities: those that lead to figures first (when left out), by name, by number of facts, or by the newest fact. */
  readonly sort?: TreeSort;
  /** `kind` lists every entity under its kind, `maker` only those that belong to nobody; the rest stand below their makers. */
  readonly group?: TreeGroup;
}

export type TreeSort = 'figures' | 'name' | 'facts' | 'newest';
export type TreeGroup = 'kind' | 'maker';

/** Much is known by name only, and must not bury what has figures. */
export const DEFAULT_SORT: TreeSort = 'figures';

/** Makes a node with nothing in it but what is given. */
export function makeNode(parts: Pick<TreeNode, 'id' | 'kind' | 'label'> & Partial<TreeNode>): TreeNode {
  return {
    description: '',
    tooltip: '',
    hasChildren: false,
    target: null,
    entityKind: null,
    verdict: null,
    recordId: null,
    insertText: null,
    url: null,
    ...parts,
  };
}

/** A line for the reader where there is nothing to list. */
export function messageNode(parent: string, label: string): TreeNode {
  return makeNode({ id: joinId(parent, 'message'), kind: 'message', label });
}

/** The id of the node above; null for sections. */
export function parentOf(id: string): string | null {
  const cut = id.lastIndexOf('/');
  return cut < 0 ? null : id.slice(0, cut);
}

/** The id of a node below `parent`. Record ids may hold the slash that parts the steps. */
export function joinId(parent: string, step: string): string {
  return `${parent}/${encodeURIComponent(step)}`;
}

/** The steps of an id, section first. Never throws. */
export function stepsOf(id: string): readonly string[] {
  return id.split('/').map((step) => {
    try {
      return decodeURIComponent(step);
    } catch {
      return step;
    }
  });
}

/** What is inserted from the tree is written as the note is; without a note, as the reader reads. */
export function insertStyle(context: ServiceContext, { note }: TreeQuery): WritingStyle {
  return note?.style ?? readerStyle(context.language);
}
