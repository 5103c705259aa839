import { MASK } from '../text/folded-text.ts';
import { type Amount, scanAmount, tokenEnd } from './amount.ts';
import {
  CLAUSE_END,
  DIGIT,
  isAlphanumeric,
  isDigit,
  isHan,
  isLetter,
  LETTER,
  lower,
  NUMERAL,
  skipSpaces,
  skipSpacesBack,
} from './chars.ts';
import { continueChineseTime, readDecadeOf, scanChineseTime } from './chinese-time.ts';
import { Clause } from './clause.ts';
import { LEAD, WORD } from './dispatch.ts';
import { yearWords } from './english.ts';
import { scanDigitTime, scanWordTime, type TimeWordAt } from './english-time.ts';
import { isBuilt, isFigure } from './gate.ts';
import { type Ends, readRange } from './range.ts';
import { digitOrdinal, RankReader } from './ranks.ts';
import type { ReaderTables } from './tables.ts';
import type { TimeWord } from './time-words.ts';
import type { Trigger } from './triggers.ts';
import type { Unit } from './units.ts';
import { type Found, Writer } from './writer.ts';

/** Length of "minus ". */
const MINUS_WORD = 6;
const TIMES = /^times$/i;
/** A verb of growth, with no more than a bound between it and the number. */
const MULTIPLIED =
  /\b(?:r[io]sen?|rises|grew|grown?|grows|up|increase[sd]?|multiplied|jump(?:ed|s)|climb(?:ed|s)|surge[sd]|soar(?:ed|s)|expand(?:ed|s)|swell(?:ed|s)|ballooned)(?: by)?(?: (?:more than|over|nearly|almost|about|around|roughly|some|at least|as much as|well over))? $/i;
const MULTIPLIED_REACH = 32;
const FACTOR = /\bby (?:a|some) factor of (?:(?:about|around|roughly|over|more than|nearly|almost|some) )?$/i;
/** Seven times a simple licence, five times what it was. */
const OF_ANOTHER =
  /^ (?:an? |the |its |their |that of|what |higher|more|larger|bigger)(?!(?:day|week|month|year)\b)/i;
const LETTER_S = 115;
const MASK_CODE = MASK.charCodeAt(0);
const NOT_BEFORE_SEVERAL = '参次总人户指函分整系常多少倍位复奇偶基个件台家户天月年岁票字行读算';
const NOT_BEFORE_UP = '网线马路身手海晚早基以';
/** Verbs of change before 到, which then says what was reached and not until when. */
const BEFORE_TO = '升高长加大降低少展扩涨增跌延推调改';

/** One pass over one text. What lives here lives for the pass only. */
export class Pass {
  readonly writer: Writer;
  private readonly tables: ReaderTables;
  private readonly text: string;
  private readonly clause: Clause;
  private readonly ranks: RankReader;
  private readonly timeWordAt: TimeWordAt;

  constructor(tables: ReaderTables, text: string) {
    this.tables = tables;
    this.text = text;
    this.clause = new Clause(tables, text);
    this.writer = new Writer(tables, text, this.clause);
    this.ranks = new RankReader(tables, text, this.clause, this.writer);
    this.timeWordAt = (from, at) => {
      const match = tables.triggers.match(from, at);
      return match?.value.kind === 'time' ? { end: match.end, word: match.value.word } : null;
    };
  }

  run(): void {
    const { text } = this;
    const { dispatch } = this.tables;
    const length = text.length;
    let i = 0;
    while (i < length) {
      const kind = dispatch[text.charCodeAt(i)] ?? 0;
      if (kind === 0) i++;
      else i = Math.max(i + 1, this.look(i, kind));
    }
  }

