import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Case } from './case.ts';
import { newNote, openNote, placeOf, until, withSetting } from './workspace.ts';

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
  {
    name: 'the card of a name draws a series, and opens, shows and cites what it speaks of',
    run: async () => {
      const document = await newNote('这里说的是大模型应用。生产制造环节的 AI 应用比例是 25.9%。\n');
      const text = await appears(document, placeOf(document, '大模型应用'));
      const drawn = /!\[([^\]]*→[^\]]*)\]\(<?(data:image\/svg\+xml[^)]*)\)/.exec(text);
      assert.ok(drawn, `no drawing in ${text}`);
      assert.match(drawn[1] ?? '', /19\.9.*25\.9/);
      assert.match(text, /command:ecosystemNotes\.showInTree/);
      assert.match(text, /command:ecosystemNotes\.insertCitation/);
      assert.match(text, /\.yaml#/);
    },
  },
  {
    name: 'the card of a name links the other notes that name it',
    run: async () => {
      await withSetting('index', 'on', async () => {
        const document = await openNote('qwen.md');
        const text = await until(
          'the other notes',
          () => cardText(document, placeOf(document, 'Qwen3')),
          (card) => /harvest\.md/.test(card),
        );
        assert.match(text, /\]\(<?file:[^)]*harvest\.md#L\d+>?\)/);
      });
    },
  },
  {
    name: 'the card of a figure says the verdict, what was read, what is known from whom, and how far off it is',
    run: async () => {
      const document = await openNote('qwen.md');
      const wrong = await appears(document, placeOf(document, '6000 万次'));
      assert.match(wrong, /Contradicted/);
      assert.match(wrong, /Read as/);
      assert.match(wrong, /September 2025/);
      assert.match(wrong, /1\/10 of what is known/);
      assert.match(wrong, /seeds\/[^)]*\.md#L\d+/);
      const right = await appears(document, placeOf(document, '6 亿次', '6000 万'));
      assert.match(right, /Supported/);
      assert.doesNotMatch(right, /of what is known/);
    },
  },
  {
    name: 'on the id of a fact stands the fact, on a footnote its source',
    run: async () => {
      const document = await newNote(
        '见 fact:qwen3.cumulative-downloads@2025-09#004 与此处[^1]。\n\n[^1]: <https://huggingface.co/blog/huggingface/one-year-since-the-deepseek-moment-blog-3>\n',
      );
      const fact = await appears(document, placeOf(document, 'cumulative-downloads'));
      assert.match(fact, /600 million/);
      assert.match(fact, /command:ecosystemNotes\.showInTree|\.yaml#/);
      const source = await appears(document, placeOf(document, '[^1]'));
      assert.match(source, /\]\(<?https:\/\/huggingface\.co\//);
    },
  },
  {
    name: 'what data say is shown as they say it, never run',
    run: async () => {
      const document = await openNote('qwen.md');
      const text = await appears(document, placeOf(document, 'Qwen3'));
      assert.doesNotMatch(text, /<[a-z]+[ >]/i);
    },
  },
];
