import { isAlphanumeric, isDigit, isHan, isLetter, isUpper, skipSpaces, skipSpacesBack } from './chars.ts';
import { yearWords } from './english.ts';
import type { TimeFields } from './time-fields.ts';
import { type Moment, type TimeScan, withPart } from './time-scan.ts';
import type { TimeWord } from './time-words.ts';

/** Finds the word of the reader's list that starts at a place and has to do with time. */
export type TimeWordAt = (
  text: string,
  at: number,
) => { readonly end: number; readonly word: TimeWord } | null;

/** Reads an English time that starts with a word: June 2016, Q3 2025, mid-2025, FY2025, the end of 2025. */
export function scanWordTime(
  text: string,
  at: number,
  end: number,
  word: TimeWord,
  words: TimeWordAt,
): TimeScan | null {
  const first = readWord(text, at, end, word, words);
  return first === null ? null : withRange(text, at, first, words);
}

/** Reads an English time that starts with a digit: 15 June 2016, 01/22/2016, 2016, 2000s, 21st century, 2016 Q3. */
export function scanDigitTime(text: string, at: number, words: TimeWordAt): TimeScan | null {
  const before = text.charCodeAt(at - 1);
  if (isAlphanumeric(before) || before === 45 || before === 46 || before === 47 || before === 95) return null;
  const first = readDigits(text, at, words);
  return first === null ? null : withRange(text, at, first, words);
}

interface Range extends Moment {
  readonly through?: TimeFields;
}

const RANGE_WORDS = ['to', 'through', 'and', 'until', '-', '–', '—'];

function withRange(text: string, start: number, first: Range, words: TimeWordAt): TimeScan {
  const alone = { start, end: first.end, first: first.fields, last: first.through ?? null, relation: null };
  if (first.through !== undefined || first.fields.years !== undefined) return alone;
  const place = skipSpaces(text, first.end);
  const sign = RANGE_WORDS.find(
    (one) => text.startsWith(one, place) && (!isLetter(one.charCodeAt(0)) || place > first.end),
  );
  if (sign === undefined) return alone;
  if (sign === 'and' && !/between(?: the)? $/i.test(text.slice(Math.max(0, start - 12), start))) return alone;
  const from = skipSpaces(text, place + sign.length);
  if (isLetter(sign.charCodeAt(0)) && from === place + sign.length) return alone;
  const second = readAny(text, from, words, first.fields);
  if (second === null) return alone;
  const fields = inherit(first.fields, second.fields);
  if (!ordered(fields, second.fields)) return alone;
  return { start, end: second.end, first: fields, last: second.fields, relation: null };
}

/** In May to June 2025 the year stands at the second end only. */
function inherit(first: TimeFields, last: TimeFields): TimeFields {
  return first.year === 'open' && typeof last.year === 'number' ? { ...first, year: last.year } : first;
}

function ordered(first: TimeFields, last: TimeFields): boolean {
  if (typeof first.year !== 'number' || typeof last.year !== 'number') return first.year === last.year;
  if (first.year !== last.year) return first.year < last.year;
  return (first.month ?? 0) * 40 + (first.day ?? 0) <= (last.month ?? 12) * 40 + (last.day ?? 31);
}

function readAny(text: string, at: number, words: TimeWordAt, first: TimeFields): Range | null {
  if (isDigit(text.charCodeAt(at))) {
    const run = digits(text, at);
    const year =
      run !== null && run.length === 4 && isYear(run.value) && !isAlphanumeric(text.charCodeAt(run.end));
    if (year && first.year !== null)
      return readDigits(text, at, words) ?? { end: run.end, fields: { year: run.value } };
    return readDigits(text, at, words);
  }
  const word = words(text, at);
  return word === null ? null : readWord(text, at, word.end, word.word, words);
}

interface Run {
  readonly value: number;
  readonly end: number;
  readonly length: number;
}

function digits(text: string, at: number): Run | null {
  let i = at;
  while (i - at < 5 && isDigit(text.charCodeAt(i))) i++;
  return i === at || i - at > 4 ? null : { value: Number(text.slice(at, i)), end: i, length: i - at };
}

