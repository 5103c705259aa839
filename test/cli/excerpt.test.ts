import { describe, expect, it } from 'vitest';
import { displayWidth } from '../../src/cli/formats/display-width.ts';
import { excerpt, harmless } from '../../src/cli/formats/excerpt.ts';

/** The line with carets under what «…» marks, as a terminal shows it. */
function shown(marked: string, columns = 100): string {
  const start = marked.indexOf('«');
  const text = marked.replace(/[«»]/g, '');
  const { text: line, column, width } = excerpt(text, { start, end: marked.indexOf('»') - 1 }, columns);
  return `${line}\n${' '.repeat(column)}${'^'.repeat(width)}`;
}

describe('excerpt', () => {
  it('marks by terminal columns: Chinese takes two', () => {
    expect(shown('下载量突破«6 亿次»。')).toBe('下载量突破6 亿次。\n          ^^^^^^');
    expect(shown('about «27,000» models')).toBe('about 27,000 models\n      ^^^^^^');
  });

  it('shows the line of the figure only', () => {
    expect(shown('first\r\nsecond «9» here\r\nthird')).toBe('second 9 here\n       ^');
  });

  it('marks what runs over a line end up to that end', () => {
    expect(shown('a «9\nmodels» b')).toBe('a 9\n  ^');
  });

  it('drops the indentation and marks where the figure then stands', () => {
    expect(shown('      - «9» models')).toBe('- 9 models\n  ^');
  });

  it('cuts long lines on both sides, never the figure', () => {
    const line = shown(`${'前'.repeat(80)}«6 亿次»${'后'.repeat(80)}`, 40).split('\n')[0] ?? '';
    expect(line).toMatch(/^…前+6 亿次后+…$/);
    expect(displayWidth(line)).toBeLessThanOrEqual(40);
  });

  it('lets no control character of a note reach the terminal', () => {
    expect(shown('\u001B[31m«9» models\u0007')).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/);
    expect(harmless('a\u001B]0;x\u0007\u202Eb\tc')).toBe('a·]0;x··b c');
  });
});

describe('displayWidth', () => {
  it.each([
    ['abc', 3],
    ['中文', 4],
    ['６亿', 4],
    ['，。', 4],
    ['e\u0301', 1],
    ['한국', 4],
    ['👍', 2],
    ['…', 1],
  ])('%s takes %d columns', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});
