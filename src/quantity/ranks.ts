import { type Amount, scanAmount } from './amount.ts';
import { isDigit, isHan, isLetter, skipSpaces } from './chars.ts';
import type { Clause } from './clause.ts';
import { toNumber } from './decimal.ts';
import type { ReaderTables } from './tables.ts';
import { RANK_NOUNS } from './vocabulary.ts';
import type { Writer } from './writer.ts';

const CHINESE_DIGITS = '一二三四五六七八九十百两';
const RANK_COUNTERS = '名位';
const AFTER_FIRST_FEW = '的中里之均都皆席占内列和与及是为有，。';

/** Reads ordinals and places: ranks become figures, places in a structure are stepped over. */
export class RankReader {
  private readonly tables: ReaderTables;
  private readonly text: string;
  private readonly clause: Clause;
  private readonly writer: Writer;

  constructor(tables: ReaderTables, text: string, clause: Clause, writer: Writer) {
    this.tables = tables;
    this.text = text;
    this.clause = clause;
    this.writer = writer;
  }

  /** top 10, TOP5, 排名前三 */
  readTop(at: number, end: number): number {
    const amount = scanAmount(this.tables.amounts, this.text, skipSpaces(this.text, end), null);
    const value = amount === null ? null : rankValue(amount);
    if (amount === null || value === null) return end;
    const number = amount.numberEnd;
    const after = this.text.slice(number).slice(0, 10).trimStart().toLowerCase();
    if (after.startsWith('acc') || after.startsWith('准确') || after.startsWith('%')) return number;
    return this.writer.emitRank(at, number, value, 'at-most', '');
  }

  /** 前五, 前三名; 前 3 年 and 前两次 are no ranks. */
  readFirstFew(at: number, end: number): number {
    const place = skipSpaces(this.text, end);
    const code = this.text.charCodeAt(place);
    if (!isDigit(code) && !CHINESE_DIGITS.includes(this.text[place] ?? ' ')) return end;
    const amount = scanAmount(this.tables.amounts, this.text, place, null);
    const value = amount === null ? null : rankValue(amount);
    if (amount === null || value === null) return end;
    if (RANK_COUNTERS.includes(amount.counter) && amount.counter !== '')
      return this.writer.emitRank(at, amount.end, value, 'at-most', amount.counter);
    if (amount.unit !== null) return amount.end;
    const next = this.text[skipSpaces(this.text, amount.end)] ?? '';
    if (next === '强' || next === '大')
      return this.writer.emitRank(at, skipSpaces(this.text, amount.end) + 1, value, 'at-most', next);
    if (next === '' || !isHan(next.charCodeAt(0)) || AFTER_FIRST_FEW.includes(next)) {
      return this.writer.emitRank(at, amount.end, value, 'at-most', '');
    }
    return amount.end;
  }

  /** 第四名, 排名第二; 第 2 节 and 第九届 are places in a structure. */
  readNth(at: number, end: number): number {
    const { text } = this;
    const place = skipSpaces(text, end);
    const code = text.charCodeAt(place);
    if (!isDigit(code) && !CHINESE_DIGITS.includes(text[place] ?? ' ')) return end;
    const amount = scanAmount(this.tables.amounts, text, place, null);
    if (amount === null) return end;
    const value = rankValue(amount);
    if (value === null) return amount.end;
    const listed = this.listedEnd(amount.end);
    if (listed > amount.end) return listed;
    if (amount.counter === '名' || amount.counter === '位')
      return this.writer.emitRank(at, amount.end, value, 'exact', amount.counter);
    const ranked = this.clause.rankWord >= 0 && this.clause.isFiller(this.clause.rankWord, at);
    if (!ranked) return amount.end;
    if (amount.counter === '大') return this.writer.emitRank(at, amount.end, value, 'exact', '大');
    return amount.unit === null || amount.role === 'unit'
      ? this.writer.emitRank(at, amount.numberEnd, value, 'exact', '')
      : amount.end;
  }

