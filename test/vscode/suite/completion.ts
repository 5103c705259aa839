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
  {
    name: 'traditional characters complete to the name, in the script of the note',
    run: async () => {
      const offered = await offers('這個開源模型來自阿裡', '阿里巴巴');
      assert.match(accepted(offered, '阿里巴巴'), /^這個開源模型來自阿里巴巴/);
    },
  },
  {
    name: 'an alias is as good as the name, and who asks may misspell it',
    run: async () => {
      await offers('我们看 moonsh', 'Moonshot');
      const guessed = await offers('We tried Huging', 'Hugging Face');
      assert.match(accepted(guessed, 'Hugging Face'), /^We tried Hugging Face/);
    },
  },
  {
    name: 'what stands near in the note is offered before what does not',
    run: async () => {
      const place = async (text: string, name: string) => {
        const { items } = await offers(text, name);
        const sorted = items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
        return sorted.findIndex((item) => labelOf(item) === name);
      };
      const before = await place('我们再看百', '百川智能');
      assert.ok(before > 0, `it stands at ${before} already`);
      assert.equal(await place('百川智能不错。我们再看百', '百川智能'), 0);
    },
  },
  {
    name: 'an item brings its card when it is looked at',
    run: async () => {
      const document = await newNote('We tried Qwe');
      const { items } = await until(
        'resolved completions',
        () =>
          vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            document.uri,
            document.positionAt('We tried Qwe'.length),
            undefined,
            5,
          ),
        (list) => list.items.some(({ documentation }) => documentation !== undefined),
      );
      const card = items.find(({ documentation }) => documentation instanceof vscode.MarkdownString);
      assert.ok(card?.documentation instanceof vscode.MarkdownString);
      assert.ok(card.documentation.value.length > 20);
    },
  },
  {
    name: 'behind subject and metric stands the known figure, hedged and dated, and once more with its citation',
    run: async () => {
      const chinese = await offers('Qwen3 的累计下载量突破', '6 亿');
      assert.match(accepted(chinese, '6 亿'), /突破 6 亿次（截至 2025 年 9 月）/);
      assert.ok(chinese.items.some((item) => labelOf(item).includes('[^1]')));
      const traditional = await offers('這個開源系列 Qwen3 的累計下載量突破', '6 億');
      assert.match(accepted(traditional, '6 億'), /突破 6 億次（截至 2025 年 9 月）/);
      const english = await offers('Qwen3 cumulative downloads reached ', '600 million');
      assert.match(accepted(english, '600 million'), /reached more than 600 million as of September 2025/);
    },
  },
];
