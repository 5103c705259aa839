import * as vscode from 'vscode';
import { type ProtocolLocation, requests, type TreeNode } from '../server/protocol.ts';
import type { Connection } from './client.ts';
import { openRecord } from './commands.ts';

/** Shows where the notes of the workspace mention a record, in the peek view of the editor. */
export async function findMentions(connection: Connection | null, node: TreeNode | undefined): Promise<void> {
  const recordId = node?.recordId;
  if (connection === null || node === undefined || recordId === null || recordId === undefined) return;
  const { locations } = await connection.request(requests.mentions, { recordId });
  if (locations.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('No note mentions {0}.', node.label));
    return;
  }
  if (vscode.window.activeTextEditor === undefined) await openRecord(locations[0]);
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return;
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    editor.document.uri,
    editor.selection.active,
    locations.map(toLocation),
  );
}

function toLocation({ uri, range: { start, end } }: ProtocolLocation): vscode.Location {
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  return new vscode.Location(vscode.Uri.parse(uri), range);
}
