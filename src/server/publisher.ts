import type { Connection, Diagnostic } from 'vscode-languageserver';
import { word } from '../service/words.ts';
import { DIAGNOSTIC_SOURCE, toDiagnostic } from './convert.ts';
import type { CheckedNote, NoteStore } from './documents.ts';
import type { RecordLocator } from './locations.ts';
import { type NoteCheckedParams, notifications } from './protocol.ts';
import type { Session } from './session.ts';

/** So long after the last keystroke a note is checked: the person rests, and half a word is no finding. */
const REST_MS = 150;

export interface PublisherParts {
  readonly connection: Connection;
  readonly notes: NoteStore;
  readonly locator: RecordLocator;
  readonly session: () => Session | null;
  /** What is wrong in a note that is a file of the facts too (a digest). */
  readonly fileProblems: (uri: string) => readonly Diagnostic[];
  /** Called with every note that was checked. */
  readonly checked: (note: CheckedNote) => void;
}

/** Publishes the findings of open notes: once for each version, never before it was checked. */
export class Publisher {
  readonly #parts: PublisherParts;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #published = new Map<string, { readonly version: number; readonly session: Session }>();

  constructor(parts: PublisherParts) {
    this.#parts = parts;
  }

  /** Publishes when the person rests. */
  schedule(uri: string): void {
    this.#cancel(uri);
    this.#timers.set(
      uri,
      setTimeout(() => this.publish(uri), REST_MS),
    );
  }

  /** Publishes now, unless this version has been. */
  publish(uri: string): void {
    this.#cancel(uri);
    const { connection, notes, locator, checked: tell } = this.#parts;
    const session = this.#parts.session();
    if (session === null) return;
    const checked = notes.checked(uri, session);
    if (checked === undefined) return;
    const before = this.#published.get(uri);
    if (before?.version === checked.version && before.session === session) return;
    this.#published.set(uri, { version: checked.version, session });
    const { note, version, failure } = checked;
    const service = session.serviceFor(uri);
    const diagnostics = service.doValidation(note).map((found) => toDiagnostic(note, found, locator));
    const partial = partialReason(checked, session);
    const unchecked = partial === null ? [] : [notChecked(partial, failure)];
    void connection.sendDiagnostics({
      uri,
      version,
      diagnostics: [...this.#parts.fileProblems(uri), ...unchecked, ...diagnostics],
    });
    const params: NoteCheckedParams = { uri, version, summary: service.summarize([note]), partial };
    void connection.sendNotification(notifications.noteChecked, params);
    tell(checked);
  }

  /** The note was closed: its findings go with it. */
  close(uri: string): void {
    this.#cancel(uri);
    this.#published.delete(uri);
    void this.#parts.connection.sendDiagnostics({ uri, diagnostics: [...this.#parts.fileProblems(uri)] });
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #cancel(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
  }
}

function partialReason({ note, failure }: CheckedNote, { language }: Session): string | null {
  if (failure !== null) return word(language, 'partial.failed', { reason: failure });
  const { partial } = note.analysis;
  return partial === null ? null : word(language, `partial.${partial}`);
}

/** Silence would say that the note is right. */
function notChecked(reason: string, failure: string | null): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: failure === null ? 3 : 2,
    source: DIAGNOSTIC_SOURCE,
    code: 'note.partial',
    message: reason,
  };
}
