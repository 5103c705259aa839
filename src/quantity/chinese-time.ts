import { chineseDigit, isAlphanumeric, isDigit, skipSpaces, wordsAt } from './chars.ts';
import {
  type Count,
  fullYear,
  type RangeMoment,
  rangeSignAt,
  readBareYear,
  readCount,
  readNumeric,
} from './numeric-time.ts';
import type { PeriodPart, TimeRelation } from './period.ts';
import type { TimeFields } from './time-fields.ts';
import { type Moment, type TimeScan, withPart } from './time-scan.ts';

/** Reads a Chinese or numeric time at a digit, a Chinese numeral, 第, 前 or 最; null when there is none. */
export function scanChineseTime(text: string, at: number): TimeScan | null {
  if (!startsClean(text, at)) return null;
  const first = readMoment(text, at, null) ?? readShortRange(text, at, null);
  return first === null ? null : finish(text, at, first);
}

/** Goes on behind a word that gave the year (去年, 今年, 同年): 去年四季度初, 明年九月. */
export function continueChineseTime(text: string, start: number, end: number, fields: TimeFields): TimeScan {
  const within = fields.year === null ? null : readWithinYear(text, end, fields);
  const bare = within ?? readBarePart(text, end, fields);
  return finish(text, start, bare ?? { end, fields });
}

/** 去年底, 今年初, 本月初 */
function readBarePart(text: string, at: number, fields: TimeFields): Moment | null {
  const part = PARTS[text[at] ?? ''];
  if (part === undefined || (text[at] === '中' && !endsMiddle(text, at + 1)) || fields.now === true)
    return null;
  return { end: at + 1, fields: withPart(fields, part) };
}

const PARTS: Readonly<Record<string, PeriodPart>> = { 初: 'start', 中: 'middle', 底: 'end', 末: 'end' };

/** 年中国 and 月中央 are no middles. */
const endsMiddle = (text: string, at: number): boolean =>
  !'国央外部小美科期东文共信金韩日欧英俄华方西南关'.includes(text[at] ?? '，');

function finish(text: string, start: number, first: RangeMoment): TimeScan {
  const range = readRangeEnd(text, first);
  const end = range?.end ?? first.end;
  const behind = range === null ? relationBehind(text, end) : null;
  return {
    start,
    end: behind?.end ?? end,
    first: range?.first ?? first.fields,
    last: range?.last ?? first.through ?? null,
    relation: behind?.relation ?? null,
  };
}

interface RangeEnd {
  readonly end: number;
  readonly first: TimeFields;
  readonly last: TimeFields;
}

function readRangeEnd(text: string, first: RangeMoment): RangeEnd | null {
  if (first.through !== undefined || first.fields.years !== undefined) return null;
  const place = skipSpaces(text, first.end);
  const sign = rangeSignAt(text, place);
  if (sign === undefined) return null;
  const joint = sign === '和' || sign === '与';
  const from = skipSpaces(text, place + sign.length);
  if (!startsDigit(text, from)) return null;
  const second = readMoment(text, from, first.fields);
  if (second === null || second.through !== undefined) return null;
  if (joint && !text.startsWith('之间', skipSpaces(text, second.end))) return null;
  if (!follows(first.fields, second.fields)) return null;
  return { end: second.end, first: first.fields, last: second.fields };
}

const startsDigit = (text: string, at: number): boolean =>
  isDigit(text.charCodeAt(at)) || chineseDigit(text.charCodeAt(at)) >= 0 || text[at] === '十';

function follows(first: TimeFields, last: TimeFields): boolean {
  if (typeof first.year !== typeof last.year)
    return first.year === 'open' && typeof last.year === 'number' ? true : typeof last.year === 'number';
  if (typeof first.year === 'number' && typeof last.year === 'number' && first.year !== last.year)
    return first.year < last.year;
  const value = (fields: TimeFields) =>
    (fields.month ?? 0) * 40 + (fields.day ?? 0) + (fields.quarter ?? 0) * 120;
  return value(first) <= value(last);
}

