import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { commandIds } from '../../../src/extension/command-ids.ts';
import type { Case } from './case.ts';
import { activeExtension, openNote, until } from './workspace.ts';

export const activation: readonly Case[] = [
  {
    name: 'opening a Markdown note activates the extension',
    run: async () => {
      await openNote('right.md');
      const extension = vscode.extensions.getExtension('ecosystem-notes.ecosystem-notes');
      assert.ok(extension, 'the extension is not installed');
      await until('activation', () => extension.isActive, Boolean);
    },
  },
  {
    name: 'every command is there',
    run: async () => {
      await activeExtension();
      const commands = await vscode.commands.getCommands(true);
      for (const id of Object.values(commandIds)) assert.ok(commands.includes(id), `${id} is not registered`);
    },
  },
];
