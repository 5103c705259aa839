import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { findDesktopVsCode } from '../../scripts/vscode/desktop.ts';

const root = path.resolve(import.meta.dirname, '../..');

interface Window {
  readonly name: string;
  /** Folder beside this file whose content is opened; a copy of it, for the tests write into it. */
  readonly content: string;
  /** What of it is opened: itself when left out. */
  readonly open?: string;
}

const windows: readonly Window[] = [
  { name: 'one-folder', content: 'fixture' },
  { name: 'several-folders', content: 'several-folders', open: 'notes.code-workspace' },
];

const wanted = process.argv.slice(2);
for (const window of windows) if (wanted.length === 0 || wanted.includes(window.name)) await run(window);

async function run({ content, open = '' }: Window): Promise<void> {
  const workspace = mkdtempSync(path.join(tmpdir(), 'ecosystem-notes-workspace-'));
  const profile = mkdtempSync(path.join(tmpdir(), 'ecosystem-notes-profile-'));
  cpSync(path.join(root, 'test/vscode', content), workspace, { recursive: true });
  mkdirSync(path.join(profile, 'User'));
  writeFileSync(
    path.join(profile, 'User/settings.json'),
    JSON.stringify({ 'telemetry.telemetryLevel': 'off' }),
  );
  try {
    await runTests({
      vscodeExecutablePath: await executable(),
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(root, 'dist/test/vscode-suite.cjs'),
      launchArgs: [path.join(workspace, open), `--user-data-dir=${profile}`, '--disable-extensions'],
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  } finally {
    rmSync(workspace, { recursive: true, force: true });
    rmSync(profile, { recursive: true, force: true });
  }
}

/** A desktop build where one can be had and shown, else the browser-hosted VS Code behind the same arguments. */
async function executable(): Promise<string> {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named !== undefined && named !== '') return named;
  const desktop = findDesktopVsCode()?.executable ?? (await downloaded());
  return desktop ?? path.join(root, 'scripts/vscode/launcher.sh');
}

/** Downloading is asked for, never tried on its own: where the network is closed it would only cost time. */
async function downloaded(): Promise<string | undefined> {
  if (process.env.VSCODE_DOWNLOAD !== '1') return undefined;
  const cachePath = path.join(root, '.cache/vscode-test');
  return downloadAndUnzipVSCode({ cachePath, timeout: 10_000 }).catch((error: unknown) => {
    console.log(`no desktop VS Code could be downloaded (${error}); using the browser-hosted one`);
    return undefined;
  });
}
