import type { FigureLike } from '../factbase/interval.ts';
import type { Script, WritingStyle } from './period-text.ts';
import { unitWord } from './unit-words.ts';

/** What a figure needs to be put in words: of a fact, or read from a note. */
export type Amount = FigureLike & { readonly unit: string | null };

interface ScaleWord {
  readonly size: number;
  readonly zh: string;
  readonly 'zh-Hant': string;
}

const CHINESE_SCALES: readonly ScaleWord[] = [
  { size: 1e12, zh: '万亿', 'zh-Hant': '萬億' },
  { size: 1e8, zh: '亿', 'zh-Hant': '億' },
  { size: 1e4, zh: '万', 'zh-Hant': '萬' },
];

const ENGLISH_SCALES = [
  { size: 1e12, word: 'trillion' },
  { size: 1e9, word: 'billion' },
  { size: 1e6, word: 'million' },
] as const;

/** More decimals than these and the digits are written out instead of a scale word. */
const MAX_DECIMALS = 2;

/** A figure with hedge, scale and unit in the style of a note: 超过 6 亿次, more than 600 million. */
export function figureText(amount: Amount, style: WritingStyle): string {
  if (amount.form === 'several' || amount.form === 'order') return vagueText(amount, style);
  const surplus = amount.form === 'surplus';
  return style.script === 'en' ? englishText(amount, surplus) : chineseText(amount, style, surplus);
}

function chineseText(amount: Amount, style: WritingStyle, surplus: boolean): string {
  const unit = unitWord(amount.unit, style.script);
  const scale = chineseScale(amount.low, amount.step, style.script);
  const gap = style.spaced ? ' ' : '';
  const digits = (value: number) => decimal(value / scale.size, decimalsOf(amount.step / scale.size));
  const range = amount.low !== amount.high;
  const percent = range && unit.attached ? unit.word.trim() : '';
  const number = range
    ? `${digits(amount.low)}${percent}${gap}至${gap}${digits(amount.high)}`
    : digits(amount.low);
  const more = surplus ? (style.script === 'zh-Hant' ? '餘' : '余') : '';
  // A hedge that Chinese puts behind the amount would part number and unit; in front it never does.
  const hedge = surplus ? '' : CHINESE_HEDGES[style.script === 'zh-Hant' ? 'zh-Hant' : 'zh'][amount.bound];
  const head = [hedge, unit.before].filter((part) => part !== '').join('');
  const scaled = `${scale.word}${more}`;
  const close = unit.attached || unit.word === '' || unit.word.startsWith(' ') || scaled !== '';
  const tail = close ? unit.word : `${gap}${unit.word}`;
  return `${head}${head === '' ? '' : gap}${number}${scaled === '' ? '' : gap}${scaled}${tail}`;
}

const CHINESE_HEDGES: Readonly<Record<'zh' | 'zh-Hant', Readonly<Record<Amount['bound'], string>>>> = {
  zh: {
    exact: '',
    about: '约',
    nearly: '近',
    'more-than': '超过',
    'at-least': '至少',
    'less-than': '不到',
    'at-most': '至多',
    range: '',
  },
  'zh-Hant': {
    exact: '',
    about: '約',
    nearly: '近',
    'more-than': '超過',
    'at-least': '至少',
    'less-than': '不到',
    'at-most': '至多',
    range: '',
  },
};

function chineseScale(value: number, step: number, script: Script): { size: number; word: string } {
  for (const scale of CHINESE_SCALES) {
    if (Math.abs(value) < scale.size || decimalsOf(step / scale.size) > MAX_DECIMALS) continue;
    return { size: scale.size, word: scale[script === 'zh-Hant' ? 'zh-Hant' : 'zh'] };
  }
  return { size: 1, word: '' };
}

/** The words that stand in front of a figure of this bound; empty for none. */
export function hedgeWord(bound: Amount['bound'], script: Script): string {
  return script === 'en' ? ENGLISH_HEDGES[bound].trimEnd() : CHINESE_HEDGES[script][bound];
}

const ENGLISH_HEDGES: Readonly<Record<Amount['bound'], string>> = {
  exact: '',
  about: 'about ',
  nearly: 'nearly ',
  'more-than': 'more than ',
  'at-least': 'at least ',
  'less-than': 'less than ',
  'at-most': 'at most ',
  range: '',
};

function englishText(amount: Amount, surplus: boolean): string {
  const unit = unitWord(amount.unit, 'en');
  const scale = ENGLISH_SCALES.find(
    ({ size }) => Math.abs(amount.low) >= size && decimalsOf(amount.step / size) <= MAX_DECIMALS,
  );
  const size = scale?.size ?? 1;
  const digits = (value: number) => grouped(decimal(value / size, decimalsOf(amount.step / size)));
  const range = amount.low !== amount.high;
  const number = range ? `${digits(amount.low)} to ${digits(amount.high)}` : digits(amount.low);
  const head = unit.before === '' ? '' : `${unit.before} `;
  const scaled = scale === undefined ? number : `${number} ${scale.word}`;
  const tail = unit.word === '' || unit.attached ? unit.word : ` ${unit.word}`;
  return `${surplus ? 'more than ' : ENGLISH_HEDGES[amount.bound]}${head}${scaled}${tail}`;
}

/** 数千万, 上亿: no digits stand for them. */
function vagueText(amount: Amount, style: WritingStyle): string {
  const size = amount.form === 'several' ? amount.low / 2 : amount.low;
  const unit = unitWord(amount.unit, style.script);
  const gap = unit.attached || unit.word === '' ? '' : ' ';
  if (style.script === 'en') {
    const word = englishSize(size);
    const head =
      amount.form === 'several' ? `${plural(word)}` : `more than ${/^\d/.test(word) ? '' : 'a '}${word}`;
    return `${head}${gap}${unit.word}`.trim();
  }
  const traditional = style.script === 'zh-Hant';
  const several = traditional ? '數' : '数';
  return `${amount.form === 'several' ? several : '上'}${chineseSize(size, traditional)}${unit.word}`;
}

function englishSize(size: number): string {
  for (const { size: unit, word } of [...ENGLISH_SCALES, { size: 1000, word: 'thousand' }]) {
    if (size < unit) continue;
    const times = Math.round(size / unit);
    return times === 1 ? word : `${times === 10 ? 'ten' : 'hundred'} ${word}`;
  }
  return size >= 100 ? 'hundred' : 'ten';
}

function plural(size: string): string {
  const [first = '', rest] = size.split(' ');
  return rest === undefined ? `${first === 'ten' ? 'ten' : first}s` : `${first}s of ${rest}s`;
}

function chineseSize(size: number, traditional: boolean): string {
  const scale = CHINESE_SCALES.find((candidate) => size >= candidate.size);
  const rest = Math.round(size / (scale?.size ?? 1));
  const digit = { 1: '', 10: '十', 100: '百', 1000: '千' }[rest] ?? String(rest);
  return digit + (scale === undefined ? '' : scale[traditional ? 'zh-Hant' : 'zh']);
}

/** Decimals that the place value asks for: 0.1 asks for one, 100 for none. */
function decimalsOf(step: number): number {
  if (!(step > 0)) return 0;
  // Place values are powers of ten; their logarithm is whole but for its last bits.
  return Math.max(0, Math.min(12, -Math.floor(Math.log10(step) + 1e-9)));
}

function decimal(value: number, decimals: number): string {
  return value.toFixed(decimals);
}

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.');
  const marked = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? marked : `${marked}.${fraction}`;
}
