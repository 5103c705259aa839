import type { WorkspaceNotes } from './context.ts';
import { link, plain } from './markdown.ts';
import type { Note } from './note.ts';
import type { NoteSpan } from './results.ts';

const MAX_NOTES = 5;

/** The other notes that name an entity, each as a link to the first place with the number of places; null when there are none. */
export function mentionedElsewhere(
  notes: WorkspaceNotes,
  note: Note,
  entity: string,
): { readonly links: string; readonly more: number } | null {
  const byNote = new Map<string, NoteSpan[]>();
  for (const place of notes.mentionsOf(entity)) {
    if (place.uri === note.uri) continue;
    const places = byNote.get(place.uri);
    if (places === undefined) byNote.set(place.uri, [place]);
    else places.push(place);
  }
  if (byNote.size === 0) return null;
  const most = [...byNote].toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const links = most.slice(0, MAX_NOTES).map(([uri, places]) => {
    const line = Math.min(...places.map(({ range }) => range.start.line)) + 1;
    return `${link(noteName(uri), `${uri}#L${line}`)} ${plain(`×${places.length}`)}`;
  });
  return { links: links.join(' · '), more: most.length - links.length };
}

/** The file name of an address, as a reader knows it. */
function noteName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
