import * as vscode from 'vscode';
import { requests, type TreeArrangement, type TreeNode, type TreeSection } from '../server/protocol.ts';
import type { Connection } from './client.ts';
import { commandIds } from './command-ids.ts';
import { iconOf } from './icons.ts';

/** What a tree asks about; the same for all four views, so that they show one state. */
export interface TreeContext {
  /** Null while the server is not running. */
  readonly connection: Connection | null;
  /** URI of the note that the views follow. */
  readonly note: string | null;
  readonly filter: string;
  readonly arrangement: TreeArrangement;
}

/** One section of the server's tree. The server makes the nodes; what they look like in VS Code is decided here. */
export class SectionTree implements vscode.TreeDataProvider<TreeNode> {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #section: TreeSection;
  readonly #context: () => TreeContext;
  #nodes = new Map<string, TreeNode>();

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(section: TreeSection, context: () => TreeContext) {
    this.#section = section;
    this.#context = context;
  }

  refresh(): void {
    this.#nodes = new Map();
    this.#changed.fire();
  }

  async getChildren(parent?: TreeNode): Promise<TreeNode[]> {
    const { connection, note, filter, arrangement } = this.#context();
    if (connection === null) return [];
    // An empty view shows what to do instead.
    if (this.#section === 'note' && note === null) return [];
    const params = { parent: parent?.id ?? this.#section, uri: note, filter, ...arrangement };
    const { nodes } = await connection.request(requests.tree, params).catch((error: unknown) => {
      // The answer died with the server; the views are asked anew when it is back.
      if (!connection.client.isRunning()) return { nodes: [] };
      throw error;
    });
    for (const node of nodes) this.#nodes.set(node.id, node);
    return [...nodes];
  }

  /** Takes in the way to a node, so that it can be revealed before anybody unfolded it. */
  learn(nodes: readonly TreeNode[]): void {
    for (const node of nodes) this.#nodes.set(node.id, node);
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent === null ? undefined : this.#nodes.get(node.parent);
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const { filter } = this.#context();
    const item = new vscode.TreeItem(node.label, collapsibleState(node, filter));
    // VS Code remembers by id what was folded; what a filter finds is to be seen, so it must not count as known.
    item.id = filter === '' ? node.id : `filtered:${node.id}`;
    item.description = node.description;
    item.iconPath = iconOf(node);
    item.contextValue = contextValue(node);
    item.accessibilityInformation = { label: node.accessibleLabel };
    if (node.tooltip !== '') item.tooltip = card(node.tooltip);
    if (node.location !== null && !node.hasChildren) {
      item.command = {
        command: commandIds.openRecord,
        title: vscode.l10n.t('Open Record'),
        arguments: [node],
      };
    }
    return item;
  }
}

/** A filter shows what it found: nobody should have to unfold a tree to see it. */
function collapsibleState(node: TreeNode, filter: string): vscode.TreeItemCollapsibleState {
  if (!node.hasChildren) return vscode.TreeItemCollapsibleState.None;
  const unfolded =
    node.kind === 'verdict' || (filter !== '' && (node.kind === 'group' || node.kind === 'section'));
  return unfolded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

/** Words that the menus of package.json look for. */
function contextValue(node: TreeNode): string {
  const words: string[] = [node.kind];
  if (node.location !== null) words.push('located');
  if (node.recordId !== null) words.push('recorded');
  if (node.kind === 'entity' || node.kind === 'fact') words.push('mentioned');
  if (node.insertText !== null) words.push('insertable');
  if (node.url !== null) words.push('published');
  return words.join(' ');
}

function card(markdown: string): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString(markdown);
  tooltip.isTrusted = false;
  return tooltip;
}
