import { type AmountTables, blank, type Draft, HALVED, nameTo, tokenEnd } from './amount-draft.ts';
import { scanDigits } from './arabic.ts';
import { chineseDigit, isDigit, isLetter, skipSpaces } from './chars.ts';
import { decimal, shift, times } from './decimal.ts';
import { scanEnglish } from './english.ts';
import { type Numeral, scanNumeral } from './numeral.ts';

/** Whether a percent word (百分之) starts here, and the power of ten it stands for. */
export function percentWord(text: string, at: number): { end: number; places: number } | null {
  const places = text[at] === '百' ? 0 : text[at] === '千' ? -1 : text[at] === '万' ? -2 : null;
  if (places === null || text[at + 1] !== '分') return null;
  const zhi = skipSpaces(text, at + 2);
  return text[zhi] === '之' ? { end: skipSpaces(text, zhi + 1), places } : null;
}

export function readNumber(tables: AmountTables, text: string, at: number): Draft | null {
  const code = text.charCodeAt(at);
  if (isLetter(code)) return readWords(tables, text, at);
  if (isDigit(code) && scanDigits(text, at).value === null)
    return nameTo(at, tokenEnd(text, scanDigits(text, at).end));
  const percent = percentWord(text, at);
  if (percent !== null) return readPercentWord(tables, text, at, percent.end, percent.places);
  const several = severalAt(tables, text, at);
  if (several !== null) return several;
  if (text[at] === '半') return readHalf(tables, text, at);
  const numeral = scanNumeral(text, at, tables.stops);
  if (numeral === null) return null;
  const digits = chineseRunEnd(text, numeral.end);
  if (numeral.style === 'chinese' && digits > numeral.end) return nameTo(at, digits);
  return blank(at, numeral);
}

/** Chinese digits behind a finished number belong to a digit-by-digit reading (九九, 一三五), which is no amount. */
function chineseRunEnd(text: string, at: number): number {
  let i = at;
  while (chineseDigit(text.charCodeAt(i)) > 0) i++;
  return i;
}

function readWords(tables: AmountTables, text: string, at: number): Draft | null {
  const number = scanEnglish(text, at, tables.indian);
  if (number === null) return null;
  const draft: Draft = {
    ...nameTo(at, number.end),
    name: false,
    low: number.low,
    high: number.high,
    form: number.form,
    scale: number.scale,
    style: 'words',
    signs: number.words,
    decimals: number.low.exponent < 0 ? -number.low.exponent : 0,
  };
  if (number.fraction !== null) {
    const hour = number.words === 1 && number.fraction.under === 2 ? halfUnit(tables, text, number.end) : -1;
    if (hour >= 0) return { ...draft, low: decimal(5, -1), decimals: 1, end: hour, signs: 2 };
    draft.low = decimal(number.fraction.over);
    draft.over = { under: decimal(number.fraction.under), as: 'share' };
  }
  return draft;
}

/** half an hour, half a year: place of the unit, or -1. */
function halfUnit(tables: AmountTables, text: string, at: number): number {
  const article = /^ an? /i.exec(text.slice(at, at + 4));
  if (article === null) return -1;
  const unit = tables.suffixes.match(text, at + article[0].length);
  return unit !== null && HALVED.has(unit.value.unit.dimension) ? at + article[0].length : -1;
}

function readPercentWord(
  tables: AmountTables,
  text: string,
  at: number,
  from: number,
  places: number,
): Draft | null {
  const several = severalAt(tables, text, from);
  const numeral = several === null ? scanNumeral(text, from, tables.stops) : null;
  if (several === null && numeral === null) return null;
  const draft = several ?? blank(at, numeral as Numeral);
  draft.start = at;
  draft.low = shift(draft.low, places);
  if (draft.high !== null) draft.high = shift(draft.high, places);
  draft.decimals = Math.max(0, draft.decimals - (draft.decimals > 0 ? places : 0));
  draft.implicit = false;
  draft.unit = tables.units.unit('percent');
  draft.role = 'unit';
  return draft;
}

/** 数千万, 几十, 好几百: two to ten of the scale. 上百, 上亿: of that order. */
function severalAt(tables: AmountTables, text: string, at: number): Draft | null {
  const lead = text[at] === '好' && text[at + 1] === '几' ? at + 1 : at;
  const char = text[lead];
  if (char !== '数' && char !== '几' && char !== '上') return null;
  if (chineseDigit(text.charCodeAt(lead + 1)) >= 0 || tables.stops(text, lead + 1, false)) return null;
  const scale =
    text[lead + 1] === '十' ? tenScale(tables, text, lead + 1) : scanNumeral(text, lead + 1, tables.stops);
  if (scale === null || !scale.implicit) return null;
  const draft = blank(at, scale);
  draft.implicit = false;
  if (char === '上') {
    draft.form = 'order';
    draft.bound = 'at-least';
    return draft;
  }
  draft.form = 'several';
  draft.bound = 'range';
  draft.low = times(scale.low, decimal(2));
  draft.high = shift(scale.low, 1);
  return draft;
}

/** 十 begins no scale of its own for the numeral reader, for it is a number; behind 数 it is one: 数十亿. */
function tenScale(tables: AmountTables, text: string, at: number): Numeral | null {
  const rest = scanNumeral(text, at + 1, tables.stops);
  const more = rest?.implicit === true ? rest : null;
  const numeral = scanNumeral(text, at, tables.stops);
  if (numeral === null) return null;
  if (more === null)
    return { ...numeral, end: at + 1, low: decimal(10), implicit: true, scale: 0, form: 'plain' };
  return { ...more, low: shift(more.low, 1), signs: more.signs + 1 };
}

/** 半 is half of the unit behind it: 半年, 半个月. */
function readHalf(tables: AmountTables, text: string, at: number): Draft | null {
  const place = skipSpaces(text, at + 1);
  const unit = tables.suffixes.match(text, place);
  if (unit === null || unit.value.role !== 'unit' || !HALVED.has(unit.value.unit.dimension)) return null;
  return {
    ...nameTo(at, at + 1),
    name: false,
    low: decimal(5, -1),
    decimals: 1,
    style: 'chinese',
    signs: 2,
  };
}
