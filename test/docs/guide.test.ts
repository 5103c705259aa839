import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const english = read('docs/guide.md');
const chinese = read('docs/guide.zh-CN.md');

const picturesOf = (guide: string) =>
  [...guide.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt = '', to = '']) => ({ alt, to }));
const headingsOf = (guide: string) => [...guide.matchAll(/^#+ (.*)$/gm)].map(([, text = '']) => text);

const walkthrough: readonly { readonly media: { readonly image: string } }[] = JSON.parse(
  read('package.json'),
).contributes.walkthroughs[0].steps;
const texts = ['package.nls.json', 'package.nls.zh-cn.json'].map(
  (file): Readonly<Record<string, string>> => JSON.parse(read(file)),
);
const images = walkthrough.flatMap(({ media }) =>
  texts.map((text) => text[media.image.replaceAll('%', '')] ?? media.image),
);

describe('pictures', () => {
  test.each([...picturesOf(english), ...picturesOf(chinese)])(
    '$to of the guide is there, small, and named for those who cannot see it',
    ({ alt, to }) => {
      expect(alt.length).toBeGreaterThan(/\p{Script=Han}/u.test(alt) ? 5 : 10);
      expect(statSync(path.join(root, 'docs', to)).size).toBeLessThan(150_000);
    },
  );

  test.each(images)('%s of the walkthrough is there', (image) => {
    expect(existsSync(path.join(root, image))).toBe(true);
  });

  test('of the walkthrough are others in Chinese', () => {
    expect(new Set(images).size).toBe(2 * walkthrough.length);
  });
});

describe('the two guides', () => {
  test('have the same sections, levels included', () => {
    const levels = (guide: string) => [...guide.matchAll(/^(#+) /gm)].map(([, marks]) => marks);
    expect(levels(chinese)).toEqual(levels(english));
  });

  test('have a picture for every feature', () => {
    expect(picturesOf(english).length).toBeGreaterThanOrEqual(20);
    expect(picturesOf(chinese).length).toBeGreaterThanOrEqual(20);
  });

  test.each([
    ['English', english],
    ['Chinese', chinese],
  ])('list in the %s one only sections that are there', (_, guide) => {
    const anchors = headingsOf(guide).map((text) => text.toLowerCase().replaceAll(' ', '-'));
    for (const [, to = ''] of guide.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(to);
  });
});
