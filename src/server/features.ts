import {
  type CancellationToken,
  CompletionTriggerKind,
  type Connection,
  LSPErrorCodes,
  MarkupKind,
  type Position,
  ResponseError,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { LanguageService } from '../service/language-service.ts';
import type { Note } from '../service/note.ts';
import type { ReferenceTarget } from '../service/references.ts';
import { LineIndex } from '../text/lines.ts';
import {
  isCompletionData,
  toCodeAction,
  toCompletionItem,
  toDocumentSymbol,
  toLocationLink,
  toPlainText,
  toRange,
  toSemanticTokens,
  toSpan,
} from './convert.ts';
import type { NoteStore } from './documents.ts';
import type { Host } from './host.ts';
import type { Indexing } from './indexing.ts';
import type { RecordLocator } from './locations.ts';
import type { Session } from './session.ts';

export interface FeatureParts {
  readonly connection: Connection;
  readonly notes: NoteStore;
  readonly indexing: Pick<Indexing, 'index' | 'settled'>;
  readonly locator: RecordLocator;
  readonly host: Host;
  /** The session once it is there; null when there can be none. */
  readonly ready: () => Promise<Session | null>;
  readonly client: ClientAbilities;
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

/** Answers the standard requests. Each waits for the facts, lets pending cancellations through, and then is one plain call. */
export function registerFeatures(parts: FeatureParts): void {
  const { connection, notes, locator, client } = parts;

  /** Null for what is not open here; the protocol lets most requests answer null. */
  const at = async (uri: string, token: CancellationToken): Promise<Place | null> => {
    const session = await turn(parts, token);
    const note = session === null ? undefined : notes.checked(uri, session)?.note;
    return session === null || note === undefined
      ? null
      : { session, note, service: session.serviceFor(uri) };
  };

  connection.onHover(async ({ textDocument, position }, token) => {
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
    const place = await at(textDocument.uri, token);
    if (place === null) return null;
    const { note, service } = place;
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

  connection.onDefinition(async ({ textDocument, position }, token) => {
    const place = await at(textDocument.uri, token);
    if (place === null) return null;
    const { note, service } = place;
    const links = service
      .findDefinition(note, note.lines.offsetAt(position))
      .map((found) => toLocationLink(note, found, locator));
    if (client.definitionLinks) return links;
    return links.map(({ targetUri, targetRange }) => ({ uri: targetUri, range: targetRange }));
  });

  connection.onReferences(async ({ textDocument, position }, token) => {
    const session = await turn(parts, token);
    if (session === null) return null;
    const target = await targetAt(parts, session, textDocument.uri, position);
    if (target === null) return null;
    await parts.indexing.settled();
    return session.service
      .findReferences(parts.indexing.index, target)
      .map(({ uri, range }) => ({ uri, range }));
  });

  connection.onDocumentSymbol(async ({ textDocument }, token) => {
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

  connection.onCodeAction(async ({ textDocument, range, context }, token) => {
    const place = await at(textDocument.uri, token);
    if (place === null) return null;
    const actions = place.service
      .doCodeActions(place.note, toSpan(place.note, range))
      .map((action) => toCodeAction(place.note, action, locator));
    const { only } = context;
    if (only === undefined) return actions;
    return actions.filter(({ kind = '' }) =>
      only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)),
    );
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
  { notes, locator, host }: FeatureParts,
  session: Session,
  uri: string,
  position: Position,
): Promise<ReferenceTarget | null> {
  const service = session.serviceFor(uri);
  const file = locator.fileOf(uri);
  if (file !== null && /\.ya?ml$/.test(file)) {
    const read = await host.readText(URI.parse(uri).fsPath);
    if ('problem' in read) return null;
    return service.recordTarget(file, new LineIndex(read.text).offsetAt(position));
  }
  const note = notes.checked(uri, session)?.note;
  return note === undefined ? null : service.referenceTarget(note, note.lines.offsetAt(position));
}
