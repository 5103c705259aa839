import { type Conflict, findConflicts } from './conflicts.ts';
import { seriesKey } from './fact-id.ts';
import type { Entity, Fact, Metric, RecordPlace, Relation, Scope, Source } from './model.ts';
import { groupBy, makeSeries, type Series } from './series.ts';

/** Which layer a record came from, and the records of the layers behind it that it stands for. */
export interface Origin {
  readonly layer: string;
  readonly overrides: readonly { readonly layer: string; readonly place: RecordPlace }[];
}

/** The Markdown digest of a source. */
export interface Digest {
  readonly file: string;
  readonly text: string;
}

export type KnownRecord = Entity | Metric | Fact | Source;

/** Everything that is known. Immutable: a change of its files makes a new one. Look-ups of unknown ids give undefined or nothing. */
export interface FactBase {
  readonly entities: readonly Entity[];
  readonly metrics: readonly Metric[];
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];

  entity(id: string): Entity | undefined;
  metric(id: string): Metric | undefined;
  fact(id: string): Fact | undefined;
  source(id: string): Source | undefined;

  /** Facts whose subject is `entity`, in the order of their files. */
  factsAbout(entity: string): readonly Fact[];
  factsFrom(source: string): readonly Fact[];
  /** The digest of a source, for those that have one. */
  digest(source: string): Digest | undefined;

  series(subject: string, metric: string, scope: Scope): Series | undefined;
  seriesOf(subject: string): readonly Series[];
  seriesOfMetric(metric: string): readonly Series[];

  /** Entities that `id` has this relation to, as its record states. */
  related(id: string, relation: Relation): readonly Entity[];
  /** Entities that have this relation to `id`: `relatedTo('qwen3', 'makes')` gives its makers, `part-of` its members. */
  relatedTo(id: string, relation: Relation): readonly Entity[];

  /** Metrics that are easily taken for `metric`, whichever of the two says so. */
  siblings(metric: string): readonly Metric[];

  /** What the sources contradict each other in, and figures that they give for different things. Computed once, when asked. */
  conflicts(): readonly Conflict[];

  /** The layer of a record of this fact base. */
  origin(record: KnownRecord): Origin | undefined;
}

/** What a fact base is made of; checked already: no id in it points nowhere. */
export interface FactBaseParts {
  readonly entities: readonly Entity[];
  readonly metrics: readonly Metric[];
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];
  readonly digests: ReadonlyMap<string, Digest>;
  readonly origins: ReadonlyMap<KnownRecord, Origin>;
}

const NONE: readonly never[] = [];

/** A fact base over parts that fit together. `buildFactBase` makes them from files. */
export function createFactBase(parts: FactBaseParts): FactBase {
  const entities = byId(parts.entities);
  const metrics = byId(parts.metrics);
  const facts = byId(parts.facts);
  const sources = byId(parts.sources);
  const factsAbout = groupBy(parts.facts, (fact) => fact.subject);
  const factsFrom = groupBy(parts.facts, (fact) => fact.source);
  const allSeries = makeSeries(parts.facts);
  const seriesByKey = new Map(allSeries.map((series) => [series.key, series]));
  const seriesOf = groupBy(allSeries, (series) => series.subject);
  const seriesOfMetric = groupBy(allSeries, (series) => series.metric);
  const relatedTo = reverseRelations(parts.entities);
  const siblings = siblingPairs(parts.metrics);
  let conflicts: readonly Conflict[] | null = null;

  return {
    entities: parts.entities,
    metrics: parts.metrics,
    facts: parts.facts,
    sources: parts.sources,
    entity: (id) => entities.get(id),
    metric: (id) => metrics.get(id),
    fact: (id) => facts.get(id),
    source: (id) => sources.get(id),
    factsAbout: (entity) => factsAbout.get(entity) ?? NONE,
    factsFrom: (source) => factsFrom.get(source) ?? NONE,
    digest: (source) => parts.digests.get(source),
    series: (subject, metric, scope) => seriesByKey.get(seriesKey(subject, metric, scope)),
    seriesOf: (subject) => seriesOf.get(subject) ?? NONE,
    seriesOfMetric: (metric) => seriesOfMetric.get(metric) ?? NONE,
    related: (id, relation) =>
      (entities.get(id)?.relations[relation] ?? NONE).flatMap((to) => entities.get(to) ?? []),
    relatedTo: (id, relation) => relatedTo.get(`${relation}|${id}`) ?? NONE,
    siblings: (metric) => [...(siblings.get(metric) ?? NONE)].flatMap((id) => metrics.get(id) ?? []),
    conflicts: () => {
      conflicts ??= findConflicts(allSeries, metrics, siblings);
      return conflicts;
    },
    origin: (record) => parts.origins.get(record),
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function reverseRelations(entities: readonly Entity[]): Map<string, Entity[]> {
  const out = new Map<string, Entity[]>();
  for (const entity of entities) {
    for (const [relation, ids] of Object.entries(entity.relations)) {
      for (const id of ids) {
        const key = `${relation}|${id}`;
        const list = out.get(key);
        if (list === undefined) out.set(key, [entity]);
        else list.push(entity);
      }
    }
  }
  return out;
}

function siblingPairs(metrics: readonly Metric[]): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>();
  const link = (from: string, to: string): void => {
    if (from === to) return;
    const set = out.get(from) ?? new Set();
    out.set(from, set.add(to));
  };
  for (const metric of metrics) {
    for (const sibling of metric.siblings) {
      link(metric.id, sibling);
      link(sibling, metric.id);
    }
  }
  return out;
}
