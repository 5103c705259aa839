import { MASK } from '../text/folded-text.ts';
import { type Amount, type AmountTables, scanAmount, tokenEnd } from './amount.ts';
import {
  CLAUSE_END,
  DIGIT,
  isAlphanumeric,
  isDigit,
  isHan,
  isLetter,
  LETTER,
  NUMERAL,
  skipSpaces,
  skipSpacesBack,
} from './chars.ts';
import { continueChineseTime, readDecadeOf, scanChineseTime } from './chinese-time.ts';
import { compare, decimal, stepOf, toNumber } from './decimal.ts';
import { LEAD, WORD } from './dispatch.ts';
import { yearWords } from './english.ts';
import { scanDigitTime, scanWordTime, type TimeWordAt } from './english-time.ts';
import type { Bound, Figure, FigureKind } from './figure.ts';
import { isFigure, isLevel, isNameToken } from './gate.ts';
import type { Lexicon } from './lexicon.ts';
import type { TimeExpression, TimeRelation } from './period.ts';
import { type Ends, type RangeTables, readRange } from './range.ts';
import { isAbsolute, isRelative, periodOf, spanOf, type TimeFields } from './time-fields.ts';
import { writeForm } from './time-form.ts';
import type { TimeScan } from './time-scan.ts';
import type { TimeWord } from './time-words.ts';
import type { Trigger } from './triggers.ts';
import type { Unit, UnitTable } from './units.ts';
import { FILLERS, RANK_NOUNS } from './vocabulary.ts';

/** Everything compiled that a pass over text needs. */
export interface ReaderTables extends RangeTables {
  readonly units: UnitTable;
  readonly amounts: AmountTables;
  readonly triggers: Lexicon<Trigger>;
  readonly dispatch: Uint8Array;
  readonly naming: Lexicon<true>;
  readonly boundsAfter: Lexicon<Bound | null>;
  readonly ratesAfter: Lexicon<string>;
}

interface PendingBound {
  readonly bound: Bound;
  readonly apart: boolean;
  readonly start: number;
  readonly end: number;
}

/** An amount accepted as a figure, not yet emitted. */
interface Found {
  readonly amount: Amount;
  readonly ends: Ends | null;
  readonly start: number;
  readonly negative: boolean;
}

const PAST_UNITS = new Set(['years', 'months', 'weeks', 'days']);
const FILLER_SET = new Set(FILLERS);
/** Length of "minus ". */
const MINUS_WORD = 6;
const MASK_CODE = MASK.charCodeAt(0);
const MAX_FILLER = 12;
const MAX_APART = 24;

/** One pass over one text. What lives here lives for the pass only. */
export class Pass {
  readonly figures: Figure[] = [];
  readonly times: TimeExpression[] = [];
  private readonly tables: ReaderTables;
  private readonly text: string;
  private bound: PendingBound | null = null;
  private per: string | null = null;
  private from = -1;
  private between = -1;
  private structure = -1;
  private rankWord = -1;
  private changed = false;
  private wordStart = -1;
  private wordEnd = -1;
  private relation: { readonly relation: TimeRelation; readonly start: number; readonly end: number } | null =
    null;
  private past = -1;
  private pastStart = -1;
  private readonly timeWordAt: TimeWordAt;

