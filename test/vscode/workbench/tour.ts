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
    name: 'the walkthrough shows what there is, with pictures',
    picture: 'walkthrough',
    run: async (editor) => {
      await editor.command('Welcome: Open Walkthrough');
      const input = editor.page.locator('.quick-input-widget input');
      await input.fill('Ecosystem Notes');
      await editor.page
        .locator('.quick-input-list .monaco-list-row', { hasText: 'Ecosystem Notes' })
        .first()
        .click();
      await editor.page.locator('.gettingStartedContainer', { hasText: 'wrong figure' }).first().waitFor();
      await editor.page.keyboard.press('Control+b');
      await editor.page.waitForTimeout(1_000);
    },
  },
];
