import type { WorkspaceNotes } from './context.ts';
import { claimAt, factReferenceAt, mentionAt, type Note } from './note.ts';
import type { NoteSpan } from './results.ts';

/** What references are looked for: every place that names an entity, or every claim that a fact decided. */
export type ReferenceTarget =
  | { readonly type: 'entity'; readonly id: string }
  | { readonly type: 'fact'; readonly id: string };

/** What stands at an offset of a note, if references to it can be found. */
export function referenceTarget(note: Note, offset: number): ReferenceTarget | null {
  const reference = factReferenceAt(note, offset);
  if (reference !== undefined) return { type: 'fact', id: reference.id };
  const fact = claimAt(note, offset)?.verdict.facts[0];
  if (fact !== undefined) return { type: 'fact', id: fact.id };
  const entity = mentionAt(note, offset)?.entity ?? null;
  return entity === null ? null : { type: 'entity', id: entity };
}

/** Places in the notes of the workspace, in order of address and place. */
export function findReferences(notes: WorkspaceNotes, target: ReferenceTarget): readonly NoteSpan[] {
  const found = target.type === 'entity' ? notes.mentionsOf(target.id) : notes.claimsDecidedBy(target.id);
  return found.toSorted((a, b) => (a.uri === b.uri ? a.start - b.start : a.uri < b.uri ? -1 : 1));
}
