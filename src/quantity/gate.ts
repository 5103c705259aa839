import type { Amount } from './amount.ts';
import { isAlphanumeric, isDigit, isHan, isLetter, isUpper, skipSpaces, skipSpacesBack } from './chars.ts';
import { toNumber } from './decimal.ts';
import type { Lexicon } from './lexicon.ts';

/** What the reader knows about the place of a number. */
export interface Setting {
  readonly text: string;
  /** A bounding word stands in front. */
  readonly bounded: boolean;
  /** A word such as 图 or Section stands right before it. */
  readonly structure: boolean;
  /** A Latin word stands right before it: its span, and whether it looks like a name. */
  readonly word: { readonly start: number; readonly end: number; readonly name: boolean } | null;
  readonly naming: Lexicon<true>;
}

/** Whether an amount is a figure: a stated quantity, not a name, a place in a list or an article. */
export function isFigure(amount: Amount, setting: Setting): boolean {
  if (amount.name) return false;
  if (amount.form === 'several') return true;
  const marked = setting.bounded || amount.bound !== null;
  if (amount.implicit) return isScaleFigure(amount, setting, marked);
  if (amount.over !== null) return isPart(amount, setting);
  if (isDayOfMonth(amount, setting.text)) return false;
  // 七个十年 are seventy years, not ten.
  if (amount.unit?.id === 'years' && setting.text[amount.start - 1] === '个') return false;
  if (amount.role === 'unit') return !(amount.style === 'arabic' && isVersioned(amount, setting, true));
  if (amount.unit !== null) return isCount(amount, setting, marked);
  return isBare(amount, setting, marked);
}

/** 15 日 alone is a day of a month that stands elsewhere; 90 日 lasts. */
function isDayOfMonth(amount: Amount, text: string): boolean {
  if (amount.unit?.id !== 'days' || amount.form !== 'plain' || amount.high !== null) return false;
  return text[amount.end - 1] === '日' && amount.low.exponent <= 0 && toNumber(amount.low) <= 31;
}

/** 万亿 Token, 百亿级 and 超万亿 state an order of magnitude; 千万, 百 and 亿 alone do not. */
function isScaleFigure(amount: Amount, setting: Setting, marked: boolean): boolean {
  if (marked) return !setting.naming.match(setting.text, amount.end);
  if (isLevel(setting.text, amount.end)) return true;
  if (amount.unit === null || amount.role === 'classifier' || amount.unit.dimension === 'items') return false;
  if (amount.unit.kind === 'currency') return amount.low.exponent >= 6;
  return amount.low.exponent >= 4 || amount.role === 'unit';
}

/** 百亿级, 千万级别, 亿量级 */
export function isLevel(text: string, at: number): boolean {
  const place = skipSpaces(text, at);
  return text[place] === '级' || text.startsWith('量级', place);
}

function isPart(amount: Amount, setting: Setting): boolean {
  if (setting.structure) return false;
  if (amount.style !== 'words' || amount.low.digits !== 1n) return true;
  const fraction = setting.text.slice(amount.start, amount.end).toLowerCase();
  if (/^an? /.test(fraction)) return PART_BEHIND.test(setting.text.slice(amount.end, amount.end + 12));
  if (fraction === 'quarter' || fraction === 'half') return fraction === 'half' && isHalf(amount, setting);
  return true;
}

/** Up by a fifth, a third of them; a third party and a quarter ago are no shares. */
const PART_BEHIND =
  /^(?: ?(?:[^ a-z]|$)| (?:of|in|more|less|lower|higher|from|on|compared|since|last|over|as|for|and|to|by|per|annually|between|during|against|with|was|is|are|were|comes?|came|year on year)\b)/i;

/** half of the firms, more than half the users; not half-hearted or second half. */
function isHalf(amount: Amount, setting: Setting): boolean {
  if (setting.bounded) return true;
  const after = skipSpaces(setting.text, amount.end);
  return /^(?:of |the |all |its |their |a )/i.test(setting.text.slice(after, after + 6));
}

