import * as vscode from 'vscode';
import { State } from 'vscode-languageclient/node';
import {
  type InsertCitationArgument,
  type NoteCheckedParams,
  notifications,
  type RecordFactArgument,
  requests,
  type StatusResult,
  type TreeNode,
} from '../server/protocol.ts';
import { insertCitation } from './citation.ts';
import { type Connection, createConnection } from './client.ts';
import { search } from './commands.ts';
import { reportFalseAlarm } from './false-alarm.ts';
import { harvestFacts } from './harvest.ts';
import { limitsOf } from './limits.ts';
import { MarkdownPreview } from './markdown-preview.ts';
import { findMentions } from './mentions.ts';
import { activeNote, noteSchemes } from './notes.ts';
import { recordFact } from './record-fact.ts';
import { type RevealTarget, showInTree } from './reveal.ts';
import { SETTINGS_SECTION } from './settings.ts';
import { createStatusBar, showStatus } from './status-bar.ts';
import { pickStatus } from './status-pick.ts';
import { TreeViews } from './tree-views.ts';

/** Holds the connection to the server together with what shows its state: the tree views and the status bar. */
export class Assistant implements vscode.Disposable {
  readonly views: TreeViews;
  readonly #context: vscode.ExtensionContext;
  readonly #log: vscode.LogOutputChannel;
  readonly #statusBar = createStatusBar();
  readonly #preview = new MarkdownPreview(() => this.connection);
  readonly #checked = new Map<string, NoteCheckedParams>();
  readonly #listeners: vscode.Disposable;
  #connection: Connection | null = null;
  /** Where the notes lie that the connection is for. */
  #schemes = '';
  #status: StatusResult | null = null;
  /** The note that the views follow: it stays while the person is in a tree, a fact file or an output. */
  #note: string | null = null;

  constructor(context: vscode.ExtensionContext, log: vscode.LogOutputChannel) {
    this.#context = context;
    this.#log = log;
    this.views = new TreeViews(context.workspaceState, () => ({
      connection: this.#running(),
      note: this.#note,
    }));
    this.#listeners = vscode.Disposable.from(
      vscode.window.onDidChangeActiveTextEditor(() => this.#follow()),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document.uri.toString())),
      vscode.workspace.onDidChangeConfiguration((event) => {
        // The languages of notes are fixed when a client is made.
        if (event.affectsConfiguration(`${SETTINGS_SECTION}.plainText`)) void this.restart();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        if (noteSchemes().join() !== this.#schemes) void this.restart();
      }),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.restart()),
    );
    this.#note = activeNote()?.uri.toString() ?? null;
  }

  get connection(): Connection | null {
    return this.#connection;
  }

  get preview(): MarkdownPreview {
    return this.#preview;
  }

