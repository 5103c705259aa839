import { SIMPLIFIED, TRADITIONAL } from '../text/script-table.ts';
import type { Script, WritingStyle } from './period-text.ts';

/** So much of a note is enough to tell how it is written. */
const SAMPLE = 20_000;

/** How a text is written: its script, and whether a space stands between figures and Chinese characters. */
export function writingStyle(text: string): WritingStyle {
  const sample = text.length > SAMPLE ? text.slice(0, SAMPLE) : text;
  return { script: scriptOf(sample) ?? 'en', spaced: isSpaced(sample) };
}

/**
 * How a stretch of a note is written, where that shows; else as the whole note. A few Latin words alone show nothing: they are
 * names in a Chinese note as well.
 */
export function localStyle(text: string, whole: WritingStyle): WritingStyle {
  return { script: localScript(text, whole.script), spaced: isSpacedHere(text) ?? whole.spaced };
}

const MIN_WORDS = 4;
const MIN_BALANCE = 3;

function localScript(text: string, whole: Script): Script {
  const script = scriptOf(text);
  if (script === null || script === whole) return whole;
  if (script === 'en') {
    const isEnglish =
      (text.match(/[A-Za-z]{2,}/g)?.length ?? 0) >= MIN_WORDS && !/\p{Script=Han}/u.test(text);
    return isEnglish ? 'en' : whole;
  }
  const hanzi = text.match(/\p{Script=Han}+/gu)?.join('') ?? '';
  if (hanzi.length < MIN_WORDS && whole === 'en') return whole;
  // A character or two that both scripts have prove nothing against the note's own.
  return whole !== 'en' && Math.abs(balanceOf(hanzi)) < MIN_BALANCE ? whole : script;
}

/** The script of a text, or null when it has no letters at all. */
function scriptOf(text: string): Script | null {
  const hanzi = text.match(/\p{Script=Han}+/gu)?.join('') ?? '';
  const latinWords = text.match(/[A-Za-z]{2,}/g)?.length ?? 0;
  // A Chinese sentence with many Latin names is still Chinese: a Hanzi says about as much as half a word.
  if (hanzi.length === 0 || hanzi.length < latinWords / 2)
    return hanzi.length + latinWords === 0 ? null : 'en';
  return isTraditional(hanzi) ? 'zh-Hant' : 'zh';
}

/**
 * Some characters that count as traditional (著, 乾) stand in simplified text too; many that are simplified forms (后, 里) stand in
 * traditional text as themselves, so one of those proves half as much.
 */
function isTraditional(hanzi: string): boolean {
  return balanceOf(hanzi) > 0;
}

function balanceOf(hanzi: string): number {
  let balance = 0;
  for (const character of hanzi) {
    if (TRADITIONAL_ONLY.has(character)) balance += 2;
    else if (SIMPLIFIED_FORMS.has(character)) balance--;
  }
  return balance;
}

/** The table also folds radicals and compatibility forms, which say nothing of a script. */
const PAIRS = [...TRADITIONAL].flatMap((from, i) =>
  from >= '\u4E00' && from <= '\u9FFF' ? [[from, SIMPLIFIED[i] ?? ''] as const] : [],
);
const TRADITIONAL_ONLY: ReadonlySet<string> = new Set(PAIRS.map(([from]) => from));
const SIMPLIFIED_FORMS: ReadonlySet<string> = new Set(PAIRS.map(([, to]) => to));

function isSpaced(text: string): boolean {
  return isSpacedHere(text) ?? true;
}

/** Null where no figure stands beside a Chinese character, or both ways are as common. */
function isSpacedHere(text: string): boolean | null {
  const spaced = text.match(/\d [\p{Script=Han}]|[\p{Script=Han}] \d/gu)?.length ?? 0;
  const tight = text.match(/\d[\p{Script=Han}]|[\p{Script=Han}]\d/gu)?.length ?? 0;
  return spaced === tight ? null : spaced > tight;
}
