import { existsSync } from 'node:fs';

/** Beside the bundled command line stands the bundled server; from sources, its source. */
const ENTRIES: readonly string[] = ['./server.cjs', '../server/main.ts'];

/**
 * Serves the Language Server Protocol on standard input and output until the client ends it. The server is found at run time, so
 * that it is not carried twice and no other command has to read past it.
 */
export async function lsp(): Promise<void> {
  const entry = ENTRIES.map((path) => new URL(path, import.meta.url)).find((url) => existsSync(url));
  if (entry === undefined)
    throw new Error('The language server (dist/server.cjs) is missing: run "npm run build".');
  await import(entry.href);
}