  constructor(tables: ReaderTables, text: string) {
    this.tables = tables;
    this.text = text;
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
      return time === null ? this.readNumber(at, at, null) : this.emitTime(time);
    }
    if ((kind & LETTER) !== 0) return this.readLatin(at);
    if ((kind & NUMERAL) !== 0) return this.readNumeral(at);
    if ((kind & WORD) !== 0) {
      const word = this.tables.triggers.match(this.text, at);
      if (word !== null) return this.act(word.value, at, word.end);
    }
    if ((kind & LEAD) !== 0) return this.readLead(at);
    if ((kind & CLAUSE_END) !== 0) this.endClause();
    return at + 1;
  }

  private endClause(): void {
    this.bound = null;
    this.per = null;
    this.from = -1;
    this.between = -1;
    this.structure = -1;
    this.rankWord = -1;
    this.changed = false;
    this.past = -1;
    this.pastStart = -1;
    this.relation = null;
  }

  /** A Chinese numeral: a number, or a word that only looks like one. The longer reading wins. */
  private readNumeral(at: number): number {
    const word = this.tables.triggers.match(this.text, at);
    const time = scanChineseTime(this.text, at);
    if (time !== null && time.end > (word?.end ?? 0)) return this.emitTime(time);
    if (word === null) return this.readNumber(at, at, null);
    const found = this.find(at, at, null);
    if (typeof found !== 'number' && (found.ends?.end ?? found.amount.end) > word.end)
      return this.emit(found);
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
    return typeof found === 'number' ? at + 1 : this.emit(found);
  }

  private readLatin(at: number): number {
    const { text } = this;
    const word = this.tables.triggers.match(text, at);
    if (word !== null && !this.runsOn(word.end, word.value)) return this.act(word.value, at, word.end);
    const end = tokenEnd(text, at);
    this.wordStart = at;
    this.wordEnd = end;
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
        this.setBound(trigger.bound, trigger.apart, at, end);
        return end;
      case 'rate':
        this.per = trigger.per;
        return end;
      case 'structure':
        this.structure = end;
        this.wordStart = at;
        this.wordEnd = end;
        return end;
      case 'currency':
        return this.readCurrency(trigger.unit, at, end);
      case 'number': {
        const year = yearWords(this.text, at);
        if (year !== null) {
          return this.emitTime({
            start: at,
            end: year.end,
            first: { year: year.value },
            last: null,
            relation: null,
          });
        }
        return this.readNumber(at, at, null, end);
      }
      case 'half':
        return this.emitHalf(trigger.bound, at, end);
      case 'multiple':
        return this.emitPlain('multiple', 'fold', trigger.fold, at, end);
      case 'rank-word':
        this.rankWord = end;
        return end;
      case 'ordinal':
        return this.readOrdinal(trigger.value, at, end);
      case 'number-sign':
        return this.readNumberSign(at, end);
      case 'top':
        return this.readTop(at, end);
      case 'first-few':
        return this.seasonAt(at) ?? this.readFirstFew(at, end);
      case 'nth':
        return this.seasonAt(at) ?? this.readNth(at, end);
      case 'from':
        this.from = end;
        return end;
      case 'between':
        this.between = end;
        return end;
      case 'change':
        this.changed = true;
        return end;
      case 'time':
        return this.actOnTime(trigger.word, at, end);
      case 'plan':
        return this.emitPlan(trigger.from, trigger.to, at, end);
      default:
        return end;
    }
  }

  private actOnTime(word: TimeWord, at: number, end: number): number {
    if (word.type === 'relation') {
      if (this.text[at] === '到' && at > 0 && BEFORE_TO.includes(this.text[at - 1] ?? ' ')) return end;
      this.relation = { relation: word.relation, start: at, end };
      return end;
    }
    if (word.type === 'past') {
      this.past = end;
      this.pastStart = at;
      return end;
    }
    if (word.type === 'century') {
      const moment = readDecadeOf(this.text, word.by < 0 ? 1900 : 2000, end);
      return this.emitTime({ start: at, end: moment.end, first: moment.fields, last: null, relation: null });
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
      return this.emitTime(continueChineseTime(this.text, at, end, word.fields));
    }
    const scan = scanWordTime(this.text, at, end, word, this.timeWordAt);
    if (scan !== null) return this.emitTime(scan);
    return this.runsOnAlways(end) ? tokenEnd(this.text, at) : end;
  }

  /** Whether letters, digits or a hyphen go on behind a word that turned out to be none. */
  private runsOnAlways(end: number): boolean {
    const code = this.text.charCodeAt(end);
    return isAlphanumeric(code) || (code === 45 && isAlphanumeric(this.text.charCodeAt(end + 1)));
  }

  private emitPlan(from: number, to: number, at: number, end: number): number {
    if (this.text[end] === '个') return end;
    const fields: TimeFields = { year: from, years: to - from + 1, precision: 'plan' };
    return this.emitTime({ start: at, end, first: fields, last: null, relation: null });
  }

  private emitTime(scan: TimeScan): number {
    const before = this.relation;
    const placed = before !== null && this.isTimeFiller(before.end, scan.start) ? before.relation : null;
    const since =
      scan.relation === null && placed === null && this.from >= 0 && this.isFiller(this.from, scan.start);
    this.relation = null;
    const { first, last } = scan;
    const absolute = isAbsolute(first) && (last === null || isAbsolute(last));
    const nothing = { today: 0, year: null };
    const period = absolute
      ? last === null
        ? periodOf(first, nothing)
        : spanOf(periodOf(first, nothing), periodOf(last, nothing))
      : null;
    if (absolute && period === null) return scan.end;
    const relative = isRelative(first) || (last !== null && isRelative(last));
    this.times.push({
      start: scan.start,
      end: scan.end,
      relation:
        scan.relation ??
        placed ??
        (since && last === null && SINCE.test(this.text.slice(this.from - 4, this.from)) ? 'since' : 'in'),
      kind: absolute ? 'absolute' : relative ? 'relative' : 'partial',
      period,
      form: writeForm(first, last),
    });
    return scan.end;
  }

  private isTimeFiller(from: number, to: number): boolean {
    if (this.isFiller(from, to)) return true;
    const gap = this.text
      .slice(from, Math.min(to, from + 24))
      .trim()
      .toLowerCase();
    return to - from <= 20 && TIME_FILLERS.has(gap);
  }

  /** Two bounds in a row: the firmer one holds (大约超过, 将近或超过). */
  private setBound(bound: Bound, apart: boolean, start: number, end: number): void {
    const last = this.bound;
    if (last !== null && this.isFiller(last.end, start) && FIRMNESS[last.bound] > FIRMNESS[bound]) {
      this.bound = { ...last, end };
      return;
    }
    const first = last !== null && this.isFiller(last.end, start) ? last.start : start;
    this.bound = { bound, apart, start: first, end };
  }

  private isFiller(from: number, to: number): boolean {
    if (to < from || to - from > MAX_FILLER) return false;
    const gap = this.text.slice(from, to).trim();
    return gap === '' || FILLER_SET.has(gap.toLowerCase());
  }

  private readCurrency(unit: Unit, at: number, end: number): number {
    const place = skipSpaces(this.text, end);
    const code = this.text.charCodeAt(place);
    const number = isDigit(code) || !isLetter(code);
    const found = number ? this.find(at, place, unit) : end;
    return typeof found === 'number' ? end : this.emit(found);
  }

  private readNumber(start: number, at: number, prefix: Unit | null, wordEnd = at + 1): number {
    const found = this.find(start, at, prefix);
    return typeof found === 'number' ? Math.max(found, wordEnd) : this.emit(found);
  }

  /** The figure at `at`, or the place to go on from when there is none. */
  private find(start: number, at: number, prefix: Unit | null): Found | number {
    const { text, tables } = this;
    const amount = scanAmount(tables.amounts, text, at, prefix);
    if (amount === null) return at + 1;
    if (amount.name) return this.nameEnd(amount);
    const sign = this.signBefore(start);
    const between = this.between >= 0 && this.isFiller(this.between, start);
    const link = readRange(tables, text, amount, between);
    if (link?.kind === 'chain') return link.end;
    const ends = link?.ends ?? null;
    const body = ends?.top ?? amount;
    if (sign === 'unsure' && body.role !== 'unit') return body.end;
    const judged =
      ends === null
        ? amount
        : { ...ends.bottom, high: ends.top.low, end: ends.end, signs: Math.max(3, ends.bottom.signs) };
    const bounded = this.boundBefore(start, body.unit) !== null || between;
    const structure = this.structure >= 0 && skipSpacesBack(text, start) <= this.structure;
    if (!isFigure(judged, { text, bounded, structure, word: this.lastWord(), naming: tables.naming })) {
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

  private nameEnd(amount: Amount): number {
    this.wordStart = amount.start;
    this.wordEnd = amount.end;
    return amount.end;
  }

  private lastWord(): { start: number; end: number; name: boolean } | null {
    if (this.wordStart < 0) return null;
    return {
      start: this.wordStart,
      end: this.wordEnd,
      name: isNameToken(this.text, this.wordStart, this.wordEnd),
    };
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
    if (this.from < 0 || !this.isFiller(this.from, start)) return false;
    return (
      this.changed || (ends.bottom.unit !== null && ends.bottom.end < ends.top.start && this.unitGiven(ends))
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
    if (before === ' ' && /(?:^|[^a-z])minus $/i.test(text.slice(Math.max(0, start - 7), start)))
      return 'minus';
    if (before !== '-' && before !== '−') return 'none';
    const previous = text.charCodeAt(start - 2);
    if (isAlphanumeric(previous) || previous === 45) return 'none';
    return isHan(previous) || previous === MASK_CODE ? 'unsure' : 'minus';
  }

  /** The bound that holds for a number at `start`: right before it, or parted from a share by what it is a share of. */
  private boundBefore(start: number, unit: Unit | null): PendingBound | null {
    const { bound, text } = this;
    if (bound === null) return null;
    if (this.isFiller(bound.end, start)) return bound;
    if (!bound.apart || start - bound.end > MAX_APART) return null;
    const gap = text.slice(bound.end, start).trim();
    if (gap.endsWith('的') && unit !== null && (unit.kind === 'percent' || unit.dimension === 'share'))
      return bound;
    const noun = this.tables.amounts.suffixes.match(gap, 0);
    return noun !== null && noun.value.role === 'noun' && noun.end === gap.length ? bound : null;
  }

  /** The bound behind a figure; "and below 5" belongs to the next one. */
  private boundBehind(at: number): { bound: Bound; end: number } | null {
    const { text } = this;
    const after = this.tables.boundsAfter.match(text, skipSpaces(text, at));
    if (after === null || after.value === null) return null;
    const next = skipSpaces(text, after.end);
    if (isLetter(text.charCodeAt(after.end - 1))) {
      if (isDigit(text.charCodeAt(next)) || this.tables.triggers.match(text, next)?.value.kind === 'number')
        return null;
    }
    return { bound: after.value, end: after.end };
  }

  private emit(found: Found): number {
    const { amount, ends, start, negative } = found;
    const { text } = this;
    const bottom = ends?.bottom ?? amount;
    const top = ends?.top ?? null;
    const end = top?.end ?? amount.end;
    let outerEnd = ends?.end ?? end;
    const before = this.boundBefore(start < amount.start ? Math.max(start, 0) : start, bottom.unit);
    const after = this.boundBehind(outerEnd);
    if (after !== null) outerEnd = after.end;
    let per = this.rateFor(bottom.unit);
    const rate = this.rateBehind(outerEnd);
    if (rate !== null) {
      per = rate.per;
      outerEnd = rate.end;
    }
    const level = top === null && isPowerOfTen(bottom) && isLevel(text, end);
    const form =
      level || (bottom.implicit && before === null && bottom.bound === null) ? 'order' : bottom.form;
    const inner =
      top !== null || bottom.high !== null ? 'range' : form === 'order' ? 'at-least' : bottom.bound;
    const low = amountValue(bottom, negative);
    const high = top !== null ? toNumber(top.low) : bottom.high !== null ? toNumber(bottom.high) : low;
    const unit = bottom.unit;
    if (unit !== null && form === 'plain' && this.isPast(start, unit, before)) {
      return this.emitLast(start, end, low, unit, before);
    }
    this.figures.push({
      start,
      end,
      outer: { start: Math.min(before?.start ?? start, start), end: outerEnd },
      kind: kindOf(bottom, unit),
      low,
      high,
      step: bottom.over?.as !== 'share' ? stepOf(bottom.low, bottom.decimals) : Math.abs(low) / 10,
      bound: combine(before?.bound ?? null, inner, after?.bound ?? null),
      form,
      unit: this.unitOf(bottom, unit),
      counter: bottom.counter,
      per,
      outOf: bottom.over !== null && bottom.over.as !== 'share' ? toNumber(bottom.over.under) : null,
    });
    this.bound = null;
    this.between = -1;
    return Math.max(outerEnd, end);
  }

  /** 近三年, 过去 12 个月, the last three years: a stretch up to now, not an amount of time. */
  private isPast(start: number, unit: Unit, before: PendingBound | null): boolean {
    if (unit.kind !== 'duration' || !PAST_UNITS.has(unit.id)) return false;
    if (this.past >= 0 && this.isFiller(this.past, start)) return true;
    return before !== null && this.text.slice(before.start, before.end) === '近';
  }

  private emitLast(
    start: number,
    end: number,
    count: number,
    unit: Unit,
    before: PendingBound | null,
  ): number {
    const from = before?.start ?? (this.pastStart >= 0 && this.pastStart < start ? this.pastStart : start);
    this.times.push({
      start: from,
      end,
      relation: 'in',
      kind: 'relative',
      period: null,
      form: writeForm({ year: null, last: { count, unit: unit.id } }, null),
    });
    this.bound = null;
    this.past = -1;
    return end;
  }

  /** 235B beside a model's name or 参数 counts parameters. */
  private unitOf(amount: Amount, unit: Unit | null): string | null {
    if (unit !== null) return unit.id;
    const { text } = this;
    if (text[amount.end - 1] !== 'B' || amount.scale !== 9) return null;
    const word = this.lastWord();
    const named = word?.name === true && skipSpacesBack(text, amount.start) === word.end;
    const before = text.slice(Math.max(0, amount.start - 6), amount.start);
    const next = text
      .slice(amount.end, amount.end + 12)
      .trimStart()
      .toLowerCase();
    const said =
      next.startsWith('模型') ||
      next.startsWith('model') ||
      next.startsWith('dense') ||
      next.startsWith('moe');
    return named || said || before.includes('参数') ? 'parameters' : null;
  }

  private rateFor(unit: Unit | null): string | null {
    if (this.per === null) return null;
    if (unit !== null && (unit.kind === 'percent' || unit.kind === 'points' || unit.kind === 'multiple'))
      return null;
    return this.per;
  }

  private rateBehind(at: number): { per: string; end: number } | null {
    const { text } = this;
    const place = skipSpaces(text, at);
    const rate = this.tables.ratesAfter.match(text, place);
    if (rate === null) return null;
    const adverb = text[place] !== '/' && text.slice(rate.end - 2, rate.end) === 'ly';
    if (adverb && isLetter(text.charCodeAt(skipSpaces(text, rate.end)))) return null;
    return { per: rate.value, end: rate.end };
  }

  private emitHalf(bound: Bound, at: number, end: number): number {
    const next = this.emitPlain('ratio', 'share', 0.5, at, end, 0.05);
    const last = this.figures.pop();
    if (last !== undefined) this.figures.push({ ...last, bound: bound === 'exact' ? last.bound : bound });
    return next;
  }

  private emitPlain(
    kind: FigureKind,
    unit: string,
    value: number,
    start: number,
    end: number,
    step = 1,
  ): number {
    const before = this.boundBefore(start, this.tables.units.unit(unit));
    const after = this.boundBehind(end);
    const outerEnd = after?.end ?? end;
    this.figures.push({
      start,
      end,
      outer: { start: before?.start ?? start, end: outerEnd },
      kind,
      low: value,
      high: value,
      step,
      bound: combine(before?.bound ?? null, null, after?.bound ?? null),
      form: 'plain',
      unit,
      counter: '',
      per: null,
      outOf: null,
    });
    this.bound = null;
    return outerEnd;
  }

  private emitRank(start: number, end: number, value: number, bound: Bound, counter: string): number {
    this.figures.push({
      start,
      end,
      outer: { start, end },
      kind: 'rank',
      low: value,
      high: value,
      step: 1,
      bound,
      form: 'plain',
      unit: 'rank',
      counter,
      per: null,
      outOf: null,
    });
    this.bound = null;
    return end;
  }

  /** top 10, TOP5, 排名前三 */
  private readTop(at: number, end: number): number {
    const amount = scanAmount(this.tables.amounts, this.text, skipSpaces(this.text, end), null);
    const value = amount === null ? null : rankValue(amount);
    if (amount === null || value === null) return end;
    const number = amount.numberEnd;
    const after = this.text.slice(number).slice(0, 10).trimStart().toLowerCase();
    if (after.startsWith('acc') || after.startsWith('准确') || after.startsWith('%')) return number;
    return this.emitRank(at, number, value, 'at-most', '');
  }

  /** 第三季度, 前三季度, 前10个月 */
  private seasonAt(at: number): number | null {
    const time = scanChineseTime(this.text, at);
    return time === null ? null : this.emitTime(time);
  }

  /** 前五, 前三名; 前 3 年 and 前两次 are no ranks. */
  private readFirstFew(at: number, end: number): number {
    const place = skipSpaces(this.text, end);
    const code = this.text.charCodeAt(place);
    if (!isDigit(code) && !CHINESE_DIGITS.includes(this.text[place] ?? ' ')) return end;
    const amount = scanAmount(this.tables.amounts, this.text, place, null);
    const value = amount === null ? null : rankValue(amount);
    if (amount === null || value === null) return end;
    if (RANK_COUNTERS.includes(amount.counter) && amount.counter !== '')
      return this.emitRank(at, amount.end, value, 'at-most', amount.counter);
    if (amount.unit !== null) return amount.end;
    const next = this.text[skipSpaces(this.text, amount.end)] ?? '';
    if (next === '强' || next === '大')
      return this.emitRank(at, skipSpaces(this.text, amount.end) + 1, value, 'at-most', next);
    if (next === '' || !isHan(next.charCodeAt(0)) || AFTER_FIRST_FEW.includes(next)) {
      return this.emitRank(at, amount.end, value, 'at-most', '');
    }
    return amount.end;
  }

  /** 第四名, 排名第二; 第 2 节 and 第九届 are places in a structure. */
  private readNth(at: number, end: number): number {
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
      return this.emitRank(at, amount.end, value, 'exact', amount.counter);
    const ranked = this.rankWord >= 0 && this.isFiller(this.rankWord, at);
    if (!ranked) return amount.end;
    if (amount.counter === '大') return this.emitRank(at, amount.end, value, 'exact', '大');
    return amount.unit === null || amount.role === 'unit'
      ? this.emitRank(at, amount.numberEnd, value, 'exact', '')
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
  private readOrdinal(value: number, at: number, end: number): number {
    const { text } = this;
    const hyphen = text.charCodeAt(end) === 45;
    const after = text
      .slice(hyphen ? end + 1 : skipSpaces(text, end))
      .slice(0, 14)
      .toLowerCase();
    const ranked = this.rankWord >= 0 && this.isFiller(this.rankWord, at);
    const noun = RANK_NOUNS.some(
      (word) => after.startsWith(word) && !isLetter(after.charCodeAt(word.length)),
    );
    if (ranked || noun) return this.emitRank(at, end, value, 'exact', '');
    return end;
  }

  private readNumberSign(at: number, end: number): number {
    if (!isDigit(this.text.charCodeAt(end))) {
      this.structure = end;
      return end;
    }
    const amount = scanAmount(this.tables.amounts, this.text, end, null);
    const value = amount === null ? null : rankValue(amount);
    if (amount === null || value === null || value > 20) return amount?.end ?? end;
    const ranked = this.rankWord >= 0 && this.isFiller(this.rankWord, at);
    return ranked ? this.emitRank(at, amount.numberEnd, value, 'exact', '') : amount.end;
  }
}

/** "from 2025 on" is open only with such words; 从 and 自 before a lone time leave it a point. */
const SINCE = /自$/;
const TIME_FILLERS = new Set(['the', 'the end of', 'end of', 'early', 'late', 'about', 'at least']);
const NOT_BEFORE_SEVERAL = '参次总人户指函分整系常多少倍位复奇偶基个件台家户天月年岁票字行读算';
const NOT_BEFORE_UP = '网线马路身手海晚早基以';
const CHINESE_DIGITS = '一二三四五六七八九十百两';
/** Verbs of change before 到, which then says what was reached and not until when. */
const BEFORE_TO = '升高长加大降低少展扩涨增跌延推调改';
const RANK_COUNTERS = '名位';
const AFTER_FIRST_FEW = '的中里之均都皆席占内列和与及是为有，。';

const FIRMNESS: Readonly<Record<Bound, number>> = {
  exact: 0,
  about: 1,
  nearly: 2,
  'more-than': 3,
  'at-least': 3,
  'less-than': 3,
  'at-most': 3,
  range: 4,
};

/** Bound before, inside and behind: a range stays one; else a bound that points a way wins over about; the one in front over others. */
function combine(before: Bound | null, inner: Bound | null, after: Bound | null): Bound {
  if (inner === 'range') return 'range';
  const all = [before, inner, after].filter((bound) => bound !== null);
  let best: Bound = 'exact';
  for (const bound of all) {
    if (FIRMNESS[bound] > FIRMNESS[best]) best = bound;
  }
  return best;
}

function kindOf(amount: Amount, unit: Unit | null): FigureKind {
  if (amount.over !== null) return amount.over.as === 'score' ? 'score' : 'ratio';
  return unit?.kind ?? 'quantity';
}

function amountValue(amount: Amount, negative: boolean): number {
  const value =
    amount.over?.as === 'share' ? toNumber(amount.low) / toNumber(amount.over.under) : toNumber(amount.low);
  return negative ? -value : value;
}

function isPowerOfTen(amount: Amount): boolean {
  if (amount.unit !== null && amount.counter !== '级') return false;
  let digits = amount.low.digits;
  while (digits > 1n && digits % 10n === 0n) digits /= 10n;
  return digits === 1n && compare(amount.low, decimal(100)) >= 0 && amount.style === 'chinese';
}

/** A whole number from 1 to 1000 that can be a rank. */
function rankValue(amount: Amount): number | null {
  if (amount.name || amount.implicit || amount.decimals > 0 || amount.high !== null) return null;
  const value = toNumber(amount.low);
  return value >= 1 && value <= 1000 ? value : null;
}
