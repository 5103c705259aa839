import type { Checker } from '../check/analysis.ts';
import type { Finding } from '../check/finding.ts';
import type { Language, Message } from '../check/message.ts';
import type { FactBase } from '../factbase/fact-base.ts';
import type { Fact, RecordPlace } from '../factbase/model.ts';
import type { NameSearch } from '../factbase/search.ts';
import type { BaselineOf } from './baseline.ts';
import type { SeverityByCode } from './configuration.ts';
import type { NoteSpan, Position, RelatedPlace } from './results.ts';

/** Who reads, and what is known: enough to put a record in words. */
export interface Reader {
  readonly factBase: FactBase;
  /** Language of cards, messages and labels; what is inserted follows the note instead. */
  readonly language: Language;
}

/** What every feature of the service knows. Immutable: a changed fact base or setting makes a new one. */
export interface ServiceContext extends Reader {
  readonly search: NameSearch;
  readonly severity: SeverityByCode;
  readonly say: (message: Message) => string;
  /** Where a fact stands; found once for each, as a source is long and a note repeats itself. */
  readonly placesOf: (fact: Fact) => readonly RelatedPlace[];
  /** Address that opens a record, for links in cards; null when it cannot be opened. */
  readonly recordUrl: (place: RecordPlace) => string | null;
  /** Proves fixes; null where there is none. */
  readonly checker: Checker | null;
  readonly baseline: BaselineOf;
  /** What a note says otherwise than other notes, by its address. */
  readonly across: (uri: string) => readonly Finding[];
  /** Address that does something in the editor, for links in cards; null for what the editor does not offer. */
  readonly actionUrl: (action: CardAction) => string | null;
}

/** What a link in a card may do. Nothing of it changes more than the note at hand. */
export type CardAction =
  | { readonly type: 'show-in-tree'; readonly recordId: string }
  | {
      readonly type: 'insert-citation';
      readonly uri: string;
      readonly position: Position;
      readonly fact: string;
    };

/** The notes of a workspace, as far as they are indexed. */
export interface WorkspaceNotes {
  /** Where an entity is named. */
  mentionsOf(entity: string): readonly NoteSpan[];
  /** How many notes name an entity; answered without a look at any of them. */
  usesOf(entity: string): number;
  /** The claims that a fact decided, and what cites its id. */
  claimsDecidedBy(fact: string): readonly NoteSpan[];
}
