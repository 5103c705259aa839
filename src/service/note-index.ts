import type { Span } from '../text/folded-text.ts';
import type { WorkspaceNotes } from './context.ts';
import type { Note } from './note.ts';
import type { NoteSpan } from './results.ts';

/** Where the notes of a workspace name entities and rest on facts. Keeps places only, no texts. */
export interface NoteIndex extends WorkspaceNotes {
  /** Takes in a note, in place of what was known of its address. */
  update(note: Note): void;
  remove(uri: string): void;
  clear(): void;
  readonly size: number;
}

interface IndexedNote {
  readonly entities: ReadonlyMap<string, readonly NoteSpan[]>;
  readonly facts: ReadonlyMap<string, readonly NoteSpan[]>;
}

export function createNoteIndex(): NoteIndex {
  const notes = new Map<string, IndexedNote>();
  const collect = (list: keyof IndexedNote, id: string): readonly NoteSpan[] =>
    [...notes.values()].flatMap((note) => note[list].get(id) ?? []);
  return {
    update(note) {
      notes.set(note.uri, indexNote(note));
    },
    remove(uri) {
      notes.delete(uri);
    },
    clear() {
      notes.clear();
    },
    get size() {
      return notes.size;
    },
    mentionsOf: (entity) => collect('entities', entity),
    claimsDecidedBy: (fact) => collect('facts', fact),
  };
}

function indexNote(note: Note): IndexedNote {
  const entities = new Map<string, NoteSpan[]>();
  const facts = new Map<string, NoteSpan[]>();
  const add = (map: Map<string, NoteSpan[]>, id: string, { start, end }: Span) => {
    const range = { start: note.lines.positionAt(start), end: note.lines.positionAt(end) };
    const place: NoteSpan = { uri: note.uri, start, end, range };
    const places = map.get(id);
    if (places === undefined) map.set(id, [place]);
    else places.push(place);
  };
  for (const mention of note.analysis.mentions)
    if (mention.entity !== null) add(entities, mention.entity, mention);
  for (const { claim, verdict } of note.analysis.claims)
    for (const { id } of verdict.facts) add(facts, id, claim);
  return { entities, facts };
}
