import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Case } from './case.ts';
import { codeOf, findings, newNote, openNote, replace, until, withSetting } from './workspace.ts';

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
  {
    name: 'a finding leads to the fact, to the place where its source says so, and to the page of its code',
    run: async () => {
      const [finding] = await flagged(await newNote(WRONG));
      assert.ok(finding);
      assert.ok(typeof finding.code === 'object');
      assert.match(finding.code.target.toString(true), /figure\.contradicted/);
      const places = (finding.relatedInformation ?? []).map(({ location, message }) => ({
        path: location.uri.path,
        message,
      }));
      assert.ok(
        places.some(({ path }) => /\/facts\/.*\.yaml$/.test(path)),
        JSON.stringify(places),
      );
      assert.ok(
        places.some(({ path }) => /\/seeds\/.*\.md$/.test(path)),
        JSON.stringify(places),
      );
      assert.match(places[0]?.message ?? '', /600 million|6 亿/);
    },
  },
  {
    name: 'what was right once is tagged as outdated',
    run: async () => {
      const document = await newNote('目前生产制造环节的 AI 应用比例是 19.9%。\n');
      const [finding] = await flagged(document);
      assert.ok(finding);
      assert.equal(codeOf(finding), 'figure.outdated');
      assert.deepEqual(finding.tags, [vscode.DiagnosticTag.Deprecated]);
    },
  },
  {
    name: 'a note is told of once for each version, and never first without its findings',
    run: async () => {
      const document = await newNote('');
      const told: number[] = [];
      const listener = vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => uri.toString() === document.uri.toString()))
          told.push(findings(document).length);
      });
      try {
        const edit = new vscode.WorkspaceEdit();
        edit.insert(document.uri, new vscode.Position(0, 0), `${WRONG}\n另一段。\n`);
        await vscode.workspace.applyEdit(edit);
        await flagged(document);
        await new Promise((resolve) => setTimeout(resolve, 800));
        // Once it has its findings, no version of it is shown without them.
        assert.ok(
          told.slice(told.indexOf(1)).every((count) => count === 1),
          `told of ${told.join(', ')} findings`,
        );
      } finally {
        listener.dispose();
      }
    },
  },
  {
    name: 'what is new in the sentence being typed waits until the typing rests; what is old goes at once',
    run: async () => {
      const document = await newNote('到 2025 年 9 月，Qwen3 的累计下载量突破 6 亿次。\n');
      await until(
        'the note to be checked',
        () =>
          vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
            'vscode.executeDocumentSymbolProvider',
            document.uri,
          ),
        (symbols) => (symbols ?? []).length > 0,
      );
      // Key after key, each sooner than the typing could rest.
      for (const [from, to] of [
        ['6 亿', '60 亿'],
        ['60 亿', '600 亿'],
        ['600 亿', '6000 亿'],
      ] as const) {
        await replace(document, from, to);
        await new Promise((resolve) => setTimeout(resolve, 80));
        assert.equal(findings(document).length, 0, 'flagged in the middle of a word');
      }
      await flagged(document);
    },
  },
  {
    name: 'on save and on demand, typing is not commented on',
    run: async () => {
      await withSetting('run', 'manual', async () => {
        const document = await newNote(WRONG);
        await new Promise((resolve) => setTimeout(resolve, 700));
        assert.deepEqual(findings(document), []);
        await vscode.commands.executeCommand('ecosystemNotes.checkNote');
        await flagged(document);
      });
      await withSetting('run', 'onSave', async () => {
        const document = await openNote('right.md');
        await replace(document, '600 million', '60 million');
        await new Promise((resolve) => setTimeout(resolve, 700));
        assert.deepEqual(findings(document), []);
        await document.save();
        await flagged(document);
        await replace(document, '60 million', '600 million');
        await document.save();
        await cleared(document);
      });
    },
  },
  {
    name: 'a link to a fact that is not there is reported',
    run: async () => {
      const document = await newNote('下载量突破 [6 亿次](fact:qwen3.downloads@2025-09)。\n');
      const [finding] = await flagged(document);
      assert.ok(finding);
      assert.equal(codeOf(finding), 'name.unknown-in-link');
      assert.equal(document.getText(finding.range), 'qwen3.downloads@2025-09');
    },
  },
];
