/**
 * What server and client say to each other beyond the Language Server Protocol.
 *
 * This file is the whole contract: it imports nothing, so that a client needs nothing else of ours. Lines and characters
 * count from 0, characters are UTF-16 code units, addresses are URIs as strings. All texts are in the client's language
 * (the `locale` of `initialize`, or the setting `ecosystemNotes.language`).
 */

/** Names of the requests; parameters and results stand in `ProtocolRequests` under the same names. */
export const requests = {
  tree: 'ecosystemNotes/tree',
  claims: 'ecosystemNotes/claims',
  status: 'ecosystemNotes/status',
  search: 'ecosystemNotes/search',
  treePath: 'ecosystemNotes/treePath',
  marks: 'ecosystemNotes/marks',
  falseAlarm: 'ecosystemNotes/falseAlarm',
  harvest: 'ecosystemNotes/harvest',
  mentions: 'ecosystemNotes/mentions',
  citation: 'ecosystemNotes/citation',
  recordFact: 'ecosystemNotes/recordFact',
  newFactBase: 'ecosystemNotes/newFactBase',
} as const;

/**
 * Commands of the client that links in cards and code actions run. The server links only to those that
 * `InitializationOptions.clientCommands` names; each takes the one argument that stands beside it.
 */
export const clientCommands = {
  /** `InsertCitationArgument` */
  insertCitation: 'ecosystemNotes.insertCitation',
  /** `ShowInTreeArgument` */
  showInTree: 'ecosystemNotes.showInTree',
  /** `RecordFactArgument` */
  recordFact: 'ecosystemNotes.recordFact',
} as const;

/** Commands that the server itself runs (`workspace/executeCommand`); they take no arguments. */
export const serverCommands = {
  /** Takes the present findings of the workspace as its baseline: they are not shown again until their sentences change. */
  takeBaseline: 'ecosystemNotes.takeBaseline',
} as const;

/** Insert a citation of a fact's source at a place of an open note. Ask `requests.citation` for the edits. */
export type InsertCitationArgument = CitationParams;

/** Reveal a record in the tree; `recordId` as `TreePathParams` takes it. */
export interface ShowInTreeArgument {
  readonly recordId: string;
}

/** Ask the person for what is missing, then send `requests.recordFact`. */
export interface RecordFactArgument {
  readonly uri: string;
  readonly candidate: HarvestCandidate;
}

/** Names of the notifications that the server sends; parameters stand in `ProtocolNotifications`. */
export const notifications = {
  statusChanged: 'ecosystemNotes/statusChanged',
  treeChanged: 'ecosystemNotes/treeChanged',
  noteChecked: 'ecosystemNotes/noteChecked',
} as const;

export interface ProtocolRequests {
  'ecosystemNotes/tree': { readonly params: TreeParams; readonly result: TreeResult };
  'ecosystemNotes/claims': { readonly params: ClaimsParams; readonly result: ClaimsResult };
  'ecosystemNotes/status': { readonly params: StatusParams; readonly result: StatusResult };
  'ecosystemNotes/search': { readonly params: SearchParams; readonly result: SearchResult };
  'ecosystemNotes/treePath': { readonly params: TreePathParams; readonly result: TreeResult };
  'ecosystemNotes/marks': { readonly params: MarksParams; readonly result: MarksResult };
  'ecosystemNotes/falseAlarm': { readonly params: FalseAlarmParams; readonly result: FalseAlarmResult };
  'ecosystemNotes/mentions': { readonly params: MentionsParams; readonly result: MentionsResult };
  'ecosystemNotes/harvest': { readonly params: HarvestParams; readonly result: HarvestResult };
  'ecosystemNotes/citation': { readonly params: CitationParams; readonly result: CitationResult };
  'ecosystemNotes/recordFact': { readonly params: RecordFactParams; readonly result: RecordFactResult };
  'ecosystemNotes/newFactBase': { readonly params: NewFactBaseParams; readonly result: NewFactBaseResult };
}

export interface ProtocolNotifications {
  /** Fact base loaded anew, indexing moved on, a fact file broke or was mended. */
  'ecosystemNotes/statusChanged': StatusResult;
  /** Ask again for the children of these sections. */
  'ecosystemNotes/treeChanged': TreeChangedParams;
  /** One version of an open note has been checked; its diagnostics have just been published. */
  'ecosystemNotes/noteChecked': NoteCheckedParams;
}

