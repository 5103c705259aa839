import type { Claim } from '../claims/claim.ts';
import type { Knowledge } from '../claims/knowledge.ts';
import {
  containsValue,
  disjoint,
  type FigureLike,
  type Interval,
  intersects,
  type Precision,
  statedSet,
} from '../factbase/interval.ts';
import type { Fact, Metric } from '../factbase/model.ts';
import type { Period } from '../quantity/period.ts';
import { complemented, inUnitOf, negated, slipOf, type UnitConverter } from './amount.ts';
import {
  FAR_ABOVE,
  FAR_BELOW,
  MOST_DOUBLINGS,
  NEWER_FACTOR,
  NEWER_FACTOR_DAYS,
  PRECISION_FACTOR,
} from './rules.ts';

/** What deciding needs to know besides the claim. */
export interface DecideServices {
  readonly knowledge: Knowledge;
  readonly units: UnitConverter;
  /** When a source was published, or seen when that is not known; null when neither is. */
  published(source: string): Period | null;
  /** Who published a source, in its own words; empty when that is not known. */
  publisher(source: string): string;
  /** Whether two periods speak of the same time, at the coarser precision of both. */
  periodsMatch(a: Period, b: Period): boolean;
}

/** What one claim is compared with, and how. */
export interface Case {
  readonly claim: Claim;
  readonly metric: Metric;
  /** Facts of the series that may be compared, by period. */
  readonly facts: readonly Fact[];
  readonly precision: Precision;
  readonly services: DecideServices;
}

/** The claim's figure in the fact's unit, with the sign that its direction gives it. */
export function reading(c: Case, fact: Fact): FigureLike | null {
  const figure = asGrowth(c, fact) ?? inUnitOf(fact, c.claim.figure, c.services.units);
  if (figure === null || isOtherCurrency(c, fact)) return null;
  if (c.claim.match?.complement === true) {
    const whole = c.services.units.convert(100, 'percent', fact.unit);
    return whole === null ? null : complemented(figure, whole);
  }
  return runsAgainst(c) ? negated(figure) : figure;
}

/** 营收 1180 亿 are yuan, and 118 billion may be of any currency: such a sum is held against no other. */
function isOtherCurrency({ claim, services }: Case, fact: Fact): boolean {
  const { figure, text } = claim;
  if (figure.unit !== null || services.units.dimensionOf(fact.unit) !== 'money') return false;
  return figure.low !== fact.low && !(fact.unit === 'CNY' && HAN_SCALE.test(text));
}

const HAN_SCALE = /[万亿兆萬億]/;

/** Revenue that doubled grew by 100 %; 增长一倍 says so too. Null where the fact is no growth in per cent. */
function asGrowth(c: Case, fact: Fact): FigureLike | null {
  const { figure, text } = c.claim;
  if (figure.kind !== 'multiple' || c.metric.class !== 'growth' || fact.unit !== 'percent') return null;
  const whole = GROWN_BY.test(text) ? 0 : 1;
  return {
    ...figure,
    low: (figure.low - whole) * 100,
    high: (figure.high - whole) * 100,
    step: figure.step * 100,
  };
}

/** 增长了两倍 counts what was added, doubled and 翻一番 what it became. */
const GROWN_BY = /^[^翻]*倍/;

/** All ways to read the figure: "grew by N times" may mean to N times. */
function readings(c: Case, fact: Fact): readonly FigureLike[] {
  const figure = reading(c, fact);
  if (figure === null) return [];
  if (
    fact.unit === 'percent' ||
    c.claim.figure.kind !== 'multiple' ||
    (c.claim.change === null && c.metric.class !== 'growth')
  )
    return [figure];
  return [
    figure,
    { ...figure, low: figure.low - 1, high: figure.high - 1 },
    { ...figure, low: figure.low + 1, high: figure.high + 1 },
  ];
}

function runsAgainst(c: Case): boolean {
  if (c.metric.class !== 'growth' || c.claim.change === null) return false;
  return (
    (c.metric.direction === 'up' && c.claim.change === 'fall') ||
    (c.metric.direction === 'down' && c.claim.change === 'rise')
  );
}

