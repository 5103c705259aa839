/** Serves the Language Server Protocol on standard input and output until the client ends it. */
export async function lsp(): Promise<void> {
  const { serve } = await import('../server/serve.ts');
  serve();
}