const BEHIND: ReadonlyMap<string, TimeRelation> = new Map<string, TimeRelation>([
  ['以来', 'since'],
  ['至今', 'since'],
  ['起', 'since'],
  ['开始', 'since'],
  ['以后', 'after'],
  ['之后', 'after'],
  ['过后', 'after'],
  ['后', 'after'],
  ['以前', 'before'],
  ['之前', 'before'],
  ['前', 'before'],
]);
const wordBehind = wordsAt([...BEHIND.keys()]);

function relationBehind(text: string, at: number): { end: number; relation: TimeRelation } | null {
  const place = skipSpaces(text, at);
  const word = wordBehind(text, place);
  const relation = word === undefined ? undefined : BEHIND.get(word);
  if (word === undefined || relation === undefined) return null;
  const next = text[place + word.length] ?? '';
  if (word === '起' && '来步初点码源诉草飞'.includes(next) && next !== '') return null;
  if (word === '前' && next !== '' && '后十三五两一二四沿端景列瞻期夕述半'.includes(next)) return null;
  if (word === '后' && next !== '' && '续期端来台面半'.includes(next)) return null;
  return { end: place + word.length, relation };
}

/** A digit behind a hyphen, a dot or a Latin letter belongs to what stands before it. */
function startsClean(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return !(
    isAlphanumeric(before) ||
    before === 45 ||
    before === 95 ||
    (before === 46 && isDigit(text.charCodeAt(at - 2))) ||
    before === 47
  );
}

/** One time. `inherit` is the first end of a range, whose year and month a second end may leave out. */
function readMoment(text: string, at: number, inherit: TimeFields | null): RangeMoment | null {
  const head = text[at];
  if (head === '第' || head === '前' || head === '最')
    return inherit === null ? readWithinYear(text, at, { year: 'open' }) : null;
  const count = readCount(text, at);
  if (count === null) return null;
  const numeric = count.chinese ? null : readNumeric(text, at, count);
  if (numeric !== null) return numeric;
  const next = skipSpaces(text, count.end);
  if (text.startsWith('世纪', next)) return readCentury(text, count, next + 2);
  if (text[next] === '年' && text[next + 1] !== '代') return readYear(text, count, next);
  if (text.startsWith('年代', next)) return readDecade(count, next + 2);
  if (text.startsWith('财年', next) && count.length !== 1) {
    return { end: next + 2, fields: { year: fullYear(count), fiscal: true } };
  }
  if (count.length === 4 && !count.chinese) return readBareYear(text, count, inherit);
  return readWithinYear(text, at, inheritYear(inherit)) ?? readInheritedDay(text, count, inherit);
}

function inheritYear(inherit: TimeFields | null): TimeFields {
  if (inherit === null) return { year: 'open' };
  const { year, monthBy, nearest } = inherit;
  return {
    year,
    ...(monthBy === undefined ? {} : { monthBy }),
    ...(nearest === undefined ? {} : { nearest }),
  };
}

/** The second end of 8月11日至22日. */
function readInheritedDay(text: string, count: Count, inherit: TimeFields | null): RangeMoment | null {
  const next = skipSpaces(text, count.end);
  if (inherit?.month === undefined || !isDayWord(text, next) || count.value < 1 || count.value > 31)
    return null;
  return { end: next + 1, fields: { year: inherit.year, month: inherit.month, day: count.value } };
}

function readYear(text: string, count: Count, place: number): RangeMoment | null {
  if (count.length === 4) {
    if (
      count.value < 1000 ||
      count.value > 2200 ||
      ('历的半多来余'.includes(text[place + 1] ?? '，') && count.value > 2100)
    )
      return null;
  } else if (!isShortYear(text, count, place)) return null;
  const fields: TimeFields = { year: fullYear(count) };
  const end = text[place + 1] === '度' ? place + 2 : place + 1;
  if (text.startsWith('财年', end)) return { end: end + 2, fields: { ...fields, fiscal: true } };
  const part = PARTS[text[end] ?? ''];
  if (part !== undefined && (text[end] !== '中' || endsMiddle(text, end + 1)))
    return { end: end + 1, fields: withPart(fields, part) };
  if (text.startsWith('年底', skipSpaces(text, end)))
    return { end: skipSpaces(text, end) + 2, fields: withPart(fields, 'end') };
  if (text.startsWith('年初', skipSpaces(text, end)))
    return { end: skipSpaces(text, end) + 2, fields: withPart(fields, 'start') };
  return readWithinYear(text, end, fields) ?? { end, fields };
}