export function meets(c: Case, fact: Fact): boolean {
  const known = statedSet(fact, c.precision);
  return readings(c, fact).some((figure) => intersects(statedSet(figure, c.precision), known));
}

/**
 * Whether a plain number and a fact meet at the edges of their widths only: 7 亿 and 突破 6 亿. Neither number is one that the other
 * allows, so the fact does not bear the claim out.
 */
export function touchesOnly(c: Case, fact: Fact): boolean {
  return readings(c, fact).every((figure) => {
    if (figure.bound !== 'exact' || figure.form !== 'plain' || fact.low !== fact.high) return false;
    const allowed = containsValue(statedSet(fact, c.precision), figure.low);
    return !allowed && !containsValue(statedSet(figure, c.precision), fact.low);
  });
}

/** Says more than the fact does: a much narrower set around another value. */
export function isMorePrecise(c: Case, fact: Fact): boolean {
  const figure = reading(c, fact);
  if (figure === null || figure.low === fact.low || figure.low === fact.high) return false;
  return width(statedSet(fact, c.precision)) > PRECISION_FACTOR * width(statedSet(figure, c.precision));
}

function width(set: Interval): number {
  return set.high - set.low;
}

export function mayBeNewer(c: Case, newest: Fact): boolean {
  const figure = reading(c, newest);
  if (figure === null || figure.low <= 0) return false;
  const known = statedSet(newest, c.precision);
  const claimed = statedSet(figure, c.precision);
  const age = newest.period === null ? 0 : c.claim.today - newest.period.to;
  // Long after its newest fact, any level may have risen.
  if (!isRising(c) && !(c.metric.class === 'level' && age > NEWER_FACTOR_DAYS)) return false;
  const factor = NEWER_FACTOR ** Math.max(1, Math.min(age / NEWER_FACTOR_DAYS, MOST_DOUBLINGS));
  return (
    claimed.low >= known.low && figure.low < factor * newest.high && slipOf(figure.low, newest.low) === 0
  );
}

function isRising(c: Case): boolean {
  if (c.metric.cumulative) return true;
  const { facts } = c;
  const [first] = facts;
  const last = facts.at(-1);
  if (first === undefined || last === undefined || first === last) return false;
  return c.metric.class === 'level' && last.low > first.high;
}

/** A count that is off by far, and by no slip of scale, most likely counts something else: a part, somebody's own, another day. */
export function isFarApart(c: Case, figure: FigureLike, fact: Fact): boolean {
  if (!COUNTED_DIMENSIONS.has(c.metric.dimension) || c.metric.class === 'exact') return false;
  return figure.high < FAR_BELOW * fact.low || figure.low > FAR_ABOVE * fact.high;
}

const COUNTED_DIMENSIONS: ReadonlySet<string> = new Set(['items', 'people', 'times', 'tokens', 'money']);

/** The fact that the figure is a power of ten off, where sources differ. */
export function slippedFact(c: Case, facts: readonly Fact[]): Fact | null {
  return facts.find((fact) => slipOf(reading(c, fact)?.low ?? 0, fact.low) !== 0) ?? null;
}

export function nearestFact(c: Case, facts: readonly Fact[]): Fact | null {
  let best: Fact | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const fact of facts) {
    const figure = reading(c, fact);
    if (figure === null) continue;
    const distance = Math.abs(figure.low - fact.low);
    if (distance < bestDistance) {
      best = fact;
      bestDistance = distance;
    }
  }
  return best;
}

/** Facts of one period whose stated sets have nothing in common; null when all agree. */
export function disputeAmong(c: Case, facts: readonly Fact[]): readonly Fact[] | null {
  for (const a of facts) {
    const against = facts.filter(
      (b) =>
        b.source !== a.source &&
        samePeriod(c, a, b) &&
        disjoint(statedSet(a, c.precision), statedSet(b, c.precision)),
    );
    if (against.length > 0) return [a, ...against];
  }
  return null;
}

function samePeriod(c: Case, a: Fact, b: Fact): boolean {
  return a.period === null || b.period === null || c.services.periodsMatch(a.period, b.period);
}
