import { strict as assert } from 'node:assert';
import type { Editor } from './editor.ts';
import type { Scene } from './scenes.ts';

/** The words of the interface that the scenes read, in the language of the session. */
export interface Words {
  readonly sample: string;
  readonly sampleFix: RegExp;
  readonly cite: string;
  readonly supported: string;
  readonly record: string;
  readonly recorded: string;
  readonly undo: string;
}

export const ENGLISH_WORDS: Words = {
  sample: 'Open a Sample Note',
  sampleFix: /600 million/,
  cite: 'Insert citation',
  supported: 'Supported',
  record: 'Record as a New Fact',
  recorded: 'Facts recorded: 1',
  undo: 'Undo',
};

export const CHINESE_WORDS: Words = {
  sample: '打开示例笔记',
  sampleFix: /6\s*亿/,
  cite: '插入引用',
  supported: '有据',
  record: '记录为新事实',
  recorded: '已记录事实：1',
  undo: '撤销',
};

const WRONG = '到 2025 年 9 月，Qwen3 的累计下载量突破 60 亿次。';
const UNKNOWN = '到 2025 年 12 月，Qwen3 的累计下载量突破 9 亿次。';

/** One person's work on a note, from the first name to a fact of her own; each scene goes on where the one before ended. */
export function writing(words: Words, suffix: string): readonly Scene[] {
  return [
    {
      name: 'the sample note opens, with one figure to correct',
      picture: `writing-sample${suffix}`,
      run: async (editor) => {
        await editor.started();
        await editor.command(words.sample);
        await editor.page.locator('.monaco-editor .squiggly-error').first().waitFor();
        assert.equal(await editor.page.locator('.monaco-editor .squiggly-error').count(), 1);
      },
    },
    {
      name: 'its fix is two keys away',
      run: async (editor) => {
        const fixes = await editor.quickFixes();
        await fixes.filter({ hasText: words.sampleFix }).first().click();
        await editor.page.locator('.monaco-editor .squiggly-error').first().waitFor({ state: 'detached' });
      },
    },
    {
      name: 'a note opens, and nothing in it is flagged',
      run: async (editor) => {
        await editor.open('report.md');
        await editor.goToEnd();
        assert.equal(await editor.page.locator('.monaco-editor .squiggly-error').count(), 0);
      },
    },
    {
      name: 'a name committed with an input method is offered whole, and accepted with one key',
      picture: `writing-name${suffix}`,
      run: async (editor) => {
        await editor.commit('benzhou', '本周');
        await editor.commit('ali', '阿里');
        const offered = editor.suggestions().filter({ hasText: '阿里巴巴' }).first();
        await offered.waitFor();
        await offered.click();
        await editor.line('本周阿里巴巴').waitFor();
      },
    },
    {
      name: 'a wrong figure is flagged when the typing rests',
      picture: `writing-flagged${suffix}`,
      run: async (editor) => {
        await newLine(editor);
        await editor.commit('', WRONG);
        await editor.page.locator('.monaco-editor .squiggly-error').first().waitFor();
      },
    },
    {
      name: 'the fix writes the known figure in the style of the note',
      picture: `writing-fixed${suffix}`,
      run: async (editor) => {
        const fixes = await editor.quickFixes();
        await fixes
          .filter({ hasText: /6\s*亿/ })
          .first()
          .click();
        await editor.page.locator('.monaco-editor .squiggly-error').first().waitFor({ state: 'detached' });
        assert.match(await editor.text(), /Qwen3 的累计下载量突破\s*6\s*亿次/);
      },
    },
    {
      name: 'the card of the figure cites its source: a mark and a footnote',
      picture: `writing-cited${suffix}`,
      run: async (editor) => {
        const card = await editor.hover('6 亿', 'Qwen3');
        await card.getByText(words.cite).first().click();
        await editor.line('[^1]:').waitFor();
        assert.match(await editor.text(), /\[\^1\](?!:)/);
      },
    },
    {
      name: 'the tree follows: the figure stands under those that hold',
      picture: `writing-tree${suffix}`,
      run: async (editor) => {
        await editor.page.keyboard.press('Escape');
        await editor.openEcosystem();
        await editor.widenSideBar(140);
        await editor.treeItem(words.supported).first().waitFor();
        await editor.treeItem('6 亿次').first().waitFor();
      },
    },
    {
      name: 'a figure that nobody has recorded becomes a fact with its source',
      picture: `writing-recorded${suffix}`,
      run: async (editor) => {
        await editor.line('本周阿里巴巴').click();
        await editor.page.keyboard.press('End');
        await newLine(editor);
        await editor.commit('', UNKNOWN);
        await editor.treeItem('9 亿次').first().waitFor();
        await editor.command(words.record);
        await step(editor, '1/3');
        await editor.page.keyboard.press('Enter');
        await step(editor, '2/3');
        await editor.page.keyboard.press('Enter');
        await step(editor, '3/3');
        await editor.page.keyboard.press('Enter');
        await step(editor, '1/4');
        await editor.page.keyboard.press('Enter');
        await step(editor, '2/4');
        await editor.page.keyboard.type('我们自己');
        await editor.page.keyboard.press('Enter');
        await step(editor, '3/4');
        await editor.page.keyboard.press('Enter');
        await step(editor, '4/4');
        await editor.page.keyboard.press('Enter');
        // The figure moves from those that nobody knows to those that hold.
        await editor.treeItem(`${words.supported}2`).first().waitFor();
        // A driven workbench keeps its toasts to itself.
        await editor.command('Notifications: Show Notifications');
        await editor.page.getByText(words.recorded).first().waitFor();
      },
    },
    {
      name: 'what was recorded can be taken back, and leaves no broken facts behind',
      picture: `writing-undone${suffix}`,
      run: async (editor) => {
        await editor.page.getByRole('button', { name: words.undo }).click();
        await editor.treeItem(`${words.supported}1`).first().waitFor();
        assert.equal(await editor.page.locator('.statusbar-item.warning-kind').count(), 0);
      },
    },
  ];
}

async function newLine(editor: Editor): Promise<void> {
  await editor.page.keyboard.press('Escape');
  await editor.page.keyboard.press('Enter');
  await editor.page.keyboard.press('Enter');
}

/** Waits until the form shows a step. */
async function step(editor: Editor, title: string): Promise<void> {
  await editor.page.locator('.quick-input-title', { hasText: title }).waitFor();
}
