import type { TreeDataProvider } from 'vscode';
import type { TreeNode, TreeSection } from '../server/protocol.ts';

/** What `activate` gives to other extensions, and to tests: the trees as the views show them. */
export interface Api {
  readonly trees: ReadonlyMap<TreeSection, TreeDataProvider<TreeNode>>;
}
