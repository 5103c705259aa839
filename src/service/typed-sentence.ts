import type { Span } from '../text/folded-text.ts';
import { changeBetween } from '../text/text-change.ts';

/** Nobody writes a sentence of more characters. */
const MAX_SENTENCE = 1000;

/**
 * The sentence of `after` in which the edit that made it of `before` ended: the one that is being written. A sentence that has just
 * been ended is left already. Null when nothing changed.
 */
export function typedSentence(before: string, after: string): Span | null {
  const change = changeBetween(before, after);
  if (change === null) return null;
  const at = change.start + change.newLength;
  let start = at;
  while (start > 0 && at - start < MAX_SENTENCE && !endsSentence(after, start - 1)) start--;
  let end = at;
  while (end < after.length && end - at < MAX_SENTENCE && !endsSentence(after, end)) end++;
  return { start, end };
}

function endsSentence(text: string, at: number): boolean {
  const character = text[at] ?? '';
  if ('。！？!?\n\r'.includes(character)) return true;
  if (character !== '.') return false;
  // A full stop behind a digit may become a decimal point.
  const next = text[at + 1] ?? '';
  return next === '' || next === '\n' ? !/\d/.test(text[at - 1] ?? '') : /\s/.test(next);
}
