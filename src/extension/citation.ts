import * as vscode from 'vscode';
import { type InsertCitationArgument, requests, type TreeNode } from '../server/protocol.ts';
import type { Connection } from './client.ts';
import { activeNote } from './notes.ts';

/** Cites the source of a fact where a card says, or for a node of the tree, where the cursor stands. One step to undo. */
export async function insertCitation(
  connection: Connection | null,
  target: InsertCitationArgument | TreeNode | undefined,
): Promise<void> {
  if (connection === null || target === undefined) return;
  const place = 'fact' in target ? target : atCursor(target);
  if (place === null) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a note first: there is no editor to insert into.'),
    );
    return;
  }
  const { edits } = await connection.request(requests.citation, place);
  if (edits.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This source is cited here already.'));
    return;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of edits) {
    const { start, end } = range;
    edit.replace(
      vscode.Uri.parse(place.uri),
      new vscode.Range(start.line, start.character, end.line, end.character),
      newText,
    );
  }
  await vscode.workspace.applyEdit(edit);
}

function atCursor({ recordId }: TreeNode): InsertCitationArgument | null {
  const note = activeNote();
  const cursor = vscode.window.activeTextEditor?.selection.active;
  if (note === undefined || cursor === undefined || recordId === null) return null;
  const position = { line: cursor.line, character: cursor.character };
  return { uri: note.uri.toString(), position, fact: recordId };
}
