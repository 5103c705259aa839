import { describe, expect, it } from 'vitest';
import { toPlainText, toSemanticTokens } from '../../src/server/convert.ts';
import { bold, link, paragraphs, plain, table } from '../../src/service/markdown.ts';
import { noteAt } from '../service/support.ts';

describe('toPlainText', () => {
  it('takes the marks off a card and leaves the words', () => {
    const card = paragraphs([
      `${bold('A *name*')} · ${plain('x_y')}`,
      table(['a', 'b'].map(plain), [[plain('1 | 2'), link('Source', 'https://a.example')]]),
    ]);
    expect(toPlainText(card)).toBe('A *name* · x_y\n\n| a | b |\n| 1 | 2 | Source |');
  });
});

describe('toSemanticTokens', () => {
  it('gives differences of lines and characters', () => {
    const { note } = noteAt('ab cd\nef gh\n');
    const tokens = [
      { start: 0, end: 2, kind: 'entity' },
      { start: 3, end: 5, kind: 'supported' },
      { start: 9, end: 11, kind: 'contradicted' },
    ] as const;
    expect(toSemanticTokens(note, tokens)).toEqual([0, 0, 2, 0, 0, 0, 3, 2, 1, 0, 1, 3, 2, 2, 0]);
  });

  it('leaves out what runs over a line end', () => {
    const { note } = noteAt('ab\ncd');
    expect(toSemanticTokens(note, [{ start: 0, end: 5, kind: 'entity' }])).toEqual([]);
  });
});
