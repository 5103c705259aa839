import * as vscode from 'vscode';
import {
  type HarvestCandidate,
  type ProtocolLocation,
  type RecordFactArgument,
  type RecordFactParams,
  requests,
} from '../server/protocol.ts';
import type { Connection } from './client.ts';
import { openRecord } from './commands.ts';
import { askOne, askText, fillForm } from './form.ts';
import { mayWriteFacts } from './limits.ts';
import { activeNote } from './notes.ts';
import { askSource, mapped, type Source } from './source-form.ts';

const PERIOD =
  /^(?:|\d{4}(?:-(?:\d{2}(?:-\d{2})?|Q[1-4]|H[12]))?(?:\/\d{4}(?:-\d{2}(?:-\d{2})?)?)?|FY\d{4})$/;

/** Asks for what a figure of a note leaves open, and records it as a fact. Without an argument, the figure at the cursor. */
export async function recordFact(
  connection: Connection | null,
  argument: RecordFactArgument | undefined,
): Promise<void> {
  if (connection === null) return;
  const meant = argument ?? (await atCursor(connection));
  if (meant === null) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Put the cursor into a figure whose subject and metric are known, and which no fact states yet.',
      ),
    );
    return;
  }
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(meant.uri));
  if (!mayWriteFacts(document.uri)) return;
  const filled = await fillFact(connection, document, meant.candidate);
  if (filled === null) return;
  const { location, problem } = await connection.request(requests.recordFact, { uri: meant.uri, ...filled });
  if (location === null) void vscode.window.showErrorMessage(problem ?? '');
  else await tellRecorded([location]);
}

/** The candidate at the cursor, else the only one in its line. */
async function atCursor(connection: Connection): Promise<RecordFactArgument | null> {
  const note = activeNote();
  const cursor = vscode.window.activeTextEditor?.selection.active;
  if (note === undefined || cursor === undefined) return null;
  const uri = note.uri.toString();
  const { candidates } = await connection.request(requests.harvest, { uri });
  const inLine = candidates.filter(
    ({ range }) => range.start.line <= cursor.line && cursor.line <= range.end.line,
  );
  const exact = inLine.find(
    ({ range }) => range.start.character <= cursor.character && cursor.character <= range.end.character,
  );
  const candidate = exact ?? (inLine.length === 1 ? inLine[0] : undefined);
  return candidate === undefined ? null : { uri, candidate };
}

type Filled = Pick<RecordFactParams, 'fact' | 'source'>;

interface Draft {
  readonly fact: RecordFactParams['fact'];
  readonly source: Source | null;
}

async function fillFact(
  connection: Connection,
  document: vscode.TextDocument,
  { fact, label }: HarvestCandidate,
): Promise<Filled | null> {
  const totalSteps = 3;
  const title = label;
  const modes = modeItems();
  const draft = await fillForm<Draft>({ fact, source: null }, [
    async (state) =>
      mapped(
        await askText(
          {
            title,
            step: 1,
            totalSteps,
            prompt: vscode.l10n.t(
              'As of when? Never more precise than the source; empty when it gives no date.',
            ),
            placeholder: '2025, 2025-09, 2025-Q3, FY2025, 2024-07/2025-06',
            value: state.fact.period ?? '',
          },
          (value) =>
            PERIOD.test(value) ? null : vscode.l10n.t('Write it as 2025, 2025-09, 2025-Q3 or FY2025.'),
        ),
        (period) => ({ ...state, fact: { ...state.fact, period: period === '' ? null : period } }),
      ),
    async (state) =>
      mapped(
        await askOne(
          {
            title,
            step: 2,
            totalSteps,
            placeholder: vscode.l10n.t('How firmly, and by whom, is it stated?'),
          },
          modes,
          modes.find(({ mode }) => mode === state.fact.mode),
        ),
        ({ mode }) => ({ ...state, fact: { ...state.fact, mode } }),
      ),
    async (state) =>
      mapped(await askSource(connection, document, { step: 3, totalSteps }), (source) => ({
        ...state,
        source,
      })),
  ]);
  return draft === null || draft.source === null ? null : { fact: draft.fact, source: draft.source };
}

interface ModeItem extends vscode.QuickPickItem {
  readonly mode: string;
}

function modeItems(): readonly ModeItem[] {
  return [
    { mode: 'reported', label: vscode.l10n.t('Reported') },
    { mode: 'self-reported', label: vscode.l10n.t('Self-reported') },
    { mode: 'estimate', label: vscode.l10n.t('Estimate') },
    { mode: 'forecast', label: vscode.l10n.t('Forecast') },
    { mode: 'target', label: vscode.l10n.t('Target') },
  ];
}

/** Says what was recorded, and lets it be looked at or taken back. */
export async function tellRecorded(locations: readonly ProtocolLocation[]): Promise<void> {
  const open = vscode.l10n.t('Open Record');
  const undo = vscode.l10n.t('Undo');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t('Facts recorded: {0}', locations.length),
    open,
    undo,
  );
  if (chosen === open) await openRecord(locations.at(-1));
  if (chosen === undo) await takeBack(locations);
}

/** Takes the records out of their files again, the last first, so that the places of the others stay right. */
async function takeBack(locations: readonly ProtocolLocation[]): Promise<void> {
  for (const { uri, range } of [...locations].reverse()) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    const edit = new vscode.WorkspaceEdit();
    const start = new vscode.Position(range.start.line, 0);
    const end = new vscode.Position(range.end.character === 0 ? range.end.line : range.end.line + 1, 0);
    edit.delete(document.uri, document.validateRange(new vscode.Range(start, end)));
    await vscode.workspace.applyEdit(edit);
    await document.save();
  }
}
