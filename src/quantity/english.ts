import { isAlphanumeric, isLetter, lower, skipSpaces } from './chars.ts';
import { add, type Decimal, decimal, shift, times, ZERO } from './decimal.ts';
import type { FigureForm } from './figure.ts';

/** A number in English words. */
export interface WordNumber {
  readonly end: number;
  readonly low: Decimal;
  readonly high: Decimal | null;
  readonly form: FigureForm;
  /** Power of ten of the scale word it ends with, 0 without. */
  readonly scale: number;
  readonly words: number;
  /** Set when the number is a fraction of one: two thirds is 2 and 3. */
  readonly fraction: { readonly over: number; readonly under: number } | null;
}

const SMALL: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const SCALES: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  lakh: 5,
  lakhs: 5,
  million: 6,
  crore: 7,
  crores: 7,
  billion: 9,
  trillion: 12,
  quadrillion: 15,
};
const MANY: Readonly<Record<string, number>> = {
  tens: 1,
  dozens: 1,
  hundreds: 2,
  thousands: 3,
  millions: 6,
  billions: 9,
  trillions: 12,
};
const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fourth: 4,
  fourths: 4,
  fifth: 5,
  fifths: 5,
  sixth: 6,
  sixths: 6,
  seventh: 7,
  sevenths: 7,
  eighth: 8,
  eighths: 8,
  ninth: 9,
  ninths: 9,
  tenth: 10,
  tenths: 10,
};

/** First words of numbers, for the reader's word list. */
export const NUMBER_STARTS: readonly string[] = [
  ...Object.keys(SMALL),
  ...Object.keys(TENS),
  ...Object.keys(MANY),
  'half',
  'quarter million',
  'quarter billion',
  'a hundred',
  'a thousand',
  'a million',
  'a billion',
  'a trillion',
  'a dozen',
  'a third',
  'a quarter',
  'a half',
  'a fifth',
  'a sixth',
  'a seventh',
  'an eighth',
  'a ninth',
  'a tenth',
];

/** Years said in two halves: nineteen ninety nine, twenty twenty-five. */
export function yearWords(text: string, at: number): { end: number; value: number } | null {
  const first = wordAt(text, at);
  if (first !== 'nineteen' && first !== 'twenty') return null;
  const place = nextWord(text, at + first.length);
  const second = wordAt(text, place);
  const teen = SMALL[second];
  const century = first === 'nineteen' ? 1900 : 2000;
  if (first === 'nineteen' && teen !== undefined && teen < 10) return null;
  if (teen !== undefined && teen >= 10) return { end: place + second.length, value: century + teen };
  const tens = TENS[second];
  if (tens === undefined) return null;
  const end = place + second.length;
  const unit = nextWord(text, end);
  const one = SMALL[wordAt(text, unit)];
  if (one === undefined || one === 0 || one > 9) return { end, value: century + tens };
  return { end: wordEnd(text, unit), value: century + tens + one };
}

/** First letters of scale words and of bn, mn and tn. */
const SCALE_STARTS: ReadonlySet<number> = new Set(
  [...Object.keys(SCALES), 'bn', 'mn', 'tn'].map((word) => word.charCodeAt(0)),
);

/** Scale words behind digits: 1.2 trillion. Indian ones only on request. */
export function scaleWord(
  text: string,
  at: number,
  indian: boolean,
): { end: number; exponent: number } | null {
  if (!SCALE_STARTS.has(lower(text.charCodeAt(at)))) return null;
  const end = wordEnd(text, at);
  if (end === at || end - at > 11) return null;
  const word = text.slice(at, end).toLowerCase();
  const exponent = SCALES[word] ?? (word === 'bn' ? 9 : word === 'mn' ? 6 : word === 'tn' ? 12 : undefined);
  if (exponent === undefined || isAlphanumeric(text.charCodeAt(end))) return null;
  if ((exponent === 5 || exponent === 7) && !indian) return null;
  return { end, exponent };
}

