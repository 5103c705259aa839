import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Case } from './case.ts';
import { activeExtension, findings, newNote, openNote, placeOf, until } from './workspace.ts';

function flagged(document: vscode.TextDocument): Promise<readonly vscode.Diagnostic[]> {
  return until(
    'findings',
    () => findings(document),
    (all) => all.length > 0,
  );
}

export const findingOnesWay: readonly Case[] = [
  {
    name: 'a false alarm is collected for the clipboard and a new document, with the one sentence and what decided',
    run: async () => {
      const document = await openNote('qwen.md');
      await flagged(document);
      const editor = await vscode.window.showTextDocument(document);
      const place = placeOf(document, '6000 万');
      editor.selection = new vscode.Selection(place, place);
      await vscode.commands.executeCommand('ecosystemNotes.reportFalseAlarm');
      const report = vscode.window.activeTextEditor?.document;
      assert.ok(report?.isUntitled);
      assert.equal(report.languageId, 'plaintext');
      assert.match(report.getText(), /^## figure\.contradicted/);
      assert.match(report.getText(), /> .*6000 万次/);
      assert.doesNotMatch(report.getText(), /千问观察/);
      assert.match(report.getText(), /qwen3\.cumulative-downloads/);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    },
  },
  {
    name: 'the sample note opens with a figure to correct',
    run: async () => {
      await activeExtension();
      await vscode.commands.executeCommand('ecosystemNotes.openSample');
      const document = vscode.window.activeTextEditor?.document;
      assert.ok(document?.isUntitled);
      const all = await flagged(document);
      assert.equal(all.length, 1);
    },
  },
  {
    name: 'reading a plain document for facts lists nothing that is known, and asks nothing',
    run: async () => {
      await newNote('到 2025 年 9 月，Qwen3 的累计下载量突破 6 亿次。\n');
      await vscode.commands.executeCommand('ecosystemNotes.harvest');
    },
  },
];
