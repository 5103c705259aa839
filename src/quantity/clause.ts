import { FILLERS } from './bound-words.ts';
import { isDigit, isLetter, skipSpaces } from './chars.ts';
import type { Bound } from './figure.ts';
import { isNameToken } from './gate.ts';
import type { TimeRelation } from './period.ts';
import type { ReaderTables } from './tables.ts';
import type { Unit } from './units.ts';

/** A bounding word that waits for its number. */
export interface PendingBound {
  readonly bound: Bound;
  readonly apart: boolean;
  readonly start: number;
  readonly end: number;
}

const FILLER_SET = new Set(FILLERS);
const MAX_FILLER = 12;
const MAX_APART = 24;
const TIME_FILLERS = new Set(['the', 'the end of', 'end of', 'early', 'late', 'about', 'at least']);

/** How much a bound says; the firmer of two in a row holds. */
export const FIRMNESS: Readonly<Record<Bound, number>> = {
  exact: 0,
  about: 1,
  nearly: 2,
  'more-than': 3,
  'at-least': 3,
  'less-than': 3,
  'at-most': 3,
  range: 4,
};

/** Shares and multiples are no amounts per time: 34% a year is a rate of growth, said as a share. */
export const takesRate = (unit: Unit | null): boolean =>
  unit === null || !(unit.kind === 'percent' || unit.kind === 'points' || unit.kind === 'multiple');

/** 走过了 70 年 is no longer than that. */
const LIVED = /[走经度熬花活用渡]/;

/** Spread over seven cities: no more than seven. */
const SPREAD = /\b(?:spread|stretch(?:ed|es)?|scattered|distributed|dispersed|all|range[sd]?) over$/i;

/** What the words of the current clause say of numbers to come. Places are -1 when no such word stands in it. */
export class Clause {
  bound: PendingBound | null = null;
  per: string | null = null;
  from = -1;
  between = -1;
  structure = -1;
  rankWord = -1;
  /** A currency named without a number right behind it: 换成新台币大约 5300 亿元. */
  currency: { readonly unit: Unit; readonly end: number } | null = null;
  changed = false;
  wordStart = -1;
  wordEnd = -1;
  relation: { readonly relation: TimeRelation; readonly start: number; readonly end: number } | null = null;
  past = -1;
  pastStart = -1;
  private readonly tables: ReaderTables;
  private readonly text: string;

  constructor(tables: ReaderTables, text: string) {
    this.tables = tables;
    this.text = text;
  }

  endClause(): void {
    this.bound = null;
    this.per = null;
    this.from = -1;
    this.between = -1;
    this.structure = -1;
    this.rankWord = -1;
    this.currency = null;
    this.changed = false;
    this.past = -1;
    this.pastStart = -1;
    this.relation = null;
  }

  /** Two bounds in a row: the firmer one holds (大约超过, 将近或超过). */
  setBound(bound: Bound, apart: boolean, start: number, end: number): void {
    if (
      bound === 'more-than' &&
      this.text.startsWith('过了', start) &&
      LIVED.test(this.text[start - 1] ?? '')
    )
      return;
    if (bound === 'more-than' && SPREAD.test(this.text.slice(Math.max(0, start - 14), end))) return;
    const last = this.bound;
    if (last !== null && this.isFiller(last.end, start) && FIRMNESS[last.bound] > FIRMNESS[bound]) {
      this.bound = { ...last, end };
      return;
    }
    const first = last !== null && this.isFiller(last.end, start) ? last.start : start;
    this.bound = { bound, apart, start: first, end };
  }

  isFiller(from: number, to: number): boolean {
    if (to < from || to - from > MAX_FILLER) return false;
    const gap = this.text.slice(from, to).trim();
    return gap === '' || FILLER_SET.has(gap.toLowerCase());
  }

  isTimeFiller(from: number, to: number): boolean {
    if (this.isFiller(from, to)) return true;
    const gap = this.text
      .slice(from, Math.min(to, from + 24))
      .trim()
      .toLowerCase();
    return to - from <= 20 && TIME_FILLERS.has(gap);
  }

  /** The bound that holds for a number at `start`: right before it, or parted from a share by what it is a share of. */
  boundBefore(start: number, unit: Unit | null): PendingBound | null {
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
  boundBehind(at: number): { bound: Bound; end: number } | null {
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

  rateFor(unit: Unit | null): string | null {
    if (this.per === null) return null;
    if (!takesRate(unit)) return null;
    return this.per;
  }

  rateBehind(at: number): { per: string; end: number } | null {
    const { text } = this;
    const place = skipSpaces(text, at);
    const rate = this.tables.ratesAfter.match(text, place);
    if (rate === null) return null;
    const adverb = text[place] !== '/' && text.slice(rate.end - 2, rate.end) === 'ly';
    if (adverb && isLetter(text.charCodeAt(skipSpaces(text, rate.end)))) return null;
    return { per: rate.value, end: rate.end };
  }

  lastWord(): { start: number; end: number; name: boolean } | null {
    if (this.wordStart < 0) return null;
    return {
      start: this.wordStart,
      end: this.wordEnd,
      name: isNameToken(this.text, this.wordStart, this.wordEnd),
    };
  }
}
