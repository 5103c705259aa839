import { type AmountTables, type Draft, isHyphenated, surplus, tokenEnd } from './amount-draft.ts';
import { scanDigits } from './arabic.ts';
import { chineseDigit, isDigit, isHan, isLetter, skipSpaces } from './chars.ts';
import { add, decimal, shift, times } from './decimal.ts';
import { scanNumeral } from './numeral.ts';

const SLASH = 47;

const SHARE_STOPS = '为立功本员长交熟绩就分型套千倍像品人年份果效行全';

/** 三分之一, 七成六, 3/4, 4.8/5, times of day. True when the amount is complete with it. */
export function readParts(tables: AmountTables, text: string, draft: Draft): boolean {
  if (draft.over !== null) return finishShare(tables, text, draft);
  const i = skipSpaces(text, draft.end);
  const char = text[i];
  if (char === '分') {
    const zhi = skipSpaces(text, i + 1);
    if (text[zhi] !== '之') return false;
    const top = scanNumeral(text, skipSpaces(text, zhi + 1), tables.stops);
    // 几百分之一 says of how many only roughly.
    if (top === null || draft.low.digits <= 0n || draft.high !== null) return false;
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
  if (draft.style !== 'arabic') return false;
  if (readOutOf(tables, text, draft)) return true;
  if (draft.end !== i) return false;
  if (text.charCodeAt(i) === SLASH && isDigit(text.charCodeAt(i + 1))) return readSlash(tables, text, draft);
  if ((char === ':' || char === '：') && isDigit(text.charCodeAt(i + 1))) return readColon(text, draft);
  return false;
}

/** 3.8 out of 5 and 4.8（满分 5 分） are scores. */
function readOutOf(tables: AmountTables, text: string, draft: Draft): boolean {
  const after = text.charCodeAt(draft.end);
  if (after !== SPACE && after !== PAREN && after !== WIDE_PAREN) return false;
  if (draft.scale > 0) return false;
  const behind = text.slice(draft.end, draft.end + 40);
  if (readOfEvery(tables, behind, draft)) return true;
  const found = OUT_OF.exec(behind);
  const under = found?.[1] ?? found?.[2];
  if (found === null || under === undefined) return false;
  const top = Number(under);
  if (Number(draft.low.digits) * 10 ** draft.low.exponent > top) return false;
  draft.end += found[0].length;
  // 7 out of 10 firms are a share of them.
  const share =
    draft.decimals === 0 && text.charCodeAt(draft.end) === SPACE && isLetter(text.charCodeAt(draft.end + 1));
  draft.over = { under: decimal(top), as: share ? 'share' : 'score' };
  draft.unit = tables.units.unit(share ? 'share' : 'score');
  draft.role = 'unit';
  return true;
}

/** 1.68 in every hundred, 91 times in 100, 95 or more out of every 100: a share. */
function readOfEvery(tables: AmountTables, behind: string, draft: Draft): boolean {
  const found = OF_EVERY.exec(behind);
  const under = found?.[2] ?? found?.[3];
  if (found === null || under === undefined) return false;
  const top = WHOLES[under.toLowerCase()] ?? Number(under);
  if (Number(draft.low.digits) * 10 ** draft.low.exponent >= top) return false;
  if (found[1] !== undefined) draft.bound = 'at-least';
  draft.over = { under: decimal(top), as: 'share' };
  draft.end += found[0].length;
  draft.unit = tables.units.unit('share');
  draft.role = 'unit';
  return true;
}

const OF_EVERY =
  /^( or more)?(?: times)?(?: (?:out of|in|of|per) (?:every|each|any) (10{1,4}|5|20|ten|hundred|thousand)| times (?:out of|in) (?:a )?(100?|ten|hundred))\b(?! (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?))/i;
const WHOLES: Readonly<Record<string, number>> = { ten: 10, hundred: 100, thousand: 1000 };

const SPACE = 32;
const PAREN = 40;
const WIDE_PAREN = 0xff08;
const OUT_OF =
  /^ out of (?:a possible )?(5|10|100)(?![\d.,]*\d)|^ ?[(（](?:满分|总分)(?:为|是)? ?(5|10|100) ?分?[)）]/;

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
  } else if (digit > 0 && draft.decimals === 0 && !beginsNumber(tables, text, place + 1)) {
    draft.low = add(draft.low, decimal(digit));
    draft.end = place + 1;
  }
  draft.decimals = 0;
  draft.scale = 1;
  if (text[draft.end] === '多') surplus(draft, draft.end + 1);
  return true;
}

/** 七成八主攻 is 78 %, 七成八个 would be eight of something. */
function beginsNumber(tables: AmountTables, text: string, at: number): boolean {
  if (!isHan(text.charCodeAt(at))) return false;
  return (
    chineseDigit(text.charCodeAt(at)) >= 0 ||
    NUMERAL_GOES_ON.includes(text[at] ?? ' ') ||
    tables.suffixes.match(text, at) !== null
  );
}

const NUMERAL_GOES_ON = '十百千万亿成分点';

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