/** Reads number words from `at`, or null. */
export function scanEnglish(text: string, at: number, indian: boolean): WordNumber | null {
  let i = at;
  let word = wordAt(text, i);
  if (MANY[word] !== undefined) return readMany(text, at, word);
  if (word === 'half' || word === 'quarter') return readHalf(text, at, word, indian);
  const article = word === 'a' || word === 'an';
  if (article) {
    i = skipSpaces(text, i + word.length);
    word = wordAt(text, i);
    const under = PARTS[word];
    if (under !== undefined) return fraction(i + word.length, 1, under, 2);
    if (word === 'dozen') return plain(i + word.length, decimal(12), 0, 2);
    if (SCALES[word] === undefined) return null;
  }
  return readCardinal(text, i, article, indian);
}

function readCardinal(text: string, at: number, article: boolean, indian: boolean): WordNumber | null {
  let total = ZERO;
  let section = article ? 1 : -1;
  let units = article;
  let tens = article;
  let words = 0;
  let scale = 0;
  let i = at;
  let end = at;
  while (words < 24) {
    const word = wordAt(text, i);
    const small = SMALL[word];
    const ten = TENS[word];
    const power = SCALES[word];
    if (small !== undefined && !units && !(tens && small >= 10)) {
      section = Math.max(section, 0) + small;
      units = true;
      tens = true;
      scale = 0;
    } else if (ten !== undefined && !tens) {
      section = Math.max(section, 0) + ten;
      tens = true;
      scale = 0;
    } else if (power === 2 && section > 0) {
      section *= 100;
      units = false;
      tens = false;
      scale = 2;
    } else if (power !== undefined && power > 2 && section > 0 && (indian || (power !== 5 && power !== 7))) {
      total = add(total, decimal(section, power));
      section = -1;
      units = false;
      tens = false;
      scale = power;
    } else break;
    words++;
    end = i + word.length;
    i = nextWord(text, end);
    if (i === end) break;
    if (words > 0 && wordAt(text, i) === 'and' && scale >= 2) {
      const after = nextWord(text, i + 3);
      const next = wordAt(text, after);
      if (SMALL[next] === undefined && TENS[next] === undefined) break;
      i = after;
    }
  }
  if (words === 0) return null;
  const value = add(total, decimal(Math.max(section, 0)));
  return withParts(text, end, value, scale, words);
}

/** Behind a whole number: thirds (two thirds), a quarter (five and a quarter), point five. */
function withParts(text: string, end: number, value: Decimal, scale: number, words: number): WordNumber {
  const at = nextWord(text, end);
  if (at === end) return plain(end, value, scale, words);
  const word = wordAt(text, at);
  const under = PARTS[word];
  const over = Number(value.digits);
  if (under !== undefined && value.exponent === 0 && over < under && (over === 1) !== word.endsWith('s')) {
    return fraction(at + word.length, over, under, words + 1);
  }
  const whole = value.exponent === 0 ? wholeBehind(text, at, word, over) : null;
  if (whole !== null) return fraction(whole.end, over, whole.under, words + 2);
  if (word === 'and') {
    const article = nextWord(text, at + 3);
    if (wordAt(text, article) !== 'a') return plain(end, value, scale, words);
    const place = nextWord(text, article + 1);
    const part = wordAt(text, place);
    if (part === 'half') return plain(place + 4, add(value, decimal(5, -1)), 0, words + 3);
    if (part === 'quarter') return plain(place + 7, add(value, decimal(25, -2)), 0, words + 3);
    return plain(end, value, scale, words);
  }
  if (word !== 'point') return plain(end, value, scale, words);
  let digits = 0n;
  let count = 0;
  let last = end;
  let i = nextWord(text, at + 5);
  while (count < 12) {
    const digit = SMALL[wordAt(text, i)];
    if (digit === undefined || digit > 9) break;
    digits = digits * 10n + BigInt(digit);
    count++;
    last = wordEnd(text, i);
    i = nextWord(text, last);
  }
  if (count === 0) return plain(end, value, scale, words);
  return plain(last, add(value, { digits, exponent: -count }), 0, words + 1 + count);
}

