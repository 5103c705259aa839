import * as vscode from 'vscode';
import { requests, type TreePathParams } from '../server/protocol.ts';
import type { Connection } from './client.ts';
import { activeNote } from './notes.ts';
import type { TreeViews } from './tree-views.ts';

/** What a link in a card or a menu names; nothing for what stands at the cursor. */
export interface RevealTarget {
  readonly recordId?: string | null;
}

/** Shows a record, or what stands at the cursor, in the tree that it is in. */
export async function showInTree(
  connection: Connection | null,
  views: TreeViews,
  target: RevealTarget | undefined,
): Promise<void> {
  const params = paramsOf(target);
  if (connection === null || params === null) return;
  const { nodes } = await connection.request(requests.treePath, {
    ...params,
    group: views.arrangement.group,
  });
  if (await views.reveal(nodes)) return;
  void vscode.window.showInformationMessage(vscode.l10n.t('Nothing known stands here.'));
}

function paramsOf(target: RevealTarget | undefined): TreePathParams | null {
  const uri = activeNote()?.uri.toString();
  const recordId = target?.recordId;
  if (typeof recordId === 'string') return { recordId, ...(uri === undefined ? {} : { uri }) };
  const position = vscode.window.activeTextEditor?.selection.active;
  if (uri === undefined || position === undefined) return null;
  return { uri, position: { line: position.line, character: position.character } };
}
