import { seriesKey } from './fact-id.ts';
import type { Fact, Scope } from './model.ts';

/** The facts that share subject, metric and scope, from the oldest period to the newest; those without a period come first. */
export interface Series {
  readonly key: string;
  readonly subject: string;
  readonly metric: string;
  readonly scope: Scope;
  readonly facts: readonly Fact[];
}

export function makeSeries(facts: readonly Fact[]): Series[] {
  const groups = groupBy(facts, (fact) => seriesKey(fact.subject, fact.metric, fact.scope));
  const out: Series[] = [];
  for (const [key, members] of groups) {
    const first = members[0];
    if (first === undefined) continue;
    const { subject, metric, scope } = first;
    out.push({ key, subject, metric, scope, facts: members.toSorted(byPeriod) });
  }
  return out;
}

function byPeriod(a: Fact, b: Fact): number {
  if (a.period === null || b.period === null) return Number(a.period !== null) - Number(b.period !== null);
  return a.period.to - b.period.to || a.period.from - b.period.from;
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
