import { URI } from 'vscode-uri';
import type { NoteAnalysis } from '../check/analysis.ts';
import type { Finding } from '../check/finding.ts';
import { NotesIndex } from '../check/notes-disagree.ts';
import type { WorkspaceNotes } from '../service/context.ts';
import type { Host } from './host.ts';
import type { Session } from './session.ts';

export interface DisagreementParts {
  readonly host: Pick<Host, 'readText'>;
  readonly today: () => number;
  /** Which notes name whom, read in this run or kept from an earlier one. */
  readonly notes: Pick<WorkspaceNotes, 'mentionsOf'>;
  readonly isOpen: (uri: string) => boolean;
  /** The findings of these open notes are others now. */
  readonly changed: (uris: readonly string[]) => void;
}

/**
 * What the notes of the workspace say of one thing and time, held against each other. Notes that are not open are read when an open
 * one speaks of somebody whom they name.
 */
export class Disagreements {
  readonly #parts: DisagreementParts;
  #index = new NotesIndex();
  /** Notes that are in the index, and subjects whose notes have been looked for. */
  readonly #read = new Set<string>();
  readonly #asked = new Set<string>();
  #session: Session | null = null;
  #working: Promise<void> = Promise.resolve();

  constructor(parts: DisagreementParts) {
    this.#parts = parts;
  }

  findings(uri: string): readonly Finding[] {
    return this.#index.findings(uri);
  }

  /** Takes in an open note as it is now. */
  update(uri: string, analysis: NoteAnalysis, session: Session): void {
    if (session.knowledge !== this.#session?.knowledge) this.#begin(session);
    this.#session = session;
    const others = this.#take(uri, analysis);
    if (others.length > 0) this.#parts.changed(others);
    for (const { checked } of analysis.series ?? []) {
      const subject = checked.claim.match?.series.subject;
      if (subject === undefined || this.#asked.has(subject)) continue;
      this.#asked.add(subject);
      this.#working = this.#working.then(() => this.#readNotesOn(subject, session));
    }
  }

  /** A note on the disk was changed or taken away: what it says is read anew when it is next of interest. */
  forget(uri: string): void {
    if (!this.#read.delete(uri)) return;
    const others = [...this.#index.remove(uri)].filter((other) => this.#parts.isOpen(other));
    // Whom it names may have changed with it.
    this.#asked.clear();
    if (others.length > 0) this.#parts.changed(others);
  }

  /** More notes are known than before. */
  lookAgain(): void {
    this.#asked.clear();
  }

  /** Other facts make other claims: nothing that was read before holds. */
  #begin(session: Session): void {
    this.#index = new NotesIndex();
    this.#read.clear();
    this.#asked.clear();
    this.#session = session;
  }

  #take(uri: string, analysis: NoteAnalysis): readonly string[] {
    this.#read.add(uri);
    return [...this.#index.update(uri, analysis)].filter((other) => this.#parts.isOpen(other));
  }

  async #readNotesOn(subject: string, session: Session): Promise<void> {
    const { host, today, notes, isOpen, changed } = this.#parts;
    const uris = new Set(notes.mentionsOf(subject).map(({ uri }) => uri));
    for (const uri of uris) {
      if (this.#read.has(uri) || isOpen(uri) || !uri.startsWith('file:')) continue;
      const read = await host.readText(URI.parse(uri).fsPath);
      if (session.knowledge !== this.#session?.knowledge) return;
      if ('problem' in read || this.#read.has(uri)) continue;
      const { checker } = session.knowledgeFor(uri);
      const others = this.#take(uri, checker.analyze(read.text, { today: today() }));
      if (others.length > 0) changed(others);
      // Requests come in between two notes.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
