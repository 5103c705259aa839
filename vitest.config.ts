import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'test/lsp/**', 'node_modules/**'],
    // Many small files share one worker: isolation costs more than it gives, nothing here has module state.
    isolate: false,
    // Machines are shared and noisy; nothing here asserts a time.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
