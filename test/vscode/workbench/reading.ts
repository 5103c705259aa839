import { strict as assert } from 'node:assert';
import type { Scene } from './scenes.ts';

/** What helps to read and to write on, with the quiet marks switched on. */
export const reading: readonly Scene[] = [
  {
    name: 'a line over the note counts its figures, and a mark behind a figure that holds says as of when',
    picture: 'hints',
    run: async (editor) => {
      await editor.open('qwen.md');
      await editor.page.locator('.codelens-decoration', { hasText: '2 figures' }).waitFor();
      await editor.line('✓').waitFor();
      assert.match(await editor.text(), /6 亿次\s*✓[^\n]*2025/);
      assert.doesNotMatch(await editor.text(), /6000 万次\s*✓/);
    },
  },
  {
    name: 'the notes that speak of an entity are listed with their lines',
    picture: 'references',
    run: async (editor) => {
      await editor.putCursor('Qwen3', '6 亿次');
      await editor.page.keyboard.press('Shift+F12');
      const peek = editor.page.locator('.peekview-widget');
      await peek.locator('.monaco-list-row', { hasText: 'Qwen3' }).first().waitFor();
    },
  },
  {
    name: 'behind a name and its metric the known figure is offered, hedged and dated',
    picture: 'figure',
    run: async (editor) => {
      await editor.page.keyboard.press('Escape');
      await editor.goToEnd();
      await editor.commit('qianwen', '千问');
      // Nobody commits two words in the same tenth of a second: the list of names comes, and is passed over.
      await editor.suggestions().first().waitFor();
      await editor.page.keyboard.press('Escape');
      await editor.commit('leijixiazailiang', '累计下载量');
      await editor
        .suggestions()
        .filter({ hasText: /6 亿.*2025 年 9 月/ })
        .first()
        .waitFor();
      // No name that begins with the last character of the metric comes before it.
      assert.match((await editor.suggestions().first().textContent()) ?? '', /6 亿/);
    },
  },
];