  /** 第一、二次 and 第 2 至 4 节 go on with ordinals. */
  private listedEnd(at: number): number {
    const sign = this.text[skipSpaces(this.text, at)] ?? '';
    if (!'、和至到-'.includes(sign) || sign === '') return at;
    const place = skipSpaces(this.text, skipSpaces(this.text, at) + 1);
    if (!isDigit(this.text.charCodeAt(place)) && !CHINESE_DIGITS.includes(this.text[place] ?? ' ')) return at;
    const amount = scanAmount(this.tables.amounts, this.text, place, null);
    return amount === null || amount.name ? at : amount.end;
  }

  /** ranked second, the third largest; a first step is none. */
  readOrdinal(value: number, at: number, end: number): number {
    const { text } = this;
    const run = STRAIGHT.exec(text.slice(end, end + 32));
    if (run?.[1] !== undefined)
      return this.writer.emitPlain('duration', `${run[1].toLowerCase()}s`, value, at, end + run[0].length);
    const hyphen = text.charCodeAt(end) === 45;
    const after = text
      .slice(hyphen ? end + 1 : skipSpaces(text, end))
      .slice(0, 14)
      .toLowerCase();
    const ranked =
      (this.clause.rankWord >= 0 && this.clause.isFiller(this.clause.rankWord, at)) ||
      RANKED_BY.test(text.slice(end, end + 16));
    const noun = RANK_NOUNS.some(
      (word) => after.startsWith(word) && !isLetter(after.charCodeAt(word.length)),
    );
    if (ranked || noun) return this.writer.emitRank(at, end, value, 'exact', '');
    return end;
  }

  readNumberSign(at: number, end: number): number {
    if (COUNTS.test(this.text.slice(Math.max(0, at - 8), end))) return end;
    if (!isDigit(this.text.charCodeAt(end))) {
      this.clause.structure = end;
      return end;
    }
    const amount = scanAmount(this.tables.amounts, this.text, end, null);
    const value = amount === null ? null : rankValue(amount);
    if (amount === null || value === null || value > 20) return amount?.end ?? end;
    const ranked =
      (this.clause.rankWord >= 0 && this.clause.isFiller(this.clause.rankWord, at)) ||
      RANKED_BEHIND.test(this.text.slice(amount.numberEnd, amount.numberEnd + 24));
    return ranked ? this.writer.emitRank(at, amount.numberEnd, value, 'exact', '') : amount.end;
  }
}

/** A seventh straight quarter: so many of them in a row. */
const STRAIGHT = /^ (?:straight|consecutive|successive) (quarter|month|week|year|day)(?![a-z])/i;

/** Fourth by followers, second among labs. */
const RANKED_BY = /^ (?:by (?!the )[a-z]+|among [a-z]+)/i;

/** Its nodes number 36,000: a verb, and no sign in front of a place. */
const COUNTS = /(?:[a-z]s|\b(?:now|they|which|that|who)) number$/i;

/** No. 4 on Hugging Face, No. 1 worldwide: behind a rank stands among whom. */
const RANKED_BEHIND =
  /^ (?:on [A-Z]|in the (?:world|country|industry)|among|worldwide|globally|overall|by [a-z]+|behind [A-Z]|after [A-Z])/;

/** 4th, 21st; null for anything else. */
export function digitOrdinal(
  text: string,
  at: number,
): { readonly value: number; readonly end: number } | null {
  let end = at;
  while (end - at < 3 && isDigit(text.charCodeAt(end))) end++;
  if (!isLetter(text.charCodeAt(end)) || !ORDINAL_ENDINGS.has(text.slice(end, end + 2).toLowerCase()))
    return null;
  if (isLetter(text.charCodeAt(end + 2)) || isDigit(text.charCodeAt(end + 2))) return null;
  return { value: Number(text.slice(at, end)), end: end + 2 };
}

const ORDINAL_ENDINGS: ReadonlySet<string> = new Set(['st', 'nd', 'rd', 'th']);

/** A whole number from 1 to 1000 that can be a rank. */
function rankValue(amount: Amount): number | null {
  if (amount.name || amount.implicit || amount.decimals > 0 || amount.high !== null) return null;
  const value = toNumber(amount.low);
  return value >= 1 && value <= 1000 ? value : null;
}
