import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Case } from './case.ts';
import { newNote, openNote, placeOf, until } from './workspace.ts';

async function cards(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.MarkdownString[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap((hover) => hover.contents)
    .filter((content) => content instanceof vscode.MarkdownString);
}

async function cardText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  return (await cards(document, position)).map((card) => card.value).join('\n');
}

function appears(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  return until(
    'hover card',
    () => cardText(document, position),
    (text) => text !== '',
  );
}

export const hover: readonly Case[] = [
  {
    name: 'a name shows what it is and its key figures with their date',
    run: async () => {
      const document = await openNote('qwen.md');
      const text = await appears(document, placeOf(document, 'Qwen3'));
      assert.match(text, /Qwen3/);
      assert.match(text, /6\s*亿|600 million/);
      assert.match(text, /2025/);
    },
  },
  {
    name: 'a wrong figure shows what was read and what is known',
    run: async () => {
      const document = await openNote('qwen.md');
      const text = await appears(document, placeOf(document, '6000 万'));
      assert.match(text, /6\s*亿|600 million/);
    },
  },
  {
    name: 'a card runs nothing but the commands that were allowed one by one',
    run: async () => {
      const document = await openNote('qwen.md');
      const position = placeOf(document, 'Qwen3');
      await appears(document, position);
      for (const card of await cards(document, position)) {
        assert.notEqual(card.isTrusted, true);
        assert.ok(!card.supportHtml);
      }
    },
  },
  {
    name: 'plain words and code show nothing',
    run: async () => {
      const document = await newNote('我们今天开会。`Qwen3` 是代码。\n\nQwen3 是名字。');
      // The name first: only when it shows, silence elsewhere means anything.
      await appears(document, placeOf(document, 'Qwen3', '代码'));
      assert.equal(await cardText(document, placeOf(document, '开会')), '');
      assert.equal(await cardText(document, placeOf(document, 'Qwen3')), '');
    },
  },
];
