import { URI } from 'vscode-uri';
import { createNoteIndex, type NoteIndex } from '../service/note-index.ts';
import type { FolderConfiguration } from './configuration.ts';
import type { Host } from './host.ts';
import type { Session } from './session.ts';

export interface IndexingParts {
  readonly host: Host;
  readonly today: () => number;
  /** Open notes are indexed as they are in the editor, not as they are on disk. */
  readonly isOpen: (uri: string) => boolean;
  readonly progressed: () => void;
  readonly report: (message: string) => void;
}

export interface IndexedFolder {
  readonly path: string;
  readonly configuration: FolderConfiguration;
}

/** Reads the notes of the workspace in the background, one at a time, so that requests come in between. */
export class Indexing {
  readonly index: NoteIndex = createNoteIndex();
  readonly #parts: IndexingParts;
  #run = 0;
  #total = 0;
  #done = 0;
  #pending: Promise<void> = Promise.resolve();

  constructor(parts: IndexingParts) {
    this.#parts = parts;
  }

  get progress(): { readonly indexed: number; readonly total: number } {
    return { indexed: this.#done, total: this.#total };
  }

  /** Begins anew; a run that is under way ends. Never throws. */
  async start(session: Session, folders: readonly IndexedFolder[]): Promise<void> {
    const run = ++this.#run;
    const stopped = () => run !== this.#run;
    const { host, progressed } = this.#parts;
    const paths = new Set<string>();
    for (const { path, configuration } of folders) {
      const { include, exclude } = configuration;
      for (const file of await host.walk(path, { root: path, include, exclude, stopped })) paths.add(file);
    }
    if (stopped()) return;
    this.index.clear();
    this.#total = paths.size;
    this.#done = 0;
    progressed();
    for (const path of paths) {
      await this.#add(path, session);
      if (stopped()) return;
      this.#done++;
      await nextTurn();
    }
    if (paths.size > 0) progressed();
  }

  stop(): void {
    this.#run++;
  }

  /** A file was made, changed or taken away. */
  changed(path: string, session: Session): void {
    const uri = URI.file(path).toString();
    if (this.#parts.isOpen(uri)) return;
    this.#pending = this.#pending.then(async () => {
      this.index.remove(uri);
      await this.#add(path, session);
    });
  }

  /** Resolves when every change that was told of is in the index. */
  settled(): Promise<void> {
    return this.#pending;
  }

  async #add(path: string, session: Session): Promise<void> {
    const uri = URI.file(path).toString();
    if (this.#parts.isOpen(uri)) return;
    const read = await this.#parts.host.readText(path);
    // A file that is no text is not a note; whoever opens it is told.
    if ('problem' in read) return;
    try {
      const analysis = session.knowledge.checker.analyze(read.text, { today: this.#parts.today() });
      this.index.update(session.service.makeNote(uri, analysis));
    } catch (error) {
      this.#parts.report(`${path} could not be read for references: ${String(error)}`);
    }
  }
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