/** `initializationOptions` of `initialize`; all may be left out. */
export interface InitializationOptions {
  /** URI of the folder that holds the bundled `data/` files, for links into them. Default: beside the server's own file. */
  readonly dataFolder?: string;
  /** What "now" is for notes without a date, YYYY-MM-DD. Default: the clock. */
  readonly today?: string;
  /** URI of a folder of the client's own, outside the workspace, where what was read is kept for the next start. Default: nothing is kept. */
  readonly storageFolder?: string;
  /** Those of `clientCommands` that the client runs, also from links in cards. Default: none, and cards hold no such links. */
  readonly clientCommands?: readonly string[];
  /**
   * Whether the person trusts the workspace. Where not, no fact folder outside of it is read, whatever its settings name, and nothing
   * is written into it. Default: true.
   */
  readonly trusted?: boolean;
}

/** The settings section `ecosystemNotes`, as the server asks for it with `workspace/configuration`. All may be left out. */
export interface Settings {
  /** Language of messages; `auto` follows the client's locale. */
  readonly language?: 'auto' | 'en' | 'zh';
  /** When notes are checked. */
  readonly run?: 'onType' | 'onSave' | 'manual';
  /** Severity per finding code; wins over `.ecosystem-notes.yaml`. */
  readonly severity?: Readonly<Record<string, 'error' | 'warning' | 'information' | 'hint' | 'off'>>;
  /** Folders with further entities, metrics and facts, relative to the workspace folder. */
  readonly facts?: readonly string[];
  /** Globs of notes, relative to the workspace folder. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Whether notes that are not open are read for references; `auto`: where the folder has a `.ecosystem-notes.yaml` or facts or globs are set. */
  readonly index?: 'auto' | 'on' | 'off';
  /** A quiet mark with the date behind every supported figure. */
  readonly inlayHints?: { readonly enabled?: boolean };
  /** A line above every note that counts its figures by verdict. */
  readonly codeLens?: { readonly enabled?: boolean };
}

export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

export interface ProtocolLocation {
  readonly uri: string;
  readonly range: ProtocolRange;
}

export type ProtocolVerdict =
  | 'supported'
  | 'weaker'
  | 'outdated'
  | 'disputed'
  | 'contradicted'
  | 'unverified';

// --- tree ---------------------------------------------------------------------------------------------------------

/** Ids of the four sections. They are the nodes below `null`, and fixed, so that a view may start with one of them. */
export type TreeSection = 'note' | 'ecosystem' | 'sources' | 'conflicts';

/** Order and grouping of the section `ecosystem`. */
export interface TreeArrangement {
  /** By name (when left out), by number of facts, or by the newest fact. */
  readonly sort?: 'name' | 'facts' | 'newest';
  /** `maker` lists under its kind only what belongs to nobody; the rest stands below its maker. `kind` when left out. */
  readonly group?: 'kind' | 'maker';
}

export interface TreeParams extends TreeArrangement {
  /** Id of the node whose children are wanted; null for the four sections. */
  readonly parent: string | null;
  /** The note that the section `note` speaks of: the active editor's; null when there is none. */
  readonly uri: string | null;
  /** Keeps nodes whose names match (Hanzi, Latin, pinyin) and what leads to them; empty keeps all. */
  readonly filter?: string;
}

export interface TreeResult {
  readonly nodes: readonly TreeNode[];
}

/** What a node stands for; says icon and context menu. */
export type TreeNodeKind =
  | 'section'
  | 'group'
  | 'entity'
  | 'metric'
  | 'fact'
  | 'source'
  | 'conflict'
  | 'verdict'
  | 'claim'
  /** A line for the reader where there is nothing to list. */
  | 'message';