const isYear = (value: number): boolean => value >= 1900 && value <= 2100;

function readDigits(text: string, at: number, words: TimeWordAt): Range | null {
  const run = digits(text, at);
  if (run === null) return null;
  if (run.length === 4) return readYearFirst(text, at, run, words);
  if (run.length > 2) return null;
  const letters = isLetter(text.charCodeAt(run.end));
  const century = letters ? /^(?:st|nd|rd|th) century/i.exec(text.slice(run.end, run.end + 12)) : null;
  if (century !== null && run.value >= 1 && run.value <= 30) {
    const year = (run.value - 1) * 100;
    return { end: run.end + century[0].length, fields: { year, years: 100, precision: 'decade' } };
  }
  if (text[run.end] === '/') return readSlashes(text, run);
  return readDayFirst(text, run, words);
}

/** 01/22/2016 */
function readSlashes(text: string, month: Run): Range | null {
  const day = digits(text, month.end + 1);
  if (day === null || text[day.end] !== '/') return null;
  const year = digits(text, day.end + 1);
  if (
    year === null ||
    year.length !== 4 ||
    isAlphanumeric(text.charCodeAt(year.end)) ||
    text[year.end] === '/'
  )
    return null;
  if (month.value >= 1 && month.value <= 12 && day.value >= 1 && day.value <= 31) {
    return { end: year.end, fields: { year: year.value, month: month.value, day: day.value } };
  }
  const swapped = day.value >= 1 && day.value <= 12 && month.value >= 1 && month.value <= 31;
  return swapped ? { end: year.end, fields: { year: year.value, month: day.value, day: month.value } } : null;
}

/** 15 June 2016, 4 to 22 January, 1995 */
function readDayFirst(text: string, day: Run, words: TimeWordAt): Range | null {
  if (day.value < 1 || day.value > 31) return null;
  const end = ordinalEnd(text, day.end);
  const next = text.charCodeAt(skipSpaces(text, end));
  if (!isLetter(next) && next !== 45 && next !== 0x2013 && next !== 0x2014) return null;
  let place = skipSpaces(text, end);
  if (/^of /i.test(text.slice(place, place + 3)) && end > day.end) place += 3;
  const sign = /^(?:to|-|–|—)\s?/.exec(text.slice(place, place + 4));
  let last: Run | null = null;
  if (sign !== null) {
    last = digits(text, place + sign[0].length);
    if (last === null || last.value <= day.value || last.value > 31) return null;
    place = skipSpaces(text, ordinalEnd(text, last.end));
  }
  const word = words(text, place);
  if (word === null || word.word.type !== 'month' || place === day.end) return null;
  const month = readYearBehind(text, word.end, { year: 'open', month: word.word.month });
  const fields = { ...month.fields, day: day.value };
  return last === null
    ? { end: month.end, fields }
    : { end: month.end, fields, through: { ...month.fields, day: last.value } };
}

function ordinalEnd(text: string, at: number): number {
  const suffix = text.slice(at, at + 2).toLowerCase();
  const ordinal = suffix === 'st' || suffix === 'nd' || suffix === 'rd' || suffix === 'th';
  return ordinal && !isLetter(text.charCodeAt(at + 2)) ? at + 2 : at;
}

/** 2016, 2016 Q3, 2000s, 2016 the third quarter. */
function readYearFirst(text: string, at: number, run: Run, words: TimeWordAt): Range | null {
  if (!isYear(run.value)) return null;
  const next = text.charCodeAt(run.end);
  if (text[run.end] === 's' && !isAlphanumeric(text.charCodeAt(run.end + 1)) && run.value % 10 === 0) {
    return { end: run.end + 1, fields: { year: run.value, years: 10, precision: 'decade' } };
  }
  if (
    isAlphanumeric(next) ||
    next === 95 ||
    (next === 46 && isDigit(text.charCodeAt(run.end + 1))) ||
    next === 37
  )
    return null;
  const fields: TimeFields = { year: run.value };
  const season = readSeasonBehind(text, run.end, fields, words);
  if (season !== null) return season;
  const range = readYearRange(text, run);
  if (range !== null) return range;
  return standsAlone(text, at, run.end) ? { end: run.end, fields } : null;
}

