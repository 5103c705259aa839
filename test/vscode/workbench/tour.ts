import { strict as assert } from 'node:assert';
import type { Scene } from './scenes.ts';

/** What one meets beside the writing: preview, harvest, arranging, walkthrough. */
export const tour: readonly Scene[] = [
  {
    name: 'the preview marks names and figures',
    picture: 'preview',
    run: async (editor) => {
      await editor.open('qwen.md');
      await editor.command('Markdown: Open Preview to the Side');
      const frame = editor.page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
      await frame.locator('.ecosystem-notes-contradicted').first().waitFor();
      await frame.locator('.ecosystem-notes-supported').first().waitFor();
    },
  },
  {
    name: 'harvesting lists what the document states and nobody has recorded',
    picture: 'harvest',
    run: async (editor) => {
      await editor.command('View: Close All Editors');
      await editor.open('harvest.md');
      await editor.command('Harvest Facts from This Document');
      const rows = editor.page.locator('.quick-input-list .monaco-list-row');
      await rows.filter({ hasText: '900 million' }).first().waitFor();
      assert.ok((await rows.count()) >= 2);
      await rows.first().click();
    },
  },
  {
    name: 'what is accepted is recorded under one source, and can be taken back together',
    run: async (editor) => {
      const rows = editor.page.locator('.quick-input-list .monaco-list-row');
      await rows.filter({ hasText: '150 million' }).first().click();
      await editor.page.keyboard.press('Enter');
      await editor.page.locator('.quick-input-title', { hasText: '2/2' }).waitFor();
      await rows.nth(1).click();
      await editor.openEcosystem();
      await editor.treeItem('Supported3').first().waitFor();
      await editor.command('Notifications: Show Notifications');
      await editor.page.getByText('Facts recorded: 2').first().waitFor();
      await editor.page.getByRole('button', { name: 'Undo' }).click();
      await editor.treeItem('Supported1').first().waitFor();
      assert.equal(await editor.page.locator('.statusbar-item.warning-kind').count(), 0);
    },
  },
  {
    name: 'the tree is sorted and grouped from its title bar',
    picture: 'arrange',
    run: async (editor) => {
      await editor.widenSideBar(120);
      await editor.treeItem('Model families').first().waitFor();
      await editor.command('Sort and Group');
      await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: 'By maker' }).waitFor();
    },
  },
  {
    name: 'a figure at the cursor is shown in the tree',
    picture: 'reveal',
    run: async (editor) => {
      await editor.page.keyboard.press('Escape');
      await editor.open('qwen.md');
      await editor.line('6 亿次').click();
      await editor.page.keyboard.press('Home');
      for (let i = 0; i < 16; i++) await editor.page.keyboard.press('ArrowRight');
      await editor.command('Show in Tree');
      await editor.page.locator('.pane-body .monaco-list-row.selected', { hasText: /Qwen3|千问3/ }).waitFor();
    },
  },
  {
    name: 'entities and facts are found by anything that is remembered of them',
    picture: 'search',
    run: async (editor) => {
      await editor.command('Find an Entity or a Fact');
      const input = editor.page.locator('.quick-input-widget input');
      const rows = editor.page.locator('.quick-input-list .monaco-list-row');
      await input.fill('albb');
      await rows.filter({ hasText: 'Alibaba Group' }).first().waitFor();
      await input.fill('qwen3');
      await rows.filter({ hasText: 'derivative models: 170,000' }).first().waitFor();
    },
  },
  {
    name: 'the status bar counts in figures and says it in words, and lists more when it is clicked',
    picture: 'status',
    run: async (editor) => {
      await editor.page.keyboard.press('Escape');
      const status = editor.page.locator('.statusbar-item', { has: editor.page.locator('.codicon-pass') });
      assert.match((await status.first().textContent()) ?? '', /1\s*1/);
      const spoken = await status.first().locator('[aria-label]').first().getAttribute('aria-label');
      assert.match(spoken ?? '', /Figures in this note: 2\. Supported: 1, contradicted: 1/);
      await status.first().click();
      const rows = editor.page.locator('.quick-input-list .monaco-list-row');
      await rows.filter({ hasText: 'Figures in this note: 2, wrong or outdated: 1' }).waitFor();
      await rows.filter({ hasText: /Facts: \d+, entities: \d+, sources: \d+/ }).waitFor();
    },
  },
  {
    name: 'the output is a channel of its own, whose level can be set',
    run: async (editor) => {
      await editor.page.keyboard.press('Escape');
      await editor.command('Developer: Set Log Level');
      const rows = editor.page.locator('.quick-input-list .monaco-list-row');
      await rows.filter({ hasText: 'Ecosystem Notes' }).first().click();
      await rows.filter({ hasText: 'Trace' }).first().waitFor();
      await editor.page.keyboard.press('Escape');
      await editor.command('Ecosystem Notes: Show Output');
      const panel = editor.page.locator('.part.panel');
      await panel.getByRole('combobox').filter({ hasText: 'Ecosystem Notes' }).first().waitFor();
      await editor.line('6 亿次').click();
      await editor.command('View: Hide Panel');
    },
  },
  {
    name: 'the settings stand in groups, each with its description',
    picture: 'settings',
    run: async (editor) => {
      await editor.command('View: Close All Editors');
      await editor.page.keyboard.press('Control+,');
      await editor.page.locator('.settings-editor .suggest-input-container').click();
      await editor.page.keyboard.type('@ext:ecosystem-notes.ecosystem-notes');
      const groups = editor.page.locator('.settings-toc-container .monaco-list-row');
      for (const group of ['Checking', 'Facts and Notes', 'Language'])
        await groups.filter({ hasText: group }).waitFor();
      await editor.page.locator('.setting-item-description', { hasText: 'When notes are checked' }).waitFor();
    },
  },
  {
    name: 'the walkthrough shows what there is, with pictures',
    picture: 'walkthrough',
    run: async (editor) => {
      await editor.command('View: Close All Editors');
      await editor.command('Welcome: Open Walkthrough');
      const input = editor.page.locator('.quick-input-widget input');
      await input.fill('Ecosystem Notes');
      await editor.page
        .locator('.quick-input-list .monaco-list-row', { hasText: 'Ecosystem Notes' })
        .first()
        .click();
      await editor.page.locator('.gettingStartedContainer', { hasText: 'wrong figure' }).first().waitFor();
      await editor.page.keyboard.press('Control+b');
      await editor.pictureLoaded('.getting-started-media');
    },
  },
  {
    name: 'a false alarm is collected in a document of its own, and nothing is sent',
    picture: 'false-alarm',
    run: async (editor) => {
      await editor.command('View: Close All Editors');
      await editor.open('qwen.md');
      await editor.page.locator('.monaco-editor .squiggly-error').first().waitFor();
      await editor.line('6000 万次').click();
      await editor.command('Report a False Alarm');
      await editor.page.locator('.monaco-editor .view-line', { hasText: '## figure.contradicted' }).waitFor();
      await editor.command('Notifications: Show Notifications');
      await editor.page.locator('.notifications-center').getByText('Nothing was sent').waitFor();
    },
  },
];