export interface TreeNode {
  /** Unique in the tree, stable between requests as long as the record exists. Opaque but for the four section ids. */
  readonly id: string;
  /** Id of the node above, null for sections: what a tree view needs to reveal. */
  readonly parent: string | null;
  readonly kind: TreeNodeKind;
  readonly label: string;
  /** Stands in pale letters behind the label: a count, a date. */
  readonly description: string;
  /** A card in Markdown, escaped; empty when there is nothing to add. */
  readonly tooltip: string;
  /** What a screen reader says. */
  readonly accessibleLabel: string;
  readonly hasChildren: boolean;
  /** The record in its file, or the claim in its note. */
  readonly location: ProtocolLocation | null;
  /** Kind of the entity (`organisation`, `model`, …) for entities and for groups by kind; else null. */
  readonly entityKind: string | null;
  /** For claims and groups by verdict; else null. */
  readonly verdict: ProtocolVerdict | null;
  /** Id of the record (entity, metric, fact, source) for "copy id"; else null. */
  readonly recordId: string | null;
  /** What "insert" puts into the note: the name, or the figure with hedge and date; null when there is nothing to insert. */
  readonly insertText: string | null;
  /** Address of the original document, for sources; else null. */
  readonly url: string | null;
}

/** The way to a record, or to what stands at a place of an open note: for revealing it. */
export interface TreePathParams extends Pick<TreeArrangement, 'group'> {
  /** Id of an entity, a fact or a source; when left out, `uri` and `position` say what is meant. */
  readonly recordId?: string;
  readonly uri?: string;
  readonly position?: ProtocolPosition;
}

export interface TreeChangedParams {
  readonly sections: readonly TreeSection[];
}

// --- claims -------------------------------------------------------------------------------------------------------

/** Asking for the claims of an open note also checks it now and publishes its findings, whatever `Settings.run` says. */
export interface ClaimsParams {
  readonly uri: string;
}

export interface ClaimsResult {
  readonly uri: string;
  /** Version of the open document that was read; null when it is not open. */
  readonly version: number | null;
  readonly claims: readonly ProtocolClaim[];
  readonly summary: ClaimsSummary;
}

/** A claim as `check --format json` prints it. */
export interface ProtocolClaim {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly range: ProtocolRange;
  readonly subject: string | null;
  readonly metric: string | null;
  readonly scope: Readonly<Record<string, string>>;
  readonly period: string | null;
  readonly mode: string;
  readonly value: ProtocolValue;
  readonly verdict: ProtocolVerdict;
  readonly cause: string | null;
  /** Ids of the facts that decided. */
  readonly facts: readonly string[];
  /** One line. */
  readonly reason: string;
}

export interface ProtocolValue {
  readonly low: number;
  readonly high: number;
  readonly bound: string;
  readonly unit: string | null;
}

export interface ClaimsSummary {
  readonly claims: number;
  readonly supported: number;
  readonly weaker: number;
  readonly contradicted: number;
  readonly outdated: number;
  readonly disputed: number;
  readonly unverified: number;
  readonly findings: number;
}

export interface NoteCheckedParams {
  readonly uri: string;
  readonly version: number;
  readonly summary: ClaimsSummary;
  /** Set when the note was checked only in part, with the reason in words. */
  readonly partial: string | null;
}

// --- status -------------------------------------------------------------------------------------------------------

export type StatusParams = Record<string, never>;

export interface StatusResult {
  /** `degraded`: a fact file or the configuration is broken and the last good state is in service. */
  readonly state: 'loading' | 'ready' | 'degraded' | 'failed';
  readonly factBase: FactBaseCounts;
  /** Notes of the workspace that are indexed, and how many there are; equal when indexing is done. */
  readonly notes: { readonly indexed: number; readonly total: number };
  /** What was left out on purpose, and by which limit; no fault of anybody. One line each. */
  readonly notices: readonly string[];
  readonly problems: readonly StatusProblem[];
}

export interface FactBaseCounts {
  readonly entities: number;
  readonly metrics: number;
  readonly facts: number;
  readonly sources: number;
}

export interface StatusProblem {
  readonly message: string;
  readonly location: ProtocolLocation | null;
}

// --- search -------------------------------------------------------------------------------------------------------

/** Finding one's way over entities and facts; for a quick pick. */
export interface SearchParams {
  readonly query: string;
  /** At most so many; 50 when left out. */
  readonly limit?: number;
}

export interface SearchResult {
  readonly items: readonly SearchItem[];
}

export interface SearchItem {
  readonly recordId: string;
  readonly kind: 'entity' | 'fact';
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly location: ProtocolLocation | null;
  /** Id of the node in the tree, to reveal it. */
  readonly node: string;
  readonly insertText: string;
}

