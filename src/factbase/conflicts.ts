import { seriesKey } from './fact-id.ts';
import { disjoint, precisionOf, statedSet } from './interval.ts';
import type { Fact, FactMode, Metric } from './model.ts';
import type { Series } from './series.ts';

/**
 * `conflict`: facts of one series and time whose stated sets do not meet. `ambiguity`: one figure that is given for two metrics
 * which are easily taken for each other. Always between sources: one source alone tells of a change or a difference (from 82 % to
 * 95 %). Oldest period first; at least two facts.
 */
export interface Conflict {
  readonly kind: 'conflict' | 'ambiguity';
  readonly facts: readonly Fact[];
}

type Siblings = ReadonlyMap<string, ReadonlySet<string>>;

export function findConflicts(
  allSeries: readonly Series[],
  metrics: ReadonlyMap<string, Metric>,
  siblings: Siblings,
): readonly Conflict[] {
  const out: Conflict[] = [];
  for (const series of allSeries) {
    const metric = metrics.get(series.metric);
    if (metric === undefined) continue;
    out.push(...groups(series.facts, (a, b) => contradict(a, b, metric)).map(conflict));
  }
  const byKey = new Map(allSeries.map((series) => [series.key, series]));
  const seen = new Set<Series>();
  for (const series of allSeries) {
    seen.add(series);
    for (const other of siblings.get(series.metric) ?? []) {
      const twin = byKey.get(seriesKey(series.subject, other, series.scope));
      if (twin === undefined || seen.has(twin)) continue;
      const both = [...series.facts, ...twin.facts];
      out.push(...groups(both, sameFigureElsewhere).map(ambiguity));
    }
  }
  return out;
}

const conflict = (facts: readonly Fact[]): Conflict => ({ kind: 'conflict', facts });
const ambiguity = (facts: readonly Fact[]): Conflict => ({ kind: 'ambiguity', facts });

/** Whether two sources' facts of one series cannot both hold as a reader takes them. */
function contradict(a: Fact, b: Fact, metric: Metric): boolean {
  if (a.source === b.source || a.unit !== b.unit) return false;
  if (!sameFirmness(a.mode, b.mode) || !sameTime(a, b, metric)) return false;
  const precision = precisionOf(metric.class);
  return disjoint(statedSet(a, precision), statedSet(b, precision));
}

/** Forecasts and targets are held against their like only; the rest states what is. */
function sameFirmness(a: FactMode, b: FactMode): boolean {
  const firmness = (mode: FactMode): string => (mode === 'forecast' || mode === 'target' ? mode : 'stated');
  return firmness(a) === firmness(b);
}

/**
 * Whether two facts speak of one time. A level of 2025-09 is one of 2025; but what flowed in one month is not what flowed in the
 * year, and a sum that only grows may well have grown between the month and the end of the year.
 */
function sameTime(a: Fact, b: Fact, metric: Metric): boolean {
  if (a.period === null || b.period === null) return a.period === b.period;
  const same = a.period.from === b.period.from && a.period.to === b.period.to;
  if (same || metric.class === 'flow' || metric.cumulative) return same;
  const aInB = a.period.from >= b.period.from && a.period.to <= b.period.to;
  const bInA = b.period.from >= a.period.from && b.period.to <= a.period.to;
  return aInB || bInA;
}

function sameFigureElsewhere(a: Fact, b: Fact): boolean {
  if (a.source === b.source || a.metric === b.metric) return false;
  if (a.low !== b.low || a.high !== b.high || a.unit !== b.unit) return false;
  // A source that gives no time may well mean that of the other.
  if (a.period === null || b.period === null) return true;
  return a.period.from < b.period.to && b.period.from < a.period.to;
}

/** The facts that `related` joins, directly or through others, as groups of two and more. */
function groups(facts: readonly Fact[], related: (a: Fact, b: Fact) => boolean): Fact[][] {
  const group = facts.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (group[at] !== at) at = group[at] ?? at;
    return at;
  };
  for (const [i, a] of facts.entries()) {
    for (const [j, b] of facts.entries()) {
      if (j > i && related(a, b)) group[root(j)] = root(i);
    }
  }
  const members = new Map<number, Fact[]>();
  for (const [i, fact] of facts.entries()) members.set(root(i), [...(members.get(root(i)) ?? []), fact]);
  return [...members.values()].filter((found) => found.length > 1);
}
