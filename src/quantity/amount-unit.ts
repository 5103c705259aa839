import {
  type AmountTables,
  addHalf,
  type Draft,
  HALVED,
  HYPHEN,
  makeName,
  raise,
  surplus,
} from './amount-draft.ts';
import { PLUS } from './amount-scale.ts';
import { isAlphanumeric, isDigit, isLetter, skipSpaces } from './chars.ts';
import { add, compare, decimal, shift, toNumber } from './decimal.ts';
import { scaleWord } from './english.ts';
import { scanNumeral } from './numeral.ts';
import type { Unit, UnitSpelling, UnitTable } from './units.ts';
import { NOUN_STOPS } from './vocabulary.ts';

const SURPLUS_STOPS = '达模语样媒边级层少维轮任数方';

/** 800亿元+: the sign behind the unit. */
export function readPlusBehind(text: string, draft: Draft): void {
  if (draft.unit === null || draft.form !== 'plain' || text.charCodeAt(draft.end) !== PLUS) return;
  if (isAlphanumeric(text.charCodeAt(skipSpaces(text, draft.end + 1)))) return;
  draft.bound = 'at-least';
  draft.end += 1;
}

/** 300 多, 700 余, 十来: a little over. The plus sign: at least. */
export function readSurplus(tables: AmountTables, text: string, draft: Draft): void {
  const i = skipSpaces(text, draft.end);
  const char = text[i];
  if (
    text.charCodeAt(i) === PLUS &&
    !isDigit(text.charCodeAt(skipSpaces(text, i + 1))) &&
    i - draft.end <= 1
  ) {
    draft.bound = 'at-least';
    draft.end = i + 1;
    // 800+亿元: the scale may stand behind the sign.
    const scale = draft.scale === 0 ? scanNumeral(text, skipSpaces(text, i + 1), tables.stops) : null;
    if (scale?.implicit === true) raise(draft, scale.low.exponent, scale.end);
    return;
  }
  if (draft.form !== 'plain') return;
  if (text.charCodeAt(draft.end) === HYPHEN && readPlusOrOdd(tables, text, draft)) return;
  const next = skipSpaces(text, i + 1);
  if (char === '多' || char === '余') {
    if (SURPLUS_STOPS.includes(text[i + 1] ?? ' ')) return;
    if (draft.style === 'chinese' && compare(draft.low, decimal(10)) < 0) return;
  } else if (char !== '来' || toNumber(draft.low) % 10 !== 0 || tables.suffixes.match(text, next) === null) {
    return;
  }
  surplus(draft, i + 1);
}

/** A hundred-plus customers, 9.4 million-plus: at least; three hundred-odd, eighty-odd billion: a little over. */
function readPlusOrOdd(tables: AmountTables, text: string, draft: Draft): boolean {
  const word = PLUS_OR_ODD.exec(text.slice(draft.end, draft.end + 6))?.[1];
  if (word === undefined) return false;
  const end = draft.end + 1 + word.length;
  if (word === 'plus') {
    draft.bound = 'at-least';
    draft.end = end;
  } else surplus(draft, end);
  const scale = draft.scale < 3 ? scaleWord(text, skipSpaces(text, end), tables.indian) : null;
  if (scale !== null) raise(draft, scale.exponent, scale.end);
  return true;
}

const PLUS_OR_ODD = /^-(plus|odd)(?![a-z])/;

export function readUnit(tables: AmountTables, text: string, draft: Draft, prefix: Unit | null): void {
  if (draft.unit !== null) return;
  if (prefix === null && readMega(tables, text, draft)) return;
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
  const { role } = found.value;
  const unit = isElectricity(draft, found.value.unit)
    ? (tables.units.unit('kWh') ?? found.value.unit)
    : found.value.unit;
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

/** 安装包才 15 兆: where a size is spoken of, 兆 is a megabyte. */
function readMega(tables: AmountTables, text: string, draft: Draft): boolean {
  const mega = tables.units.unit('MB');
  if (mega === undefined || mega === null || draft.scale !== 12 || text[draft.numberEnd - 1] !== '兆')
    return false;
  if (!SIZE_BEFORE.test(text.slice(Math.max(0, draft.start - 16), draft.start))) return false;
  draft.low = shift(draft.low, -12);
  draft.unit = mega;
  draft.role = 'unit';
  return true;
}

const SIZE_BEFORE =
  /(?:压缩[到至成]|瘦身到|安装包|装机包|安装档|下载包|包体|体积|大小|容量|内存|存储|安装文件|空间|apk|档案)[^,;。，；]{0,8}$/i;

/** 4000 亿度 is electricity: nothing is so hot. */
function isElectricity(draft: Draft, unit: Unit): boolean {
  return unit.id === 'celsius' && draft.scale >= 4;
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

/** 10-fold is a multiple; a 28-day build and the 700-billion-yuan mark are measured, 32-bit and 3-tier are sorts. */
function readHyphenUnit(tables: AmountTables, text: string, draft: Draft): void {
  const age = /^-years?-old(?![a-z])/i.exec(text.slice(draft.end, draft.end + 12));
  if (age !== null) {
    draft.unit = tables.units.unit('age') ?? null;
    draft.role = 'unit';
    draft.end += age[0].length;
    return;
  }
  const glued = tables.suffixes.match(text, draft.end);
  const unit = glued ?? tables.suffixes.match(text, draft.end + 1);
  if (unit === null || (glued === null && !isMeasured(unit.value, text, unit.end))) {
    makeName(text, draft);
    return;
  }
  draft.unit = unit.value.unit;
  draft.role = 'unit';
  draft.end = unit.end;
}

function isMeasured(suffix: UnitSpelling, text: string, end: number): boolean {
  const { unit, role } = suffix;
  return (role === 'unit' || unit.dimension === 'people') && text.charCodeAt(end) !== HYPHEN;
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
export function readMinor(tables: AmountTables, text: string, draft: Draft): void {
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