// --- mentions -----------------------------------------------------------------------------------------------------

/** Where the notes of the workspace name an entity, or rest on a fact. */
export interface MentionsParams {
  readonly recordId: string;
}

export interface MentionsResult {
  readonly locations: readonly ProtocolLocation[];
}

// --- marks --------------------------------------------------------------------------------------------------------

/** Names and checked figures of an open note with a line of plain text each: for the Markdown preview. */
export interface MarksParams {
  readonly uri: string;
}

export interface MarksResult {
  readonly marks: readonly ProtocolMark[];
}

export interface ProtocolMark {
  readonly range: ProtocolRange;
  readonly text: string;
  readonly kind: 'name' | ProtocolVerdict;
  readonly title: string;
}

// --- false alarms -------------------------------------------------------------------------------------------------

/** Collects what explains the finding at a place of an open note. Nothing is sent anywhere. */
export interface FalseAlarmParams {
  readonly uri: string;
  readonly position: ProtocolPosition;
}

export interface FalseAlarmResult {
  /** Null where the line has no finding. */
  readonly report: { readonly code: string; readonly markdown: string } | null;
}

// --- harvest ------------------------------------------------------------------------------------------------------

/** Figures of an open document whose subject and metric are known and which no fact states yet. */
export interface HarvestParams {
  readonly uri: string;
}

export interface HarvestResult {
  readonly candidates: readonly HarvestCandidate[];
}

export interface HarvestCandidate {
  readonly fact: HarvestedFact;
  readonly range: ProtocolRange;
  readonly label: string;
  readonly description: string;
  /** The sentence that it stands in. */
  readonly sentence: string;
}

/** A fact as a fact file spells it. */
export interface HarvestedFact {
  readonly subject: string;
  readonly metric: string;
  readonly scope: Readonly<Record<string, string>>;
  readonly value: number | readonly [low: number, high: number];
  readonly bound: string;
  readonly unit: string;
  readonly period: string | null;
  readonly mode: string;
  readonly written: string;
}

// --- citations ----------------------------------------------------------------------------------------------------

/** Where a footnote that cites the source of a fact is wanted, in an open note. */
export interface CitationParams {
  readonly uri: string;
  readonly position: ProtocolPosition;
  readonly fact: string;
}

export interface CitationResult {
  /** To be made together: the reference, and the footnote unless the note has one of this source. Empty where it is cited already. */
  readonly edits: readonly { readonly range: ProtocolRange; readonly newText: string }[];
}

// --- recording a fact ---------------------------------------------------------------------------------------------

/** Writes a fact into the fact folder of the workspace. The files are changed on disk, each whole or not at all. */
export interface RecordFactParams {
  /** The note that the fact came from; says which workspace folder is meant. */
  readonly uri: string;
  readonly fact: HarvestedFact & { readonly note?: string };
  /** The source that states it: one that is known by its id, or a new one whose front matter is written. */
  readonly source: { readonly id: string } | NewSource;
  /**
   * Folder for facts, relative to the workspace folder. When left out, the first that is configured; where none is, `facts-of-ours`,
   * which `.ecosystem-notes.yaml` then names.
   */
  readonly folder?: string;
}

export interface NewSource {
  readonly title: string;
  readonly publisher: string;
  readonly published?: string;
  readonly url?: string;
  /** zh-Hans, zh-Hant, en. */
  readonly language: string;
  /** article, blog, report. */
  readonly kind: string;
}

export interface RecordFactResult {
  /** Where the new record stands; null when nothing was written. */
  readonly location: ProtocolLocation | null;
  /** Why nothing was written, in one line; null when it was. */
  readonly problem: string | null;
}

// --- new fact base --------------------------------------------------------------------------------------------------

/** What a client writes for somebody who begins a fact base; the server writes nothing. */
export interface NewFactBaseParams {
  /** Text of the folder's `.ecosystem-notes.yaml`; null when there is none. */
  readonly configuration: string | null;
}

export interface NewFactBaseResult {
  /** Paths are relative to the workspace folder, with slashes. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** The configuration that names the new folder; null when the present one cannot be read. */
  readonly configuration: string | null;
}
