import { lineAfter } from './block-starts.ts';
import { GREATER, isBlank } from './chars.ts';

/** Offset behind the blanks and at most `quotes` quote marks at `at`, before `end`. */
export function skipPrefix(source: string, at: number, end: number, quotes: number): number {
  let i = at;
  let left = quotes;
  for (; i < end; i++) {
    const code = source.charCodeAt(i);
    if (code === GREATER && left > 0) left--;
    else if (!isBlank(code)) break;
  }
  return i;
}

/** Offset of the content of the line behind the line end at `lineEnd`. */
export function nextContent(source: string, lineEnd: number, end: number, quotes: number): number {
  return skipPrefix(source, Math.min(lineAfter(source, lineEnd), end), end, quotes);
}
