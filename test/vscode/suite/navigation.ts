import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Case } from './case.ts';
import { openNote, placeOf, until } from './workspace.ts';

export const navigation: readonly Case[] = [
  {
    name: 'the definition of a name is its record in the fact base',
    run: async () => {
      const document = await openNote('qwen.md');
      const position = placeOf(document, 'Qwen3');
      const [target] = await until(
        'definition',
        () =>
          vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
            'vscode.executeDefinitionProvider',
            document.uri,
            position,
          ),
        (targets) => targets.length > 0,
      );
      assert.ok(target);
      const uri = 'uri' in target ? target.uri : target.targetUri;
      const range = 'uri' in target ? target.range : target.targetRange;
      assert.match(uri.path, /entities\/.*\.yaml$/);
      const record = await vscode.workspace.openTextDocument(uri);
      assert.match(record.getText(new vscode.Range(range.start.line, 0, range.start.line + 3, 0)), /qwen3/);
    },
  },
];
