import { strict as assert } from 'node:assert';
import type { Scene } from './scenes.ts';

/** Cards with a drawing, and the card of a figure that was right once; in a theme of the session. */
export function cards(suffix: string): readonly Scene[] {
  return [
    {
      name: 'the card of a name draws how its series went',
      picture: `card-series${suffix}`,
      run: async (editor) => {
        await editor.open('series.md');
        const card = await editor.hover('大模型应用', '我们关注');
        const drawing = card.locator('img[src^="data:image/svg"]');
        await drawing.waitFor();
        const box = await drawing.boundingBox();
        assert.ok(box !== null && box.width > 40 && box.height > 8, 'the drawing has a size');
        assert.match((await drawing.getAttribute('alt')) ?? '', /19\.9.*25\.9/);
      },
    },
    {
      name: 'the card of an outdated figure says what is known now',
      picture: `card-outdated${suffix}`,
      run: async (editor) => {
        await editor.page.keyboard.press('Escape');
        await editor.page.mouse.move(600, 500);
        const card = await editor.hover('19.9%', '目前');
        assert.match((await card.textContent()) ?? '', /25\.9%/);
      },
    },
  ];
}