/** 07年, 零八年, 91年5月 are years; 25年 and 五年 are durations. */
function isShortYear(text: string, count: Count, place: number): boolean {
  if (count.length !== 2) return false;
  if (!count.chinese && count.value < 10) return true;
  if (count.chinese && count.value < 10) return true;
  const end = place + 1;
  const part = text[end] ?? '';
  if (part === '底' || part === '初' || part === '末') return true;
  return readWithinYear(text, end, { year: 2000 }) !== null;
}

function readDecade(count: Count, end: number): RangeMoment | null {
  if (count.value % 10 !== 0 || (count.length !== 2 && count.length !== 4 && !count.chinese)) return null;
  const year = count.length === 4 ? count.value : count.value >= 30 ? 1900 + count.value : 2000 + count.value;
  return { end, fields: { year, years: 10, precision: 'decade' } };
}

function readCentury(text: string, count: Count, end: number): RangeMoment | null {
  if (count.value < 1 || count.value > 30) return null;
  return readDecadeOf(text, (count.value - 1) * 100, end);
}

/** 20世纪80年代, 上世纪90年代, 18世纪; 前期 and 末期 narrow it. */
export function readDecadeOf(text: string, century: number, at: number): Moment {
  const place = skipSpaces(text, at);
  const count = readCount(text, place);
  const after = count === null ? at : skipSpaces(text, count.end);
  if (count === null || count.value % 10 !== 0 || !text.startsWith('年代', after)) {
    return { end: at, fields: { year: century, years: 100, precision: 'decade' } };
  }
  const fields: TimeFields = { year: century + count.value, years: 10, precision: 'decade' };
  const end = after + 2;
  if (text.startsWith('前期', end) || text.startsWith('初期', end))
    return { end: end + 2, fields: withPart(fields, 'start') };
  if (text.startsWith('后期', end) || text.startsWith('末期', end))
    return { end: end + 2, fields: withPart(fields, 'end') };
  return { end, fields };
}

/** Halves, quarters, months and days behind a year, or alone. */
function readWithinYear(text: string, at: number, fields: TimeFields): RangeMoment | null {
  let i = skipSpaces(text, at);
  if (text[i] === '的' && typeof fields.year !== 'string') i = skipSpaces(text, i + 1);
  if (text.startsWith('上半年', i) || text.startsWith('前半年', i))
    return { end: i + 3, fields: { ...fields, half: 1 } };
  if (text.startsWith('下半年', i) || text.startsWith('后半年', i))
    return { end: i + 3, fields: { ...fields, half: 2 } };
  const letter = text[i]?.toLowerCase();
  if ((letter === 'q' || letter === 'h') && typeof fields.year !== 'string')
    return readLetter(text, i, letter, fields);
  if (text[i] === '前' || text.startsWith('最后', i) || text.startsWith('头', i))
    return readFirstFew(text, i, fields);
  const nth = text[i] === '第';
  const count = readCount(text, nth ? i + 1 : i);
  if (count === null || count.length > 2) return null;
  let next = skipSpaces(text, count.end);
  if (nth && text[next] === '个') next++;
  if (text.startsWith('季度', next) || (text[next] === '季' && text[next + 1] === '报')) {
    if (count.value < 1 || count.value > 4) return null;
    return readQuarterPart(text, text.startsWith('季度', next) ? next + 2 : next + 1, {
      ...fields,
      quarter: count.value,
    });
  }
  if (nth) return null;
  return readMonth(text, i, count, next, fields) ?? readShortRange(text, i, fields);
}

function readLetter(text: string, at: number, letter: 'q' | 'h', fields: TimeFields): RangeMoment | null {
  const number = Number(text[at + 1]);
  if (!(number >= 1 && number <= (letter === 'q' ? 4 : 2)) || isAlphanumeric(text.charCodeAt(at + 2)))
    return null;
  return {
    end: at + 2,
    fields: letter === 'q' ? { ...fields, quarter: number } : { ...fields, half: number },
  };
}

function readQuarterPart(text: string, end: number, fields: TimeFields): RangeMoment {
  if (text[end] === '末' || text[end] === '底') return { end: end + 1, fields: withPart(fields, 'end') };
  if (text[end] === '初') return { end: end + 1, fields: withPart(fields, 'start') };
  return { end, fields };
}