  async start(): Promise<void> {
    this.#schemes = noteSchemes().join();
    const connection = createConnection(this.#context, this.#log);
    this.#connection = connection;
    connection.onNotification(notifications.statusChanged, (status) => {
      this.#status = status;
      this.#show();
    });
    connection.onNotification(notifications.treeChanged, ({ sections }) => this.views.refresh(sections));
    connection.onNotification(notifications.noteChecked, (params) => this.#noteChecked(params));
    connection.client.onDidChangeState(({ newState }) => {
      if (newState === State.Running) void this.#started(connection);
      if (newState === State.Stopped) this.#stopped();
    });
    setServerState('starting');
    try {
      await connection.client.start();
    } catch (error) {
      setServerState('failed');
      this.#log.error(`The language server did not start: ${error}`);
      await this.#offerOutput(vscode.l10n.t('Ecosystem Notes could not start its language server.'));
    }
  }

  async restart(): Promise<void> {
    this.#log.info('Restarting the language server');
    const former = this.#connection;
    this.#connection = null;
    if (former !== null) await this.#end(former);
    await this.start();
  }

  /** Checks the note in the active editor now, whatever the setting says about when. */
  async checkNote(): Promise<void> {
    const note = activeNote();
    const connection = this.#running();
    if (note === undefined || connection === null) return;
    const { summary, claims } = await connection.request(requests.claims, { uri: note.uri.toString() });
    this.#log.info(`${claims.length} claims in ${note.uri.path}, ${summary.findings} findings`);
    this.views.refresh(['note']);
  }

  search(): void {
    const connection = this.#running();
    if (connection !== null) search(connection);
  }

  async showInTree(target: RevealTarget | undefined): Promise<void> {
    await showInTree(this.#running(), this.views, target);
  }

  async findMentions(node: TreeNode | undefined): Promise<void> {
    await findMentions(this.#running(), node);
  }

  async insertCitation(target: InsertCitationArgument | TreeNode | undefined): Promise<void> {
    await insertCitation(this.#running(), target);
  }

  async recordFact(argument: RecordFactArgument | undefined): Promise<void> {
    await recordFact(this.#running(), argument);
  }

  async harvest(): Promise<void> {
    await harvestFacts(this.#running());
  }

  async reportFalseAlarm(): Promise<void> {
    const { version } = this.#context.extension.packageJSON as { readonly version: string };
    await reportFalseAlarm(this.#running(), version);
  }

  async showStatus(): Promise<void> {
    const status = this.#status;
    if (status === null) this.#log.show();
    else await pickStatus(status, this.#summary());
  }

  dispose(): void {
    this.#listeners.dispose();
    this.#statusBar.dispose();
    this.#preview.dispose();
    this.views.dispose();
    if (this.#connection !== null) void this.#end(this.#connection);
  }

  /** A client that never came up, or is just coming up, cannot be stopped politely; that is no reason to fail. */
  async #end(connection: Connection): Promise<void> {
    await connection.client.dispose().catch((error: unknown) => this.#log.debug(`Stopping: ${error}`));
  }

  #running(): Connection | null {
    return this.#connection?.client.isRunning() === true ? this.#connection : null;
  }

  async #started(connection: Connection): Promise<void> {
    setServerState('running');
    this.#status = await connection.request(requests.status, {});
    this.views.refresh();
    this.#show();
  }

  #stopped(): void {
    setServerState('stopped');
    this.#status = null;
    this.#checked.clear();
    this.#show();
  }

  #follow(): void {
    const note = activeNote()?.uri.toString() ?? null;
    if (note !== null && note !== this.#note) {
      this.#note = note;
      this.views.refresh(['note']);
    }
    this.#show();
  }

  #forget(uri: string): void {
    this.#checked.delete(uri);
    this.#preview.forget(uri);
    if (uri !== this.#note) return;
    this.#note = activeNote()?.uri.toString() ?? null;
    this.views.refresh(['note']);
    this.#show();
  }

  #noteChecked(params: NoteCheckedParams): void {
    this.#checked.set(params.uri, params);
    this.#preview.noteChecked(params.uri);
    if (params.uri !== this.#note) return;
    this.views.refresh(['note']);
    this.#show();
  }

  #summary(): NoteCheckedParams['summary'] | null {
    return this.#note === null ? null : (this.#checked.get(this.#note)?.summary ?? null);
  }

  #show(): void {
    const note = activeNote();
    const summary = this.#summary();
    const partial = this.#note === null ? null : (this.#checked.get(this.#note)?.partial ?? null);
    showStatus(this.#statusBar, {
      status: this.#status,
      summary,
      partial,
      limits: limitsOf(note?.uri ?? null),
      hasNote: note !== undefined,
    });
    this.views.showFindings(summary === null ? 0 : summary.contradicted + summary.outdated);
  }

  async #offerOutput(message: string): Promise<void> {
    const show = vscode.l10n.t('Show Output');
    if ((await vscode.window.showErrorMessage(message, show)) === show) this.#log.show();
  }
}

/** What an empty view tells to do depends on it. */
function setServerState(state: 'starting' | 'running' | 'stopped' | 'failed'): void {
  void vscode.commands.executeCommand('setContext', 'ecosystemNotes.server', state);
}
