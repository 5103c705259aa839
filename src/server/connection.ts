import { dirname, join } from 'node:path';
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { LanguageService } from '../service/language-service.ts';
import { createNoteIndex } from '../service/note-index.ts';
import { word } from '../service/words.ts';
import { type Abilities, abilitiesOf, serverCapabilities } from './capabilities.ts';
import { registerCustomRequests } from './custom-requests.ts';
import { Disagreements } from './disagreements.ts';
import { isWithin } from './disk/walk.ts';
import { createNoteStore } from './documents.ts';
import { FactFiles } from './fact-files.ts';
import { registerFeatures } from './features.ts';
import type { Host } from './host.ts';
import { createIdleWork } from './idle-work.ts';
import { createIndexProgress, noticesOf } from './index-progress.ts';
import { Indexing } from './indexing.ts';
import { createRecordLocator } from './locations.ts';
import { type InitializationOptions, notifications, type StatusResult } from './protocol.ts';
import { Publisher } from './publisher.ts';
import { registerRename } from './rename.ts';
import { createSeedIndexes } from './seed-index.ts';
import type { Session } from './session.ts';
import { createTextDocuments } from './text-documents.ts';
import { createWatcher } from './watching.ts';
import { Workspace } from './workspace.ts';
import { registerWorkspaceChanges } from './workspace-changes.ts';

/** Joins a connection to the language service. The caller listens. */
export function connectServer(connection: Connection, host: Host): void {
  connection.onInitialize((params) => initialize(connection, host, params));
}

function initialize(connection: Connection, host: Host, params: InitializeParams): InitializeResult {
  const options = readOptions(params.initializationOptions);
  const client = abilitiesOf(params.capabilities ?? {});
  const serverInfo = { name: 'Ecosystem Notes', version: host.version };
  try {
    const characters = startServer({ connection, host, params, options, client });
    return { capabilities: serverCapabilities(characters), serverInfo };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    connection.console.error(reason);
    connection.window.showErrorMessage(`Ecosystem Notes: ${reason}`);
    serveNothing(connection, reason);
    return { capabilities: {}, serverInfo };
  }
}

interface Start {
  readonly connection: Connection;
  readonly host: Host;
  readonly params: InitializeParams;
  readonly options: InitializationOptions;
  readonly client: Abilities;
}

