import type { Span } from '../text/folded-text.ts';
import type { Note } from './note.ts';

/** The nearest offset of the note: callers may ask for one that it has no more, or that is no number. */
export function offsetIn({ text }: Note, offset: number): number {
  if (!(offset > 0)) return 0;
  return Math.min(Math.floor(offset), text.length);
}

/** The nearest range of the note, from its smaller end to its larger. */
export function rangeIn(note: Note, { start, end }: Span): Span {
  const [from, to] = [offsetIn(note, start), offsetIn(note, end)];
  return { start: Math.min(from, to), end: Math.max(from, to) };
}
