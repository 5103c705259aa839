import { strict as assert } from 'node:assert';
import type { Editor } from './editor.ts';
import type { Scene } from './scenes.ts';

/** In a folder that the person does not trust, until she does. */
export const restricted: readonly Scene[] = [
  {
    name: 'in restricted mode notes are checked and explained',
    run: async (editor) => {
      // A driven workbench asks nobody: what nobody has trusted is not trusted.
      await editor.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
      await editor.open('qwen.md');
      await editor.page.locator('.monaco-editor .squiggly-error').first().waitFor();
      const card = await editor.hover('6000', '6000 万次');
      assert.match((await card.textContent()) ?? '', /600 million/);
      await editor.leaveCard();
    },
  },
  {
    name: 'the status says what is limited there',
    picture: 'restricted',
    run: async (editor) => {
      await editor.command('Ecosystem Notes: Show State');
      await row(editor, 'Restricted mode: no facts are recorded').waitFor();
    },
  },
  {
    name: 'recording a fact says why it cannot be',
    run: async (editor) => {
      await editor.page.keyboard.press('Escape');
      await editor.open('harvest.md');
      await editor.line('9 亿次').click();
      await editor.page.keyboard.press('End');
      await editor.command('Record as a New Fact');
      await notification(editor, 'No facts are recorded in a workspace that you do not trust.');
      await editor.command('Ecosystem Notes: New Fact Base');
      await notification(editor, 'No facts are recorded in a workspace that you do not trust.');
      assert.equal(await editor.page.locator('.quick-input-title', { hasText: '1/3' }).count(), 0);
    },
  },
  {
    name: 'once the folder is trusted, facts can be recorded',
    run: async (editor) => {
      await editor.command('Workspaces: Manage Workspace Trust');
      await editor.page
        .locator('.workspace-trust-editor')
        .getByRole('button', { name: 'Trust' })
        .first()
        .click();
      await editor.page
        .locator('.statusbar-item', { hasText: 'Restricted Mode' })
        .waitFor({ state: 'detached' });
      await editor.page.keyboard.press('Escape');
      await editor.command('View: Close All Editors');
      await editor.open('harvest.md');
      await editor.line('9 亿次').click();
      await editor.page.keyboard.press('End');
      await editor.command('Record as a New Fact');
      await editor.page.locator('.quick-input-title', { hasText: '1/3' }).waitFor();
      await editor.page.keyboard.press('Escape');
      await editor.command('Ecosystem Notes: Show State');
      await row(editor, 'Facts: ').waitFor();
      assert.equal(await row(editor, 'Restricted mode').count(), 0);
    },
  },
];

function row(editor: Editor, text: string) {
  return editor.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
}

/** A driven workbench keeps its toasts to itself. */
async function notification(editor: Editor, text: string): Promise<void> {
  await editor.command('Notifications: Show Notifications');
  await editor.page.locator('.notifications-center').getByText(text).first().waitFor();
  await editor.command('Notifications: Clear All Notifications');
}
