import type { NameSearch } from '../../factbase/search.ts';
import type { Span } from '../../text/folded-text.ts';

/** What has been typed of a name. `known`: some name begins with it; `word`: the Latin word before the cursor, to be searched. */
export interface TypedName extends Span {
  readonly text: string;
  readonly kind: 'known' | 'word';
}

/** No name is longer than this as typed. */
const MAX_LENGTH = 40;

/**
 * The longest run of text before the cursor that begins a name; failing that, the Latin word there. A run of Chinese is one
 * word to an editor, so a name may begin at any Chinese character; in Latin text only where a word begins.
 */
export function typedName(text: string, offset: number, names: Pick<NameSearch, 'begins'>): TypedName | null {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const first = Math.max(lineStart, offset - MAX_LENGTH);
  for (let start = first; start < offset; start++) {
    if (!mayBegin(text, start)) continue;
    const typed = text.slice(start, offset);
    if (names.begins(typed) && typed.trimEnd() === typed)
      return { start, end: offset, text: typed, kind: 'known' };
  }
  const word = /[A-Za-z][A-Za-z0-9'-]*$/.exec(text.slice(first, offset))?.[0];
  if (word === undefined) return null;
  return { start: offset - word.length, end: offset, text: word, kind: 'word' };
}

function mayBegin(text: string, at: number): boolean {
  const character = text[at] ?? '';
  if (isHanzi(character)) return true;
  if (!/[\p{L}\p{N}]/u.test(character)) return false;
  const before = text[at - 1] ?? '';
  return !/[\p{L}\p{N}]/u.test(before) || isHanzi(before);
}

export function isHanzi(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