/** 2014-2018, 1960 - 1961 */
function readYearRange(text: string, first: Run): Range | null {
  const sign = /^\s?(?:-|–|—)\s?/.exec(text.slice(first.end, first.end + 3));
  if (sign === null) return null;
  const last = digits(text, first.end + sign[0].length);
  if (last === null || last.length !== 4 || !isYear(last.value) || last.value <= first.value) return null;
  const next = text.charCodeAt(last.end);
  if (isAlphanumeric(next) || next === 45) return null;
  return { end: last.end, fields: { year: first.value }, through: { year: last.value } };
}

function readSeasonBehind(text: string, at: number, fields: TimeFields, words: TimeWordAt): Range | null {
  let place = skipSpaces(text, at);
  if (/^the /i.test(text.slice(place, place + 4))) place += 4;
  const word = place === at ? null : words(text, place);
  return word?.word.type === 'season' ? { end: word.end, fields: { ...fields, ...word.word.fields } } : null;
}

const LEADS = new Set(
  (
    'in by of since until till before after from to during through for and early mid late fiscal year around between ' +
    'than end beginning start calendar per throughout circa the as vs versus'
  ).split(' '),
);

/** A bare year is one behind a preposition, or in an English sentence where no noun that it could count follows. */
function standsAlone(text: string, at: number, end: number): boolean {
  const place = skipSpacesBack(text, at);
  const before = text.charCodeAt(place - 1);
  const after = skipSpaces(text, end);
  if (isHan(text.charCodeAt(after)) || isHan(before)) return false;
  if (isLetter(before)) {
    let start = place;
    while (start > 0 && place - start < 12 && isLetter(text.charCodeAt(start - 1))) start--;
    if (LEADS.has(text.slice(start, place).toLowerCase())) return true;
    return !isLetter(text.charCodeAt(after)) && !isUpper(text.charCodeAt(start));
  }
  if (place === 0) return false;
  return text[place - 1] === '(' && (text[end] === ')' || text[end] === ',');
}

function readWord(text: string, at: number, end: number, word: TimeWord, words: TimeWordAt): Range | null {
  if (word.type === 'month') return readMonth(text, at, end, word.month, word.doubtful, words);
  if (word.type === 'season') return readSeason(text, end, word.fields);
  if (word.type === 'part') return readPart(text, end, word.part, words);
  if (word.type === 'fiscal') return readFiscal(text, end);
  return word.type === 'moment' ? { end, fields: word.fields } : null;
}

/** June 2016, November , 2016, June of 2016, January 12, 2016, and a bare month behind a preposition. */
function readMonth(
  text: string,
  at: number,
  end: number,
  month: number,
  doubtful: boolean,
  words: TimeWordAt,
): Range | null {
  const from = text[end] === '.' ? end + 1 : end;
  const fields: TimeFields = { year: 'open', month };
  const place = skipSpaces(text, from);
  const day = place > from ? digits(text, place) : null;
  if (day !== null && day.length <= 2 && day.value >= 1 && day.value <= 31 && !isUnitBehind(text, day.end)) {
    const behind = readYearBehind(text, ordinalEnd(text, day.end), fields);
    return { end: behind.end, fields: { ...behind.fields, day: day.value } };
  }
  const dated = readYearBehind(text, from, fields);
  if (dated.end > from) return dated;
  const capital = isUpper(text.charCodeAt(at));
  if (!capital && doubtful) return null;
  const lead = leadWord(text, at);
  if (lead === 'next' || lead === 'last') {
    return { end, fields: { year: null, month, nearest: lead === 'next' ? 'after' : 'before' } };
  }
  const range =
    /^\s?(?:to|-|–|and|through)\s/.test(text.slice(end, end + 9)) &&
    words(text, skipSpaces(text, end)) === null;
  return capital && (MONTH_LEADS.has(lead) || (range && !doubtful)) ? { end, fields } : null;
}

