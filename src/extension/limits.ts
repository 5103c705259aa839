import * as vscode from 'vscode';

/** Something that does not work here though one might expect it. */
export interface Limit {
  /** A few words. */
  readonly title: string;
  /** One line. */
  readonly detail: string;
  /** The command that lifts it; null where nothing can. */
  readonly remedy: string | null;
}

const MANAGE_TRUST = 'workbench.trust.manage';

/** What is limited in this window, and for the note in the active editor; `note` is null when there is none. */
export function limitsOf(note: vscode.Uri | null): readonly Limit[] {
  const limits: Limit[] = [];
  if (!vscode.workspace.isTrusted)
    limits.push({
      title: vscode.l10n.t('Restricted mode: no facts are recorded'),
      detail: vscode.l10n.t('Notes are checked, but no facts from outside of the workspace are read.'),
      remedy: MANAGE_TRUST,
    });
  if (note !== null && isVirtual(note))
    limits.push({
      title: vscode.l10n.t('Virtual folder: built-in facts only'),
      detail: vscode.l10n.t('Its fact files, its .ecosystem-notes.yaml and its other notes are not read.'),
      remedy: null,
    });
  return limits;
}

/** Whether facts can be written for a place, which is a note or a folder; says why not. */
export function mayWriteFacts(place: vscode.Uri): boolean {
  if (!vscode.workspace.isTrusted) {
    void offerTrust();
    return false;
  }
  if (isVirtual(place)) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Facts are kept in files on a disk: there is no place for them in a virtual folder.'),
    );
    return false;
  }
  return true;
}

async function offerTrust(): Promise<void> {
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('No facts are recorded in a workspace that you do not trust.'),
    manage,
  );
  if (chosen === manage) await vscode.commands.executeCommand(MANAGE_TRUST);
}

/** The server reads disks only. */
function isVirtual({ scheme }: vscode.Uri): boolean {
  return scheme !== 'file' && scheme !== 'untitled';
}
