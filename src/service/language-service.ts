import type { Checker, NoteAnalysis } from '../check/analysis.ts';
import type { Finding } from '../check/finding.ts';
import type { Language } from '../check/message.ts';
import { formatMessage } from '../check/message-texts.ts';
import type { FactBase } from '../factbase/fact-base.ts';
import type { RecordPlace } from '../factbase/model.ts';
import { createNameSearch, type NameSearch } from '../factbase/search.ts';
import type { Span } from '../text/folded-text.ts';
import { type BaselineEntry, type BaselineOf, baselineEntry } from './baseline.ts';
import { citeFact } from './citations.ts';
import { getClaims, getFigures, getFindings, summarize } from './claims.ts';
import { doCodeActions } from './code-actions.ts';
import { getCodeLens } from './code-lens.ts';
import { doComplete, doResolve } from './completion/completion.ts';
import type { CompletionOccasion } from './completion/occasion.ts';
import type { SeverityByCode } from './configuration.ts';
import type { CardAction, ServiceContext, WorkspaceNotes } from './context.ts';
import { findDefinition } from './definition.ts';
import { doValidation, placesOfFact } from './diagnostics.ts';
import { doExplain, type ExplainedFigure } from './explain.ts';
import {
  type Choice,
  draftFact,
  type FactDraft,
  type MetricQuestion,
  metricChoices,
  readFigure,
  type WrittenFigure,
} from './fact-draft.ts';
import { type AlarmReport, reportAlarm } from './false-alarm.ts';
import { leveledFindings } from './findings.ts';
import { type FixAllScope, fixAll } from './fix-all.ts';
import { type FigureServices, type HarvestCandidate, harvest } from './harvest.ts';
import { doHover } from './hover.ts';
import { getInlayHints } from './inlay-hints.ts';
import { findDocumentLinks } from './links.ts';
import { getMarks, type Mark } from './marks.ts';
import { messageWords } from './message-words.ts';
import { makeNote, type Note } from './note.ts';
import { offsetIn, rangeIn } from './offsets.ts';
import { factLine, sourceLine } from './record-text.ts';
import { findReferences, type ReferenceTarget, referenceTarget } from './references.ts';
import { remember } from './remember.ts';
import type {
  ClaimReport,
  ClaimsSummary,
  CodeAction,
  CompletionItem,
  CompletionList,
  Definition,
  Diagnostic,
  DocumentLink,
  DocumentSymbol,
  FigureReport,
  FindingReport,
  Hover,
  InlayHint,
  NoteLens,
  NoteSpan,
  ResolvedCompletion,
  SemanticToken,
  TextEdit,
} from './results.ts';
import { type FoundRecord, findRecords } from './search.ts';
import { getSemanticTokens } from './semantic-tokens.ts';
import { findDocumentSymbols } from './symbols.ts';
import type { TreeNode, TreeQuery } from './tree/node.ts';
import { findTreePath, type TreeGoal } from './tree/path.ts';
import { getTreeChildren } from './tree/tree.ts';

export interface LanguageServiceOptions {
  readonly factBase: FactBase;
  /** Language of cards, messages and labels. What is inserted into a note follows the note. English when left out. */
  readonly language?: Language;
  /** Severities that a workspace gives to codes; the rest keep their own. */
  readonly severity?: SeverityByCode;
  /** A search over the names of `factBase`; made when left out. */
  readonly search?: NameSearch;
  /** Address that opens a record of the fact base, for links in cards. None when left out. */
  readonly recordUrl?: (place: RecordPlace) => string | null;
  /** Proves fixes: those that only words can bring about are offered only where it then supports the figure. None of them when left out. */
  readonly checker?: Checker;
  /** Findings that a note had before and that are therefore not shown, by address. None when left out. */
  readonly baseline?: BaselineOf;
  /** What a note says otherwise than other notes of its workspace, by address, for the text that the note has now. None when left out. */
  readonly across?: (uri: string) => readonly Finding[];
  /** Address that does something in the editor, for links in cards. None when left out. */
  readonly actionUrl?: (action: CardAction) => string | null;
}

/**
 * What an editor asks of notes about the AI ecosystem, over one fact base, in one language.
 *
 * Every method is a pure function of its arguments: there is no disk, clock or network behind it, and none throws on any note.
 * Offsets are UTF-16 offsets into the note. A changed fact base, language or severity needs a new service, which is cheap.
 */
