import { defineConfig } from 'vitest/config';

/** Run by scripts/fuzz.ts, which names the files and passes seed and time. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'test/lsp/**', 'node_modules/**'],
    setupFiles: ['test/helpers/fuzz.ts'],
    isolate: false,
    testTimeout: 600_000,
  },
});
