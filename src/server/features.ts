import {
  type CancellationToken,
  CompletionTriggerKind,
  type Connection,
  type LocationLink,
  LSPErrorCodes,
  MarkupKind,
  type Position,
  ResponseError,
  SymbolKind,
} from 'vscode-languageserver';
import type { WorkspaceNotes } from '../service/context.ts';
import type { RecordTarget } from '../service/fact-files/pointers.ts';
import type { FigureServices } from '../service/harvest.ts';
import type { LanguageService } from '../service/language-service.ts';
import type { Note } from '../service/note.ts';
import type { NoteSpan } from '../service/results.ts';
import {
  isCompletionData,
  toCompletionItem,
  toDocumentSymbol,
  toLocationLink,
  toPlainText,
  toRange,
  toSemanticTokens,
  toSpan,
} from './convert.ts';
import type { NoteStore } from './documents.ts';
import type { FactFiles } from './fact-files.ts';
import type { IdleWork } from './idle-work.ts';
import type { Indexing } from './indexing.ts';
import type { RecordLocator } from './locations.ts';
import { codeActionsFor } from './note-actions.ts';
import type { Session } from './session.ts';

export interface FeatureParts {
  readonly connection: Connection;
  readonly notes: NoteStore;
  readonly indexing: Pick<Indexing, 'index' | 'settled'>;
  readonly locator: RecordLocator;
  readonly factFiles: FactFiles;
  /** Where the digests of the sources name entities and rest on facts. */
  readonly seeds: (session: Session) => WorkspaceNotes;
  /** The session once it is there; null when there can be none. */
  readonly ready: () => Promise<Session | null>;
  readonly client: ClientAbilities;
  readonly figures: FigureServices;
  /** Commands that the client runs. */
  readonly commands: readonly string[];
  /** Names made ready for completion. */
  readonly names: IdleWork<LanguageService>;
}

/** What the client can show. */
export interface ClientAbilities {
  readonly hoverMarkdown: boolean;
  readonly completionMarkdown: boolean;
  readonly definitionLinks: boolean;
  readonly snippets: boolean;
}

interface Place {
  readonly session: Session;
  readonly service: LanguageService;
  readonly note: Note;
}

const MAX_SYMBOLS = 100;