export interface LanguageService {
  readonly factBase: FactBase;

  /** A snapshot of a note from its analysis (`Checker.analyze`); what all other methods take. `uri` is the note's address. */
  makeNote(uri: string, analysis: NoteAnalysis): Note;

  /** Findings as diagnostics, in order, each with its message and what it rests on. */
  doValidation(note: Note): readonly Diagnostic[];

  /** The card for the name, figure, fact id or citation at the offset; null for anything else. `notes` are those that may name it too. */
  doHover(note: Note, offset: number, notes?: WorkspaceNotes): Hover | null;

  /** Names, known figures and fact ids that may be written at the offset. Items have no cards yet. `notes` say which names are used. */
  doComplete(
    note: Note,
    offset: number,
    occasion: CompletionOccasion,
    notes?: WorkspaceNotes,
  ): CompletionList;

  /**
   * Builds what the first completion and search would otherwise wait for, in slices of about a millisecond. Whoever keeps many names
   * runs it while nothing else is to be done; nobody has to.
   */
  prepareNames(): Generator<void, void, void>;

  /** A completion item with its card. */
  doResolve<T extends Pick<CompletionItem, 'kind' | 'record'>>(
    item: T,
  ): T & Pick<ResolvedCompletion, 'documentation'>;

  /** Fixes of the findings that touch the range, ways to ignore them, and dates for undated figures. */
  doCodeActions(note: Note, range: Span): readonly CodeAction[];

  /** One action that mends everything in the note that has a mend; null where nothing has. */
  doFixAll(note: Note, scope: FixAllScope): CodeAction | null;

  /** What the note would have in a baseline that is taken now. */
  takeBaseline(note: Note): readonly BaselineEntry[];

  /** Edits that cite the source of a fact at an offset: a footnote mark, and the footnote unless there is one; none where it is cited. */
  doCite(note: Note, offset: number, fact: string): readonly TextEdit[];

  /** Records that the name, figure or fact id at the offset leads to; a figure may lead to several. */
  findDefinition(note: Note, offset: number): readonly Definition[];

  /** What references can be looked for at an offset of a note; null where there is nothing. */
  referenceTarget(note: Note, offset: number): ReferenceTarget | null;

  /** Places in the workspace that name an entity, or whose figure a fact decided, by address and place. */
  findReferences(notes: WorkspaceNotes, target: ReferenceTarget): readonly NoteSpan[];

  /** Claims, for the outline. */
  findDocumentSymbols(note: Note): readonly DocumentSymbol[];

  /** Fact ids and footnote marks, leading to the original document of their source. */
  findDocumentLinks(note: Note): readonly DocumentLink[];

  /** A mark with the date behind every supported figure in the range. */
  getInlayHints(note: Note, range: Span): readonly InlayHint[];

  /** A line that counts the figures of the note by verdict; null for a note without any. */
  getCodeLens(note: Note): NoteLens | null;

  /** Names and checked figures, in order and apart from each other. */
  getSemanticTokens(note: Note): readonly SemanticToken[];

  /** Children of a tree node by its id; the four sections for null. */
  getTreeChildren(parent: string | null, query: TreeQuery): readonly TreeNode[];

  /** The way to a record, or to a claim of the note, in the tree; empty when it is not there. */
  findTreePath(goal: TreeGoal, query: Omit<TreeQuery, 'filter'>): readonly TreeNode[];

  /** Names and checked figures with a line of plain text each, in order and apart from each other. */
  getMarks(note: Note): readonly Mark[];

  /** What explains the finding nearest to an offset in its line; null where there is none. */
  reportAlarm(note: Note, offset: number): AlarmReport | null;

  /** Figures of the note that could become facts. */
  harvest(note: Note, services: FigureServices): readonly HarvestCandidate[];

  /** What can be read of the figure at a place, complete or not: for a form that asks for the rest. */
  draftFact(note: Note, place: Span, services: FigureServices): FactDraft;
  /** The metrics that a figure may be one of, likely ones first. */
  metricChoices(question: MetricQuestion, services: FigureServices): readonly Choice[];
  /** The figure that a text writes, as a fact of the metric states it; why not, in words, where it writes none. */
  readFigure(
    text: string,
    metric: string,
    services: FigureServices,
  ): { readonly figure: WrittenFigure | null; readonly problem: string | null };

