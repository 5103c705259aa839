import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { explicitSettings } from '../../../src/extension/settings.ts';
import type { Case } from './case.ts';

const { Global, Workspace } = vscode.ConfigurationTarget;

export const settings: readonly Case[] = [
  {
    name: 'only what a person set is sent, so that defaults never win over .ecosystem-notes.yaml',
    run: async () => {
      assert.deepEqual(explicitSettings(undefined), {});
      const configuration = vscode.workspace.getConfiguration('ecosystemNotes');
      await configuration.update('severity', { 'name.spelling': 'hint' }, Global);
      await configuration.update('severity', { 'figure.weaker': 'off' }, Workspace);
      await configuration.update('inlayHints.enabled', true, Global);
      try {
        assert.deepEqual(explicitSettings(undefined), {
          severity: { 'name.spelling': 'hint', 'figure.weaker': 'off' },
          inlayHints: { enabled: true },
        });
      } finally {
        await configuration.update('severity', undefined, Global);
        await configuration.update('severity', undefined, Workspace);
        await configuration.update('inlayHints.enabled', undefined, Global);
      }
    },
  },
];