  /** Looks at one place; gives the next place to look at. */
  private look(at: number, kind: number): number {
    if ((kind & DIGIT) !== 0) {
      const time = scanChineseTime(this.text, at) ?? scanDigitTime(this.text, at, this.timeWordAt);
      if (time !== null) return this.writer.emitTime(time);
      const nth = digitOrdinal(this.text, at);
      return nth === null ? this.readNumber(at, at, null) : this.ranks.readOrdinal(nth.value, at, nth.end);
    }
    if ((kind & LETTER) !== 0) return this.readLatin(at);
    if ((kind & NUMERAL) !== 0) return this.readNumeral(at);
    if ((kind & WORD) !== 0) {
      const word = this.tables.triggers.match(this.text, at);
      if (word !== null) return this.act(word.value, at, word.end);
    }
    if ((kind & LEAD) !== 0) return this.readLead(at);
    if ((kind & CLAUSE_END) !== 0) this.clause.endClause();
    return at + 1;
  }

  /** A Chinese numeral: a number, or a word that only looks like one. The longer reading wins. */
  private readNumeral(at: number): number {
    const word = this.tables.triggers.match(this.text, at);
    const time = scanChineseTime(this.text, at);
    if (time !== null && time.end > (word?.end ?? 0)) return this.writer.emitTime(time);
    if (word === null) return this.readNumber(at, at, null);
    const found = this.find(at, at, null);
    if (typeof found !== 'number') {
      const end = found.ends?.end ?? found.amount.end;
      if (end > word.end || (end === word.end && isBuilt(this.text, end))) return this.writer.emit(found);
    }
    if (typeof found === 'number' && found > word.end && word.value.kind === 'hide') return found;
    return this.act(word.value, at, word.end);
  }

  /** 数千万, 上亿, 半年: only numbers when a scale or unit follows. */
  private readLead(at: number): number {
    const before = this.text[at - 1] ?? '';
    const char = this.text[at];
    if (char === '数' && before !== '' && NOT_BEFORE_SEVERAL.includes(before)) return at + 1;
    if (char === '上' && before !== '' && NOT_BEFORE_UP.includes(before)) return at + 1;
    const found = this.find(at, at, null);
    return typeof found === 'number' ? at + 1 : this.writer.emit(found);
  }

  private readLatin(at: number): number {
    const { text } = this;
    const word = this.tables.triggers.match(text, at);
    if (word !== null && !this.runsOn(word.end, word.value)) return this.act(word.value, at, word.end);
    const end = tokenEnd(text, at);
    this.clause.wordStart = at;
    this.clause.wordEnd = end;
    return end;
  }

  /** A word with a hyphen or an apostrophe behind it is part of a longer one: one-stop, over-the-air. */
  private runsOn(end: number, trigger: Trigger): boolean {
    if (
      trigger.kind === 'number' ||
      trigger.kind === 'time' ||
      trigger.kind === 'top' ||
      trigger.kind === 'multiple'
    )
      return false;
    if (!isLetter(this.text.charCodeAt(end - 1)) || trigger.kind === 'ordinal') return false;
    const next = this.text.charCodeAt(end);
    if (isDigit(next)) return trigger.kind === 'structure';
    return next === 45 && isAlphanumeric(this.text.charCodeAt(end + 1));
  }

  private act(trigger: Trigger, at: number, end: number): number {
    switch (trigger.kind) {
      case 'bound':
        this.clause.setBound(trigger.bound, trigger.apart, at, end);
        return end;
      case 'rate':
        this.clause.per = trigger.per;
        return end;
      case 'structure':
        this.clause.structure = end;
        this.clause.wordStart = at;
        this.clause.wordEnd = end;
        return end;
      case 'currency':
        return this.readCurrency(trigger.unit, at, end);
      case 'number': {
        const year = yearWords(this.text, at);
        if (year !== null) {
          return this.writer.emitTime({
            start: at,
            end: year.end,
            first: { year: year.value },
            last: null,
            relation: null,
          });
        }
        const found = this.find(at, at, null);
        if (typeof found !== 'number') return this.writer.emit(found);
        // A seventh quarter: behind the article stands an ordinal and no part.
        return this.text[at + 1] === ' ' ? at + 2 : Math.max(found, end);
      }
      case 'half':
        return this.writer.emitHalf(trigger.bound, at, end);
      case 'multiple':
        return this.writer.emitPlain('multiple', 'fold', trigger.fold, at, end);
      case 'rank-word':
        this.clause.rankWord = end;
        return end;
      case 'ordinal':
        return this.ranks.readOrdinal(trigger.value, at, end);
      case 'number-sign':
        return this.ranks.readNumberSign(at, end);
      case 'top':
        return this.ranks.readTop(at, end);
      case 'first-few':
        return this.seasonAt(at) ?? this.ranks.readFirstFew(at, end);
      case 'nth':
        return this.seasonAt(at) ?? this.ranks.readNth(at, end);
      case 'from':
        this.clause.from = end;
        return end;
      case 'between':
        this.clause.between = end;
        return end;
      case 'change':
        this.clause.changed = true;
        return end;
      case 'time':
        return this.actOnTime(trigger.word, at, end);
      case 'plan':
        return this.writer.emitPlan(trigger.from, trigger.to, at, end);
      default:
        return end;
    }
  }