const MONTH_LEADS = new Set([
  'in',
  'of',
  'by',
  'since',
  'until',
  'from',
  'early',
  'late',
  'mid',
  'through',
  'to',
  'during',
  'this',
  'and',
  'between',
  'before',
  'after',
]);

function leadWord(text: string, at: number): string {
  const end = skipSpacesBack(text, at);
  let start = end;
  while (start > 0 && end - start < 12 && isLetter(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end).toLowerCase();
}

const isUnitBehind = (text: string, at: number): boolean => {
  const next = text[at] ?? '';
  return (
    next === '%' ||
    (next === '.' && isDigit(text.charCodeAt(at + 1))) ||
    (isLetter(next.charCodeAt(0)) && ordinalEnd(text, at) === at)
  );
};

/** `, 2016`, ` of 2016`, ` 2016`, `-2016`, `'25` behind a month or season. */
function readYearBehind(text: string, at: number, fields: TimeFields): Moment {
  const of = /^ of (?=nineteen|twenty)/i.exec(text.slice(at, at + 12));
  const words = of === null ? null : yearWords(text, at + of[0].length);
  if (words !== null) return { end: words.end, fields: { ...fields, year: words.value } };
  const lead = /^(?:\s?,\s?|\s(?:of|fiscal|in)\s(?:fiscal\s)?|\s|-)(?=\d{4}(?!\d))/i.exec(
    text.slice(at, at + 22),
  );
  if (lead === null) return { end: at, fields };
  const run = digits(text, at + lead[0].length);
  if (run === null || !isYear(run.value) || isAlphanumeric(text.charCodeAt(run.end)))
    return { end: at, fields };
  return { end: run.end, fields: { ...fields, year: run.value } };
}

/** Q1 2016, the third quarter of 2016, H1 2016, Q3'25 */
function readSeason(text: string, end: number, season: { quarter?: number; half?: number }): Range {
  const fields: TimeFields = { year: 'open', ...season };
  const short = /^['’ ]?(\d{2})(?!\d)(?![,.]\d)(?!\s?[%\w])/.exec(text.slice(end, end + 8));
  if (short !== null && text[end] !== ' ')
    return { end: end + short[0].length, fields: { ...fields, year: 2000 + Number(short[1]) } };
  return readYearBehind(text, end, fields);
}

/** mid-2025, early 2026, the end of June 2025, end of the year */
function readPart(
  text: string,
  end: number,
  part: 'start' | 'middle' | 'end',
  words: TimeWordAt,
): Range | null {
  let place = skipSpaces(text, end);
  if (/^(?:of|in) /i.test(text.slice(place, place + 3))) place += 3;
  if (/^the year /i.test(text.slice(place, place + 9))) place += 9;
  const run = digits(text, place);
  if (run !== null) {
    if (run.length !== 4 || !isYear(run.value) || isAlphanumeric(text.charCodeAt(run.end))) return null;
    return { end: run.end, fields: withPart({ year: run.value }, part) };
  }
  const word = words(text, place);
  if (
    word === null ||
    (word.word.type !== 'month' && word.word.type !== 'season' && word.word.type !== 'moment')
  )
    return null;
  if (word.word.type === 'month' && !isUpper(text.charCodeAt(place))) return null;
  const moment =
    word.word.type === 'month'
      ? readYearBehind(text, word.end, { year: 'open', month: word.word.month })
      : readWord(text, place, word.end, word.word, words);
  if (moment === null || moment.fields.now === true) return null;
  return { end: moment.end, fields: withPart(moment.fields, part) };
}

/** FY2025, FY25, fiscal 2025, fiscal year 2025 */
function readFiscal(text: string, end: number): Range | null {
  const run = digits(text, skipSpaces(text, end));
  if (run === null || isAlphanumeric(text.charCodeAt(run.end))) return null;
  if (run.length === 4 && isYear(run.value))
    return { end: run.end, fields: { year: run.value, fiscal: true } };
  return run.length === 2 && text[end] !== ' '
    ? { end: run.end, fields: { year: 2000 + run.value, fiscal: true } }
    : null;
}
