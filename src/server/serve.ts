import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { connectServer } from './connection.ts';
import { createNodeHost } from './node-host.ts';

/** Serves over the transport that the command line names (`--stdio`, `--node-ipc`, `--socket`, `--pipe`) until the client ends it. */
export function serve(): void {
  const connection = createConnection(ProposedFeatures.all);
  // A slip in one answer must not take the editor's server away: it is told, and the next request is served.
  process.on('uncaughtException', (error) => connection.console.error(describe(error)));
  process.on('unhandledRejection', (reason) => connection.console.error(describe(reason)));
  connectServer(connection, createNodeHost());
  connection.listen();
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
