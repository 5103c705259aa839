import type { Amount } from './amount.ts';
import { skipSpacesBack } from './chars.ts';
import { type Clause, FIRMNESS, type PendingBound, takesRate } from './clause.ts';
import { compare, decimal, stepOf, toNumber } from './decimal.ts';
import type { Bound, Figure, FigureKind } from './figure.ts';
import { isLevel } from './gate.ts';
import type { TimeExpression } from './period.ts';
import type { Ends } from './range.ts';
import type { ReaderTables } from './tables.ts';
import { isAbsolute, isRelative, periodOf, spanOf, type TimeFields } from './time-fields.ts';
import { writeForm } from './time-form.ts';
import type { TimeScan } from './time-scan.ts';
import type { Unit } from './units.ts';

/** An amount accepted as a figure, not yet emitted. */
export interface Found {
  readonly amount: Amount;
  readonly ends: Ends | null;
  readonly start: number;
  readonly negative: boolean;
}

const PAST_UNITS = new Set(['years', 'months', 'weeks', 'days']);
/** "from 2025 on" is open only with such words; 从 and 自 before a lone time leave it a point. */
const SINCE = /自$/;

/** Writes down what was read, with what the clause says of it. Each method gives the place behind. */
export class Writer {
  readonly figures: Figure[] = [];
  readonly times: TimeExpression[] = [];
  private readonly tables: ReaderTables;
  private readonly text: string;
  private readonly clause: Clause;

  constructor(tables: ReaderTables, text: string, clause: Clause) {
    this.tables = tables;
    this.text = text;
    this.clause = clause;
  }

  emit(found: Found): number {
    const { amount, ends, start, negative } = found;
    const { text } = this;
    const bottom = ends?.bottom ?? amount;
    const top = ends?.top ?? null;
    const end = top?.end ?? amount.end;
    let outerEnd = ends?.end ?? end;
    const before = this.clause.boundBefore(start < amount.start ? Math.max(start, 0) : start, bottom.unit);
    const after = this.clause.boundBehind(outerEnd);
    if (after !== null) outerEnd = after.end;
    let per = this.clause.rateFor(bottom.unit);
    const rate = this.clause.rateBehind(outerEnd);
    if (rate !== null) {
      if (takesRate(bottom.unit)) per = rate.per;
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
    this.clause.bound = null;
    this.clause.between = -1;
    return Math.max(outerEnd, end);
  }

  /** 近三年, 过去 12 个月, the last three years: a stretch up to now, not an amount of time. */
  private isPast(start: number, unit: Unit, before: PendingBound | null): boolean {
    if (unit.kind !== 'duration' || !PAST_UNITS.has(unit.id)) return false;
    if (this.clause.past >= 0 && this.clause.isFiller(this.clause.past, start)) return true;
    return before !== null && this.text.slice(before.start, before.end) === '近';
  }

  private emitLast(
    start: number,
    end: number,
    count: number,
    unit: Unit,
    before: PendingBound | null,
  ): number {
    const from =
      before?.start ??
      (this.clause.pastStart >= 0 && this.clause.pastStart < start ? this.clause.pastStart : start);
    this.times.push({
      start: from,
      end,
      relation: 'in',
      kind: 'relative',
      period: null,
      form: writeForm({ year: null, last: { count, unit: unit.id } }, null),
    });
    this.clause.bound = null;
    this.clause.past = -1;
    return end;
  }

  /** 235B beside a model's name or 参数 counts parameters. */
  private unitOf(amount: Amount, unit: Unit | null): string | null {
    if (unit !== null) return unit.id;
    const { text } = this;
    if (text[amount.end - 1] !== 'B' || amount.scale !== 9) return null;
    const word = this.clause.lastWord();
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

  emitHalf(bound: Bound, at: number, end: number): number {
    const next = this.emitPlain('ratio', 'share', 0.5, at, end, 0.05);
    const last = this.figures.pop();
    if (last !== undefined) this.figures.push({ ...last, bound: bound === 'exact' ? last.bound : bound });
    return next;
  }

  emitPlain(kind: FigureKind, unit: string, value: number, start: number, end: number, step = 1): number {
    const before = this.clause.boundBefore(start, this.tables.units.unit(unit));
    const after = this.clause.boundBehind(end);
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
    this.clause.bound = null;
    return outerEnd;
  }

  emitRank(start: number, end: number, value: number, bound: Bound, counter: string): number {
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
    this.clause.bound = null;
    return end;
  }

  emitTime(scan: TimeScan): number {
    const before = this.clause.relation;
    const placed =
      before !== null && this.clause.isTimeFiller(before.end, scan.start) ? before.relation : null;
    const since =
      scan.relation === null &&
      placed === null &&
      this.clause.from >= 0 &&
      this.clause.isFiller(this.clause.from, scan.start);
    this.clause.relation = null;
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
        (since && last === null && SINCE.test(this.text.slice(this.clause.from - 4, this.clause.from))
          ? 'since'
          : 'in'),
      kind: absolute ? 'absolute' : relative ? 'relative' : 'partial',
      period,
      form: writeForm(first, last),
    });
    return scan.end;
  }

  emitPlan(from: number, to: number, at: number, end: number): number {
    if (this.text[end] === '个') return end;
    const fields: TimeFields = { year: from, years: to - from + 1, precision: 'plan' };
    return this.emitTime({ start: at, end, first: fields, last: null, relation: null });
  }
}

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
