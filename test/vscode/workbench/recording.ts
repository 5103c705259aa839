import { strict as assert } from 'node:assert';
import type { Editor } from './editor.ts';
import type { Scene } from './scenes.ts';

const SAIL = '到 2025 年 12 月，小帆模型的累计下载量突破 3 亿次。';

/** Recording what the note says only in part, and what it does not say at all; each scene goes on where the one before ended. */
export const recording: readonly Scene[] = [
  {
    name: 'of a figure whose subject nobody knows, the form asks whose it is, by pinyin too',
    picture: 'record-subject',
    run: async (editor) => {
      await editor.open('report.md');
      await editor.goToEnd();
      await editor.page.keyboard.press('Enter');
      await editor.commit('', SAIL);
      await editor.command('Record as a New Fact');
      await step(editor, '1/4');
      const title = (await editor.page.locator('.quick-input-title').textContent()) ?? '';
      assert.match(title, /cumulative downloads · more than 300 million/);
      await editor.page.keyboard.type('yuezhi');
      await row(editor, /Moonshot|月之暗面/).waitFor();
      await row(editor, /A new entity…\s*yuezhi/).waitFor();
      assert.match(
        (await editor.page.locator('.quick-input-list .monaco-list-row').first().textContent()) ?? '',
        /Moonshot/,
      );
    },
  },
  {
    name: 'a subject that is new gets a kind and its names',
    picture: 'record-entity',
    run: async (editor) => {
      const input = editor.page.locator('.quick-input-widget input').first();
      await input.fill('小帆模型');
      await row(editor, /A new entity…\s*小帆模型/).click();
      await step(editor, '1/3');
      await row(editor, 'Model family').waitFor();
      await editor.page.keyboard.type('Model');
      await row(editor, /Model$/)
        .first()
        .click();
      await step(editor, '2/3');
      await editor.page.keyboard.press('Enter');
      await step(editor, '3/3');
      await editor.page.keyboard.type('Little Sail');
    },
  },
  {
    name: 'time, mode and source close the form, and the note holds',
    run: async (editor) => {
      await editor.page.keyboard.press('Enter');
      await step(editor, '2/4');
      assert.equal(await editor.page.locator('.quick-input-widget input').first().inputValue(), '2025-12');
      await editor.page.keyboard.press('Enter');
      await step(editor, '3/4');
      await editor.page.keyboard.press('Enter');
      await step(editor, '4/4');
      await row(editor, '搜狐').first().click();
      await editor.openEcosystem();
      await editor.treeItem('Supported1').first().waitFor();
      // What was recorded is no problem to anybody.
      await editor.page
        .locator('.statusbar-item', { has: editor.page.locator('.codicon-error') })
        .getByText('0')
        .first()
        .waitFor();
      assert.equal(await editor.page.locator('.statusbar-item.warning-kind').count(), 0);
    },
  },
  {
    name: 'without any note everything is asked for, and a figure is read while it is written',
    picture: 'record-figure',
    run: async (editor) => {
      await editor.page.locator('.monaco-editor .view-lines').first().click();
      await editor.save();
      await editor.command('View: Close All Editors');
      await editor.command('Record as a New Fact');
      await step(editor, '1/6');
      await editor.page.keyboard.type('xiaofan');
      await row(editor, /小帆模型|Little Sail/)
        .first()
        .click();
      await step(editor, '2/6');
      await editor.page.keyboard.type('revenue');
      await row(editor, 'revenue').first().click();
      await step(editor, '3/6');
      await editor.page.keyboard.type('43%');
      await editor.page.getByText('is not measured in this unit').first().waitFor();
      await editor.page.locator('.quick-input-widget input').first().fill('约 12 亿元');
      await editor.page.getByText('Read as: about 1.2 billion yuan').first().waitFor();
    },
  },
  {
    name: 'a step back keeps what was answered, and Escape leaves everything as it was',
    run: async (editor) => {
      await editor.page.locator('.quick-input-titlebar .codicon-quick-input-back').click();
      await step(editor, '2/6');
      await editor.page.keyboard.press('Escape');
      await editor.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    },
  },
  {
    name: 'a name is dragged from the tree into the note',
    picture: 'drag',
    run: async (editor) => {
      await editor.open('report.md');
      await (await editor.findInEcosystem('Platforms')).click();
      const item = await editor.findInEcosystem('Hugging Face');
      const from = await item.boundingBox();
      const to = await editor.line('周报').boundingBox();
      assert.ok(from && to);
      const { mouse } = editor.page;
      await mouse.move(from.x + 60, from.y + from.height / 2);
      await mouse.down();
      await mouse.move(to.x + 120, to.y + to.height / 2, { steps: 12 });
      await editor.page.keyboard.down('Shift');
      await mouse.move(to.x + 122, to.y + to.height / 2, { steps: 3 });
      await mouse.up();
      await editor.page.keyboard.up('Shift');
      await editor.line('Hugging Face').waitFor();
      await editor.page.waitForTimeout(600);
      assert.equal(await editor.suggestions().count(), 0, 'what is dropped is not typed');
    },
  },
  {
    name: 'without a note the first view says what to do',
    picture: 'welcome',
    run: async (editor) => {
      await editor.page.locator('.monaco-editor .view-lines').first().click();
      await editor.save();
      await editor.command('View: Close All Editors');
      await editor.page.locator('.pane-body .welcome-view-content').first().waitFor();
    },
  },
];

/** Waits until the form shows a step. */
async function step(editor: Editor, title: string): Promise<void> {
  await editor.page.locator('.quick-input-title', { hasText: title }).waitFor();
}

function row(editor: Editor, text: string | RegExp) {
  return editor.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
}