/** Answers the standard requests. Each waits for the facts, lets pending cancellations through, and then is one plain call. */
export function registerFeatures(parts: FeatureParts): void {
  const { connection, notes, locator, factFiles, client } = parts;

  /** Null for what is not open here; the protocol lets most requests answer null. */
  const at = async (uri: string, token: CancellationToken): Promise<Place | null> => {
    const session = await turn(parts, token);
    const note = session === null ? undefined : notes.checked(uri, session)?.note;
    return session === null || note === undefined
      ? null
      : { session, note, service: session.serviceFor(uri) };
  };

  /** The session when an address is that of a YAML file; null for notes. */
  const inFactFile = async (uri: string, token: CancellationToken): Promise<Session | null> =>
    factFiles.isYaml(uri) ? turn(parts, token) : null;

  connection.onHover(async ({ textDocument, position }, token) => {
    const session = await inFactFile(textDocument.uri, token);
    if (session !== null) return factFiles.hover(session, textDocument.uri, position);
    const place = await at(textDocument.uri, token);
    const hover =
      place?.service.doHover(place.note, place.note.lines.offsetAt(position), parts.indexing.index) ?? null;
    if (place === null || hover === null) return null;
    const contents = client.hoverMarkdown
      ? { kind: MarkupKind.Markdown, value: hover.markdown }
      : { kind: MarkupKind.PlainText, value: toPlainText(hover.markdown) };
    return { contents, range: toRange(place.note, hover) };
  });

  connection.onCompletion(async ({ textDocument, position, context }, token) => {
    const session = await inFactFile(textDocument.uri, token);
    if (session !== null) return [...(await factFiles.complete(session, textDocument.uri, position))];
    const place = await at(textDocument.uri, token);
    if (place === null) return null;
    const { note, service } = place;
    // Many names take a moment to be sorted; what else is asked for meanwhile does not wait for that.
    await parts.names.done(service);
    if (token.isCancellationRequested) return null;
    // A client that does not say why it asks may be asking at every keystroke.
    const occasion = context?.triggerKind === CompletionTriggerKind.Invoked ? 'asked' : 'typed';
    const offset = note.lines.offsetAt(position);
    const { items, incomplete } = service.doComplete(note, offset, occasion, parts.indexing.index);
    const taken = client.snippets ? items : items.filter(({ snippet }) => snippet === null);
    return { isIncomplete: incomplete, items: taken.map((item) => toCompletionItem(note, item)) };
  });

  connection.onCompletionResolve(async (item, token) => {
    const session = await turn(parts, token);
    if (session === null || !isCompletionData(item.data)) return item;
    const { documentation } = session.serviceFor(item.data.uri).doResolve(item.data);
    if (documentation === '') return item;
    const value = client.completionMarkdown ? documentation : toPlainText(documentation);
    const kind = client.completionMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
    return { ...item, documentation: { kind, value } };
  });

  const definitions = async (
    uri: string,
    position: Position,
    token: CancellationToken,
  ): Promise<LocationLink[] | null> => {
    const session = await inFactFile(uri, token);
    const inFile = session === null ? null : await factFiles.definitions(session, uri, position);
    if (inFile !== null) return inFile.found.map((found) => toLocationLink(inFile.view, found, locator));
    const place = await at(uri, token);
    if (place === null) return null;
    const { note, service } = place;
    return service
      .findDefinition(note, note.lines.offsetAt(position))
      .map((found) => toLocationLink(note, found, locator));
  };

  connection.onDefinition(async ({ textDocument, position }, token) => {
    const links = await definitions(textDocument.uri, position, token);
    if (links === null) return null;
    if (client.definitionLinks) return links;
    return links.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange }));
  });

  connection.onReferences(async ({ textDocument, position }, token) => {
    const session = await turn(parts, token);
    if (session === null) return null;
    const target = await targetAt(parts, session, textDocument.uri, position);
    if (target === null) return null;
    const inNotes = await usesInNotes(parts, session, target);
    const inFactFiles = await factFiles.uses(session, target);
    return [...inFactFiles, ...inNotes].map(({ uri, range }) => ({ uri, range }));
  });

  connection.onDocumentSymbol(async ({ textDocument }, token) => {
    const session = await inFactFile(textDocument.uri, token);
    if (session !== null) return [...(await factFiles.symbols(session, textDocument.uri))];
    const place = await at(textDocument.uri, token);
    if (place === null) return null;
    return place.service
      .findDocumentSymbols(place.note)
      .map((symbol) => toDocumentSymbol(place.note, symbol));
  });

  connection.onDocumentLinks(async ({ textDocument }, token) => {
    const place = await at(textDocument.uri, token);
    if (place === null) return null;
    return place.service
      .findDocumentLinks(place.note)
      .map((link) => ({ range: toRange(place.note, link), target: link.url, tooltip: link.tooltip }));
  });

  connection.onCodeAction(async (params, token) => {
    const place = await at(params.textDocument.uri, token);
    if (place === null) return null;
    return codeActionsFor(params, { ...place, locator, figures: parts.figures, commands: parts.commands });
  });

  connection.onCodeLens(async ({ textDocument }, token) => {
    const place = await at(textDocument.uri, token);
    if (place === null || place.session.configurationFor(textDocument.uri).codeLens === 'off') return null;
    const lens = place.service.getCodeLens(place.note);
    if (lens === null) return null;
    const range = toRange(place.note, { start: lens.offset, end: lens.offset });
    // A command without a name is shown as plain text.
    return [{ range, command: { title: lens.title, command: '' } }];
  });

  connection.onWorkspaceSymbol(async ({ query }, token) => {
    const session = await turn(parts, token);
    if (session === null || query.trim() === '') return null;
    return session.service.findRecords(query, MAX_SYMBOLS).map(({ label, description, kind, place }) => ({
      name: label,
      containerName: description,
      kind: kind === 'entity' ? SymbolKind.Object : SymbolKind.Number,
      location: { uri: locator.uriOf(place.file), range: locator.rangeOf(place) },
    }));
  });

  connection.languages.inlayHint.on(async ({ textDocument, range }, token) => {
    const place = await at(textDocument.uri, token);
    if (place === null || place.session.configurationFor(textDocument.uri).inlayHints === 'off') return null;
    return place.service.getInlayHints(place.note, toSpan(place.note, range)).map((hint) => ({
      position: place.note.lines.positionAt(hint.offset),
      label: hint.label,
      paddingLeft: true,
      tooltip: client.hoverMarkdown
        ? { kind: MarkupKind.Markdown, value: hint.tooltip }
        : toPlainText(hint.tooltip),
    }));
  });

  connection.languages.semanticTokens.on(async ({ textDocument }, token) => {
    const place = await at(textDocument.uri, token);
    if (place === null) return { data: [] };
    return { data: toSemanticTokens(place.note, place.service.getSemanticTokens(place.note)) };
  });
}

/** The session, after what stood in line (a cancellation, a change) has been read. Throws what the protocol asks for when cancelled. */
export async function turn(
  parts: Pick<FeatureParts, 'ready'>,
  token: CancellationToken,
): Promise<Session | null> {
  const session = await parts.ready();
  await new Promise((resolve) => setImmediate(resolve));
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
  return session;
}

/** In a note the name or figure there, in a fact file the record there. */
async function targetAt(
  { notes, factFiles }: FeatureParts,
  session: Session,
  uri: string,
  position: Position,
): Promise<RecordTarget | null> {
  if (factFiles.isYaml(uri)) return factFiles.target(session, uri, position);
  const note = notes.checked(uri, session)?.note;
  return note === undefined
    ? null
    : session.serviceFor(uri).referenceTarget(note, note.lines.offsetAt(position));
}

/** In the notes of the workspace, and in the digests, which are notes of the workspace only when they lie in it. */
async function usesInNotes(
  { indexing, seeds }: FeatureParts,
  session: Session,
  { type, id }: RecordTarget,
): Promise<readonly NoteSpan[]> {
  if (type !== 'entity' && type !== 'fact') return [];
  await indexing.settled();
  const inNotes = session.service.findReferences(indexing.index, { type, id });
  const notes = new Set(inNotes.map(({ uri }) => uri));
  const inSeeds = session.service.findReferences(seeds(session), { type, id });
  return [...inSeeds.filter(({ uri }) => !notes.has(uri)), ...inNotes];
}
