import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startBrowserHost } from '../../../scripts/vscode/browser-host.ts';
import { Editor } from './editor.ts';
import { scenes } from './scenes.ts';

const root = path.resolve(import.meta.dirname, '../../..');
const workspace = mkdtempSync(path.join(tmpdir(), 'ecosystem-notes-workbench-'));
cpSync(path.join(root, 'test/vscode/fixture'), workspace, { recursive: true });

const host = await startBrowserHost({
  root,
  extensionPath: root,
  folder: workspace,
  settings: {
    'workbench.colorTheme': 'Default Light Modern',
    'editor.minimap.enabled': false,
    'editor.fontSize': 15,
  },
  log: console.log,
});
let failed = 0;
let passed = 0;
try {
  const { page } = await host.open({ viewport: { width: 1200, height: 720 } });
  page.setDefaultTimeout(15_000);
  const editor = new Editor(page);
  for (const scene of scenes) {
    const started = Date.now();
    try {
      await scene.run(editor);
      passed += 1;
      console.log(`ok ${passed + failed} - ${scene.name} # ${Date.now() - started} ms`);
      if (scene.picture !== undefined) await host.screenshot(page, `screenshots/${scene.picture}`);
    } catch (error) {
      failed += 1;
      console.log(
        `not ok ${passed + failed} - ${scene.name}\n${error instanceof Error ? error.stack : error}`,
      );
      console.log(`screenshot: ${await host.screenshot(page, `failed-${passed + failed}`)}`);
    }
  }
} finally {
  await host.dispose();
  rmSync(workspace, { recursive: true, force: true });
}
console.log(`workbench: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
