import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Case } from './case.ts';
import { newNote, openNote, until } from './workspace.ts';

function rendered(document: vscode.TextDocument): Thenable<string> {
  return vscode.commands.executeCommand<string>('markdown.api.render', document);
}

export const preview: readonly Case[] = [
  {
    name: 'the Markdown preview marks names and checked figures, with a plain title',
    run: async () => {
      const document = await openNote('qwen.md');
      const html = await until(
        'marks in the preview',
        () => rendered(document),
        (text) => text.includes('ecosystem-notes-contradicted'),
      );
      assert.match(
        html,
        /<span class="ecosystem-notes-mark ecosystem-notes-name" title="[^"<>]+">Qwen3<\/span>/,
      );
      assert.match(html, /ecosystem-notes-contradicted" title="[^"<>]+">6000 万次<\/span>/);
      assert.match(html, /ecosystem-notes-supported" title="[^"<>]+">6 亿次<\/span>/);
    },
  },
  {
    name: 'what is neither stays as it was',
    run: async () => {
      const document = await newNote('我们今天开会，`Qwen3` 是代码。\n');
      assert.doesNotMatch(await rendered(document), /ecosystem-notes-mark/);
      await new Promise((resolve) => setTimeout(resolve, 500));
      assert.doesNotMatch(await rendered(document), /ecosystem-notes-mark/);
    },
  },
];