function isCount(amount: Amount, setting: Setting, marked: boolean): boolean {
  const one = amount.low.digits === 1n && amount.low.exponent === 0 && amount.high === null;
  if (one && !marked && amount.style !== 'arabic' && !isOnlyOne(amount, setting.text)) return false;
  if (amount.counter === '大' && amount.low.digits === 10n && !isBuilt(setting.text, amount.end))
    return false;
  if (amount.style !== 'arabic') return true;
  if (amount.leadingZero) return false;
  const latin = isLetter(amount.counter.charCodeAt(0));
  if (latin && isYearLike(amount) && !marked) return false;
  if (latin && amount.scale === 0 && !marked && isVersioned(amount, setting, false)) return false;
  return true;
}

function isBare(amount: Amount, setting: Setting, marked: boolean): boolean {
  const { text } = setting;
  // Nothing is numbered in 万 or with grouped digits: Qwen 11.3 万 is no version.
  const numbered = setting.structure && !isSpelled(amount, text);
  if (numbered || text[skipSpaces(text, amount.end)] === '点') return false;
  if (setting.naming.match(text, skipSpaces(text, amount.end)) !== null) return false;
  if (amount.style === 'arabic') return isBareDigits(amount, setting, marked);
  if (amount.style === 'words') {
    if (text.charCodeAt(amount.end) === 45) return false;
    return marked || amount.signs > 1 || countsBehind(amount, text) || countsBefore(amount, text);
  }
  if (amount.high !== null && amount.scale === 0 && amount.signs === 2) return false;
  return amount.signs > 1 || marked;
}

function isBareDigits(amount: Amount, setting: Setting, marked: boolean): boolean {
  const { text } = setting;
  if (amount.leadingZero) return false;
  const spelled = isSpelled(amount, text);
  const before = text.charCodeAt(amount.start - 1);
  const after = text.charCodeAt(amount.end);
  if (before === SLASH || (after === SLASH && isAlphanumeric(text.charCodeAt(amount.end + 1)))) return false;
  if (isYearLike(amount) && !setting.bounded) return false;
  if (spelled || marked) return true;
  if (isRelease(amount)) return false;
  if (isPhone(amount) || isSum(amount, text) || isClock(amount, text)) return false;
  if (isVersioned(amount, setting, false) || isListed(amount, text)) return false;
  if (before === 35 || before === 64 || before === 95 || before === 92) return false;
  return !(after === 45 && isAlphanumeric(text.charCodeAt(amount.end + 1))) && after !== 95;
}

/** 十大枢纽 are ten hubs; 十大模型 are a list of the best. */
export function isBuilt(text: string, at: number): boolean {
  return BUILT.test(text.slice(at, at + 8));
}

const BUILT = /^(?:国家|全国)?级?(?:算力|计算|数据中心)?(?:枢纽|节点|集群|园区|工程)/;

/** 只占一席, 只剩下一个: an article counts where a word says that it is all. */
function isOnlyOne(amount: Amount, text: string): boolean {
  return ONLY_BEFORE.test(text.slice(Math.max(0, amount.start - 6), amount.start));
}

const ONLY_BEFORE = /(?:[只仅剩][占有剩余是下保住了得到]{0,3}|唯一) ?$/;

/** Nine of the ten, eight government departments: a number word that says what it counts. One is an article. */
function countsBehind(amount: Amount, text: string): boolean {
  if (amount.low.exponent === 0 && amount.low.digits < 2n) return false;
  return COUNTED_BEHIND.test(text.slice(amount.end, amount.end + 48));
}

const COUNTED_BEHIND =
  /^ (?:of (?:the|its|their|all|these|those|them|our|[A-Z])|(?:(?:[a-z]{3,14}(?:-[a-z]{1,10})?|AI|GPU|LLM|API) ){0,2}(?!(?:this|thus|has|was|does|always|less|across|perhaps|hours|days|weeks|months|years|times)\b)[a-z]{3,16}s\b)/;

/** A team of five in Shenzhen, the hubs number eight: something that is counted stands before. */
function countsBefore(amount: Amount, text: string): boolean {
  if (amount.low.exponent === 0 && amount.low.digits < 2n) return false;
  return COUNTED_BEFORE.test(text.slice(Math.max(0, amount.start - 32), amount.start));
}

