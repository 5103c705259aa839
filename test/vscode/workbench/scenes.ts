import { strict as assert } from 'node:assert';
import type { Editor } from './editor.ts';

/** One thing that a person does and sees; `picture` names the screenshot that is taken when it is done. */
export interface Scene {
  readonly name: string;
  readonly picture?: string;
  readonly run: (editor: Editor) => Promise<void>;
}

export const scenes: readonly Scene[] = [
  {
    name: 'a wrong figure is underlined',
    run: async (editor) => {
      await editor.open('qwen.md');
      await editor.page.locator('.monaco-editor .squiggly-error').first().waitFor();
      assert.equal(await editor.page.locator('.monaco-editor .squiggly-error').count(), 1);
    },
  },
  {
    name: 'the pointer on the wrong figure shows what is known',
    picture: 'diagnostic',
    run: async (editor) => {
      const card = await editor.hover('6000', '6000 万次');
      assert.match((await card.textContent()) ?? '', /6\s*亿|600 million/);
    },
  },
  {
    name: 'the pointer on a name shows its card',
    picture: 'hover',
    run: async (editor) => {
      await editor.page.keyboard.press('Escape');
      const card = await editor.hover('Qwen3', '6 亿次');
      assert.match((await card.textContent()) ?? '', /Qwen3/);
    },
  },
  {
    name: 'committing 阿里 with an input method offers 阿里巴巴 unasked',
    picture: 'completion',
    run: async (editor) => {
      await editor.goToEnd();
      await editor.commit('fabu', '发布');
      await editor.commit('ali', '阿里');
      await editor.suggestions().filter({ hasText: '阿里巴巴' }).first().waitFor();
    },
  },
  {
    name: 'accepting it leaves the rest of the line alone, and nothing pops up again',
    run: async (editor) => {
      await editor.page.keyboard.press('Tab');
      await editor.line('发布阿里').waitFor();
      await editor.page.waitForTimeout(600);
      assert.equal(await editor.suggestions().count(), 0);
      assert.match(await editor.text(), /^发布阿里(巴巴|云)[^阿]*$/m);
    },
  },
  {
    name: 'typing Latin letters offers names unasked',
    run: async (editor) => {
      await editor.type(' Qwe');
      await editor.suggestions().filter({ hasText: 'Qwen' }).first().waitFor();
      await editor.page.keyboard.press('Escape');
    },
  },
  {
    name: 'ordinary words pop up nothing, and Enter breaks the line',
    run: async (editor) => {
      await editor.page.keyboard.press('Enter');
      await editor.commit('women', '我们');
      await editor.commit('kaihui', '开会');
      await editor.page.waitForTimeout(600);
      assert.equal(await editor.suggestions().count(), 0);
      await editor.page.keyboard.press('Enter');
      assert.match(await editor.text(), /^我们开会$/m);
    },
  },
  {
    name: 'the tree shows the claims of the note and the ecosystem',
    picture: 'tree',
    run: async (editor) => {
      await editor.openEcosystem();
      await editor.widenSideBar(120);
      await editor.treeItem('6000 万').first().waitFor();
      await (await editor.findInEcosystem('Organisations')).click();
      await (await editor.findInEcosystem('Alibaba Cloud')).click();
      await (await editor.findInEcosystem('千问3')).click();
      await editor.findInEcosystem('open models released');
    },
  },
  {
    name: 'the quick fix is offered on the figure and repairs it',
    picture: 'fix',
    run: async (editor) => {
      const line = editor.line('6000 万次');
      await line.click();
      const fixes = await editor.quickFixes();
      await fixes
        .filter({ hasText: /6\s*亿/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'taking the fix clears the underline',
    run: async (editor) => {
      await editor.page
        .locator('.action-widget .monaco-list-row', { hasText: /6\s*亿/ })
        .first()
        .click();
      await editor.page.locator('.monaco-editor .squiggly-error').first().waitFor({ state: 'detached' });
      assert.doesNotMatch(await editor.text(), /6000 万次/);
    },
  },
];
