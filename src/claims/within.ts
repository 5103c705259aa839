import type { Span } from '../text/folded-text.ts';

/**
 * The items that lie inside the span, of a list in order of start. Costs what it gives and a binary search, so that reading a
 * paragraph sentence by sentence stays linear in the paragraph.
 */
export function within<T>(items: readonly T[], span: Span, placeOf: (item: T) => Span): readonly T[] {
  const out: T[] = [];
  for (let at = firstFrom(items, span.start, placeOf); at < items.length; at++) {
    const item = items[at];
    if (item === undefined) break;
    const place = placeOf(item);
    if (place.start > span.end) break;
    if (place.end <= span.end) out.push(item);
  }
  return out;
}

function firstFrom<T>(items: readonly T[], start: number, placeOf: (item: T) => Span): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && placeOf(item).start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
