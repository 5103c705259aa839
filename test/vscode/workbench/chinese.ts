import { strict as assert } from 'node:assert';
import type { Scene } from './scenes.ts';

/** In a VS Code whose display language is Chinese, with no setting of ours. */
export const chineseScenes: readonly Scene[] = [
  {
    name: 'a finding and the card of its figure speak Chinese',
    picture: 'diagnostic-zh',
    run: async (editor) => {
      await editor.open('qwen.md');
      const text = (await (await editor.hover('6000', '6000 万次')).textContent()) ?? '';
      for (const said of ['差了 10 倍', '已知', '读作', '查看记录'])
        assert.ok(text.includes(said), `“${said}” is missing in “${text}”`);
    },
  },
  {
    name: 'so does the card of a name',
    picture: 'hover-zh',
    run: async (editor) => {
      await editor.leaveCard();
      const text = (await (await editor.hover('Qwen3', '6 亿次')).textContent()) ?? '';
      for (const said of ['出自', '累计下载量', '来源', '在树中显示'])
        assert.ok(text.includes(said), `“${said}” is missing in “${text}”`);
    },
  },
  {
    name: 'completions say in Chinese what they offer',
    picture: 'completion-zh',
    run: async (editor) => {
      await editor.leaveCard();
      await editor.goToEnd();
      await editor.commit('women', '我们看');
      await editor.type(' albb');
      const row = editor.suggestions().filter({ hasText: '阿里巴巴' }).first();
      await row.waitFor();
      assert.match((await row.textContent()) ?? '', /机构/);
    },
  },
  {
    name: 'the views have Chinese titles, and what stands in them is Chinese',
    picture: 'tree-zh',
    run: async (editor) => {
      await editor.page.keyboard.press('Escape');
      await editor.openEcosystem();
      await editor.widenSideBar(120);
      for (const title of ['当前笔记', '生态', '来源', '分歧'])
        await editor.page.locator('.pane-header', { hasText: title }).waitFor();
      await editor.treeItem('与已知不符').first().waitFor();
      await (await editor.findInEcosystem('机构')).click();
      await editor.findInEcosystem('阿里云');
    },
  },
  {
    name: 'quick fixes have Chinese titles',
    picture: 'fix-zh',
    run: async (editor) => {
      await editor.page.keyboard.press('Escape');
      await editor.line('6000 万次').click();
      const rows = await editor.quickFixes();
      await rows.filter({ hasText: '改为“' }).first().waitFor();
      const titles = (await rows.allTextContents()).filter((title) => title !== '');
      // What stands in a title beside Hanzi is the code of a finding, the name of a source or of an entity.
      for (const title of titles) assert.match(title, /\p{Script=Han}/u);
    },
  },
  {
    name: 'commands have Chinese titles in the palette, and are found by their English ones too',
    picture: 'palette-zh',
    run: async (editor) => {
      await editor.page.keyboard.press('Escape');
      await editor.page.keyboard.press('F1');
      await editor.page.locator('.quick-input-widget input').fill('>Ecosystem Notes: ');
      const rows = editor.page.locator('.quick-input-list .monaco-list-row');
      await rows.filter({ hasText: '从本文档采集事实' }).first().waitFor();
      await editor.page.locator('.quick-input-widget input').fill('>Report a False Alarm');
      await rows.filter({ hasText: '报告误报' }).first().waitFor();
      await editor.page.locator('.quick-input-widget input').fill('>Ecosystem Notes: 记');
      await rows.filter({ hasText: '记录为新事实' }).first().waitFor();
      await editor.page.locator('.quick-input-widget input').fill('>Ecosystem Notes: ');
      await rows.filter({ hasText: '从本文档采集事实' }).first().waitFor();
    },
  },
  {
    name: 'the state of everything is told in Chinese',
    picture: 'status-zh',
    run: async (editor) => {
      await editor.page.keyboard.press('Escape');
      await editor.command('显示状态');
      await editor.page.locator('.quick-input-title', { hasText: 'Ecosystem Notes 的状态' }).waitFor();
      const rows = editor.page.locator('.quick-input-list .monaco-list-row');
      await rows.filter({ hasText: '当前笔记有' }).first().waitFor();
      await rows
        .filter({ hasText: /事实 \d+ 条，实体 \d+ 个，来源 \d+ 份/ })
        .first()
        .waitFor();
    },
  },
  {
    name: 'the tree is narrowed by pinyin while it is typed',
    picture: 'filter-zh',
    run: async (editor) => {
      await editor.page.keyboard.press('Escape');
      await editor.command('Ecosystem Notes: 筛选');
      await editor.page.locator('.quick-input-widget input').fill('yuezhi');
      await editor.treeItem('月之暗面').first().waitFor();
      // Names that are only alike stay away where one matches.
      assert.equal(await editor.treeItem('清华大学').count(), 0);
      await editor.page.keyboard.press('Enter');
    },
  },
  {
    name: 'the review list of a document is Chinese',
    picture: 'harvest-zh',
    run: async (editor) => {
      await editor.command('清除筛选');
      await editor.command('File: Revert File');
      await editor.command('View: Close All Editors');
      await editor.open('harvest.md');
      await editor.command('从本文档采集事实');
      await editor.page.locator('.quick-input-title', { hasText: '可供记录的事实：2' }).waitFor();
      const rows = editor.page.locator('.quick-input-list .monaco-list-row');
      await rows.filter({ hasText: '超过 9 亿' }).first().click();
    },
  },
  {
    name: 'the settings are grouped and described in Chinese',
    picture: 'settings-zh',
    run: async (editor) => {
      await editor.page.keyboard.press('Escape');
      await editor.command('View: Close All Editors');
      await editor.page.keyboard.press('Control+,');
      const search = editor.page.locator('.settings-editor .suggest-input-container');
      await search.click();
      await editor.page.keyboard.type('@ext:ecosystem-notes.ecosystem-notes');
      const groups = editor.page.locator('.settings-toc-container .monaco-list-row');
      for (const group of ['检查', '事实与笔记', '语言']) await groups.filter({ hasText: group }).waitFor();
      await editor.page.locator('.setting-item-description', { hasText: '何时检查笔记' }).first().waitFor();
    },
  },
  {
    name: 'the walkthrough is Chinese, and its sample note too',
    picture: 'walkthrough-zh',
    run: async (editor) => {
      await editor.command('View: Close All Editors');
      await editor.command('Welcome: Open Walkthrough');
      await editor.page.locator('.quick-input-widget input').fill('Ecosystem Notes');
      await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: '入门' }).first().click();
      const steps = editor.page.locator('.gettingStartedContainer');
      for (const step of ['看一个写错的数字如何被标出', '采用修正', '记录你知道的'])
        await steps.getByText(step).first().waitFor();
      await editor.page.keyboard.press('Control+b');
      await editor.pictureLoaded('.getting-started-media');
    },
  },
  {
    name: 'a false alarm is explained in Chinese',
    picture: 'false-alarm-zh',
    run: async (editor) => {
      await editor.command('打开示例笔记');
      await editor.page.locator('.monaco-editor .squiggly-error').first().waitFor();
      await editor.page.keyboard.press('F8');
      await editor.page.keyboard.press('Escape');
      await editor.command('报告误报');
      await editor.page.locator('.monaco-editor .view-line', { hasText: '## figure.contradicted' }).waitFor();
      await editor.page.locator('.monaco-editor .view-line', { hasText: '与已知不符' }).first().waitFor();
    },
  },
];