  private actOnTime(word: TimeWord, at: number, end: number): number {
    if (word.type === 'relation') {
      if (this.text[at] === '到' && at > 0 && BEFORE_TO.includes(this.text[at - 1] ?? ' ')) return end;
      this.clause.relation = { relation: word.relation, start: at, end };
      return end;
    }
    if (word.type === 'past') {
      this.clause.past = end;
      this.clause.pastStart = at;
      return end;
    }
    if (word.type === 'century') {
      const moment = readDecadeOf(this.text, word.by < 0 ? 1900 : 2000, end);
      return this.writer.emitTime({
        start: at,
        end: moment.end,
        first: moment.fields,
        last: null,
        relation: null,
      });
    }
    const chinese = isHan(this.text.charCodeAt(at));
    if (word.type === 'moment' && chinese) {
      if (
        word.fields.year === 'open' &&
        isHan(this.text.charCodeAt(at - 1)) &&
        word.fields.part !== undefined
      ) {
        return end;
      }
      return this.writer.emitTime(continueChineseTime(this.text, at, end, word.fields));
    }
    const scan = scanWordTime(this.text, at, end, word, this.timeWordAt);
    if (scan !== null) return this.writer.emitTime(scan);
    return this.runsOnAlways(end) ? tokenEnd(this.text, at) : end;
  }

  /** Whether letters, digits or a hyphen go on behind a word that turned out to be none. */
  private runsOnAlways(end: number): boolean {
    const code = this.text.charCodeAt(end);
    return isAlphanumeric(code) || (code === 45 && isAlphanumeric(this.text.charCodeAt(end + 1)));
  }

  private readCurrency(unit: Unit, at: number, end: number): number {
    const place = skipSpaces(this.text, end);
    const code = this.text.charCodeAt(place);
    const number = isDigit(code) || !isLetter(code);
    const found = number ? this.find(at, place, unit) : end;
    if (typeof found !== 'number') return this.writer.emit(found);
    this.clause.currency = { unit, end };
    return end;
  }

  private readNumber(start: number, at: number, prefix: Unit | null, wordEnd = at + 1): number {
    const found = this.find(start, at, prefix);
    return typeof found === 'number' ? Math.max(found, wordEnd) : this.writer.emit(found);
  }

  /** The figure at `at`, or the place to go on from when there is none. */
  private find(start: number, at: number, prefix: Unit | null): Found | number {
    const { text, tables } = this;
    const scanned = scanAmount(tables.amounts, text, at, prefix);
    if (scanned === null) return at + 1;
    if (scanned.name) return this.nameEnd(scanned);
    const amount = this.asMultiple(this.inNamedCurrency(scanned, start), start);
    const sign = this.signBefore(start);
    const between = this.clause.between >= 0 && this.clause.isFiller(this.clause.between, start);
    const link = readRange(tables, text, amount, between);
    if (link?.kind === 'chain') return link.end;
    const ends = link?.ends ?? null;
    const body = ends?.top ?? amount;
    if (sign === 'unsure' && body.role !== 'unit') return body.end;
    const judged =
      ends === null
        ? amount
        : { ...ends.bottom, high: ends.top.low, end: ends.end, signs: Math.max(3, ends.bottom.signs) };
    const bounded = this.clause.boundBefore(start, body.unit) !== null || between;
    const structure = this.clause.structure >= 0 && skipSpacesBack(text, start) <= this.clause.structure;
    if (
      !isFigure(judged, { text, bounded, structure, word: this.clause.lastWord(), naming: tables.naming })
    ) {
      return Math.max(this.clockEnd(amount), judged.end);
    }
    const negative = sign === 'minus' || sign === 'unsure';
    const from = sign === 'none' ? start : text[start - 1] === ' ' ? start - MINUS_WORD : start - 1;
    return {
      amount,
      ends: ends === null || !this.isChange(ends, start) ? ends : null,
      start: from,
      negative,
    };
  }

