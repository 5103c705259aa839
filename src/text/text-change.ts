import type { TextChange } from './blocks.ts';

/** Equal stretches are passed over in pages of so many code units, which the engine compares at once. */
const PAGE = 4096;

/** The one edit that turns `before` into `after`: what stands between their longest common beginning and end; null when they are equal. */
export function changeBetween(before: string, after: string): TextChange | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  const start = commonHead(before, after, shorter);
  const tail = commonTail(before, after, shorter - start);
  return { start, end: before.length - tail, newLength: after.length - tail - start };
}

function commonHead(a: string, b: string, most: number): number {
  let at = 0;
  while (at + PAGE <= most && a.slice(at, at + PAGE) === b.slice(at, at + PAGE)) at += PAGE;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function commonTail(a: string, b: string, most: number): number {
  const { length: endA } = a;
  const { length: endB } = b;
  let count = 0;
  while (
    count + PAGE <= most &&
    a.slice(endA - count - PAGE, endA - count) === b.slice(endB - count - PAGE, endB - count)
  )
    count += PAGE;
  while (count < most && a.charCodeAt(endA - 1 - count) === b.charCodeAt(endB - 1 - count)) count++;
  return count;
}
