import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const guide = readFileSync(path.join(root, 'docs/guide.md'), 'utf8');
const pictures = [...guide.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt = '', to = '']) => ({
  alt,
  to,
}));
const walkthrough: readonly { readonly media: { readonly image: string } }[] = JSON.parse(
  readFileSync(path.join(root, 'package.json'), 'utf8'),
).contributes.walkthroughs[0].steps;

describe('pictures', () => {
  test.each(pictures)(
    '$to of the guide is there, small, and named for those who cannot see it',
    ({ alt, to }) => {
      expect(alt.length).toBeGreaterThan(10);
      expect(statSync(path.join(root, 'docs', to)).size).toBeLessThan(150_000);
    },
  );

  test.each(walkthrough)('$media.image of the walkthrough is there', ({ media }) => {
    expect(existsSync(path.join(root, media.image))).toBe(true);
  });

  test('there is one for each feature', () => {
    expect(pictures.length).toBeGreaterThan(10);
  });
});
