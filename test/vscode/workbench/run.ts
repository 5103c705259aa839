import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startBrowserHost } from '../../../scripts/vscode/browser-host.ts';
import type { DisplayLanguage } from '../../../scripts/vscode/language.ts';
import { cards } from './cards.ts';
import { chineseScenes } from './chinese.ts';
import { Editor } from './editor.ts';
import { reading } from './reading.ts';
import { recording } from './recording.ts';
import { restricted } from './restricted.ts';
import { type Scene, scenes } from './scenes.ts';
import { tour } from './tour.ts';
import { CHINESE_WORDS, ENGLISH_WORDS, writing } from './writing.ts';

const FADE_MS = 300;

interface Session {
  readonly name: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly scenes: readonly Scene[];
  /** English when left out. */
  readonly language?: DisplayLanguage;
  readonly asksForTrust?: boolean;
}

const LOOK = {
  'editor.minimap.enabled': false,
  'editor.fontSize': 15,
  'editor.scrollBeyondLastLine': false,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: VS Code fills these in.
  'window.title': '${activeEditorShort} — ${rootName}',
};

const LIGHT = { ...LOOK, 'workbench.colorTheme': 'Default Light Modern' };
const DARK = { ...LOOK, 'workbench.colorTheme': 'Default Dark Modern' };

const root = path.resolve(import.meta.dirname, '../../..');
const CHINESE: DisplayLanguage = { id: 'zh-cn', pack: path.join(root, 'test/vscode/language-pack') };

const sessions: readonly Session[] = [
  { name: 'look', settings: LIGHT, scenes },
  { name: 'look-zh', settings: LIGHT, scenes: chineseScenes, language: CHINESE },
  { name: 'restricted', settings: LIGHT, scenes: restricted, asksForTrust: true },
  {
    name: 'writing',
    settings: LIGHT,
    scenes: writing(ENGLISH_WORDS, ''),
  },
  {
    name: 'writing-zh',
    settings: DARK,
    scenes: writing(CHINESE_WORDS, '-zh'),
    language: CHINESE,
  },
  { name: 'cards', settings: LIGHT, scenes: cards('') },
  { name: 'cards-dark', settings: DARK, scenes: cards('-dark') },
  // With saving by itself, a tab never says whether its note is saved.
  { name: 'recording', settings: { ...LIGHT, 'files.autoSave': 'off' }, scenes: recording },
  { name: 'tour', settings: LIGHT, scenes: tour },
  {
    name: 'reading',
    settings: {
      ...LIGHT,
      'ecosystemNotes.inlayHints.enabled': true,
      'ecosystemNotes.codeLens.enabled': true,
      'ecosystemNotes.index': 'on',
    },
    scenes: reading,
  },
];

let passed = 0;
let failed = 0;
const wanted = process.argv.slice(2);
for (const session of sessions) if (wanted.length === 0 || wanted.includes(session.name)) await play(session);
console.log(`workbench: ${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function play(session: Session): Promise<void> {
  const parent = mkdtempSync(path.join(tmpdir(), 'ecosystem-notes-workbench-'));
  const folder = path.join(parent, 'notes');
  cpSync(path.join(root, 'test/vscode/fixture'), folder, { recursive: true });
  const host = await startBrowserHost({
    root,
    extensionPath: root,
    folder,
    settings: session.settings,
    ...(session.language === undefined ? {} : { language: session.language }),
    ...(session.asksForTrust === undefined ? {} : { asksForTrust: session.asksForTrust }),
    log: console.log,
  });
  try {
    const { page } = await host.open({ viewport: { width: 1200, height: 720 } });
    page.setDefaultTimeout(15_000);
    const editor = new Editor(page);
    for (const scene of session.scenes) {
      const started = Date.now();
      try {
        await scene.run(editor);
        passed += 1;
        console.log(`ok ${passed + failed} - ${scene.name} # ${Date.now() - started} ms`);
        if (scene.picture === undefined) continue;
        // What has just come up is still fading in.
        await page.waitForTimeout(FADE_MS);
        await host.screenshot(page, `screenshots/${scene.picture}`);
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
    rmSync(parent, { recursive: true, force: true });
  }
}
