import * as vscode from 'vscode';
import type { ClaimsSummary, StatusResult } from '../server/protocol.ts';
import { commandIds } from './command-ids.ts';
import type { Limit } from './limits.ts';

/** What the status bar speaks of. */
export interface StatusState {
  readonly status: StatusResult | null;
  /** Of the note in the active editor; null when there is none or it has not been checked yet. */
  readonly summary: ClaimsSummary | null;
  /** Why the note was checked only in part; null when it was checked whole. */
  readonly partial: string | null;
  /** What does not work here. */
  readonly limits: readonly Limit[];
  readonly hasNote: boolean;
}

export function createStatusBar(): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem(
    'ecosystemNotes.status',
    vscode.StatusBarAlignment.Right,
    90,
  );
  item.name = 'Ecosystem Notes';
  item.command = commandIds.showStatus;
  return item;
}

/** Silence means checked, so everything that is not "checked, all well" has a sign of its own. */
export function showStatus(item: vscode.StatusBarItem, state: StatusState): void {
  const { status, hasNote } = state;
  const broken = status !== null && (status.state === 'degraded' || status.state === 'failed');
  if (!hasNote && !broken) {
    item.hide();
    return;
  }
  const warned = broken || state.partial !== null;
  item.text = textOf(state, broken);
  item.backgroundColor = warned ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  item.tooltip = tooltipOf(state);
  item.accessibilityInformation = { label: spoken(state) };
  item.show();
}

function textOf({ status, summary, partial }: StatusState, broken: boolean): string {
  if (broken) return `$(warning) ${vscode.l10n.t('Facts')}`;
  if (status === null || status.state === 'loading') return `$(sync~spin) ${vscode.l10n.t('Facts')}`;
  const { indexed, total } = status.notes;
  const reading = indexed < total ? [`$(sync~spin) ${indexed}/${total}`] : [];
  if (summary === null)
    return [`$(book) ${vscode.l10n.t('Facts: {0}', status.factBase.facts)}`, ...reading].join(' ');
  const wrong = summary.contradicted + summary.outdated;
  const parts = [`$(pass) ${summary.supported}`];
  if (wrong > 0) parts.push(`$(error) ${wrong}`);
  if (summary.disputed > 0) parts.push(`$(git-compare) ${summary.disputed}`);
  if (partial !== null) parts.unshift(`$(warning) ${vscode.l10n.t('Partly checked')}`);
  return [...parts, ...reading].join(' ');
}

function tooltipOf({ status, summary, partial, limits }: StatusState): vscode.MarkdownString {
  const tooltip = new vscode.MarkdownString();
  if (summary !== null) tooltip.appendText(inWords(summary)).appendMarkdown('\n\n');
  if (partial !== null) tooltip.appendText(partial).appendMarkdown('\n\n');
  if (status !== null) {
    const { entities, facts, sources } = status.factBase;
    tooltip.appendText(vscode.l10n.t('Facts: {0}, entities: {1}, sources: {2}', facts, entities, sources));
    const { indexed, total } = status.notes;
    if (indexed < total)
      tooltip.appendMarkdown('\n\n').appendText(vscode.l10n.t('Notes read: {0} of {1}', indexed, total));
    for (const notice of status.notices) tooltip.appendMarkdown('\n\n').appendText(notice);
    for (const problem of status.problems) tooltip.appendMarkdown('\n\n').appendText(problem.message);
  }
  for (const { title, detail } of limits)
    tooltip.appendMarkdown('\n\n').appendText(title).appendMarkdown('\n\n').appendText(detail);
  return tooltip;
}

function spoken({ summary, partial }: StatusState): string {
  const said = [summary === null ? '' : inWords(summary), partial ?? ''].filter((part) => part !== '');
  return ['Ecosystem Notes', ...said].join('. ');
}

function inWords(summary: ClaimsSummary): string {
  return vscode.l10n.t(
    'Figures in this note: {0}. Supported: {1}, contradicted: {2}, outdated: {3}, disputed: {4}, unverified: {5}',
    summary.claims,
    summary.supported,
    summary.contradicted,
    summary.outdated,
    summary.disputed,
    summary.unverified,
  );
}
