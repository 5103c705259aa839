/**
 * What server and client say to each other beyond the Language Server Protocol.
 *
 * This file and those of `protocol/` are the whole contract: they import nothing else, so that a client needs nothing else of ours.
 * Here stand the names of everything, there the shapes, one file for each thing that is spoken of. Lines and characters count from 0, characters are UTF-16 code units, addresses are URIs as strings. All texts are in the client's language
 * (the `locale` of `initialize`, or the setting `ecosystemNotes.language`).
 */

import type { CitationParams, CitationResult } from './protocol/citations.ts';
import type { ClaimsParams, ClaimsResult, NoteCheckedParams } from './protocol/claims.ts';
import type { MentionsParams, MentionsResult, SearchParams, SearchResult } from './protocol/finding.ts';
import type { FalseAlarmParams, FalseAlarmResult, MarksParams, MarksResult } from './protocol/marks.ts';
import type { ProtocolRange } from './protocol/places.ts';
import type {
  FactDraftParams,
  FactDraftResult,
  HarvestParams,
  HarvestResult,
  MetricsParams,
  MetricsResult,
  NewFactBaseParams,
  NewFactBaseResult,
  ReadFigureParams,
  ReadFigureResult,
  RecordFactParams,
  RecordFactResult,
} from './protocol/recording.ts';
import type { StatusParams, StatusResult } from './protocol/status.ts';
import type { TreeChangedParams, TreeParams, TreePathParams, TreeResult } from './protocol/tree.ts';

export type * from './protocol/citations.ts';
export type * from './protocol/claims.ts';
export type * from './protocol/finding.ts';
export type * from './protocol/marks.ts';
export type * from './protocol/places.ts';
export type * from './protocol/recording.ts';
export type * from './protocol/start.ts';
export type * from './protocol/status.ts';
export type * from './protocol/tree.ts';

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
  factDraft: 'ecosystemNotes/factDraft',
  metrics: 'ecosystemNotes/metrics',
  readFigure: 'ecosystemNotes/readFigure',
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

/** Ask `requests.factDraft` what stands there and the person for what is missing, then send `requests.recordFact`. */
export interface RecordFactArgument {
  readonly uri: string;
  readonly range: ProtocolRange;
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
  'ecosystemNotes/factDraft': { readonly params: FactDraftParams; readonly result: FactDraftResult };
  'ecosystemNotes/metrics': { readonly params: MetricsParams; readonly result: MetricsResult };
  'ecosystemNotes/readFigure': { readonly params: ReadFigureParams; readonly result: ReadFigureResult };
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
