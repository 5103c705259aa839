import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  type Position,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type {
  InitializationOptions,
  ProtocolNotifications,
  ProtocolRequests,
  Settings,
} from '../../src/server/protocol.ts';

const SERVER = fileURLToPath(new URL('../../dist/server.cjs', import.meta.url));

export interface ClientOptions {
  /** Files of the workspace folder, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly settings?: Settings;
  /** Workspace folders below the one of the client, each a folder of its own; the client's own when left out. */
  readonly folders?: readonly string[];
  readonly locale?: string;
  /** Capabilities beyond those of a plain client. */
  readonly capabilities?: Readonly<Record<string, unknown>>;
  readonly initializationOptions?: InitializationOptions;
}

/** A client that speaks the protocol with the built server over real standard input and output, in a folder of its own. */
export class TestClient {
  readonly folder: string;
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  readonly published: PublishDiagnosticsParams[] = [];
  readonly notified: { readonly method: string; readonly params: unknown }[] = [];
  readonly logged: string[] = [];
  settings: Settings;
  #versions = new Map<string, number>();
  #waiting: (() => void)[] = [];

  constructor({ files = {}, settings = {} }: ClientOptions) {
    this.folder = mkdtempSync(join(tmpdir(), 'notes '));
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    this.settings = settings;
    this.process = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
    const { stdin, stdout } = this.process;
    if (stdin === null || stdout === null) throw new Error('no pipes');
    this.connection = createMessageConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => this.settings),
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('workspace/inlayHint/refresh', () => null);
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.logged.push(message);
    });
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.#wake();
    });
    this.connection.onNotification((method, params) => {
      this.notified.push({ method, params });
      this.#wake();
    });
    this.connection.listen();
  }

  uri(path: string): string {
    return pathToFileURL(join(this.folder, path)).toString();
  }

  write(path: string, text: string | Uint8Array): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  open(path: string, text: string, languageId = 'markdown'): string {
    const uri = this.uri(path);
    this.#versions.set(uri, 1);
    this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    return uri;
  }

  /** Puts `text` in place of the range; returns the new version. */
  change(uri: string, start: Position, end: Position, text: string): number {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const contentChanges = [{ range: { start, end }, text }];
    this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return version;
  }

  save(uri: string): void {
    this.notify('textDocument/didSave', { textDocument: { uri } });
  }

  close(uri: string): void {
    this.notify('textDocument/didClose', { textDocument: { uri } });
  }

  changed(...paths: readonly string[]): void {
    this.notify('workspace/didChangeWatchedFiles', {
      changes: paths.map((path) => ({ uri: this.uri(path), type: 2 })),
    });
  }

  notify(method: string, params: unknown): void {
    void this.connection.sendNotification(method, params);
  }

  request<T>(method: string, params: unknown): Promise<T> {
    return this.connection.sendRequest<T>(method, params);
  }

  ask<M extends keyof ProtocolRequests>(
    method: M,
    params: ProtocolRequests[M]['params'],
  ): Promise<ProtocolRequests[M]['result']> {
    return this.request(method, params);
  }

  /** The diagnostics of a version of a note, waiting for them. */
  async diagnostics(uri: string, version: number | undefined = 1): Promise<readonly Diagnostic[]> {
    const found = await this.until(() =>
      this.published.find((params) => params.uri === uri && params.version === version),
    );
    return found.diagnostics;
  }

  /** The next parameters of one of our notifications that fit. */
  async told<M extends keyof ProtocolNotifications>(
    method: M,
    fits: (params: ProtocolNotifications[M]) => boolean = () => true,
  ): Promise<ProtocolNotifications[M]> {
    return this.until(() => {
      const found = this.notified.find(
        (one) => one.method === method && fits(one.params as ProtocolNotifications[M]),
      );
      return found?.params as ProtocolNotifications[M] | undefined;
    });
  }

  /** Waits until `find` finds something; every message of the server is an occasion to look. */
  async until<T>(find: () => T | undefined): Promise<T> {
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  async dispose(): Promise<void> {
    if (this.process.exitCode === null) {
      await this.request('shutdown', null).catch(() => undefined);
      const exited = new Promise((resolve) => this.process.once('exit', resolve));
      this.notify('exit', null);
      await exited;
    }
    this.connection.dispose();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

const CAPABILITIES = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { documentationFormat: ['markdown'] } },
    definition: { linkSupport: true },
    publishDiagnostics: { versionSupport: true, relatedInformation: true },
  },
};

/** A started client and what the server said of itself. */
export async function startClient(
  options: ClientOptions = {},
): Promise<{ readonly client: TestClient; readonly server: InitializeResult }> {
  const client = new TestClient(options);
  const uri = pathToFileURL(client.folder).toString();
  const folders = options.folders?.map((name) => ({ uri: client.uri(name), name }));
  const server = await client.request<InitializeResult>('initialize', {
    processId: process.pid,
    locale: options.locale ?? 'en',
    rootUri: uri,
    workspaceFolders: folders ?? [{ uri, name: 'notes' }],
    capabilities: options.capabilities ?? CAPABILITIES,
    initializationOptions: { today: '2026-02-15', ...options.initializationOptions },
  });
  client.notify('initialized', {});
  return { client, server };
}

/** The position of `‸` in a marked text, and the text without it. */
export function cursorIn(marked: string): { readonly text: string; readonly position: Position } {
  const before = marked.slice(0, marked.indexOf('‸'));
  const line = before.split('\n').length - 1;
  return {
    text: marked.replace('‸', ''),
    position: { line, character: before.length - before.lastIndexOf('\n') - 1 },
  };
}
