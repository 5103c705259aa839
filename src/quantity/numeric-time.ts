import { chineseDigit, isAlphanumeric, isDigit, isLetter, skipSpaces, wordsAt } from './chars.ts';
import type { TimeFields } from './time-fields.ts';
import type { Moment } from './time-scan.ts';

export interface Count {
  readonly value: number;
  readonly end: number;
  readonly length: number;
  readonly chinese: boolean;
}

export interface RangeMoment extends Moment {
  /** Last moment of a range told by one expression (前三季度, 1-9月). */
  readonly through?: TimeFields;
}

export const rangeSignAt = wordsAt(['——', '--', '-', '–', '—', '~', '～', '−', '至', '到', '和', '与']);

/** Up to four digits, or Chinese ones read digit by digit or as a number below 100. */
export function readCount(text: string, at: number): Count | null {
  let i = at;
  while (i - at < 5 && isDigit(text.charCodeAt(i))) i++;
  if (i > at)
    return i - at > 4 ? null : { value: Number(text.slice(at, i)), end: i, length: i - at, chinese: false };
  return readChineseCount(text, at);
}

function readChineseCount(text: string, at: number): Count | null {
  let i = at;
  let digits = '';
  while (i - at < 5 && chineseDigit(text.charCodeAt(i)) >= 0) {
    digits += chineseDigit(text.charCodeAt(i));
    i++;
  }
  if (text[i] !== '十' || digits.length > 1) {
    return digits === '' || digits.length > 4
      ? null
      : { value: Number(digits), end: i, length: digits.length, chinese: true };
  }
  const ten = digits === '' ? 10 : Number(digits) * 10;
  const unit = chineseDigit(text.charCodeAt(i + 1));
  const value = unit > 0 ? ten + unit : ten;
  return { value, end: unit > 0 ? i + 2 : i + 1, length: 1, chinese: true };
}

export const fullYear = (count: Count): number =>
  count.length === 4 ? count.value : count.value < 50 ? 2000 + count.value : 1900 + count.value;

/** 2025-09-30, 2025/9/30, 2010.01.29, 2016-11, and 18q4. */
export function readNumeric(text: string, at: number, count: Count): RangeMoment | null {
  const quarter = readQuarterCode(text, count);
  if (quarter !== null) return quarter;
  if (count.length !== 4 || count.value < 1000 || count.value > 2200) return null;
  const sign = text[count.end];
  if (sign !== '-' && sign !== '/' && sign !== '.') return null;
  const month = readCount(text, count.end + 1);
  if (month === null || month.chinese || month.length > 2 || month.value < 1 || month.value > 12) return null;
  if (text[month.end] === sign) {
    const day = readCount(text, month.end + 1);
    if (
      day !== null &&
      !day.chinese &&
      day.length <= 2 &&
      day.value >= 1 &&
      day.value <= 31 &&
      !runsOn(text, day.end)
    ) {
      return { end: day.end, fields: { year: count.value, month: month.value, day: day.value } };
    }
    return null;
  }
  if (sign === '.' || month.length !== 2 || runsOn(text, month.end) || (at > 0 && text[at - 1] === '/'))
    return null;
  if (text[month.end] === '月') return null;
  return { end: month.end, fields: { year: count.value, month: month.value } };
}

/** Behind a date may stand T and a time of day, or a hyphen with another date, but no more digits. */
const runsOn = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  if (code === 84 && isDigit(text.charCodeAt(at + 1))) return false;
  return isAlphanumeric(code) || code === 95 || (code === 45 && isLetter(text.charCodeAt(at + 1)));
};

/** 18q4, 2016 Q3, 2016H1 */
function readQuarterCode(text: string, count: Count): RangeMoment | null {
  if (count.length === 3) return null;
  const place = skipSpaces(text, count.end);
  const letter = text[place]?.toLowerCase();
  const number = Number(text[place + 1]);
  if ((letter !== 'q' && letter !== 'h') || isAlphanumeric(text.charCodeAt(place + 2))) {
    if (letter === 'q' && count.length === 1 && place === count.end && count.value <= 4)
      return readLeadingQuarter(text, count, place);
    return null;
  }
  if (!(number >= 1 && number <= (letter === 'q' ? 4 : 2)) || count.length === 1) return null;
  if (count.length === 2 && place > count.end) return null;
  const year = fullYear(count);
  return { end: place + 2, fields: letter === 'q' ? { year, quarter: number } : { year, half: number } };
}

/** 3Q25 */
function readLeadingQuarter(text: string, count: Count, place: number): RangeMoment | null {
  const year = readCount(text, place + 1);
  if (
    year === null ||
    year.chinese ||
    (year.length !== 2 && year.length !== 4) ||
    isLetter(text.charCodeAt(year.end))
  )
    return null;
  return { end: year.end, fields: { year: fullYear(year), quarter: count.value } };
}

/** A four-digit number without 年 is a year in a range: 2016-2018, 2024—2026 年. */
export function readBareYear(text: string, count: Count, inherit: TimeFields | null): RangeMoment | null {
  if (count.value < 1900 || count.value > 2100) return null;
  const next = text.charCodeAt(count.end);
  if (isAlphanumeric(next) || next === 46 || next === 95) return null;
  const fields: TimeFields = { year: count.value };
  if (inherit !== null) {
    return typeof inherit.year === 'number' && inherit.year < count.value ? { end: count.end, fields } : null;
  }
  const place = skipSpaces(text, count.end);
  const sign = rangeSignAt(text, place);
  if (sign === undefined) return null;
  const second = readCount(text, skipSpaces(text, place + sign.length));
  if (
    second === null ||
    second.chinese ||
    second.length !== 4 ||
    second.value <= count.value ||
    second.value > 2100
  )
    return null;
  if (sign === '和' || sign === '与') return null;
  const after = text.charCodeAt(second.end);
  if (after === 45 || isLetter(after) || (after === 46 && isDigit(text.charCodeAt(second.end + 1))))
    return null;
  const end = text[skipSpaces(text, second.end)] === '年' ? skipSpaces(text, second.end) + 1 : second.end;
  if (!yearEnds(text, end)) return null;
  return { end, fields, through: { year: second.value } };
}

const yearEnds = (text: string, end: number): boolean =>
  !'个家款条万亿元名'.includes(text[skipSpaces(text, end)] ?? '，');
