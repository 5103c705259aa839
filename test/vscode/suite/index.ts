import * as vscode from 'vscode';
import { activation } from './activation.ts';
import type { Case } from './case.ts';
import { completion } from './completion.ts';
import { diagnostics } from './diagnostics.ts';
import { findingOnesWay } from './finding-ones-way.ts';
import { hover } from './hover.ts';
import { navigation } from './navigation.ts';
import { preview } from './preview.ts';
import { quickFixes } from './quick-fixes.ts';
import { settings } from './settings.ts';
import { severalFolders, virtualFolder } from './several-folders.ts';
import { steadiness } from './steadiness.ts';
import { tree } from './tree.ts';

const CASE_TIMEOUT_MS = 30_000;

const oneFolder: readonly Case[] = [
  ...activation,
  ...hover,
  ...completion,
  ...diagnostics,
  ...quickFixes,
  ...navigation,
  ...tree,
  ...preview,
  ...findingOnesWay,
  ...settings,
  ...steadiness,
];

/** Called by VS Code inside the extension host; it throws when a case failed, which makes the exit code 1. */
export async function run(): Promise<void> {
  // What is open decides what is tried.
  const cases =
    vscode.workspace.workspaceFile === undefined ? oneFolder : [...severalFolders, ...virtualFolder];
  let failed = 0;
  for (const [index, { name, run: body }] of cases.entries()) {
    const started = Date.now();
    const failure = await outcome(body);
    const took = `# ${Date.now() - started} ms`;
    if (failure === undefined) {
      console.log(`ok ${index + 1} - ${name} ${took}`);
    } else {
      failed += 1;
      console.log(`not ok ${index + 1} - ${name} ${took}\n${failure}`);
    }
  }
  console.log(`vscode: ${cases.length - failed} passed, ${failed} failed`);
  if (failed > 0) throw new Error(`${failed} of ${cases.length} cases failed`);
}

async function outcome(body: () => Promise<void>): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(
      () => reject(new Error(`not done within ${CASE_TIMEOUT_MS / 1000} s`)),
      CASE_TIMEOUT_MS,
    );
  });
  try {
    await Promise.race([body(), late]);
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  } finally {
    clearTimeout(timer);
  }
}