/** Wires everything; returns the characters at which completion is worth asking for. Throws when the bundled facts are missing. */
function startServer({ connection, host, params, options, client }: Start): readonly string[] {
  const today = todayOf(options, host);
  const root =
    options.dataFolder === undefined ? host.bundledRoot() : dirname(URI.parse(options.dataFolder).fsPath);
  const locator = createRecordLocator(
    root,
    (path) => host.readTextNow(path),
    (uri) => documents.get(uri)?.getText(),
  );
  const base = host.loadBundledBase();
  const workspace = new Workspace({
    connection,
    host,
    locator,
    base,
    locale: params.locale ?? '',
    across: (uri) => disagreements.findings(uri),
    clientCommands: options.clientCommands ?? [],
    asksSettings: client.settings,
    trusted: options.trusted !== false,
  });
  workspace.setFolders(foldersOf(params));

  const documents = createTextDocuments();
  const report = (message: string) => connection.console.error(message);
  const factFiles = new FactFiles({
    connection,
    host,
    locator,
    document: (uri) => documents.get(uri),
    workspace,
    tables: base.tables,
    client,
  });
  const noteAt = (uri: string) => (factFiles.isYaml(uri) ? undefined : documents.get(uri));
  const notes = createNoteStore({
    document: noteAt,
    today,
    report,
    read: (uri, analysis, session) => disagreements.update(uri, analysis, session),
  });
  const sendStatus = () => void connection.sendNotification(notifications.statusChanged, status());
  const watcher = createWatcher(connection, client.watching);
  const progress = createIndexProgress({
    begin: () => (client.progress ? connection.window.createWorkDoneProgress() : null),
    title: () => word(workspace.session?.language ?? 'en', 'index.title'),
    cancel: () => indexing.cancel(),
  });
  const indexing: Indexing = new Indexing({
    host,
    today,
    report,
    isOpen: (uri) => documents.get(uri) !== undefined,
    progressed: () => {
      sendStatus();
      progress.show(indexing.progress);
    },
    storeFile: storeFileOf(options, foldersOf(params)),
  });
  const publisher = new Publisher({
    connection,
    notes,
    locator,
    session: () => workspace.session,
    fileProblems: (uri) => workspace.diagnosticsOf(uri),
    checked: ({ note }) => indexing.index.update(note),
  });
  const disagreements: Disagreements = new Disagreements({
    host,
    today,
    notes: indexing.index,
    isOpen: (uri) => documents.get(uri) !== undefined,
    changed: (uris) => {
      for (const uri of uris) publisher.again(uri);
    },
  });
  const status = (): StatusResult => ({
    state: workspace.session === null ? 'loading' : workspace.problems.length > 0 ? 'degraded' : 'ready',
    factBase: workspace.counts,
    notes: indexing.progress,
    notices: noticesOf(indexing.leftOut, workspace.session?.language ?? 'en'),
    problems: workspace.problems,
  });

  // Requests that come before the facts are there wait for them.
  let markReady: (() => void) | undefined;
  const loaded = new Promise<void>((resolve) => {
    markReady = resolve;
  });
  const ready = async (): Promise<Session | null> => {
    await loaded;
    return workspace.session;
  };
  const reload = async (): Promise<void> => {
    await workspace.load();
    markReady?.();
    for (const { uri } of documents.all()) publishUnlessManual(uri);
    for (const { uri } of documents.all()) if (factFiles.isYaml(uri)) void factFiles.publish(uri);
    sendStatus();
    void connection.sendNotification(notifications.treeChanged, {
      sections: ['note', 'ecosystem', 'sources', 'conflicts'],
    });
    if (client.inlayRefresh) connection.languages.inlayHint.refresh();
    if (client.lensRefresh) void connection.sendRequest(CodeLensRefreshRequest.type);
    if (workspace.session !== null) {
      // Ready before anybody types, and in nobody's way.
      names.done(workspace.session.service).catch((error) => report(`Names: ${error}`));
      await index(workspace.session);
    }
  };
  let indexedAs = '';
  /** Begins anew where other notes are asked for than last time, or other facts hold. */
  const index = async (session: Session): Promise<void> => {
    watcher.watch(workspace.folders.map(({ configuration }) => configuration));
    const asked = workspace.folders.map(({ path, configuration: { include, exclude, index } }) => ({
      path,
      include,
      exclude,
      index,
    }));
    const fingerprint = `${host.version} ${host.build()} ${workspace.fingerprint}`;
    const next = JSON.stringify([asked, fingerprint]);
    if (next === indexedAs) return;
    indexedAs = next;
    await indexing.start(session, workspace.folders, fingerprint);
    lookForDisagreements();
  };
  /** Other notes are known than before: the open ones are held against them anew. */
  const lookForDisagreements = (): void => {
    const { session } = workspace;
    if (session === null) return;
    disagreements.lookAgain();
    for (const { uri } of documents.all()) {
      const analysis = notes.checked(uri, session)?.note.analysis;
      if (analysis !== undefined) disagreements.update(uri, analysis, session);
    }
  };
  const publishUnlessManual = (uri: string): void => {
    if (workspace.session?.configurationFor(uri).run !== 'manual') publisher.publish(uri);
  };

  connection.onInitialized(() => {
    if (client.settingsChanges)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'ecosystemNotes' });
    watcher.watch([]);
    if (client.folders)
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        const folders = (await connection.workspace.getWorkspaceFolders()) ?? [];
        workspace.setFolders(folders.map(({ uri }) => uri));
        await reload();
      });
    void reload();
  });
  connection.onDidChangeConfiguration(() => void reload());
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const paths = changes.map(({ uri }) => URI.parse(uri)).filter(({ scheme }) => scheme === 'file');
    if (paths.some(({ fsPath }) => workspace.concerns(fsPath))) return reload();
    const { session } = workspace;
    if (paths.some(({ path }) => path.endsWith('/.gitignore')) && session !== null) {
      indexedAs = '';
      return index(session);
    }
    for (const { fsPath } of paths) {
      disagreements.forget(URI.file(fsPath).toString());
      indexing.changed(fsPath);
    }
    await indexing.settled();
    lookForDisagreements();
  });

  const seen = new Set<string>();
  documents.onDidChangeContent(({ document: { uri } }) => {
    if (factFiles.isYaml(uri)) return factFiles.schedule(uri);
    const run = workspace.session?.configurationFor(uri).run ?? 'onType';
    // A note that has just been opened is checked at once, whatever the setting: it says when typing is checked.
    if (!seen.has(uri)) {
      seen.add(uri);
      if (run !== 'manual') publisher.publish(uri);
    } else if (run === 'onType') publisher.typed(uri);
  });
  documents.onDidSave(({ document: { uri } }) => {
    if (!factFiles.isYaml(uri)) return publishUnlessManual(uri);
    // Whoever watches the disk may tell late, or miss what stands in a folder that has just been made.
    if (workspace.concerns(URI.parse(uri).fsPath)) void reload();
  });
  documents.onDidClose(({ document: { uri } }) => {
    if (factFiles.isYaml(uri)) return factFiles.close(uri);
    seen.delete(uri);
    notes.forget(uri);
    publisher.close(uri);
    const { scheme, fsPath } = URI.parse(uri);
    disagreements.forget(uri);
    if (scheme !== 'file') return indexing.closed(uri);
    indexing.changed(fsPath);
    void indexing.settled().then(lookForDisagreements);
  });
  documents.listen(connection);

  const names = createIdleWork((service: LanguageService) => service.prepareNames());
  const seeds = createSeedIndexes(locator, today);
  registerFeatures({
    connection,
    notes,
    indexing,
    locator,
    factFiles,
    seeds,
    ready,
    client,
    figures: workspace.readers,
    commands: options.clientCommands ?? [],
    names,
  });
  registerRename({
    connection,
    factFiles,
    locator,
    indexing,
    ready,
    textOf: async (uri) => {
      const open = documents.get(uri)?.getText();
      if (open !== undefined) return open;
      const read = await host.readText(URI.parse(uri).fsPath);
      return 'text' in read ? read.text : null;
    },
  });
  registerWorkspaceChanges({
    connection,
    host,
    workspace,
    today,
    reload,
    ready,
    openText: (uri) => documents.get(uri)?.getText(),
  });
  registerCustomRequests({
    connection,
    notes,
    locator,
    ready,
    status,
    figures: workspace.readers,
    indexing,
    publish: (uri) => publisher.publish(uri),
  });
  connection.onShutdown(() => {
    indexing.stop();
    publisher.dispose();
    factFiles.dispose();
  });
  return completionCharacters(base.records);
}

