import * as vscode from 'vscode';
import { requests } from '../server/protocol.ts';
import type { Connection } from './client.ts';
import { mayWriteFacts } from './limits.ts';

const CONFIGURATION_FILE = '.ecosystem-notes.yaml';

/** Writes a small commented fact base into a folder of the workspace, names it in the configuration, and opens its facts. */
export async function newFactBase(connection: Connection | null): Promise<void> {
  const folder = await chosenFolder();
  if (connection === null || folder === undefined || !mayWriteFacts(folder.uri)) return;
  const configuration = vscode.Uri.joinPath(folder.uri, CONFIGURATION_FILE);
  const answer = await connection.request(requests.newFactBase, {
    configuration: await textOf(configuration),
  });
  if (answer.configuration === null) {
    void vscode.window.showErrorMessage(
      vscode.l10n.t('Correct {0} first: it cannot be read.', CONFIGURATION_FILE),
    );
    return;
  }
  const files = answer.files.map(({ path, text }) => ({ uri: vscode.Uri.joinPath(folder.uri, path), text }));
  // What somebody wrote is never written over.
  for (const { uri, text } of files) if ((await textOf(uri)) === null) await write(uri, text);
  await write(configuration, answer.configuration);
  const opened = files.find(({ uri }) => uri.path.includes('/facts/')) ?? files[0];
  if (opened !== undefined) await vscode.window.showTextDocument(opened.uri);
}

async function chosenFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a folder first: a fact base lies beside your notes.'),
    );
    return undefined;
  }
  return folders.length === 1 ? folders[0] : vscode.window.showWorkspaceFolderPick();
}

/** Null when there is no such file. */
async function textOf(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}
