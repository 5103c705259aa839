/** What a UTF-16 code unit may begin. Tables are filled once and never written again. */
export const DIGIT = 1;
export const LETTER = 2;
export const NUMERAL = 4;
export const CLAUSE_END = 8;
export const SPACE = 16;

const CLASSES = new Uint8Array(65536);
const DIGITS = new Int8Array(65536).fill(-1);
const SCALES = new Uint8Array(65536);

for (let code = 48; code <= 57; code++) CLASSES[code] = DIGIT;
for (let code = 65; code <= 90; code++) {
  CLASSES[code] = LETTER;
  CLASSES[code + 32] = LETTER;
}
for (const char of ' \t\n\r\u00a0\u2009\u202f\u3000') CLASSES[char.charCodeAt(0)] = SPACE;
for (const char of '，。；！？,;!?…') CLASSES[char.charCodeAt(0)] = CLAUSE_END;
for (const [chars, value] of [
  ['〇零', 0],
  ['一壹', 1],
  ['二两贰俩', 2],
  ['三叁仨', 3],
  ['四肆', 4],
  ['五伍', 5],
  ['六陆', 6],
  ['七柒', 7],
  ['八捌', 8],
  ['九玖', 9],
] as const) {
  for (const char of chars) mark(char, () => (DIGITS[char.charCodeAt(0)] = value));
}
for (const [chars, exponent] of [
  ['十拾', 1],
  ['百佰', 2],
  ['千仟', 3],
  ['万', 4],
  ['亿', 8],
  ['兆', 12],
] as const) {
  for (const char of chars) mark(char, () => (SCALES[char.charCodeAt(0)] = exponent));
}

function mark(char: string, set: () => void): void {
  CLASSES[char.charCodeAt(0)] = NUMERAL;
  set();
}

/** For each code unit what it may begin, to be written on. */
export const copyClasses = (): Uint8Array => CLASSES.slice();
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
export const isUpper = (code: number): boolean => code >= 65 && code <= 90;
export const isAlphanumeric = (code: number): boolean => isLetter(code) || isDigit(code);
export const isSpace = (code: number): boolean => CLASSES[code] === SPACE;
export const lower = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);
/** Value of a Chinese digit, or -1. */
export const chineseDigit = (code: number): number => DIGITS[code] ?? -1;
/** Power of ten of a Chinese scale character, or 0. */
export const chineseScale = (code: number): number => SCALES[code] ?? 0;
/** Chinese characters (BMP, without extension A and beyond). */
export const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;

/** Looks for the first of a few words that stands at a place. Almost everywhere none does, which the first character tells. */
export function wordsAt(words: readonly string[]): (text: string, at: number) => string | undefined {
  const firsts = new Set(words.map((word) => word.charCodeAt(0)));
  return (text, at) =>
    firsts.has(text.charCodeAt(at)) ? words.find((word) => text.startsWith(word, at)) : undefined;
}

const MAX_SPACES = 3;

/** Place behind up to three spaces. Longer runs separate columns, not a number from its unit. */
export function skipSpaces(text: string, at: number): number {
  let i = at;
  while (i < at + MAX_SPACES && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** Place before up to three spaces that end at `at`. */
export function skipSpacesBack(text: string, at: number): number {
  let i = at;
  while (i > 0 && i > at - MAX_SPACES && isSpace(text.charCodeAt(i - 1))) i--;
  return i;
}
