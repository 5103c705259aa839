import * as vscode from 'vscode';
import { requests } from '../server/protocol.ts';
import type { Connection } from './client.ts';
import { activeNote } from './notes.ts';

/** Collects what explains the finding at the cursor, for whoever wants to send it. Nothing is sent from here. */
export async function reportFalseAlarm(connection: Connection | null, version: string): Promise<void> {
  const note = activeNote();
  const position = vscode.window.activeTextEditor?.selection.active;
  if (connection === null || note === undefined || position === undefined) return;
  const { report } = await connection.request(requests.falseAlarm, {
    uri: note.uri.toString(),
    position: { line: position.line, character: position.character },
  });
  if (report === null) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Put the cursor into a line with a finding first.'),
    );
    return;
  }
  const content = `${report.markdown}\nEcosystem Notes ${version}, VS Code ${vscode.version}\n`;
  await vscode.env.clipboard.writeText(content);
  // Plain text: as a note the report would be checked itself.
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content });
  await vscode.window.showTextDocument(document, { preview: true, viewColumn: vscode.ViewColumn.Beside });
  // Its lines are long, and plain text is not wrapped by itself.
  await vscode.commands.executeCommand('editor.action.toggleWordWrap');
  void vscode.window.showInformationMessage(
    vscode.l10n.t(
      'The explanation of {0} is on the clipboard and in a new document. Nothing was sent.',
      report.code,
    ),
  );
}
