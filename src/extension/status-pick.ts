import * as vscode from 'vscode';
import type { ClaimsSummary, StatusResult } from '../server/protocol.ts';
import { commandIds } from './command-ids.ts';
import { openRecord } from './commands.ts';
import { limitsOf } from './limits.ts';
import { activeNote } from './notes.ts';

const SETTINGS_QUERY = '@ext:ecosystem-notes.ecosystem-notes';

interface StatusItem extends vscode.QuickPickItem {
  readonly run?: () => Thenable<unknown>;
}

/** Everything the status bar knows, as a list of things to do about it. */
export async function pickStatus(status: StatusResult, summary: ClaimsSummary | null): Promise<void> {
  const chosen = await vscode.window.showQuickPick(itemsOf(status, summary), {
    title: vscode.l10n.t('State of Ecosystem Notes'),
  });
  await chosen?.run?.();
}

function itemsOf(status: StatusResult, summary: ClaimsSummary | null): StatusItem[] {
  const { entities, facts, sources } = status.factBase;
  const problems = status.problems.map((problem) => ({
    label: `$(warning) ${problem.message}`,
    ...(problem.location === null ? {} : { detail: vscode.Uri.parse(problem.location.uri).fsPath }),
    run: () => openRecord(problem.location ?? undefined),
  }));
  const notices = status.notices.map((notice) => ({ label: `$(info) ${notice}` }));
  const limits = limitsOf(activeNote()?.uri ?? null).map(({ title, detail, remedy }) => ({
    label: remedy === null ? `$(info) ${title}` : `$(shield) ${title}`,
    detail,
    ...(remedy === null ? {} : { run: command(remedy) }),
  }));
  return [
    ...problems,
    ...notices,
    ...limits,
    ...(summary === null ? [] : [noteItem(summary)]),
    {
      label: `$(book) ${vscode.l10n.t('Facts: {0}, entities: {1}, sources: {2}', facts, entities, sources)}`,
      run: command('ecosystemNotes.ecosystem.focus'),
    },
    { label: `$(search) ${vscode.l10n.t('Find an entity or a fact')}`, run: command(commandIds.search) },
    ...(summary !== null && summary.findings > 0
      ? [
          {
            label: `$(report) ${vscode.l10n.t('Report a false alarm')}`,
            detail: vscode.l10n.t('Of the line with the cursor; nothing is sent.'),
            run: command(commandIds.reportFalseAlarm),
          },
        ]
      : []),
    {
      label: `$(settings-gear) ${vscode.l10n.t('Settings')}`,
      run: () => vscode.commands.executeCommand('workbench.action.openSettings', SETTINGS_QUERY),
    },
    { label: `$(output) ${vscode.l10n.t('Show Output')}`, run: command(commandIds.showOutput) },
    {
      label: `$(debug-restart) ${vscode.l10n.t('Restart the language server')}`,
      run: command(commandIds.restartServer),
    },
  ];
}

function noteItem(summary: ClaimsSummary): StatusItem {
  const { claims, contradicted, outdated } = summary;
  return {
    label: `$(list-tree) ${vscode.l10n.t('Figures in this note: {0}, wrong or outdated: {1}', claims, contradicted + outdated)}`,
    run: command('ecosystemNotes.note.focus'),
  };
}

function command(id: string): () => Thenable<unknown> {
  return () => vscode.commands.executeCommand(id);
}
