import { createHash } from 'node:crypto';
import { type NotePlaces, NUMBERS_PER_PLACE } from '../service/note-index.ts';
import type { FileStamp } from './host.ts';

/** What is kept of a note on disk from one run to the next. */
export interface StoredNote {
  readonly path: string;
  readonly stamp: FileStamp;
  readonly places: NotePlaces;
}

/** Counts up with every change of the format: an older file is thrown away, never converted. */
const FORMAT = 1;
/** So many notes stand in one line, so that reading and writing can stop between two. */
const NOTES_PER_LINE = 200;

interface Head {
  readonly format: number;
  /** What the notes were read with: program, facts, day. */
  readonly fingerprint: string;
  readonly checksum: string;
}

/** The text of an index file. Notes beyond `mostCharacters` are left out: a cache may forget, but not grow without bound. */
export async function encodeIndex(
  notes: Iterable<StoredNote>,
  fingerprint: string,
  { mostCharacters, pause }: { readonly mostCharacters: number; readonly pause: () => Promise<void> },
): Promise<string> {
  const lines: string[] = [];
  let size = 0;
  let line: unknown[] = [];
  const endLine = (): boolean => {
    const text = JSON.stringify(line);
    line = [];
    if (size + text.length > mostCharacters) return false;
    size += text.length;
    lines.push(text);
    return true;
  };
  for (const { path, stamp, places } of notes) {
    line.push([path, stamp.modified, stamp.size, places.entities, places.facts, places.spans]);
    if (line.length < NOTES_PER_LINE) continue;
    if (!endLine()) break;
    await pause();
  }
  if (line.length > 0) endLine();
  const body = lines.join('\n');
  const head: Head = { format: FORMAT, fingerprint, checksum: checksumOf(body) };
  return `${JSON.stringify(head)}\n${body}`;
}

export type DecodedIndex =
  | { readonly notes: ReadonlyMap<string, StoredNote> }
  /** `stale`: of another time, which is nothing to speak of. `damaged`: not as it was written. */
  | { readonly refused: 'stale' | 'damaged' };

/** Reads what `encodeIndex` wrote. Never throws: a text of any other kind is refused as a whole. */
export async function decodeIndex(
  text: string,
  fingerprint: string,
  pause: () => Promise<void>,
): Promise<DecodedIndex> {
  const headEnd = text.indexOf('\n');
  const head = headEnd < 0 ? undefined : parsed(text.slice(0, headEnd));
  if (!isHead(head)) return { refused: 'damaged' };
  if (head.format !== FORMAT || head.fingerprint !== fingerprint) return { refused: 'stale' };
  const body = text.slice(headEnd + 1);
  if (checksumOf(body) !== head.checksum) return { refused: 'damaged' };
  const notes = new Map<string, StoredNote>();
  for (const line of body === '' ? [] : body.split('\n')) {
    const entries = parsed(line);
    if (!Array.isArray(entries)) return { refused: 'damaged' };
    for (const entry of entries) {
      const note = storedNote(entry);
      if (note === null) return { refused: 'damaged' };
      notes.set(note.path, note);
    }
    await pause();
  }
  return { notes };
}

function checksumOf(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isHead(value: unknown): value is Head {
  if (typeof value !== 'object' || value === null) return false;
  const { format, fingerprint, checksum } = value as Partial<Record<keyof Head, unknown>>;
  return typeof format === 'number' && typeof fingerprint === 'string' && typeof checksum === 'string';
}

function storedNote(entry: unknown): StoredNote | null {
  if (!Array.isArray(entry)) return null;
  const [path, modified, size, entities, facts, spans]: unknown[] = entry;
  if (typeof path !== 'string' || typeof modified !== 'number' || typeof size !== 'number') return null;
  if (!isTexts(entities) || !isTexts(facts) || !isCounts(spans)) return null;
  if (spans.length % NUMBERS_PER_PLACE !== 0) return null;
  return { path, stamp: { modified, size }, places: { entities, facts, spans } };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

function isCounts(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && item >= 0);
}
