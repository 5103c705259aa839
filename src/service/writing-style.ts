import { toSimplified } from '../text/fold.ts';
import type { Script, WritingStyle } from './period-text.ts';

/** So much of a note is enough to tell how it is written. */
const SAMPLE = 20_000;

/** How a text is written: its script, and whether a space stands between figures and Chinese characters. */
export function writingStyle(text: string): WritingStyle {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  return { script: scriptOf(sample) ?? 'en', spaced: isSpaced(sample) };
}

/** The script of a text, or null when it has no letters at all. */
export function scriptOf(text: string): Script | null {
  const hanzi = text.match(/\p{Script=Han}+/gu)?.join('') ?? '';
  const latinWords = text.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  // A Chinese sentence with many Latin names is still Chinese: a Hanzi says about as much as half a word.
  if (hanzi.length === 0 || hanzi.length < latinWords / 2)
    return hanzi.length + latinWords === 0 ? null : 'en';
  return isTraditional(hanzi) ? 'zh-Hant' : 'zh';
}

/** Some characters that count as traditional (著, 乾) are used in simplified text too; a few of them prove nothing. */
function isTraditional(hanzi: string): boolean {
  const simplified = toSimplified(hanzi);
  let changed = 0;
  for (let i = 0; i < hanzi.length; i++) if (hanzi[i] !== simplified[i]) changed++;
  return changed > 0 && changed / hanzi.length > 0.05;
}

function isSpaced(text: string): boolean {
  const spaced = text.match(/\d [\p{Script=Han}]|[\p{Script=Han}] \d/gu)?.length ?? 0;
  const tight = text.match(/\d[\p{Script=Han}]|[\p{Script=Han}]\d/gu)?.length ?? 0;
  return spaced >= tight;
}
