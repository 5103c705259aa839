import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Diagnostic as Finding } from '../service/results.ts';
import { typedSentence } from '../service/typed-sentence.ts';
import { word } from '../service/words.ts';
import type { Span } from '../text/folded-text.ts';
import { DIAGNOSTIC_SOURCE, toDiagnostic } from './convert.ts';
import type { CheckedNote, NoteStore } from './documents.ts';
import type { RecordLocator } from './locations.ts';
import { type NoteCheckedParams, notifications } from './protocol.ts';
import type { Session } from './session.ts';

/** So long after the last keystroke the person rests: then half a sentence is one. */
const REST_MS = 300;

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

/** What was last published of a note. */
interface Published {
  readonly version: number;
  readonly session: Session;
  readonly text: string;
  /** What identifies the findings that were shown, wherever they stand. */
  readonly shown: ReadonlySet<string>;
  /** Nothing was held back, and the client was told that the version is checked. */
  readonly complete: boolean;
}

/**
 * Publishes the findings of open notes, never before a version was checked. While somebody types, what is new in the sentence that is
 * being typed waits until it is left or the typing rests; all else is published at once.
 */
export class Publisher {
  readonly #parts: PublisherParts;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #pending = new Map<string, NodeJS.Immediate>();
  readonly #published = new Map<string, Published>();

  constructor(parts: PublisherParts) {
    this.#parts = parts;
  }

  /** Something was typed. Changes that come together are one. */
  typed(uri: string): void {
    this.#cancel(uri);
    this.#pending.set(
      uri,
      setImmediate(() => {
        this.#pending.delete(uri);
        this.#publishWhileTyping(uri);
      }),
    );
    this.#timers.set(
      uri,
      setTimeout(() => this.publish(uri), REST_MS),
    );
  }

  /** What stands in other notes has changed: the findings of this one may be others now, though its text is the same. */
  again(uri: string): void {
    const before = this.#published.get(uri);
    // Whoever types is told when the typing rests.
    if (before === undefined || this.#timers.has(uri)) return;
    this.#published.set(uri, { ...before, complete: false });
    this.publish(uri);
  }

  /** Publishes all findings now, unless those of this version have been. */
  publish(uri: string): void {
    this.#cancel(uri);
    const { connection, checked: tell } = this.#parts;
    const session = this.#parts.session();
    const checked = session === null ? undefined : this.#parts.notes.checked(uri, session);
    if (session === null || checked === undefined) return;
    const before = this.#published.get(uri);
    const isSame = before?.version === checked.version && before.session === session;
    if (isSame && before.complete) return;
    const { note, version } = checked;
    const service = session.serviceFor(uri);
    const found = service.doValidation(note);
    const isShown = isSame && isEqual(new Set(found.map(identity)), before.shown);
    if (!isShown) this.#send(checked, session, found);
    this.#remember(checked, session, found, true);
    const partial = partialReason(checked, session);
    const params: NoteCheckedParams = { uri, version, summary: service.summarize([note]), partial };
    void connection.sendNotification(notifications.noteChecked, params);
    tell(checked);
  }

  #publishWhileTyping(uri: string): void {
    const session = this.#parts.session();
    const checked = session === null ? undefined : this.#parts.notes.checked(uri, session);
    const before = this.#published.get(uri);
    if (session === null || checked === undefined || before === undefined) return;
    if (before.version === checked.version && before.session === session) return;
    const sentence = typedSentence(before.text, checked.note.text);
    const found = session
      .serviceFor(uri)
      .doValidation(checked.note)
      .filter((one) => sentence === null || !touches(one, sentence) || before.shown.has(identity(one)));
    this.#send(checked, session, found);
    this.#remember(checked, session, found, false);
  }

  #send(checked: CheckedNote, session: Session, found: readonly Finding[]): void {
    const { connection, locator, fileProblems } = this.#parts;
    const { note, version, failure } = checked;
    const { uri } = note;
    const partial = partialReason(checked, session);
    const unchecked = partial === null ? [] : [notChecked(partial, failure)];
    const diagnostics = [
      ...fileProblems(uri),
      ...unchecked,
      ...found.map((one) => toDiagnostic(note, one, locator)),
    ];
    void connection.sendDiagnostics({ uri, version, diagnostics });
  }

  #remember(
    { note, version }: CheckedNote,
    session: Session,
    found: readonly Finding[],
    complete: boolean,
  ): void {
    const shown = new Set(found.map(identity));
    this.#published.set(note.uri, { version, session, text: note.text, shown, complete });
  }

  /** The note was closed: its findings go with it. */
  close(uri: string): void {
    this.#cancel(uri);
    this.#published.delete(uri);
    void this.#parts.connection.sendDiagnostics({ uri, diagnostics: [...this.#parts.fileProblems(uri)] });
  }

  dispose(): void {
    for (const uri of [...this.#timers.keys(), ...this.#pending.keys()]) this.#cancel(uri);
  }

  #cancel(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    clearImmediate(this.#pending.get(uri));
    this.#pending.delete(uri);
  }
}

function isEqual(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}

/** Equal for what says the same, wherever an edit has moved it. */
function identity({ code, message }: Finding): string {
  return `${code} ${message}`;
}

/** Right behind a sentence is in it: there the cursor stands. */
function touches({ start, end }: Finding, sentence: Span): boolean {
  return start <= sentence.end && sentence.start <= end;
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
