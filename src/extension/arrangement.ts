import * as vscode from 'vscode';
import type { TreeArrangement } from '../server/protocol.ts';

/** How the section *Ecosystem* is sorted and grouped. */
export type Arrangement = Required<TreeArrangement>;

const KEY = 'tree.arrangement';

export function storedArrangement(state: vscode.Memento): Arrangement {
  const stored = state.get<Partial<Arrangement>>(KEY);
  return { sort: stored?.sort ?? 'figures', group: stored?.group ?? 'kind' };
}

export async function storeArrangement(state: vscode.Memento, arrangement: Arrangement): Promise<void> {
  await state.update(KEY, arrangement);
}

interface ArrangementItem extends vscode.QuickPickItem {
  readonly change?: Partial<Arrangement>;
}

/** Asks for another order or grouping; null when the person thinks better of it. */
export async function pickArrangement(now: Arrangement): Promise<Arrangement | null> {
  const item = (label: string, change: Partial<Arrangement>, description = ''): ArrangementItem => {
    const chosen = Object.entries(change).every(([key, value]) => now[key as keyof Arrangement] === value);
    return { label: `${chosen ? '$(check)' : '$(blank)'} ${label}`, description, change };
  };
  const heading = (label: string): ArrangementItem => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const items = [
    heading(vscode.l10n.t('Sort')),
    item(
      vscode.l10n.t('Those with figures first'),
      { sort: 'figures' },
      vscode.l10n.t('The default; then by name'),
    ),
    item(vscode.l10n.t('By name'), { sort: 'name' }),
    item(vscode.l10n.t('By number of facts'), { sort: 'facts' }),
    item(vscode.l10n.t('By newest fact'), { sort: 'newest' }),
    heading(vscode.l10n.t('Group')),
    item(vscode.l10n.t('By kind'), { group: 'kind' }, vscode.l10n.t('Every entity under its kind')),
    item(
      vscode.l10n.t('By maker'),
      { group: 'maker' },
      vscode.l10n.t('What belongs to somebody stands below it'),
    ),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Sort and group the ecosystem'),
  });
  return picked?.change === undefined ? null : { ...now, ...picked.change };
}
