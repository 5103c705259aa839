import type { FactBase } from '../factbase/fact-base.ts';
import type { Entity, Fact, Metric } from '../factbase/model.ts';
import type { Series } from '../factbase/series.ts';

/** What reading a claim needs to know of the fact base. Immutable; made once per fact base. */
export interface Knowledge {
  entity(id: string): Entity | undefined;
  metric(id: string): Metric | undefined;
  fact(id: string): Fact | undefined;
  /** All series of a subject, of one metric when given. Never of its family. */
  seriesOf(subject: string, metric?: string): readonly Series[];
  /** All series of a metric, whoever their subject. */
  seriesOfMetric(metric: string): readonly Series[];
  /** The metric that says what is left of the whole where this one says what is gone, or the other way round. */
  complementOf(metric: string): string | undefined;
  /** Whole and parts, maker and made, of one entity, one step away. */
  kin(id: string): readonly string[];
  /** The series that have a fact of just this value, in whatever unit. */
  seriesOfValue(value: number): readonly Series[];
  /** The metric that says by how much per cent this one rose or fell. */
  growthOf(metric: string): string | undefined;
  /** Whether figures are restricted to it and none is stated of it: a scenario, a sort of data set. */
  isScopeOnly(id: string): boolean;
  /** Kin in one or two steps (the maker of a family, and its models). */
  related(a: string, b: string): boolean;
  /** Whether a place holds an entity, so that naming it restricts nothing: 中国 beside China's core AI industry, the world beside all. */
  isWithin(id: string, place: string): boolean;
}

/** The place that holds all others. */
export const WORLD = 'world';

const KINSHIP = ['makes', 'part-of', 'runs', 'publishes', 'leads'] as const;

/** Adds kinship to what the fact base indexes already. */
export function buildKnowledge(factBase: FactBase): Knowledge {
  const kin = new Map<string, Set<string>>();
  const link = (a: string, b: string) => {
    const held = kin.get(a);
    if (held === undefined) kin.set(a, new Set([b]));
    else held.add(b);
  };
  for (const entity of factBase.entities) {
    for (const relation of KINSHIP) {
      for (const other of entity.relations[relation] ?? []) {
        link(entity.id, other);
        link(other, entity.id);
      }
    }
  }
  const complements = new Map<string, string>();
  const growths = new Map<string, string>();
  for (const { id, complement, growthOf } of factBase.metrics) {
    if (growthOf !== undefined) growths.set(growthOf, id);
    if (complement === undefined) continue;
    complements.set(id, complement);
    complements.set(complement, id);
  }
  const segments = new Set(factBase.facts.flatMap((fact) => fact.scope.segment ?? []));
  let byValue: Map<number, Series[]> | null = null;
  return {
    seriesOfValue(value) {
      byValue ??= indexValues(factBase);
      return byValue.get(value) ?? [];
    },
    entity: (id) => factBase.entity(id),
    metric: (id) => factBase.metric(id),
    fact: (id) => factBase.fact(id),
    seriesOf(subject, metric) {
      const all = factBase.seriesOf(subject);
      return metric === undefined ? all : all.filter((series) => series.metric === metric);
    },
    isScopeOnly: (id) => segments.has(id) && factBase.seriesOf(id).length === 0,
    growthOf: (metric) => growths.get(metric),
    complementOf: (metric) => complements.get(metric),
    seriesOfMetric: (metric) => factBase.seriesOfMetric(metric),
    kin: (id) => [...(kin.get(id) ?? [])],
    isWithin(id, place) {
      const seen = new Set<string>();
      let ring: readonly string[] = [id];
      while (ring.length > 0) {
        if (ring.includes(place)) return true;
        for (const held of ring) seen.add(held);
        ring = ring
          .flatMap((held) => factBase.entity(held)?.relations['located-in'] ?? [])
          .filter((next) => !seen.has(next));
      }
      return place === WORLD;
    },
    related(a, b) {
      const near = kin.get(a);
      if (near === undefined) return false;
      if (near.has(b)) return true;
      for (const middle of near) if (kin.get(middle)?.has(b)) return true;
      return false;
    },
  };
}

function indexValues(factBase: FactBase): Map<number, Series[]> {
  const out = new Map<number, Series[]>();
  for (const fact of factBase.facts) {
    const series = factBase.series(fact.subject, fact.metric, fact.scope);
    if (series === undefined) continue;
    const held = out.get(fact.low);
    if (held === undefined) out.set(fact.low, [series]);
    else if (!held.includes(series)) held.push(series);
  }
  return out;
}
