import * as vscode from 'vscode';
import type { ProtocolVerdict, TreeNode } from '../server/protocol.ts';

interface Icon {
  readonly id: string;
  readonly color?: string;
}

const VERDICT_ICONS: Readonly<Record<ProtocolVerdict, Icon>> = {
  contradicted: { id: 'error', color: 'problemsErrorIcon.foreground' },
  outdated: { id: 'history', color: 'problemsWarningIcon.foreground' },
  disputed: { id: 'git-compare', color: 'problemsInfoIcon.foreground' },
  weaker: { id: 'lightbulb', color: 'problemsInfoIcon.foreground' },
  supported: { id: 'pass', color: 'testing.iconPassed' },
  unverified: { id: 'question' },
};

const ENTITY_ICONS: Readonly<Record<string, string>> = {
  organisation: 'organization',
  model: 'sparkle',
  family: 'type-hierarchy',
  product: 'package',
  dataset: 'database',
  framework: 'tools',
  platform: 'server-environment',
  chip: 'circuit-board',
  programme: 'rocket',
  policy: 'law',
  benchmark: 'beaker',
  report: 'book',
  media: 'broadcast',
  person: 'person',
  place: 'globe',
  group: 'symbol-array',
};

const KIND_ICONS: Readonly<Record<TreeNode['kind'], string>> = {
  section: 'folder',
  group: 'folder',
  entity: 'symbol-misc',
  metric: 'graph-line',
  fact: 'symbol-numeric',
  source: 'book',
  conflict: 'git-compare',
  verdict: 'list-unordered',
  claim: 'symbol-numeric',
  message: 'info',
};

export function iconOf(node: TreeNode): vscode.ThemeIcon {
  // A claim below the heading of its verdict needs no second sign of it.
  if (node.verdict !== null && node.kind === 'verdict') return themed(VERDICT_ICONS[node.verdict]);
  const entity = node.entityKind === null ? undefined : ENTITY_ICONS[node.entityKind];
  return themed({ id: entity ?? KIND_ICONS[node.kind] });
}

function themed({ id, color }: Icon): vscode.ThemeIcon {
  return color === undefined
    ? new vscode.ThemeIcon(id)
    : new vscode.ThemeIcon(id, new vscode.ThemeColor(color));
}
