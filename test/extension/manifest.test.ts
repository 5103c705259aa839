import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandIds, HOVER_COMMANDS } from '../../src/extension/command-ids.ts';
import { FINDING_CODES } from '../../src/service/configuration.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

describe('package.json', () => {
  test('contributes every command that the extension registers, except the one that only completions run', () => {
    const contributed = contributes.commands.map((command: { command: string }) => command.command);
    const registered = Object.values(commandIds).filter((id) => id !== commandIds.completionAccepted);
    expect(contributed.sort()).toEqual(registered.sort());
  });

  test('every command that a card may run is contributed', () => {
    expect(Object.values(commandIds)).toEqual(expect.arrayContaining(HOVER_COMMANDS));
  });

  test('every finding code has a severity setting', () => {
    const settings = Object.assign(
      {},
      ...contributes.configuration.map((group: { properties: object }) => group.properties),
    );
    expect(Object.keys(settings['ecosystemNotes.severity'].properties).sort()).toEqual(
      [...FINDING_CODES].sort(),
    );
  });
});
