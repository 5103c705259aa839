import * as vscode from 'vscode';
import { type ProtocolLocation, requests, type SearchItem, type TreeNode } from '../server/protocol.ts';
import type { Connection } from './client.ts';

const SEARCH_DELAY_MS = 80;

/** Opens what a node or a link in a card points at, with the place selected. */
export async function openRecord(target: TreeNode | ProtocolLocation | undefined): Promise<void> {
  const location = target !== undefined && 'location' in target ? target.location : target;
  if (location === null || location === undefined) return;
  const { start, end } = location.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(location.uri), { selection });
}

/** Opens the document that a source stands for, in the browser. VS Code asks before it leaves. */
export async function openOriginal(node: TreeNode | undefined): Promise<void> {
  if (node?.url === null || node?.url === undefined) return;
  const uri = vscode.Uri.parse(node.url);
  if (uri.scheme === 'http' || uri.scheme === 'https') await vscode.env.openExternal(uri);
}

/** Puts the name or the figure of a node where the cursor stands. */
export async function insertNode(node: TreeNode | undefined): Promise<void> {
  const text = node?.insertText;
  if (text === null || text === undefined) return;
  await insertText(text);
}

export async function copyId(node: TreeNode | undefined): Promise<void> {
  if (node?.recordId === null || node?.recordId === undefined) return;
  await vscode.env.clipboard.writeText(node.recordId);
  vscode.window.setStatusBarMessage(vscode.l10n.t('Copied {0}', node.recordId), 2_000);
}

async function insertText(text: string): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Open a note first: there is no editor to insert into.'),
    );
    return;
  }
  await editor.edit((edit) => {
    for (const selection of editor.selections) edit.replace(selection, text);
  });
  await vscode.window.showTextDocument(editor.document, {
    viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active,
  });
}

interface SearchPick extends vscode.QuickPickItem {
  readonly found: SearchItem;
}

/** Finds entities and facts by name, alias or pinyin; the chosen one opens, its button inserts it. */
export function search(connection: Connection): void {
  const insert: vscode.QuickInputButton = {
    iconPath: new vscode.ThemeIcon('insert'),
    tooltip: vscode.l10n.t('Insert into Note'),
  };
  const pick = vscode.window.createQuickPick<SearchPick>();
  pick.title = vscode.l10n.t('Find an entity or a fact');
  pick.placeholder = vscode.l10n.t('Name, alias or pinyin');
  pick.matchOnDescription = true;
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;

  const ask = async (query: string) => {
    asked += 1;
    const mine = asked;
    pick.busy = true;
    const { items } = await connection.request(requests.search, { query });
    if (mine !== asked) return;
    pick.busy = false;
    // The server has matched already, by pinyin too; VS Code's own filter must not drop what it cannot follow.
    pick.items = items.map((found) => ({
      label: found.label,
      description: found.description,
      detail: found.detail,
      alwaysShow: true,
      buttons: [insert],
      found,
    }));
  };

  pick.onDidChangeValue((query) => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(query), SEARCH_DELAY_MS);
  });
  pick.onDidAccept(() => {
    const chosen = pick.selectedItems[0]?.found;
    pick.hide();
    if (chosen?.location) void openRecord(chosen.location);
  });
  pick.onDidTriggerItemButton(({ item }) => {
    pick.hide();
    void insertText(item.found.insertText);
  });
  pick.onDidHide(() => {
    clearTimeout(timer);
    pick.dispose();
  });
  pick.show();
  void ask('');
}
