import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../src/text/lines.ts';

describe('LineIndex', () => {
  const index = new LineIndex('ab\ncd\r\n\rx');

  it.each([
    [0, 0, 0],
    [2, 0, 2],
    [3, 1, 0],
    [5, 1, 2],
    [6, 1, 2],
    [7, 2, 0],
    [8, 3, 0],
    [9, 3, 1],
  ])('offset %i is line %i, character %i', (offset, line, character) => {
    expect(index.positionAt(offset)).toEqual({ line, character });
  });

  it('takes the nearest place for one out of range', () => {
    expect(index.positionAt(-5)).toEqual({ line: 0, character: 0 });
    expect(index.positionAt(99)).toEqual({ line: 3, character: 1 });
    expect(index.positionAt(Number.NaN)).toEqual({ line: 0, character: 0 });
    expect(index.offsetAt({ line: -1, character: 4 })).toBe(0);
    expect(index.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(index.offsetAt({ line: 99, character: 0 })).toBe(9);
    expect(new LineIndex('').positionAt(3)).toEqual({ line: 0, character: 0 });
  });

  it('goes there and back for every place outside a line end', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '文', '\n', '\r', '\r\n'), maxLength: 30 });
    fc.assert(
      fc.property(text, (source) => {
        const lines = new LineIndex(source);
        expect(lines.lineCount).toBe(source.split(/\r\n|\r|\n/).length);
        for (let offset = 0; offset <= source.length; offset++) {
          const inLineEnd = source[offset] === '\n' && source[offset - 1] === '\r';
          expect(lines.offsetAt(lines.positionAt(offset))).toBe(inLineEnd ? offset - 1 : offset);
        }
      }),
    );
  });
});