/** Chinese characters of the bundled names; names of a workspace that hold others are found as soon as typing goes on. */
function completionCharacters(records: ReturnType<Host['loadBundledBase']>['records']): readonly string[] {
  const characters = new Set<string>();
  for (const record of records) {
    if (record.type !== 'entity') continue;
    const { name, aliases, ambiguous } = record.data;
    const names = [...Object.values(name), ...aliases, ...ambiguous.map((one) => one.name)];
    for (const character of names.join('')) if (/\p{Script=Han}/u.test(character)) characters.add(character);
  }
  return [...characters];
}

function foldersOf(params: InitializeParams): readonly string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => uri);
  return params.rootUri ? [params.rootUri] : [];
}

function todayOf({ today }: InitializationOptions, host: Host): () => number {
  const day = today === undefined ? Number.NaN : Date.parse(`${today}T00:00:00Z`) / 86_400_000;
  return Number.isInteger(day) ? () => day : () => host.today();
}

function readOptions(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {};
  const { dataFolder, today, storageFolder, clientCommands, trusted } = value as Partial<
    Record<keyof InitializationOptions, unknown>
  >;
  return {
    ...(typeof dataFolder === 'string' ? { dataFolder } : {}),
    ...(typeof today === 'string' ? { today } : {}),
    ...(typeof storageFolder === 'string' ? { storageFolder } : {}),
    ...(typeof trusted === 'boolean' ? { trusted } : {}),
    ...(Array.isArray(clientCommands)
      ? { clientCommands: clientCommands.filter((command) => typeof command === 'string') }
      : {}),
  };
}

/** Nothing of ours is ever written into a workspace, whatever a client says. */
function storeFileOf({ storageFolder }: InitializationOptions, folders: readonly string[]): string | null {
  if (storageFolder === undefined) return null;
  const { scheme, fsPath } = URI.parse(storageFolder);
  const inWorkspace = folders.some((folder) => isWithin(fsPath, URI.parse(folder).fsPath));
  return scheme === 'file' && !inWorkspace ? join(fsPath, 'notes-index.json') : null;
}

/** Without facts there is nothing to answer with; the client learns why. */
function serveNothing(connection: Connection, reason: string): void {
  const nothing = { entities: 0, metrics: 0, facts: 0, sources: 0 };
  const status: StatusResult = {
    state: 'failed',
    factBase: nothing,
    notes: { indexed: 0, total: 0 },
    notices: [],
    problems: [{ message: reason, location: null }],
  };
  registerCustomRequests({
    connection,
    notes: createNoteStore({ document: () => undefined, today: () => 0, report: () => undefined }),
    locator: createRecordLocator('', () => null),
    ready: async () => null,
    status: () => status,
    figures: null,
    indexing: { index: createNoteIndex(), settled: async () => undefined },
    publish: () => undefined,
  });
}
