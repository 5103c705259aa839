import * as path from 'node:path';
import * as vscode from 'vscode';
import type { Api } from '../../../src/extension/api.ts';

const PATIENCE_MS = 15_000;
const STEP_MS = 50;

/** Opens a note of the fixture in the editor. */
export async function openNote(name: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('no folder is open');
  const uri = folder.uri.with({ path: path.posix.join(folder.uri.path, name) });
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}

/** Opens an unsaved note with this text. */
export async function newNote(content: string, language = 'markdown'): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

export async function activeExtension(): Promise<vscode.Extension<Api>> {
  const extension = vscode.extensions.getExtension<Api>('ecosystem-notes.ecosystem-notes');
  if (extension === undefined) throw new Error('the extension is not installed');
  await extension.activate();
  return extension;
}

/** Asks again and again until the answer satisfies; the last answer is part of the error when it never does. */
export async function until<T>(
  what: string,
  ask: () => T | Thenable<T>,
  satisfies: (answer: T) => boolean,
): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (satisfies(answer)) return answer;
    if (Date.now() > end)
      throw new Error(`${what}: still ${JSON.stringify(answer)} after ${PATIENCE_MS / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, STEP_MS));
  }
}

/** The place in the middle of the first occurrence of a text, or of the one after `after`. */
export function placeOf(document: vscode.TextDocument, text: string, after = ''): vscode.Position {
  const whole = document.getText();
  const from = after === '' ? 0 : whole.indexOf(after);
  const at = whole.indexOf(text, from);
  if (from < 0 || at < 0) throw new Error(`the note does not hold “${text}” after “${after}”`);
  return document.positionAt(at + Math.floor(text.length / 2));
}

/** The diagnostics of ours on a document. */
export function findings(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => /^(figures?|notes|name|suppression|facts)\./.test(codeOf(diagnostic)));
}

export function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

export async function replace(document: vscode.TextDocument, from: string, to: string): Promise<void> {
  const at = document.getText().indexOf(from);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(at), document.positionAt(at + from.length));
  edit.replace(document.uri, range, to);
  await vscode.workspace.applyEdit(edit);
}

/** Runs with a setting of ours in force, and takes it back whatever happens. */
export async function withSetting(key: string, value: unknown, run: () => Promise<void>): Promise<void> {
  await putInForce(key, value);
  try {
    await run();
  } finally {
    await putInForce(key, undefined);
  }
}

/** Changes a setting and waits until the server has taken it in, which it tells by having the trees drawn anew. */
async function putInForce(key: string, value: unknown): Promise<void> {
  const { trees } = (await activeExtension()).exports;
  let drawnAnew = false;
  const listener = trees.get('ecosystem')?.onDidChangeTreeData?.(() => {
    drawnAnew = true;
  });
  try {
    const configuration = vscode.workspace.getConfiguration('ecosystemNotes');
    await configuration.update(key, value, vscode.ConfigurationTarget.Global);
    await until(
      `${key} in force`,
      () => drawnAnew,
      (drawn) => drawn,
    );
  } finally {
    listener?.dispose();
  }
}
