import { PassThrough } from 'node:stream';
import {
  createConnection,
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { URI } from 'vscode-uri';
import { connectServer } from '../../src/server/connection.ts';
import type { Host } from '../../src/server/host.ts';
import { createNodeHost } from '../../src/server/node-host.ts';
import type { StatusResult } from '../../src/server/protocol.ts';

interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly { readonly code?: string; readonly message: string }[];
}

/** A client and a server in one process, over the protocol's own wire format, on a machine that a test may change. */
export interface Session {
  readonly client: MessageConnection;
  readonly published: Published[];
  readonly statuses: StatusResult[];
  open(uri: string, text: string, version?: number): void;
  hover(uri: string, line?: number, character?: number): Promise<unknown>;
  /** Resolves when `find` finds something; every message of the server is an occasion to look. */
  until<T>(find: () => T | undefined): Promise<T>;
  end(): Promise<void>;
}

export async function startSession(
  folder: string,
  change: (host: Host) => Partial<Host> = () => ({}),
  initializationOptions: object = {},
): Promise<Session> {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  // Readers, not streams: with streams the library ends the process when one of them ends.
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  const client = createMessageConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  );
  const host = createNodeHost();
  connectServer(server, { ...host, ...change(host) });
  server.listen();
  const published: Published[] = [];
  const statuses: StatusResult[] = [];
  let waiting: (() => void)[] = [];
  const wake = () => {
    const all = waiting;
    waiting = [];
    for (const one of all) one();
  };
  client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => ({})));
  client.onRequest('client/registerCapability', () => null);
  client.onRequest('client/unregisterCapability', () => null);
  client.onNotification((method, params) => {
    if (method === 'textDocument/publishDiagnostics') published.push(params as Published);
    if (method === 'ecosystemNotes/statusChanged') statuses.push(params as StatusResult);
    wake();
  });
  client.listen();
  const uri = URI.file(folder).toString();
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: uri,
    locale: 'en',
    workspaceFolders: [{ uri, name: 'w' }],
    capabilities: {
      workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } },
    },
    initializationOptions: { today: '2026-02-15', ...initializationOptions },
  });
  await client.sendNotification('initialized', {});
  return {
    client,
    published,
    statuses,
    open: (uri, text, version = 1) =>
      void client.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'markdown', version, text },
      }),
    hover: (uri, line = 0, character = 1) =>
      client.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line, character } }),
    async until(find) {
      for (;;) {
        const found = find();
        if (found !== undefined) return found;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
    },
    // The server is left to run out: what it still has to say goes nowhere.
    async end() {
      await client.sendRequest('shutdown').catch(() => undefined);
      client.dispose();
    },
  };
}
