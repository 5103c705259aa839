import { scanDigits } from './arabic.ts';
import { chineseDigit, isAlphanumeric, isDigit, isHan, isLetter, skipSpaces } from './chars.ts';
import { add, compare, type Decimal, decimal, shift, times, toNumber } from './decimal.ts';
import { scaleWord, scanEnglish } from './english.ts';
import type { Bound, FigureForm } from './figure.ts';
import type { Lexicon } from './lexicon.ts';
import { type Numeral, type Stops, scanNumeral } from './numeral.ts';
import type { SpellingRole, Unit, UnitSpelling, UnitTable } from './units.ts';
import { NOUN_STOPS } from './vocabulary.ts';

/** A number with its scale and unit, before anything is said about bounds and ranges. */
export interface Amount {
  readonly start: number;
  readonly end: number;
  readonly low: Decimal;
  readonly high: Decimal | null;
  readonly form: FigureForm;
  /** Power of ten of the scale words at the end of the number. */
  readonly scale: number;
  readonly decimals: number;
  readonly style: 'arabic' | 'chinese' | 'words';
  readonly signs: number;
  readonly implicit: boolean;
  readonly grouped: boolean;
  readonly leadingZero: boolean;
  readonly unit: Unit | null;
  readonly role: SpellingRole | null;
  readonly counter: string;
  /** Bound that a sign inside the figure gives (113k+, 300 多). */
  readonly bound: Bound | null;
  /** Set for parts of a whole that are no decimals: 三分之一 is 1 and 3; scores and ratios as well. */
  readonly over: { readonly under: Decimal; readonly as: 'share' | 'score' | 'ratio' } | null;
  /** Behind the number with its scale and surplus, before any unit. */
  readonly numberEnd: number;
  /** A name, version, identifier or time of day that only starts like a number. */
  readonly name: boolean;
}

export interface AmountTables {
  readonly units: UnitTable;
  readonly suffixes: Lexicon<UnitSpelling>;
  readonly minors: Lexicon<UnitSpelling>;
  readonly stops: Stops;
  readonly indian: boolean;
}

type Draft = { -readonly [K in keyof Amount]: Amount[K] };

const PLUS = 43;
const HYPHEN = 45;
const SLASH = 47;
const COLON = 58;
const LETTER_SCALES: Readonly<Record<string, number>> = {
  k: 3,
  K: 3,
  M: 6,
  m: 6,
  mn: 6,
  MM: 6,
  B: 9,
  b: 9,
  bn: 9,
  Bn: 9,
  BN: 9,
  T: 12,
  t: 12,
  tn: 12,
  w: 4,
  W: 4,
};
const SURPLUS_STOPS = '达模语样媒边级层少维轮任数方';
const SHARE_STOPS = '为立功本员长交都熟绩就分型套千倍像品人年份果效行全';

/** Reads the number at `at` with its unit. `prefix` is a currency that stands in front. Null when there is no number. */
export function scanAmount(
  tables: AmountTables,
  text: string,
  at: number,
  prefix: Unit | null,
): Amount | null {
  const draft = readNumber(tables, text, at);
  if (draft === null || draft.name) return draft;
  if (prefix !== null) cutAtConflict(tables, text, draft, prefix);
  readScale(tables, text, draft, prefix);
  if (draft.name) return draft;
  if (readParts(tables, text, draft)) return draft;
  readSurplus(tables, text, draft);
  draft.numberEnd = draft.end;
  readUnit(tables, text, draft, prefix);
  if (draft.unit?.dimension === 'money') readMinor(tables, text, draft);
  return draft;
}

/** Whether a percent word (百分之) starts here, and the power of ten it stands for. */
export function percentWord(text: string, at: number): { end: number; places: number } | null {
  const places = text[at] === '百' ? 0 : text[at] === '千' ? -1 : text[at] === '万' ? -2 : null;
  if (places === null || text[at + 1] !== '分') return null;
  const zhi = skipSpaces(text, at + 2);
  return text[zhi] === '之' ? { end: skipSpaces(text, zhi + 1), places } : null;
}

