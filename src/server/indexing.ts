import { URI } from 'vscode-uri';
import { createNoteIndex, type NoteIndex } from '../service/note-index.ts';
import type { FolderConfiguration } from './configuration.ts';
import { isWithin } from './disk/walk.ts';
import type { FileStamp, Host } from './host.ts';
import { decodeIndex, encodeIndex, type StoredNote } from './index-format.ts';
import type { Session } from './session.ts';

export interface IndexingParts {
  readonly host: Pick<Host, 'walk' | 'taker' | 'stamp' | 'readText' | 'readStored' | 'writeStored'>;
  readonly today: () => number;
  /** Open notes are indexed as they are in the editor, not as they are on disk. */
  readonly isOpen: (uri: string) => boolean;
  /** Something of `progress` or `leftOut` is another. */
  readonly progressed: () => void;
  readonly report: (message: string) => void;
  /** Where the index is kept for the next start; null where it is not. */
  readonly storeFile: string | null;
  readonly limits?: IndexLimits;
}

export interface IndexLimits {
  readonly mostNotes: number;
  /** A longer note is read only when it is open: reading it would hold up requests. */
  readonly mostBytes: number;
  readonly mostStoredCharacters: number;
}

export const INDEX_LIMITS: IndexLimits = {
  mostNotes: 50_000,
  mostBytes: 1024 * 1024,
  mostStoredCharacters: 32 * 1024 * 1024,
};

export interface IndexedFolder {
  readonly path: string;
  readonly configuration: FolderConfiguration;
}

/** What is not in the index though the settings take it. */
export interface LeftOut {
  /** Paths of the notes that are too large. */
  readonly large: readonly string[];
  /** How many notes are beyond the most that are read. */
  readonly beyond: number;
  /** Whether somebody ended the reading. */
  readonly stopped: boolean;
}

/** What a run reads with; a change of any of it begins a new run. */
interface Run {
  readonly session: Session;
  readonly fingerprint: string;
  readonly folders: readonly { readonly path: string; takes(path: string): boolean }[];
  /** What an earlier run has kept. */
  stored: ReadonlyMap<string, StoredNote>;
}

type ReadNote =
  | { readonly path: string; readonly gone: true }
  | { readonly path: string; readonly gone: false; readonly stamp: FileStamp; readonly text: string | null };

/** So long, in milliseconds, the reading goes on before requests get their turn. */
const SLICE_MS = 5;
/** So many files are asked of the disk at once. */
const READ_AHEAD = 24;
/** So often, in milliseconds, progress is told. */
const TELL_MS = 200;

/** Reads the notes of the workspace in the background, in slices short enough that no request waits for them. */
export class Indexing {
  readonly index: NoteIndex = createNoteIndex();
  readonly #parts: IndexingParts;
  readonly #limits: IndexLimits;
  #run: Run | null = null;
  /** Notes to read; true for those that the progress counts. */
  readonly #queue = new Map<string, boolean>();
  readonly #stamps = new Map<string, FileStamp>();
  readonly #large = new Set<string>();
  #beyond = 0;
  #stopped = false;
  #total = 0;
  #done = 0;
  #told = 0;
  #working: Promise<void> = Promise.resolve();

  constructor(parts: IndexingParts) {
    this.#parts = parts;
    this.#limits = parts.limits ?? INDEX_LIMITS;
  }