/** two in five, nine out of ten, one in every three: what the number is out of; null when nothing of the kind stands behind it. */
function wholeBehind(
  text: string,
  at: number,
  word: string,
  over: number,
): { end: number; under: number } | null {
  if (word !== 'in' && word !== 'out') return null;
  let i = nextWord(text, at + word.length);
  if (word === 'out') {
    if (wordAt(text, i) !== 'of') return null;
    i = nextWord(text, i + 2);
  }
  if (wordAt(text, i) === 'every') i = nextWord(text, i + 5);
  const last = wordAt(text, i);
  const under = last === 'hundred' ? 100 : (SMALL[last] ?? TENS[last]);
  const end = i + last.length;
  if (under === undefined || under <= over || over === 0) return null;
  // Two in five months: they took that long.
  return TIME_BEHIND.test(text.slice(end, end + 9)) ? null : { end, under };
}

const TIME_BEHIND = /^[ -](?:second|minute|hour|day|week|month|quarter|year|decade|hundred|thousand|million)/;

/** tens of millions, hundreds of thousands, dozens */
function readMany(text: string, at: number, first: string): WordNumber {
  let exponent = MANY[first] ?? 0;
  let end = at + first.length;
  let words = 1;
  for (let turn = 0; turn < 2; turn++) {
    const of = nextWord(text, end);
    if (wordAt(text, of) !== 'of') break;
    const next = nextWord(text, of + 2);
    const more = MANY[wordAt(text, next)];
    if (more === undefined || more < 2) break;
    exponent += more;
    end = wordEnd(text, next);
    words += 2;
  }
  return {
    end,
    low: decimal(2, exponent),
    high: decimal(1, exponent + 1),
    form: 'several',
    scale: exponent,
    words,
    fraction: null,
  };
}

/** half, half a million, half million, quarter million */
function readHalf(text: string, at: number, word: string, indian: boolean): WordNumber {
  const end = at + word.length;
  let next = nextWord(text, end);
  if (wordAt(text, next) === 'a') next = nextWord(text, next + 1);
  if (word === 'half' && wordAt(text, next) === 'dozen') return plain(next + 5, decimal(6), 0, 3);
  const power = SCALES[wordAt(text, next)];
  const usable = power !== undefined && power > 2 && (indian || (power !== 5 && power !== 7));
  if (!usable) return fraction(end, 1, word === 'half' ? 2 : 4, 1);
  const value = word === 'half' ? decimal(5, -1) : decimal(25, -2);
  return plain(wordEnd(text, next), shift(value, power), power, 3);
}

function plain(end: number, low: Decimal, scale: number, words: number): WordNumber {
  return { end, low, high: null, form: 'plain', scale, words, fraction: null };
}

function fraction(end: number, over: number, under: number, words: number): WordNumber {
  return {
    end,
    low: times(decimal(over), decimal(1)),
    high: null,
    form: 'plain',
    scale: 0,
    words,
    fraction: { over, under },
  };
}

function wordEnd(text: string, at: number): number {
  let i = at;
  while (i - at < 16 && isLetter(text.charCodeAt(i))) i++;
  return i;
}

function wordAt(text: string, at: number): string {
  const end = wordEnd(text, at);
  return end === at ? '' : text.slice(at, end).toLowerCase();
}

/** Place of the next word behind spaces or one hyphen; `at` itself when neither stands there. */
function nextWord(text: string, at: number): number {
  if (text.charCodeAt(at) === 45 && isLetter(text.charCodeAt(at + 1))) return at + 1;
  return skipSpaces(text, at);
}
