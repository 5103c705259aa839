import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Case } from './case.ts';
import { findings, newNote, placeOf, until } from './workspace.ts';

const WRONG = {
  simplified: '到 2025 年 9 月，Qwen3 的累计下载量突破 6000 万次。\n',
  traditional: '到 2025 年 9 月，這個開源系列 Qwen3 的累計下載量突破 6000 萬次。\n',
  English: 'By September 2025, Qwen3 had passed 60 million cumulative downloads.\n',
};
const RIGHT = {
  simplified: 'Qwen3 的累计下载量突破 6 亿次。\n',
  traditional: '這個開源系列 Qwen3 的累計下載量突破 6 億次。\n',
  English: 'Qwen3 has passed 600 million cumulative downloads.\n',
};

/** The note after the first action with such a title was taken; `at` is a text that it stands on. */
async function mended(text: string, at: string, title: RegExp): Promise<string> {
  const document = await newNote(text);
  const place = placeOf(document, at);
  const actions = await until(
    `an action ${title}`,
    () =>
      vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(place, place),
      ),
    (all) => all.some((action) => title.test(action.title)),
  );
  const action = actions.find((one) => title.test(one.title));
  assert.ok(action?.edit, `no edit among ${actions.map((one) => one.title).join(', ')}`);
  await vscode.workspace.applyEdit(action.edit);
  return document.getText();
}

export const quickFixes: readonly Case[] = [
  {
    name: 'the known figure takes the place of a wrong one, in the script and style of the note',
    run: async () => {
      assert.match(await mended(WRONG.simplified, '6000 万', /^Replace by/), /突破 6 亿次。/);
      assert.match(await mended(WRONG.traditional, '6000 萬', /^Replace by/), /突破 6 億次。/);
      assert.match(await mended(WRONG.English, '60 million', /^Replace by/), /passed 600 million cumulative/);
    },
  },
  {
    name: 'an undated figure is dated',
    run: async () => {
      assert.match(await mended(RIGHT.simplified, '6 亿', /^Add the date/), /6 亿次（截至 2025 年 9 月）。/);
      assert.match(await mended(RIGHT.traditional, '6 億', /^Add the date/), /6 億次（截至 2025 年 9 月）。/);
      assert.match(await mended(RIGHT.English, '600 million', /^Add the date/), /\(as of September 2025\)/);
    },
  },
  {
    name: 'a source is cited: a mark, and a footnote with title, publisher and date',
    run: async () => {
      for (const [text, at] of [
        [RIGHT.simplified, '6 亿'],
        [RIGHT.traditional, '6 億'],
        [RIGHT.English, '600 million'],
      ] as const)
        assert.match(await mended(text, at, /^Cite /), /\[\^1\][\s\S]*\n\[\^1\]: .*搜狐.*2025/);
    },
  },
  {
    name: 'a hedge makes a figure hold that says too much',
    run: async () => {
      const soft = await mended(
        '到 2025 年 9 月，Qwen3 的衍生模型超过 17.5 万个。\n',
        '17.5 万',
        /^Soften to/,
      );
      assert.match(soft, /近 17\.5 万个/);
    },
  },
  {
    name: 'a name is written as its owner does',
    run: async () => {
      assert.match(await mended('智普的模型也在榜上。\n', '智普', /^Replace by/), /^智谱的/);
      assert.match(
        await mended('A copy of Deepseek lies there.\n', 'Deepseek', /^Replace by/),
        /of DeepSeek lies/,
      );
    },
  },
  {
    name: 'a finding is silenced in its line or in the file, with room for the reason',
    run: async () => {
      for (const scope of ['here', 'in this file']) {
        const silent = await mended(
          WRONG.simplified,
          '6000 万',
          new RegExp(`^Ignore figure\\.contradicted ${scope}`),
        );
        assert.match(silent, /ecosystem-notes-disable(-line)? figure\.contradicted -- reason/);
        const document = vscode.window.activeTextEditor?.document;
        assert.ok(document);
        await until(
          'silence',
          () => findings(document),
          (all) => all.length === 0,
        );
      }
    },
  },
  {
    name: 'a figure is pinned to its fact',
    run: async () => {
      assert.match(
        await mended(RIGHT.simplified, '6 亿', /^Pin to/),
        /6 亿次<!-- fact: qwen3\.cumulative-downloads@2025-09#\d+ -->。/,
      );
    },
  },
  {
    name: 'all findings of one code are mended together, and everything by “fix all”',
    run: async () => {
      const two = `${WRONG.simplified}\n${WRONG.simplified.replace('6000 万', '60 亿')}`;
      const both = await mended(two, '6000 万', /^Mend all 2 figure\.contradicted/);
      assert.equal(both.match(/突破 6 亿次/g)?.length, 2);
      const document = await newNote(two);
      await until(
        'findings',
        () => findings(document),
        (all) => all.length === 2,
      );
      await until(
        'both to be mended',
        async () => {
          // Asked once, right after the note opened, it was lost in one run of many; why is not known, so it is asked anew.
          await vscode.commands.executeCommand('editor.action.codeAction', {
            kind: 'source.fixAll.ecosystemNotes',
            apply: 'first',
          });
          await new Promise((resolve) => setTimeout(resolve, 1000));
          return document.getText().match(/突破 6 亿次/g)?.length;
        },
        (count) => count === 2,
      );
    },
  },
  {
    name: 'recording is offered for a figure that nobody knows, to those who ask',
    run: async () => {
      const document = await newNote('小帆模型的累计下载量突破 9 亿次。\n');
      const place = placeOf(document, '9 亿次');
      const actions = await until(
        'the offer to record',
        () =>
          vscode.commands.executeCommand<vscode.CodeAction[]>(
            'vscode.executeCodeActionProvider',
            document.uri,
            new vscode.Range(place, place),
          ),
        (all) => all.some(({ title }) => /^Record as a new fact: 突破 9 亿次/.test(title)),
      );
      const offer = actions.find(({ title }) => /^Record/.test(title));
      assert.equal(offer?.command?.command, 'ecosystemNotes.recordFact');
    },
  },
];
