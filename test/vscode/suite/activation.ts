import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Case } from './case.ts';

export const activation: readonly Case[] = [
  {
    name: 'opening a Markdown note activates the extension',
    run: async () => {
      const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '# note' });
      await vscode.window.showTextDocument(document);
      const extension = vscode.extensions.getExtension('ecosystem-notes.ecosystem-notes');
      assert.ok(extension, 'the extension is not installed');
      await extension.activate();
      assert.ok(extension.isActive);
    },
  },
];
