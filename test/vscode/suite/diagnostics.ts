import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Case } from './case.ts';
import { codeOf, findings, newNote, openNote, replace, until } from './workspace.ts';

const WRONG = '到 2025 年 9 月，Qwen3 的累计下载量突破 6000 万次。\n';

function flagged(document: vscode.TextDocument): Promise<readonly vscode.Diagnostic[]> {
  return until(
    'findings',
    () => findings(document),
    (all) => all.length > 0,
  );
}

function cleared(document: vscode.TextDocument): Promise<readonly vscode.Diagnostic[]> {
  return until(
    'findings gone',
    () => findings(document),
    (all) => all.length === 0,
  );
}

async function withSetting(key: string, value: unknown, run: () => Promise<void>): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('ecosystemNotes');
  await configuration.update(key, value, vscode.ConfigurationTarget.Global);
  try {
    await run();
  } finally {
    await configuration.update(key, undefined, vscode.ConfigurationTarget.Global);
  }
}

export const diagnostics: readonly Case[] = [
  {
    name: 'a wrong figure is underlined, number and unit, with the known value and its date; the right one is not',
    run: async () => {
      const document = await openNote('qwen.md');
      const [finding, ...others] = await flagged(document);
      assert.ok(finding);
      assert.deepEqual(others, []);
      assert.equal(codeOf(finding), 'figure.contradicted');
      assert.equal(finding.severity, vscode.DiagnosticSeverity.Error);
      assert.match(document.getText(finding.range), /6000 万次/);
      assert.match(finding.message, /6\s*亿|600 million/);
      assert.match(finding.message, /2025/);
    },
  },
  {
    name: 'correcting the figure clears the finding, undoing the correction brings it back',
    run: async () => {
      const document = await newNote(WRONG);
      await flagged(document);
      await replace(document, '6000 万', '6 亿');
      await cleared(document);
      await replace(document, '6 亿', '6000 万');
      await flagged(document);
    },
  },
  {
    name: 'the quick fix writes the known figure',
    run: async () => {
      const document = await newNote(WRONG);
      const [finding] = await flagged(document);
      assert.ok(finding);
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        finding.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      const fix = actions.find((action) => action.edit !== undefined && /6\s*亿/.test(action.title));
      assert.ok(fix?.edit, `no fix among ${actions.map((action) => action.title).join(', ')}`);
      await vscode.workspace.applyEdit(fix.edit);
      assert.match(document.getText(), /突破\s*6\s*亿次/);
      await cleared(document);
    },
  },
  {
    name: 'a suppression with its code silences the line below',
    run: async () => {
      const document = await newNote(WRONG);
      await flagged(document);
      await replace(
        document,
        '到 2025',
        '<!-- ecosystem-notes-disable-next-line figure.contradicted -- a test -->\n到 2025',
      );
      await cleared(document);
    },
  },
  {
    name: 'the setting for a code changes its severity, and turns it off',
    run: async () => {
      const document = await newNote(WRONG);
      await flagged(document);
      await withSetting('severity', { 'figure.contradicted': 'information' }, async () => {
        await until(
          'severity',
          () => findings(document).map(({ severity }) => severity),
          (all) => all.length === 1 && all[0] === vscode.DiagnosticSeverity.Information,
        );
      });
      await withSetting('severity', { 'figure.contradicted': 'off' }, async () => {
        await cleared(document);
      });
      await flagged(document);
    },
  },
  {
    name: 'plain text is checked when the setting says so, and not before',
    run: async () => {
      const document = await openNote('plain.txt');
      await flagged(await newNote(WRONG));
      assert.deepEqual(findings(document), []);
      await withSetting('plainText', true, async () => {
        await openNote('plain.txt');
        await flagged(document);
      });
    },
  },
];