const COUNTED_BEFORE =
  /\b(?:(?:teams?|crews?|staff|headcount|workforce|squad|panel|total|tally|count|size) (?:of|is|was|stands at) |number(?:s|ed|ing)? |total(?:s|led|ling)? )(?:just |only |(?:a )?mere )?$/i;

/** 1,590, 27k, 11.3 万, 6 千: no version and no place in a structure is written so. */
function isSpelled(amount: Amount, text: string): boolean {
  return (
    amount.scale > 0 ||
    amount.grouped ||
    (amount.style === 'arabic' && isHan(text.charCodeAt(amount.numberEnd - 1)))
  );
}

const SLASH = 47;

/** 2 + 2 = 4, C++17 */
function isSum(amount: Amount, text: string): boolean {
  const before = text[skipSpacesBack(text, amount.start) - 1];
  const after = text[skipSpaces(text, amount.end)];
  return before === '+' || before === '=' || after === '+' || after === '=';
}

/** 5 p.m., 5pm */
function isClock(amount: Amount, text: string): boolean {
  const place = skipSpaces(text, amount.end);
  return /^[ap]\.?m(?![a-z])/i.test(text.slice(place, place + 4));
}

/** 2.0 and 0 without a unit: a release, or an empty count. */
function isRelease(amount: Amount): boolean {
  return (
    amount.low.digits === 0n ||
    (amount.decimals === 1 && amount.low.digits % 10n === 0n && amount.low.digits < 100n)
  );
}

/** Plain 1900 to 2100 reads as a year. */
function isYearLike(amount: Amount): boolean {
  if (amount.grouped || amount.decimals > 0 || amount.scale > 0) return false;
  return amount.low.exponent === 0 && amount.low.digits >= 1900n && amount.low.digits <= 2100n;
}

function isPhone(amount: Amount): boolean {
  return (
    amount.low.digits >= 13_000_000_000n && amount.low.digits < 20_000_000_000n && amount.low.exponent === 0
  );
}

/** Llama 3, Claude 3.5, Python 3.11: a small number right behind a name. */
function isVersioned(amount: Amount, setting: Setting, unitGiven: boolean): boolean {
  const { word, text } = setting;
  if (word === null || !word.name || unitGiven || amount.scale > 0) return false;
  if (skipSpacesBack(text, amount.start) !== word.end) return false;
  if (amount.low.digits >= 1000n && LISTED_BEFORE.test(text.slice(Math.max(0, word.start - 8), word.start)))
    return false;
  return amount.low.digits < 10_000n;
}

/** Llama 2.7 万、DeepSeek 6000: in a list of names with their numbers, this is one more. */
const LISTED_BEFORE = /(?:\d,\d{3}|\d ?[万亿千百kKmM])\+? ?(?:[、,，;；]|和|与|及|,? and) ?$/;

/** 1. and 2) at the start of a line, [3] and (4) as references. */
function isListed(amount: Amount, text: string): boolean {
  const before = text[amount.start - 1];
  const after = text[amount.end];
  if (
    (before === '[' && after === ']') ||
    (before === '(' && after === ')') ||
    (before === '（' && after === '）')
  )
    return true;
  if (before === '【' && after === '】') return true;
  const start = skipSpacesBack(text, amount.start);
  const opens = start === 0 || text[start - 1] === '\n';
  return (
    opens && (after === '.' || after === '、' || after === ')' || after === '）') && amount.decimals === 0
  );
}

/** Whether the Latin token looks like a name: it has a capital or a digit in it and does not open a sentence. */
export function isNameToken(text: string, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isUpper(code) || isDigit(code)) return true;
  }
  if (!isUpper(text.charCodeAt(start))) return false;
  const before = skipSpacesBack(text, start);
  if (before === 0) return !COMMON.has(text.slice(start, end).toLowerCase());
  const previous = text.charCodeAt(before - 1);
  return isHan(previous) || isAlphanumeric(previous) || !COMMON.has(text.slice(start, end).toLowerCase());
}

/** Words that open sentences before a number and are no names. */
const COMMON = new Set(
  'the a an in on at by of to from with and or but for we they it its there these those this that some all with only is are was has have had'.split(
    ' ',
  ),
);
