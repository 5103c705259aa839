import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Settings, StatusResult } from '../../src/server/protocol.ts';

const SERVER = resolve(import.meta.dirname, '../../dist/server.cjs');

export interface ServerOptions {
  readonly folder: string;
  readonly settings?: Settings;
  /** Where the server keeps what it has read, from one run to the next. */
  readonly storage?: string;
}

/** The built server, spoken with as an editor does. */
export class BenchServer {
  readonly process: ChildProcess;
  readonly connection: MessageConnection;
  status: StatusResult | null = null;
  #published = new Map<string, number>();
  #waiting: (() => void)[] = [];

  constructor(settings: Settings) {
    this.process = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const { stdin, stdout } = this.process;
    if (stdin === null || stdout === null) throw new Error('The server has no pipes.');
    this.connection = createMessageConnection(
      new StreamMessageReader(stdout),
      new StreamMessageWriter(stdin),
    );
    this.connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) =>
      items.map(() => settings),
    );
    this.connection.onRequest('client/registerCapability', () => null);
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.onRequest('workspace/inlayHint/refresh', () => null);
    this.connection.onNotification('ecosystemNotes/statusChanged', (status: StatusResult) => {
      this.status = status;
      this.#wake();
    });
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, version }: PublishDiagnosticsParams) => {
        if (version !== undefined) this.#published.set(uri, version);
        this.#wake();
      },
    );
    this.connection.listen();
  }

  open(uri: string, text: string): void {
    const textDocument = { uri, languageId: 'markdown', version: 1, text };
    void this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }

  close(uri: string): void {
    void this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Types one character at a place; resolves when the findings of that version are there. */
  async type(uri: string, version: number, line: number, character: number, text: string): Promise<void> {
    const at = { line, character };
    void this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: at, end: at }, text }],
    });
    await this.until(() => (this.#published.get(uri) ?? 0) >= version);
  }

  async published(uri: string, version: number): Promise<void> {
    await this.until(() => (this.#published.get(uri) ?? 0) >= version);
  }

  /** Resolves when as many notes are indexed as the folder holds. */
  async indexed(notes: number): Promise<void> {
    await this.until(() => notes === 0 || (this.status !== null && this.status.notes.indexed >= notes));
  }

  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((done) => this.#waiting.push(done));
  }

  /** Resident memory in bytes, where the system tells (Linux); null elsewhere. */
  memory(kind: 'VmRSS' | 'VmHWM'): number | null {
    try {
      const text = readFileSync(`/proc/${this.process.pid}/status`, 'utf8');
      return Number(new RegExp(`^${kind}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) * 1024;
    } catch {
      return null;
    }
  }

  async stop(): Promise<void> {
    const exited = new Promise((done) => this.process.once('exit', done));
    await this.connection.sendRequest('shutdown');
    void this.connection.sendNotification('exit');
    await exited;
    this.connection.dispose();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const done of waiting) done();
  }
}

/** A server that has answered `initialize`, and how long that took from the start of the process. */
export async function startServer({
  folder,
  settings = {},
  storage,
}: ServerOptions): Promise<{ readonly server: BenchServer; readonly ready: number }> {
  const started = performance.now();
  const server = new BenchServer(settings);
  const uri = pathToFileURL(folder).toString();
  await server.connection.sendRequest('initialize', {
    processId: process.pid,
    locale: 'en',
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'bench' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { publishDiagnostics: { versionSupport: true } },
    },
    initializationOptions: {
      today: '2026-02-15',
      ...(storage === undefined ? {} : { storageFolder: pathToFileURL(storage).toString() }),
    },
  });
  const ready = performance.now() - started;
  void server.connection.sendNotification('initialized', {});
  return { server, ready };
}
