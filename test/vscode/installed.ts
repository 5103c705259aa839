import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startBrowserHost } from '../../scripts/vscode/browser-host.ts';
import { Editor } from './workbench/editor.ts';

/*
 * Installs the package that `scripts/check-package.ts` made into a VS Code that knows nothing of this folder, and uses it.
 */

const root = path.resolve(import.meta.dirname, '../..');
const vsix = path.join(root, 'test-results/ecosystem-notes.vsix');
const parent = mkdtempSync(path.join(tmpdir(), 'ecosystem-notes-installed-'));
const folder = path.join(parent, 'notes');
cpSync(path.join(root, 'test/vscode/fixture'), folder, { recursive: true });

const host = await startBrowserHost({ root, extensionPath: { vsix }, folder, log: console.log });
try {
  const { page } = await host.open();
  page.setDefaultTimeout(20_000);
  const editor = new Editor(page);
  try {
    await editor.open('qwen.md');
    await page.locator('.monaco-editor .squiggly-error').first().waitFor();
    const card = await editor.hover('6000', '6000 万次');
    const text = (await card.textContent()) ?? '';
    if (!/6\s*亿|600 million/.test(text))
      throw new Error(`the card of the installed extension says “${text}”`);
    console.log('ok 1 - the installed package activates, flags the wrong figure and explains it');
    console.log('installed: 1 passed, 0 failed');
  } catch (error) {
    console.log(`not ok 1 - the installed package is used\n${error instanceof Error ? error.stack : error}`);
    console.log(`screenshot: ${await host.screenshot(page, 'installed-failed')}`);
    console.log('installed: 0 passed, 1 failed');
    process.exitCode = 1;
  }
} finally {
  await host.dispose();
  rmSync(parent, { recursive: true, force: true });
}