  /** 换成新台币大约 5300 亿元: the currency named before says whose 元 these are. */
  private inNamedCurrency(amount: Amount, start: number): Amount {
    const named = this.clause.currency;
    if (named === null || amount.unit?.id !== 'CNY' || this.text[amount.end - 1] !== '元') return amount;
    const gap = this.text.slice(named.end, start);
    const bound = this.tables.triggers.match(gap, skipSpaces(gap, 0));
    const filled = this.clause.isFiller(named.end, start) || bound?.value.kind === 'bound';
    return filled ? { ...amount, unit: named.unit } : amount;
  }

  /** Rose over 300 times: after a word of change, times are multiples. */
  private asMultiple(amount: Amount, start: number): Amount {
    const before = this.text.slice(Math.max(0, start - MULTIPLIED_REACH), start);
    const fold = this.tables.amounts.units.unit('fold');
    if (amount.unit === null && fold !== undefined && fold !== null && FACTOR.test(before))
      return { ...amount, unit: fold, role: 'unit' };
    if (amount.unit?.id !== 'times' || !TIMES.test(amount.counter)) return amount;
    const isMultiple =
      MULTIPLIED.test(before) || OF_ANOTHER.test(this.text.slice(amount.end, amount.end + 16));
    return fold !== null && fold !== undefined && isMultiple
      ? { ...amount, unit: fold, role: 'unit', counter: '' }
      : amount;
  }

  private nameEnd(amount: Amount): number {
    this.clause.wordStart = amount.start;
    this.clause.wordEnd = amount.end;
    return amount.end;
  }

  /** 9 点 30 分 is a time of day. */
  private clockEnd(amount: Amount): number {
    const { text } = this;
    let i = skipSpaces(text, amount.end);
    if (text[i] !== '点') return amount.end;
    i = skipSpaces(text, i + 1);
    while (isDigit(text.charCodeAt(i))) i++;
    return text[i] === '分' ? i + 1 : i;
  }

  /** From 82% to 95%: with a unit at both ends, or a verb of change, they are two figures. */
  private isChange(ends: Ends, start: number): boolean {
    if (this.clause.from < 0 || !this.clause.isFiller(this.clause.from, start)) return false;
    return (
      this.clause.changed ||
      (ends.bottom.unit !== null && ends.bottom.end < ends.top.start && this.unitGiven(ends))
    );
  }

  private unitGiven(ends: Ends): boolean {
    const last = this.text[ends.bottom.end - 1] ?? '';
    return (
      !isDigit(last.charCodeAt(0)) && ends.bottom.role === 'unit' && ends.bottom.unit?.kind !== 'duration'
    );
  }

  private signBefore(start: number): 'none' | 'minus' | 'unsure' {
    const { text } = this;
    const before = text[start - 1] ?? '';
    if (before === '负') return 'minus';
    if (
      before === ' ' &&
      lower(text.charCodeAt(start - 2)) === LETTER_S &&
      /(?:^|[^a-z])minus $/i.test(text.slice(Math.max(0, start - 7), start))
    )
      return 'minus';
    if (before !== '-' && before !== '−') return 'none';
    const previous = text.charCodeAt(start - 2);
    if (isAlphanumeric(previous) || previous === 45) return 'none';
    return isHan(previous) || previous === MASK_CODE ? 'unsure' : 'minus';
  }

  /** 第三季度, 前三季度, 前10个月 */
  private seasonAt(at: number): number | null {
    const time = scanChineseTime(this.text, at);
    return time === null ? null : this.writer.emitTime(time);
  }
}