  /** Entities and facts, or entities only, by what somebody types of them, best first. */
  findRecords(query: string, limit: number, wanted?: 'entity' | 'all'): readonly FoundRecord[];

  /** The claims of a note for programs (`check --format json`). */
  getClaims(note: Note): readonly ClaimReport[];
  getFindings(note: Note): readonly FindingReport[];
  /** Every figure and time that was read, claim or not. */
  getFigures(note: Note): readonly FigureReport[];
  summarize(notes: readonly Note[]): ClaimsSummary;

  /** How each figure in the range was read and what decided, in lines of words. */
  doExplain(note: Note, range: Span): readonly ExplainedFigure[];

  /** One line on a fact and one on its source; null for an id that is not known. */
  describeFact(id: string): FactDescription | null;
}

/** A fact in words. */
export interface FactDescription {
  /** Subject, metric, figure and time in one line. */
  readonly known: string;
  /** Publisher, title and date of its source. */
  readonly source: string;
  readonly url: string;
  /** The figure with its bound and unit. */
  readonly figure: string;
  /** Empty when the fact has no time. */
  readonly asOf: string;
}

/** Makes the service. Nothing is done before it is asked for. */
export function createLanguageService(options: LanguageServiceOptions): LanguageService {
  const {
    factBase,
    language = 'en',
    severity = {},
    recordUrl = () => null,
    actionUrl = () => null,
    checker = null,
    baseline = () => [],
    across = () => [],
    search = createNameSearch(factBase),
  } = options;
  const words = messageWords({ factBase, language });
  const context: ServiceContext = {
    factBase,
    language,
    severity,
    recordUrl,
    actionUrl,
    checker,
    baseline,
    across,
    search,
    say: remember((message) => formatMessage(message, language, words)),
    placesOf: remember((fact) => placesOfFact({ factBase, language }, fact)),
  };
  return {
    factBase,
    makeNote,
    doValidation: (note) => doValidation(context, note),
    doHover: (note, offset, notes) => doHover(context, note, offsetIn(note, offset), notes),
    doComplete: (note, offset, occasion, notes) =>
      doComplete(context, note, offsetIn(note, offset), occasion, notes),
    prepareNames: () => search.prepare(),
    doResolve: (item) => doResolve(context, item),
    doCodeActions: (note, range) => doCodeActions(context, note, rangeIn(note, range)),
    doFixAll: (note, scope) => fixAll(context, note, scope),
    takeBaseline: (note) => leveledFindings(note, context).map((finding) => baselineEntry(note, finding)),
    doCite: (note, offset, fact) => citeFact(factBase, note, offsetIn(note, offset), fact),
    findDefinition: (note, offset) => findDefinition(context, note, offsetIn(note, offset)),
    referenceTarget,
    findReferences,
    findDocumentSymbols: (note) => findDocumentSymbols(context, note),
    findDocumentLinks: (note) => findDocumentLinks(context, note),
    getInlayHints: (note, range) => getInlayHints(context, note, rangeIn(note, range)),
    getCodeLens: (note) => getCodeLens(context, note),
    getSemanticTokens,
    getTreeChildren: (parent, query) => getTreeChildren(context, parent, query),
    findTreePath: (goal, query) => findTreePath(context, goal, query),
    getMarks: (note) => getMarks(context, note),
    reportAlarm: (note, offset) => reportAlarm(context, note, offsetIn(note, offset)),
    harvest: (note, services) => harvest(context, note, services),
    draftFact: (note, place, services) => draftFact(context, note, rangeIn(note, place), services),
    metricChoices: (question, services) => metricChoices(context, question, services),
    readFigure: (text, metric, services) => readFigure(context, text, metric, services),
    findRecords: (query, limit, wanted) => findRecords(context, query, limit, wanted),
    getClaims: (note) => getClaims(context, note),
    getFindings: (note) => getFindings(context, note),
    getFigures,
    summarize: (notes) => summarize(context, notes),
    doExplain: (note, range) => doExplain(context, note, rangeIn(note, range)),
    describeFact: (id) => {
      const fact = factBase.fact(id);
      if (fact === undefined) return null;
      const url = factBase.source(fact.source)?.url ?? '';
      const figure = words.fact(fact);
      const asOf = words.period(fact.period);
      return { known: factLine(context, fact), source: sourceLine(context, fact.source), url, figure, asOf };
    },
  };
}
