import type { TreeDataProvider } from 'vscode';
import type { TreeNode, TreeSection } from '../server/protocol.ts';
import type { MarkdownIt } from './markdown-preview.ts';

/** What `activate` gives to other extensions, and to tests: the trees as the views show them. */
export interface Api {
  readonly trees: ReadonlyMap<TreeSection, TreeDataProvider<TreeNode>>;
  /** VS Code's Markdown preview calls this with its parser. */
  extendMarkdownIt<M extends MarkdownIt>(markdown: M): M;
}