  get progress(): { readonly indexed: number; readonly total: number } {
    return { indexed: this.#done, total: this.#total };
  }

  get leftOut(): LeftOut {
    return { large: [...this.#large], beyond: this.#beyond, stopped: this.#stopped };
  }

  /**
   * Begins anew; a run that is under way ends. `fingerprint` says which facts and program notes are read with. Resolves when the
   * notes have been read. Never throws.
   */
  async start(session: Session, folders: readonly IndexedFolder[], fingerprint: string): Promise<void> {
    const { host, today, storeFile } = this.#parts;
    const asking = folders.filter(({ configuration }) => configuration.index === 'on');
    const run: Run = {
      session,
      // A note without a date is read as of today.
      fingerprint: `${fingerprint} ${today()}`,
      folders: asking.map(({ path, configuration: { include, exclude } }) => ({
        path,
        takes: host.taker({ root: path, include, exclude }),
      })),
      stored: new Map(),
    };
    this.#run = run;
    this.#forget();
    const paths = new Set<string>();
    for (const { path, configuration } of asking) {
      const { include, exclude } = configuration;
      const stopped = () => this.#run !== run;
      for (const file of await host.walk(path, { root: path, include, exclude, stopped })) paths.add(file);
    }
    if (storeFile !== null && paths.size > 0) run.stored = await this.#stored(storeFile, run);
    if (this.#run !== run) return;
    this.#enqueue(paths);
    this.#parts.progressed();
    await this.#work(run);
    if (this.#run === run) await this.#keep(run);
  }

  /** Ends the reading; what has been read stays, and changes are still followed. */
  cancel(): void {
    if (this.#done === this.#total) return;
    this.#stopped = true;
    for (const [path, counted] of this.#queue) {
      if (!counted) continue;
      this.#queue.delete(path);
      this.#total--;
    }
    this.#parts.progressed();
  }

  /** Ends everything. */
  stop(): void {
    this.#run = null;
    this.#queue.clear();
  }

  /** A file was made, changed or taken away, or an editor let go of it. */
  changed(path: string): void {
    const run = this.#run;
    if (run === null) return;
    if (!this.#queue.has(path)) this.#queue.set(path, false);
    void this.#work(run);
  }

  /** A note was closed that lies on no disk. */
  closed(uri: string): void {
    this.index.remove(uri);
  }

  /** Resolves when every change that was told of is in the index. */
  settled(): Promise<void> {
    return this.#done < this.#total ? Promise.resolve() : this.#working;
  }

  /** Nothing that was read with other facts may stay, but open notes are read anew by those who hold them. */
  #forget(): void {
    this.#queue.clear();
    this.#stamps.clear();
    this.#large.clear();
    this.#beyond = 0;
    this.#stopped = false;
    this.#total = 0;
    this.#done = 0;
    for (const uri of [...this.index.uris]) if (!this.#parts.isOpen(uri)) this.index.remove(uri);
  }

  #enqueue(paths: ReadonlySet<string>): void {
    const { mostNotes } = this.#limits;
    for (const path of paths) {
      if (this.#total === mostNotes) break;
      this.#total++;
      this.#queue.set(path, true);
    }
    this.#beyond = paths.size - this.#total;
  }

  #work(run: Run): Promise<void> {
    this.#working = this.#working.then(() => this.#drain(run));
    return this.#working;
  }

  async #drain(run: Run): Promise<void> {
    let sliceEnd = performance.now() + SLICE_MS;
    while (this.#queue.size > 0 && this.#run === run) {
      const batch = [...take(this.#queue, READ_AHEAD)];
      const read = await Promise.all(batch.map(([path]) => this.#read(path, run)));
      for (const [i, note] of read.entries()) {
        if (this.#run !== run) return;
        this.#take(note, run);
        if (batch[i]?.[1] === true) this.#done++;
        if (performance.now() < sliceEnd) continue;
        this.#tell();
        await nextTurn();
        sliceEnd = performance.now() + SLICE_MS;
      }
    }
    if (this.#run === run && this.#queue.size === 0) this.#parts.progressed();
  }

  async #read(path: string, run: Run): Promise<ReadNote> {
    const { host } = this.#parts;
    this.#large.delete(path);
    if (!run.folders.some((folder) => folder.takes(path))) return { path, gone: true };
    const stamp = await host.stamp(path);
    if (stamp === null) return { path, gone: true };
    if (stamp.size > this.#limits.mostBytes) {
      this.#large.add(path);
      return { path, gone: true };
    }
    const known = run.stored.get(path)?.stamp;
    if (known?.modified === stamp.modified && known.size === stamp.size)
      return { path, gone: false, stamp, text: null };
    const read = await host.readText(path);
    // A file that is no text is not a note; whoever opens it is told.
    return 'problem' in read ? { path, gone: true } : { path, gone: false, stamp, text: read.text };
  }

  #take(note: ReadNote, run: Run): void {
    const { path } = note;
    const uri = URI.file(path).toString();
    if (this.#parts.isOpen(uri) && this.index.get(uri) !== undefined) return;
    if (note.gone) {
      this.#drop(path, uri);
      return;
    }
    const stored = note.text === null ? run.stored.get(path) : undefined;
    if (stored !== undefined) this.index.put(uri, stored.places);
    else if (!this.#analyze(uri, note.text ?? '', run)) return;
    this.#stamps.set(path, note.stamp);
  }

  #analyze(uri: string, text: string, { session }: Run): boolean {
    try {
      const analysis = session.knowledgeFor(uri).checker.analyze(text, { today: this.#parts.today() });
      this.index.update(session.serviceFor(uri).makeNote(uri, analysis));
      return true;
    } catch (error) {
      this.index.remove(uri);
      this.#parts.report(`${uri} could not be read for references: ${String(error)}`);
      return false;
    }
  }

  /** Of a folder that goes, some clients tell as of one file. */
  #drop(path: string, uri: string): void {
    const known = this.index.get(uri) !== undefined;
    this.index.remove(uri);
    this.#stamps.delete(path);
    if (known) return;
    for (const inside of [...this.#stamps.keys()]) {
      if (inside === path || !isWithin(inside, path)) continue;
      this.index.remove(URI.file(inside).toString());
      this.#stamps.delete(inside);
    }
  }

  async #stored(file: string, run: Run): Promise<ReadonlyMap<string, StoredNote>> {
    const text = await this.#parts.host.readStored(file);
    if (text === null) return new Map();
    const decoded = await decodeIndex(text, run.fingerprint, nextTurn);
    if ('notes' in decoded) return decoded.notes;
    if (decoded.refused === 'damaged') this.#parts.report(`${file} is damaged: notes are read anew.`);
    return new Map();
  }

  /** Keeps what was read for the next start, if anything is other than what was kept. */
  async #keep(run: Run): Promise<void> {
    const { host, storeFile, report } = this.#parts;
    const { stored, fingerprint } = run;
    run.stored = new Map();
    if (storeFile === null || this.#stamps.size === 0) return;
    const notes = this.#kept();
    const same = notes.length === stored.size && notes.every((note) => isSame(note, stored.get(note.path)));
    if (same) return;
    const { mostStoredCharacters: mostCharacters } = this.#limits;
    const text = await encodeIndex(notes, fingerprint, { mostCharacters, pause: nextTurn });
    if (this.#run !== run) return;
    const problem = await host.writeStored(storeFile, text);
    if (problem !== null) report(`What was read is not kept for the next start. ${problem}`);
  }

  #kept(): readonly StoredNote[] {
    const kept: StoredNote[] = [];
    for (const [path, stamp] of this.#stamps) {
      const uri = URI.file(path).toString();
      const places = this.index.get(uri);
      // An open note may be another than the one on disk.
      if (places !== undefined && !this.#parts.isOpen(uri)) kept.push({ path, stamp, places });
    }
    return kept;
  }

  #tell(): void {
    const now = performance.now();
    if (now - this.#told < TELL_MS) return;
    this.#told = now;
    this.#parts.progressed();
  }
}

function isSame(note: StoredNote, stored: StoredNote | undefined): boolean {
  return (
    stored !== undefined &&
    stored.stamp.modified === note.stamp.modified &&
    stored.stamp.size === note.stamp.size
  );
}

function* take<K, V>(from: Map<K, V>, most: number): Generator<readonly [K, V]> {
  let left = most;
  for (const entry of from) {
    if (left-- === 0) return;
    from.delete(entry[0]);
    yield entry;
  }
}

/** Two rounds: one reads what has come in, one answers it. */
async function nextTurn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  await new Promise((resolve) => setImmediate(resolve));
}
