import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Case } from './case.ts';
import { newNote, until } from './workspace.ts';

interface Offered {
  readonly document: vscode.TextDocument;
  readonly items: readonly vscode.CompletionItem[];
}

/** Types a text into a fresh note and asks for completions behind it. */
async function offeredAfter(text: string): Promise<Offered> {
  const document = await newNote(text);
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(text.length),
  );
  return { document, items: items.filter((item) => item.kind !== vscode.CompletionItemKind.Text) };
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

async function offers(text: string, name: string): Promise<Offered> {
  return until(
    `completions after “${text}”`,
    () => offeredAfter(text),
    ({ items }) => items.some((item) => labelOf(item).includes(name)),
  );
}

/** What the note would read after the item was accepted. */
function accepted({ document, items }: Offered, name: string): string {
  const item = items.find((candidate) => labelOf(candidate).includes(name));
  assert.ok(item);
  const range = item.range instanceof vscode.Range ? item.range : item.range?.inserting;
  assert.ok(
    range,
    'a run of Hanzi is one word to the editor: without a range the whole sentence would be replaced',
  );
  const inserted =
    typeof item.insertText === 'string' ? item.insertText : (item.insertText?.value ?? labelOf(item));
  const text = document.getText();
  return text.slice(0, document.offsetAt(range.start)) + inserted + text.slice(document.offsetAt(range.end));
}

export const completion: readonly Case[] = [
  {
    name: 'Hanzi in the middle of a sentence complete to the name, and leave the sentence alone',
    run: async () => {
      const offered = await offers('今天发布会上阿里', '阿里巴巴');
      assert.match(accepted(offered, '阿里巴巴'), /^今天发布会上阿里巴巴/);
    },
  },
  {
    name: 'Latin letters complete to the name',
    run: async () => {
      const offered = await offers('We tried Qwe', 'Qwen');
      assert.match(accepted(offered, 'Qwen'), /^We tried Qwen/);
    },
  },
  {
    name: 'pinyin, whole or by its initials, completes to the name',
    run: async () => {
      const whole = await offers('我们看 yuezhi', '月之暗面');
      assert.match(accepted(whole, '月之暗面'), /^我们看 月之暗面/);
      const initials = await offers('我们看 albb', '阿里巴巴');
      assert.match(accepted(initials, '阿里巴巴'), /^我们看 阿里巴巴/);
    },
  },
  {
    name: 'ids of facts are offered behind fact:',
    run: async () => {
      const { items } = await offers('As known: fact:qwen3', 'qwen3');
      assert.ok(items.every((item) => labelOf(item).includes('qwen3')));
    },
  },
  {
    name: 'ordinary words are offered nothing',
    run: async () => {
      await offers('We tried Qwe', 'Qwen');
      const { items } = await offeredAfter('我们开会');
      assert.deepEqual(items.map(labelOf), []);
    },
  },
];
