import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween } from '../../src/text/text-change.ts';

const page = '一页'.repeat(2048);

describe('the change between two texts', () => {
  it.each([
    ['一段文字', '一段新文字', { start: 2, end: 2, newLength: 1 }],
    ['aa', 'aaa', { start: 2, end: 2, newLength: 1 }],
    ['', 'x', { start: 0, end: 0, newLength: 1 }],
    ['x', '', { start: 0, end: 1, newLength: 0 }],
    [`${page}a${page}`, `${page}bc${page}`, { start: page.length, end: page.length + 1, newLength: 2 }],
    [page, page + page, { start: page.length, end: page.length, newLength: page.length }],
  ])('is what stands between their common ends', (before, after, change) => {
    expect(changeBetween(before, after)).toEqual(change);
  });

  it('is none between equal texts', () => {
    expect(changeBetween(page, `${page}`)).toBeNull();
  });

  it('makes the one of the other, whatever was edited where', () => {
    const piece = fc.oneof(fc.string({ maxLength: 5 }), fc.constantFrom(page, page.slice(1), ''));
    fc.assert(
      fc.property(piece, piece, piece, piece, (head, old, fresh, tail) => {
        const before = head + old + tail;
        const after = head + fresh + tail;
        const change = changeBetween(before, after);
        if (change === null) return before === after;
        const middle = after.slice(change.start, change.start + change.newLength);
        return before.slice(0, change.start) + middle + before.slice(change.end) === after;
      }),
    );
  });
});
