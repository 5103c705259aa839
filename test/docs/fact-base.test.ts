import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROJECT } from '../helpers/fact-files.ts';

test('docs/fact-base.md counts what is in the bundled facts', () => {
  const check = () =>
    execFileSync(join(PROJECT, 'node_modules/.bin/node'), ['scripts/make-fact-base-doc.ts', '--check'], {
      cwd: PROJECT,
      stdio: 'pipe',
    });
  expect(check).not.toThrow();
});