/** 前三季度, 前10个月, 最后4个月 */
function readFirstFew(text: string, at: number, fields: TimeFields): RangeMoment | null {
  const last = text[at] === '最';
  const count = readCount(text, skipSpaces(text, at + (last ? 2 : 1)));
  if (count === null) return null;
  let i = skipSpaces(text, count.end);
  if (text[i] === '个') i = skipSpaces(text, i + 1);
  if (text.startsWith('季度', i) && count.value >= 1 && count.value <= 4) {
    const through = { ...fields, quarter: last ? 4 : count.value };
    return { end: i + 2, fields: { ...fields, quarter: last ? 5 - count.value : 1 }, through };
  }
  if (text[i] === '月' && count.value >= 1 && count.value <= 12) {
    const through = { ...fields, month: last ? 12 : count.value };
    return { end: i + 1, fields: { ...fields, month: last ? 13 - count.value : 1 }, through };
  }
  return null;
}

function readMonth(
  text: string,
  at: number,
  count: Count,
  next: number,
  fields: TimeFields,
): RangeMoment | null {
  if (text[next] !== '月' || count.value < 1 || count.value > 12 || count.length > 2) return null;
  if ('饼球亮光色嫂子'.includes(text[next + 1] ?? '，')) return null;
  if (at > 0 && text[at - 1] === '个') return null;
  let end = next + 1;
  if (text[end] === '份') end++;
  const month: TimeFields = { ...fields, month: count.value };
  for (const [word, part] of MONTH_PARTS) {
    const place = skipSpaces(text, end);
    if (text.startsWith(word, place) && (word !== '中' || endsMiddle(text, place + 1))) {
      return { end: place + word.length, fields: withPart(month, part) };
    }
  }
  return readDay(text, end, month) ?? { end, fields: month };
}

const MONTH_PARTS: readonly (readonly [string, PeriodPart])[] = [
  ['上旬', 'start'],
  ['中旬', 'middle'],
  ['下旬', 'end'],
  ['初', 'start'],
  ['底', 'end'],
  ['末', 'end'],
  ['中', 'middle'],
];

const isDayWord = (text: string, at: number): boolean =>
  text[at] === '日' || (text[at] === '号' && text[at + 1] !== '线' && text[at + 1] !== '码');

/** Day behind a month, or a range of days: 4月12-19日. */
function readDay(text: string, at: number, month: TimeFields): RangeMoment | null {
  const place = skipSpaces(text, at);
  const count = readCount(text, place);
  if (count === null || count.value < 1 || count.value > 31 || count.length > 2) return null;
  const next = skipSpaces(text, count.end);
  if (isDayWord(text, next)) return { end: next + 1, fields: { ...month, day: count.value } };
  const second = readSecond(text, count);
  if (second === null || !isDayWord(text, skipSpaces(text, second.end)) || second.value > 31) return null;
  return {
    end: skipSpaces(text, second.end) + 1,
    fields: { ...month, day: count.value },
    through: { ...month, day: second.value },
  };
}

/** 1-9月, 1至3季度: two numbers that share the word behind. */
function readShortRange(text: string, at: number, fields: TimeFields | null): RangeMoment | null {
  const count = readCount(text, at);
  if (count === null || count.length > 2) return null;
  const second = readSecond(text, count);
  if (second === null) return null;
  const next = skipSpaces(text, second.end);
  const year = fields ?? { year: 'open' };
  if (text[next] === '月' && second.value <= 12) {
    const end = text[next + 1] === '份' ? next + 2 : next + 1;
    return { end, fields: { ...year, month: count.value }, through: { ...year, month: second.value } };
  }
  if (text.startsWith('季度', next) && second.value <= 4) {
    return {
      end: next + 2,
      fields: { ...year, quarter: count.value },
      through: { ...year, quarter: second.value },
    };
  }
  return null;
}

function readSecond(text: string, first: Count): Count | null {
  const place = skipSpaces(text, first.end);
  const sign = rangeSignAt(text, place);
  if (sign === undefined || sign === '和' || sign === '与') return null;
  const second = readCount(text, skipSpaces(text, place + sign.length));
  return second === null || second.length > 2 || second.value <= first.value || first.value < 1
    ? null
    : second;
}
