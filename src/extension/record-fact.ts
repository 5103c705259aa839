import * as vscode from 'vscode';
import {
  type FactDraft,
  type ProtocolLocation,
  type ProtocolRange,
  type RecordFactArgument,
  requests,
} from '../server/protocol.ts';
import type { Connection } from './client.ts';
import { openRecord } from './commands.ts';
import { fillFact } from './fact-form.ts';
import { mayWriteFacts } from './limits.ts';
import { activeNote } from './notes.ts';

/**
 * Records a fact: the figure of the argument, else the one at the cursor or selected; what the note does not say is asked for, which
 * without any note is everything.
 */
export async function recordFact(
  connection: Connection | null,
  argument: RecordFactArgument | undefined,
): Promise<void> {
  if (connection === null) return;
  const place = argument ?? atCursor();
  const home = place === null ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.parse(place.uri);
  if (home === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a folder first: facts are kept in files of a workspace.'),
    );
    return;
  }
  if (!mayWriteFacts(home)) return;
  const uri = home.toString();
  const { draft } = place === null ? { draft: null } : await connection.request(requests.factDraft, place);
  const document = place === null ? null : await vscode.workspace.openTextDocument(home);
  const filled = await fillFact({ connection, uri, document, draft: draft ?? NOTHING_READ });
  if (filled === null) return;
  const { location, entity, problem } = await connection.request(requests.recordFact, { uri, ...filled });
  if (location === null) void vscode.window.showErrorMessage(problem ?? '');
  else await tellRecorded([...(entity === null ? [] : [entity]), location], 1);
}

const NOTHING_READ: FactDraft = {
  range: null,
  sentence: '',
  subject: null,
  named: [],
  metric: null,
  scope: {},
  written: null,
  period: null,
  mode: 'reported',
};

function atCursor(): { readonly uri: string; readonly range: ProtocolRange } | null {
  const note = activeNote();
  const selection = vscode.window.activeTextEditor?.selection;
  if (note === undefined || selection === undefined) return null;
  const position = ({ line, character }: vscode.Position) => ({ line, character });
  return {
    uri: note.uri.toString(),
    range: { start: position(selection.start), end: position(selection.end) },
  };
}

/** Says how many facts were recorded, and lets them be looked at or taken back, with what was recorded for them. */
export async function tellRecorded(
  locations: readonly ProtocolLocation[],
  facts = locations.length,
): Promise<void> {
  const open = vscode.l10n.t('Open Record');
  const undo = vscode.l10n.t('Undo');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('Facts recorded: {0}', facts),
    open,
    undo,
  );
  if (chosen === open) await openRecord(locations.at(-1));
  if (chosen === undo) await takeBack(locations);
}

/** Takes the records out of their files again, the last first, so that the places of the others stay right. */
async function takeBack(locations: readonly ProtocolLocation[]): Promise<void> {
  for (const { uri, range } of [...locations].reverse()) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const edit = new vscode.WorkspaceEdit();
    const start = new vscode.Position(range.start.line, 0);
    const end = new vscode.Position(range.end.character === 0 ? range.end.line : range.end.line + 1, 0);
    edit.delete(document.uri, document.validateRange(new vscode.Range(start, end)));
    await vscode.workspace.applyEdit(edit);
    await document.save();
  }
}
