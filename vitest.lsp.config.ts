import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/lsp/**/*.test.ts'],
    // Each test file speaks to a server process of its own; two at once are enough on a small machine.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
