import * as vscode from 'vscode';
import { type HarvestCandidate, type ProtocolLocation, requests } from '../server/protocol.ts';
import type { Connection } from './client.ts';
import { mayWriteFacts } from './limits.ts';
import { activeNote } from './notes.ts';
import { tellRecorded } from './record-fact.ts';
import { askSource, type Source } from './source-form.ts';

interface CandidateItem extends vscode.QuickPickItem {
  readonly candidate: HarvestCandidate;
}

/** Lists what a document states and nobody has recorded yet, and records what the person accepts. */
export async function harvestFacts(connection: Connection | null): Promise<void> {
  const document = activeNote();
  if (connection === null || document === undefined || !mayWriteFacts(document.uri)) return;
  const candidates = await read(connection, document);
  if (candidates === null) return;
  if (candidates.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Nothing to harvest: every figure of a known subject and metric is recorded already.'),
    );
    return;
  }
  const accepted = await review(document, candidates);
  if (accepted.length === 0) return;
  const source = await askSource(connection, document, {
    title: vscode.l10n.t('Facts that could be recorded: {0}', accepted.length),
    step: 2,
    totalSteps: 2,
  });
  if (source === 'cancelled') return;
  if (source === 'back') return harvestFacts(connection);
  await record(connection, document, accepted, source.value);
}

/** Null when the person thought better of it. */
function read(
  connection: Connection,
  document: vscode.TextDocument,
): Thenable<readonly HarvestCandidate[] | null> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Reading the document'),
      cancellable: true,
    },
    async (_progress, token) => {
      const answer = connection.request(requests.harvest, { uri: document.uri.toString() }, token);
      const { candidates } = await answer.catch((error: unknown) => {
        if (token.isCancellationRequested) return { candidates: null };
        throw error;
      });
      return token.isCancellationRequested ? null : candidates;
    },
  );
}

/** The review list: while one walks through it, the document shows the place of each. */
function review(
  document: vscode.TextDocument,
  candidates: readonly HarvestCandidate[],
): Promise<readonly HarvestCandidate[]> {
  const editor = vscode.window.visibleTextEditors.find((one) => one.document === document);
  const pick = vscode.window.createQuickPick<CandidateItem>();
  pick.title = vscode.l10n.t('Facts that could be recorded: {0}', candidates.length);
  pick.placeholder = vscode.l10n.t('Take those that the document states and that you trust');
  Object.assign(pick, { step: 1, totalSteps: 2, ignoreFocusOut: true });
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = candidates.map((candidate) => ({
    label: candidate.label,
    description: candidate.description,
    detail: candidate.sentence,
    candidate,
  }));
  pick.onDidChangeActive(([active]) => {
    if (active === undefined || editor === undefined) return;
    const { start, end } = active.candidate.range;
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    editor.selection = new vscode.Selection(range.start, range.end);
    editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  });
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(pick.selectedItems.map(({ candidate }) => candidate));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve([]);
      pick.dispose();
    });
    pick.show();
  });
}

async function record(
  connection: Connection,
  document: vscode.TextDocument,
  accepted: readonly HarvestCandidate[],
  source: Source,
): Promise<void> {
  const uri = document.uri.toString();
  const recorded: ProtocolLocation[] = [];
  const problems: string[] = [];
  await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Recording facts'),
      cancellable: true,
    },
    async (progress, token) => {
      for (const { fact, label } of accepted) {
        if (token.isCancellationRequested) return;
        progress.report({ message: label, increment: 100 / accepted.length });
        const { location, problem } = await connection.request(requests.recordFact, { uri, fact, source });
        if (location === null) problems.push(`${label}: ${problem ?? ''}`);
        else recorded.push(location);
      }
    },
  );
  if (problems.length > 0) void vscode.window.showErrorMessage(problems.join('\n'));
  if (recorded.length > 0) await tellRecorded(recorded);
}
