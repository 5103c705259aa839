import { CR, LF, SPACE } from './chars.ts';
import type { FoldedText } from './folded-text.ts';
import { SIMPLIFIED, TRADITIONAL } from './script-table.ts';

/**
 * One character each, from and to. Hyphens and the minus sign become `-`; the en dash and the em dash stay themselves,
 * because a range (2024–2026) and a break (——) read differently from a minus.
 */
const PAIRS = [
  ['“”„‟″＂', '""""""'],
  ['‘’‚‛＇', "'''''"],
  ['‐‑‒−－﹣⁃', '-------'],
  ['―─﹘', '———'],
  ['〜～∼˜', '~~~~'],
  ['￥￠￡', '¥¢£'],
  ['｡､﹑', '。、、'],
  ['﹐﹒﹔﹕﹖﹗﹙﹚﹟﹠﹡﹢﹤﹥﹦﹩﹪﹫', ',.;:?!()#&*+<>=$%@'],
  ['⁄∕', '//'],
  ['‧・･•∙⋅', '······'],
  ['﹁﹂﹃﹄', '「」『』'],
  ['ˉ', '¯'],
] as const;

/** Inclusive ranges that read as a space. Runs of them are kept as one. */
const SPACES = [
  [0x09, 0x09],
  [0x0b, 0x0c],
  [0x85, 0x85],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
] as const;

/** Inclusive ranges that no reader sees: controls, zero-width and bidirectional marks, soft hyphen, variation selectors. */
const UNSEEN = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x84],
  [0x86, 0x9f],
  [0xad, 0xad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
] as const;

/** High surrogate of the tags and variation selectors beyond the BMP; the pair is unseen too. */
const UNSEEN_HIGH = 0xdb40;

/** `FOLD[code]` is the code unit that it is folded to; 0 when it is left out. */
export const FOLD: Uint16Array = makeFoldTable();

function makeFoldTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < table.length; code++) table[code] = code;
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = code - 0xfee0;
  for (let i = 0; i < TRADITIONAL.length; i++) table[TRADITIONAL.charCodeAt(i)] = SIMPLIFIED.charCodeAt(i);
  for (const [from, to] of PAIRS) {
    for (let i = 0; i < from.length; i++) table[from.charCodeAt(i)] = to.charCodeAt(i);
  }
  for (const [first, last] of SPACES) table.fill(SPACE, first, last + 1);
  for (const [first, last] of UNSEEN) table.fill(0, first, last + 1);
  table[UNSEEN_HIGH] = 0;
  return table;
}

/** Is the code unit at `index` the second half of a pair that is left out? */
export function isUnseenLow(source: string, index: number): boolean {
  const code = source.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff && source.charCodeAt(index - 1) === UNSEEN_HIGH;
}

/**
 * Folds bare text that holds no Markdown: width, script, dashes, quotes, spaces (runs become one), unseen characters.
 * Line ends stay, as one `\n` each. Case is kept.
 */
export function foldText(source: string): FoldedText {
  const codes = new Array<number>(source.length);
  const offsets = new Uint32Array(source.length);
  let length = 0;
  let last = 0;
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    const folded = code === CR ? (source.charCodeAt(i + 1) === LF ? 0 : LF) : (FOLD[code] ?? 0);
    if (folded === 0 || (folded === SPACE && last === SPACE) || isUnseenLow(source, i)) continue;
    codes[length] = folded;
    offsets[length] = i;
    length++;
    last = folded;
  }
  return { text: textOf(codes, 0, length), offsets: offsets.subarray(0, length) };
}

/** The folding of running text applied to a bare name, so that a name can be looked for in it. Outer space is cut off. */
export function foldName(name: string): string {
  // Most names are folded as they stand, and a fact base has tens of thousands.
  return isFolded(name) ? name.trim() : foldText(name).text.trim();
}

function isFolded(text: string): boolean {
  let last = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (FOLD[code] !== code || code === CR || (code === SPACE && last === SPACE)) return false;
    last = code;
  }
  return true;
}

/** Traditional characters made simplified, one for one; everything else as it is. */
export function toSimplified(text: string): string {
  let result = '';
  let kept = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const folded = FOLD[code] ?? code;
    if (folded === code || !isIdeograph(code)) continue;
    result += text.slice(kept, i) + String.fromCharCode(folded);
    kept = i + 1;
  }
  return kept === 0 ? text : result + text.slice(kept);
}

/** A Chinese character or radical of the BMP. */
function isIdeograph(code: number): boolean {
  return (
    (code >= 0x2e80 && code <= 0x2fd5) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}

/** Few enough that they go onto the stack as arguments. */
const CHUNK = 8192;

/** The string of code units `start` to `end`. A plain array, because V8 spreads it several times faster than a typed one. */
export function textOf(codes: readonly number[], start: number, end: number): string {
  let text = '';
  for (let from = start; from < end; from += CHUNK) {
    text += String.fromCharCode.apply(undefined, codes.slice(from, Math.min(end, from + CHUNK)));
  }
  return text;
}
