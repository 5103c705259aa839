import type { Span } from '../text/folded-text.ts';
import type { WorkspaceNotes } from './context.ts';
import { factReferences, type Note } from './note.ts';
import type { NoteSpan } from './results.ts';

/** Where the notes of a workspace name entities and rest on facts. Keeps places only, no texts. */
export interface NoteIndex extends WorkspaceNotes {
  /** Takes in a note, in place of what was known of its address. */
  update(note: Note): void;
  /** Takes in a note that was read before. */
  put(uri: string, places: NotePlaces): void;
  get(uri: string): NotePlaces | undefined;
  remove(uri: string): void;
  clear(): void;
  /** Addresses of the notes that are in it. */
  readonly uris: IterableIterator<string>;
  readonly size: number;
}

/** What the index keeps of one note: flat lists of words and numbers, since a workspace may hold many thousands of notes. */
export interface NotePlaces {
  readonly entities: readonly string[];
  readonly facts: readonly string[];
  /**
   * Seven numbers for each place: whose it is (counted through `entities`, then `facts`), start and end offset, start line and
   * character, end line and character.
   */
  readonly spans: readonly number[];
}

export const NUMBERS_PER_PLACE = 7;

const NOWHERE: NotePlaces = { entities: [], facts: [], spans: [] };

export function createNoteIndex(): NoteIndex {
  const notes = new Map<string, NotePlaces>();
  const uses = new Map<string, number>();
  const count = (places: NotePlaces | undefined, by: 1 | -1): void => {
    for (const id of places?.entities ?? []) uses.set(id, (uses.get(id) ?? 0) + by);
  };
  const put = (uri: string, places: NotePlaces): void => {
    count(notes.get(uri), -1);
    count(places, 1);
    notes.set(uri, places);
  };
  const collect = (list: 'entities' | 'facts', id: string): readonly NoteSpan[] => {
    const found: NoteSpan[] = [];
    for (const [uri, places] of notes) {
      const at = places[list].indexOf(id);
      if (at >= 0) addSpans(found, uri, places.spans, list === 'facts' ? places.entities.length + at : at);
    }
    return found;
  };
  return {
    update(note) {
      put(note.uri, placesOf(note));
    },
    put,
    get: (uri) => notes.get(uri),
    remove(uri) {
      count(notes.get(uri), -1);
      notes.delete(uri);
    },
    clear() {
      uses.clear();
      notes.clear();
    },
    get uris() {
      return notes.keys();
    },
    get size() {
      return notes.size;
    },
    usesOf: (entity) => uses.get(entity) ?? 0,
    mentionsOf: (entity) => collect('entities', entity),
    claimsDecidedBy: (fact) => collect('facts', fact),
  };
}

function addSpans(found: NoteSpan[], uri: string, spans: readonly number[], wanted: number): void {
  for (let i = 0; i < spans.length; i += NUMBERS_PER_PLACE) {
    if (spans[i] !== wanted) continue;
    const [, start = 0, end = 0, line = 0, character = 0, endLine = 0, endCharacter = 0] = spans.slice(
      i,
      i + NUMBERS_PER_PLACE,
    );
    const range = { start: { line, character }, end: { line: endLine, character: endCharacter } };
    found.push({ uri, start, end, range });
  }
}

function placesOf(note: Note): NotePlaces {
  const entities = new Map<string, Span[]>();
  const facts = new Map<string, Span[]>();
  for (const mention of note.analysis.mentions)
    if (mention.entity !== null) add(entities, mention.entity, mention);
  for (const { claim, verdict } of note.analysis.claims)
    for (const { id } of verdict.facts) add(facts, id, claim);
  for (const { id, start, end } of factReferences(note.text)) add(facts, id, { start, end });
  if (entities.size === 0 && facts.size === 0) return NOWHERE;
  const spans: number[] = [];
  for (const [whose, places] of [...entities.values(), ...facts.values()].entries()) {
    for (const { start, end } of places) {
      const from = note.lines.positionAt(start);
      const to = note.lines.positionAt(end);
      spans.push(whose, start, end, from.line, from.character, to.line, to.character);
    }
  }
  return { entities: [...entities.keys()], facts: [...facts.keys()], spans };
}

function add(map: Map<string, Span[]>, id: string, span: Span): void {
  const places = map.get(id);
  if (places === undefined) map.set(id, [span]);
  else places.push(span);
}