function blank(start: number, numeral: Numeral): Draft {
  return {
    start,
    end: numeral.end,
    low: numeral.low,
    high: numeral.high,
    form: numeral.form,
    scale: numeral.scale,
    decimals: numeral.decimals,
    style: numeral.style,
    signs: numeral.signs,
    implicit: numeral.implicit,
    grouped: numeral.grouped,
    leadingZero: numeral.leadingZero,
    unit: null,
    role: null,
    counter: '',
    bound: numeral.form === 'surplus' ? 'more-than' : null,
    over: null,
    numberEnd: numeral.end,
    name: false,
  };
}

function nameTo(start: number, end: number): Draft {
  const nothing: Numeral = {
    end,
    low: decimal(0),
    high: null,
    form: 'plain',
    scale: 0,
    decimals: 0,
    style: 'arabic',
    implicit: false,
    signs: 0,
    grouped: false,
    leadingZero: false,
  };
  return { ...blank(start, nothing), name: true };
}

function readNumber(tables: AmountTables, text: string, at: number): Draft | null {
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

const HALVED = new Set(['time', 'mass', 'volume', 'length']);

/**
 * A comma parts two amounts when each side has the same currency, in front and in Chinese behind: $20，300美圆. Folding makes
 * the full-width comma a narrow one, so the two currencies are what tells.
 */
function cutAtConflict(tables: AmountTables, text: string, draft: Draft, prefix: Unit): void {
  if (!draft.grouped || draft.decimals > 0) return;
  const comma = draft.start + text.slice(draft.start, draft.end).search(/[,，]/);
  if (comma < draft.start || draft.end - comma !== 4) return;
  const place = skipSpaces(text, draft.end);
  const unit = tables.suffixes.match(text, place);
  if (unit?.value.unit !== prefix || !isHan(text.charCodeAt(place))) return;
  draft.low = scanDigits(text.slice(draft.start, comma), 0).value ?? draft.low;
  draft.end = comma;
  draft.grouped = false;
}

function readScale(tables: AmountTables, text: string, draft: Draft, prefix: Unit | null): void {
  if (draft.style === 'arabic' && isLetter(text.charCodeAt(draft.end))) {
    readAttached(tables, text, draft, prefix);
    return;
  }
  let i = skipSpaces(text, draft.end);
  if (text.startsWith('个亿', i) || text.startsWith('个万', i)) {
    raise(draft, text[i + 1] === '亿' ? 8 : 4, i + 2);
    return;
  }
  if (draft.style !== 'arabic') return;
  const and = /^ and a (half|quarter)(?![a-z])/i.exec(text.slice(draft.end, draft.end + 16));
  if (and !== null && draft.decimals === 0) {
    const half = and[1]?.toLowerCase() === 'half';
    draft.low = add(draft.low, half ? decimal(5, -1) : decimal(25, -2));
    draft.decimals = half ? 1 : 2;
    draft.end += and[0].length;
    i = skipSpaces(text, draft.end);
  }
  if (i > draft.end || draft.end === i) {
    const word = scaleWord(text, i, tables.indian);
    if (word !== null) {
      raise(draft, word.exponent, word.end);
      i = skipSpaces(text, draft.end);
      const more = scaleWord(text, i, tables.indian);
      if (more !== null) raise(draft, more.exponent, more.end);
      return;
    }
  }
  if (i > draft.end && raiseCoded(tables, text, draft, i)) return;
  const letter = text[i];
  if (i > draft.end && (letter === 'M' || letter === 'B') && !isAlphanumeric(text.charCodeAt(i + 1))) {
    if (!isHyphenated(text, i + 1) && (letter === 'M' || draft.decimals > 0))
      raise(draft, letter === 'M' ? 6 : 9, i + 1);
  }
}

/** Letters right behind digits: a unit (24GB), a scale (113k, 1.2T, 30 MUSD), or a name (3D, 24703L202). */
function readAttached(tables: AmountTables, text: string, draft: Draft, prefix: Unit | null): void {
  const i = draft.end;
  let end = i;
  while (end - i < 4 && isLetter(text.charCodeAt(end))) end++;
  const unit = tables.suffixes.match(text, i);
  const metre = text[i] === 'm' && (prefix !== null || text[i + 1] === '+');
  if (unit !== null && unit.value.role !== 'classifier' && !metre) {
    if (isHyphenated(text, unit.end)) makeName(text, draft);
    return;
  }
  const exponent = LETTER_SCALES[text.slice(i, end)];
  if (exponent !== undefined && !isAlphanumeric(text.charCodeAt(end)) && !isHyphenated(text, end)) {
    if (exponent === 3 && isResolution(text, draft, end)) makeName(text, draft);
    else raise(draft, exponent, end);
    return;
  }
  if (raiseCoded(tables, text, draft, i)) return;
  const word = scaleWord(text, i, tables.indian);
  if (word !== null) raise(draft, word.exponent, word.end);
  else makeName(text, draft);
}

/** 30 MUSD, 48.5 MGBP: a scale letter glued to a currency code. */
function raiseCoded(tables: AmountTables, text: string, draft: Draft, at: number): boolean {
  const places = LETTER_SCALES[text[at] ?? ''];
  const code = places === undefined ? null : tables.suffixes.match(text, at + 1);
  if (places === undefined || code?.value.unit.dimension !== 'money' || code.end !== at + 4) return false;
  raise(draft, places, at + 1);
  return true;
}

/** 4K and 8K alone are screens. */
function isResolution(text: string, draft: Draft, end: number): boolean {
  if (text[end - 1] !== 'K' || draft.decimals > 0) return false;
  const value = Number(draft.low.digits);
  return (value === 2 || value === 4 || value === 8) && text.charCodeAt(end) !== PLUS;
}

const isHyphenated = (text: string, at: number): boolean =>
  text.charCodeAt(at) === HYPHEN &&
  isAlphanumeric(text.charCodeAt(at + 1)) &&
  !isDigit(text.charCodeAt(at + 1));

function makeName(text: string, draft: Draft): void {
  draft.name = true;
  draft.end = tokenEnd(text, draft.end);
}

/** End of a Latin token with its inner hyphens, dots and underscores. */
export function tokenEnd(text: string, at: number): number {
  let i = at;
  for (;;) {
    const code = text.charCodeAt(i);
    if (isAlphanumeric(code) || code === 95) i++;
    else if ((code === HYPHEN || code === 46 || code === COLON) && isAlphanumeric(text.charCodeAt(i + 1)))
      i += 2;
    else return i;
  }
}

function raise(draft: Draft, places: number, end: number): void {
  draft.low = shift(draft.low, places);
  if (draft.high !== null) draft.high = shift(draft.high, places);
  draft.scale += places;
  draft.end = end;
  draft.decimals = 0;
}

/** 三分之一, 七成六, 3/4, 4.8/5, times of day. True when the amount is complete with it. */
function readParts(tables: AmountTables, text: string, draft: Draft): boolean {
  if (draft.over !== null) return finishShare(tables, text, draft);
  const i = skipSpaces(text, draft.end);
  const char = text[i];
  if (char === '分') {
    const zhi = skipSpaces(text, i + 1);
    if (text[zhi] !== '之') return false;
    const top = scanNumeral(text, skipSpaces(text, zhi + 1), tables.stops);
    if (top === null || draft.low.digits <= 0n) return false;
    draft.over = { under: draft.low, as: 'share' };
    draft.low = top.low;
    draft.end = top.end;
    draft.implicit = false;
    draft.signs += 2;
    draft.unit = tables.units.unit('share');
    draft.role = 'unit';
    return true;
  }
  if (char === '又' && draft.style === 'chinese') return readMixed(tables, text, draft, i);
  if (char === '成') return readTenths(tables, text, draft, i);
  if (draft.style !== 'arabic' || draft.end !== i) return false;
  if (text.charCodeAt(i) === SLASH && isDigit(text.charCodeAt(i + 1))) return readSlash(tables, text, draft);
  if ((char === ':' || char === '：') && isDigit(text.charCodeAt(i + 1))) return readColon(text, draft);
  return false;
}

/** 十一又十四分之一 */
function readMixed(tables: AmountTables, text: string, draft: Draft, at: number): boolean {
  const under = scanNumeral(text, at + 1, tables.stops);
  if (under === null || !text.startsWith('分之', under.end) || under.low.digits <= 0n) return false;
  const over = scanNumeral(text, under.end + 2, tables.stops);
  if (over === null) return false;
  draft.low = add(times(draft.low, under.low), over.low);
  draft.over = { under: under.low, as: 'share' };
  draft.end = over.end;
  draft.unit = tables.units.unit('share');
  draft.role = 'unit';
  draft.signs += 4;
  return true;
}

function finishShare(tables: AmountTables, text: string, draft: Draft): boolean {
  if (isHyphenated(text, draft.end)) {
    draft.name = true;
    return true;
  }
  draft.unit = tables.units.unit('share');
  draft.role = 'unit';
  return true;
}

function readTenths(tables: AmountTables, text: string, draft: Draft, at: number): boolean {
  if (draft.scale > 0 || draft.grouped || SHARE_STOPS.includes(text[at + 1] ?? ' ')) return false;
  if (draft.low.digits > 10n && draft.decimals === 0) return false;
  draft.low = shift(draft.low, 1);
  if (draft.high !== null) draft.high = shift(draft.high, 1);
  draft.end = at + 1;
  draft.unit = tables.units.unit('percent');
  draft.role = 'unit';
  draft.signs += 1;
  const place = skipSpaces(text, draft.end);
  const digit = chineseDigit(text.charCodeAt(place));
  if (text[place] === '半') {
    draft.low = add(draft.low, decimal(5));
    draft.end = place + 1;
  } else if (digit > 0 && !isHan(text.charCodeAt(place + 1)) && draft.decimals === 0) {
    draft.low = add(draft.low, decimal(digit));
    draft.end = place + 1;
  }
  draft.decimals = 0;
  draft.scale = 1;
  return true;
}

/** 4.8/5 is a score, 3/4 a part, 24/7 and 9/11 are names, 2018/1/10 a date. */
function readSlash(tables: AmountTables, text: string, draft: Draft): boolean {
  const bottom = scanDigits(text, draft.end + 1);
  const next = text.charCodeAt(bottom.end);
  const value = bottom.value;
  if (
    value === null ||
    next === SLASH ||
    isLetter(next) ||
    isHyphenated(text, bottom.end) ||
    draft.leadingZero
  ) {
    draft.name = true;
    draft.end = tokenEnd(text, bottom.end);
    while (text.charCodeAt(draft.end) === SLASH) draft.end = tokenEnd(text, draft.end + 1);
    return true;
  }
  const under = Number(value.digits);
  const above = Number(draft.low.digits) * 10 ** draft.low.exponent;
  const score = above <= under && (draft.decimals > 0 || ((under === 10 || under === 100) && above > 1));
  const part =
    above < under &&
    (under <= 9 || above === 1) &&
    under <= 100 &&
    draft.decimals === 0 &&
    value.exponent === 0;
  draft.end = bottom.end;
  if (!score && !part) {
    draft.name = true;
    return true;
  }
  draft.over = { under: value, as: score ? 'score' : 'share' };
  draft.unit = tables.units.unit(score ? 'score' : 'share');
  draft.role = 'unit';
  return true;
}

/** 3:1 is a ratio where the text says so, else a time of day or a sports score. */
function readColon(text: string, draft: Draft): boolean {
  const bottom = scanDigits(text, draft.end + 1);
  const before = text.slice(Math.max(0, draft.start - 8), draft.start);
  draft.end = bottom.end;
  const said = /比(?:例|率|值)?(?:约?[为是]|约|达)?\s*$|ratio (?:of|is|was)?\s*$/i.test(before);
  if (said && bottom.value !== null && bottom.whole < 3 && !bottom.leadingZero && text[bottom.end] !== ':') {
    draft.over = { under: bottom.value, as: 'ratio' };
    return true;
  }
  draft.name = true;
  draft.end = tokenEnd(text, bottom.end);
  return true;
}

/** 300 多, 700 余, 十来: a little over. The plus sign: at least. */
function readSurplus(tables: AmountTables, text: string, draft: Draft): void {
  const i = skipSpaces(text, draft.end);
  const char = text[i];
  if (text.charCodeAt(i) === PLUS && !isDigit(text.charCodeAt(i + 1)) && i - draft.end <= 1) {
    draft.bound = 'at-least';
    draft.end = i + 1;
    return;
  }
  if (draft.form !== 'plain') return;
  const next = skipSpaces(text, i + 1);
  if (char === '多' || char === '余') {
    if (SURPLUS_STOPS.includes(text[i + 1] ?? ' ')) return;
    if (draft.style === 'chinese' && compare(draft.low, decimal(10)) < 0) return;
  } else if (char !== '来' || toNumber(draft.low) % 10 !== 0 || tables.suffixes.match(text, next) === null) {
    return;
  }
  surplus(draft, i + 1);
}

function surplus(draft: Draft, end: number): void {
  draft.form = 'surplus';
  draft.bound = 'more-than';
  draft.end = end;
}

function readUnit(tables: AmountTables, text: string, draft: Draft, prefix: Unit | null): void {
  if (draft.unit !== null) return;
  const i = skipSpaces(text, draft.end);
  const found = tables.suffixes.match(text, i);
  if (
    draft.style !== 'chinese' &&
    text.charCodeAt(draft.end) === HYPHEN &&
    isLetter(text.charCodeAt(draft.end + 1))
  ) {
    readHyphenUnit(tables, text, draft);
    if (draft.name || draft.unit !== null) return;
  }
  const fits = found !== null && !continues(tables.units, text, i, found.end);
  if (!fits || found === null) {
    draft.unit = prefix;
    if (prefix === null) lookAhead(tables, text, draft);
    else draft.role = 'unit';
    return;
  }
  const { unit, role } = found.value;
  if (isModelSize(text, draft, found.end, i)) {
    draft.unit = tables.units.unit('parameters');
    draft.role = 'unit';
    return;
  }
  const generic = prefix !== null && unit.dimension === 'money';
  draft.unit = prefix !== null && (generic || role !== 'unit') ? prefix : unit;
  draft.role = prefix === null ? role : 'unit';
  if (prefix !== null && !generic) return;
  draft.end = found.end;
  if (role === 'classifier' || role === 'noun') draft.counter = text.slice(i, found.end);
  readBehindUnit(tables, text, draft, i, found.end);
  if (draft.unit.dimension === 'money') readTrailingScale(text, draft);
}

/** 7B 模型, 8B models, 8B 级: the B counts parameters, not models. */
function isModelSize(text: string, draft: Draft, end: number, start: number): boolean {
  if (draft.style !== 'arabic' || text[draft.end - 1] !== 'B') return false;
  const word = text.slice(start, end).toLowerCase();
  return word === '模型' || word === '级' || word === 'models' || word === 'model';
}

/** 75 USD million */
function readTrailingScale(text: string, draft: Draft): void {
  if (draft.scale > 0 || draft.style !== 'arabic') return;
  const word = scaleWord(text, skipSpaces(text, draft.end), false);
  if (word !== null) raise(draft, word.exponent, word.end);
}

/** 10-fold is a multiple; 3-year and 32-bit are adjectives. */
function readHyphenUnit(tables: AmountTables, text: string, draft: Draft): void {
  const unit = tables.suffixes.match(text, draft.end);
  if (unit !== null) {
    draft.unit = unit.value.unit;
    draft.role = 'unit';
    draft.end = unit.end;
    return;
  }
  makeName(text, draft);
}

/** Half behind the unit (一吨半, 一个半小时), surplus behind it (7 倍多, 17 个多月), and the unit behind a classifier (个月). */
function readBehindUnit(tables: AmountTables, text: string, draft: Draft, start: number, end: number): void {
  const char = text[end];
  const classifier = end - start === 1 && text[start] === '个';
  if (classifier && (char === '半' || char === '多')) {
    const unit = tables.suffixes.match(text, end + 1);
    const moon = text[end + 1] === '月' ? { unit: tables.units.unit('months'), end: end + 2 } : null;
    const behind = moon ?? (unit?.value.role === 'unit' ? { unit: unit.value.unit, end: unit.end } : null);
    if (behind === null || behind.unit === null) return;
    draft.unit = behind.unit;
    draft.role = 'unit';
    draft.counter = '';
    if (char === '半') addHalf(draft, behind.end);
    else surplus(draft, behind.end);
    return;
  }
  const role = draft.role;
  if (char === '半' && role === 'unit' && HALVED.has(draft.unit?.dimension ?? '') && draft.decimals === 0) {
    if (text[end + 1] !== '年' && text[end + 1] !== '导') addHalf(draft, end + 1);
    return;
  }
  if ((char === '多' || char === '余') && role === 'unit' && draft.form === 'plain') {
    if (!SURPLUS_STOPS.includes(text[end + 1] ?? ' ') && draft.unit?.dimension !== 'money')
      surplus(draft, end + 1);
  }
}

function addHalf(draft: Draft, end: number): void {
  draft.low = add(draft.low, decimal(5, -1));
  draft.decimals = 1;
  draft.end = end;
  draft.signs += 1;
}

function continues(units: UnitTable, text: string, start: number, end: number): boolean {
  if (end - start !== 1) return false;
  return units.continues.get(text[start] ?? '')?.includes(text[end] ?? ' ') === true && end < text.length;
}

/** 39 active AI frameworks: the counted noun up to three words on gives the unit; the figure ends at its number. */
function lookAhead(tables: AmountTables, text: string, draft: Draft): void {
  let i = draft.end;
  for (let words = 0; words < 4; words++) {
    const start = skipSpaces(text, i);
    if (start === i || !isLetter(text.charCodeAt(start))) return;
    let end = start;
    while (end - start < 24 && (isLetter(text.charCodeAt(end)) || text.charCodeAt(end) === HYPHEN)) end++;
    if (NOUN_STOPS.has(text.slice(start, end).toLowerCase())) return;
    const noun = tables.suffixes.match(text, start);
    if (noun !== null && noun.value.role === 'noun') {
      draft.unit = noun.value.unit;
      draft.role = 'noun';
      draft.counter = text.slice(start, noun.end);
      if (words === 0) draft.end = noun.end;
      return;
    }
    i = end;
  }
}

/** 50 元 6 角 3 分, 3 dollars 50 cents, 三块四. */
function readMinor(tables: AmountTables, text: string, draft: Draft): void {
  for (let turn = 0; turn < 2; turn++) {
    const at = skipSpaces(text, draft.end);
    const numeral = scanNumeral(text, at, tables.stops);
    if (numeral === null || numeral.scale > 0 || draft.scale > 3) return;
    const coin = minorAt(tables, text, skipSpaces(text, numeral.end));
    if (coin === null || coin.unit !== draft.unit) return;
    const places = coin.part.length - 2;
    draft.low = add(draft.low, shift(numeral.low, -places));
    draft.decimals = Math.max(draft.decimals, places);
    draft.end = coin.end;
  }
}

function minorAt(
  tables: AmountTables,
  text: string,
  at: number,
): { unit: Unit; part: string; end: number } | null {
  const match = tables.minors.match(text, at);
  return match === null ? null : { unit: match.value.unit, part: match.value.part, end: match.end };
}
