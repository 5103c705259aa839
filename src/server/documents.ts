import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { NoteAnalysis } from '../check/analysis.ts';
import type { Note } from '../service/note.ts';
import type { Session } from './session.ts';

/** An open note, read in one version under one session. */
export interface CheckedNote {
  readonly note: Note;
  readonly version: number;
  /** Why the note could not be checked; null when it was. */
  readonly failure: string | null;
}

/** The open notes with what is known of them. */
export interface NoteStore {
  /** The note in its present version; checks it if need be. Undefined when it is not open. */
  checked(uri: string, session: Session): CheckedNote | undefined;
  forget(uri: string): void;
  /** Everything is read anew when it is next asked for. */
  forgetAll(): void;
}

export interface NoteStoreParts {
  readonly document: (uri: string) => TextDocument | undefined;
  readonly today: () => number;
  /** Called with every new reading of a note. */
  readonly read?: (uri: string, analysis: NoteAnalysis, session: Session) => void;
  /** Tells of a fault of the checker. */
  readonly report: (message: string) => void;
}

interface Held extends CheckedNote {
  readonly session: Session;
  readonly analysis: NoteAnalysis | null;
}

export function createNoteStore({ document, today, report, read }: NoteStoreParts): NoteStore {
  const held = new Map<string, Held>();
  return {
    checked(uri, session) {
      const open = document(uri);
      if (open === undefined) return undefined;
      const before = held.get(uri);
      if (before !== undefined && before.version === open.version && before.session === session)
        return before;
      const made = check(open, session, before, { today: today(), report });
      held.set(uri, made);
      if (made.analysis !== null) read?.(uri, made.analysis, session);
      return made;
    },
    forget: (uri) => void held.delete(uri),
    forgetAll: () => held.clear(),
  };
}

function check(
  open: TextDocument,
  session: Session,
  before: Held | undefined,
  { today, report }: { readonly today: number; readonly report: (message: string) => void },
): Held {
  const { uri, version } = open;
  const knowledge = session.knowledgeFor(uri);
  const { checker } = knowledge;
  const { makeNote } = session.serviceFor(uri);
  const text = open.getText();
  try {
    const sameFacts = before?.session.knowledgeFor(uri) === knowledge ? before.analysis : null;
    const analysis =
      sameFacts === null ? checker.analyze(text, { today }) : checker.reanalyze(sameFacts, text, { today });
    return { note: makeNote(uri, analysis), version, session, analysis, failure: null };
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    report(`${uri} could not be checked: ${reason}`);
    const failure = error instanceof Error ? error.message : String(error);
    return { note: makeNote(uri, emptyAnalysis(text)), version, session, analysis: null, failure };
  }
}

function emptyAnalysis(text: string): NoteAnalysis {
  return { text, mentions: [], readings: [], claims: [], findings: [], partial: null };
}
