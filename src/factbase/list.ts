import { foldName } from '../text/fold.ts';
import type { FactBase } from './fact-base.ts';
import { SCOPE_KEYS } from './fact-id.ts';
import type { Fact, RecordPlace } from './model.ts';
import { namesOf } from './names.ts';
import { suggest } from './suggest.ts';

export interface ListFilter {
  /** Id or name of an entity. */
  readonly subject?: string;
  /** Id or name of a metric. */
  readonly metric?: string;
  /** Id of a source, or the number that it begins with. */
  readonly source?: string;
  /** `only` lists facts that some other fact contradicts or shares its figure with. */
  readonly conflicts?: 'only';
}

/** One line of the table of facts. */
export interface FactRow {
  readonly fact: Fact;
  readonly subjectName: string;
  readonly metricName: string;
  /** `platform: hugging-face, region: china`, or empty. */
  readonly scope: string;
  /** Empty when the source gives none. */
  readonly period: string;
  /** Ids of the facts that contradict it or share its figure. */
  readonly against: readonly string[];
  /** The layer that it comes from, and the places of the facts that it overrides. */
  readonly layer: string;
  readonly overrides: readonly RecordPlace[];
}

/** A filter that names nothing known. */
export interface UnknownFilter {
  readonly key: 'subject' | 'metric' | 'source';
  readonly value: string;
  readonly near: string | null;
}

export interface FactList {
  /** By subject, metric, scope and period. */
  readonly rows: readonly FactRow[];
  readonly unknown: readonly UnknownFilter[];
}

/** The facts that pass every filter given. */
export function listFacts(factBase: FactBase, filter: ListFilter, language: 'zh' | 'en' = 'en'): FactList {
  const unknown: UnknownFilter[] = [];
  const chosen = (
    key: UnknownFilter['key'],
    idsOf: (value: string) => readonly string[],
    known: readonly { readonly id: string }[],
  ): ReadonlySet<string> | null => {
    const value = filter[key];
    if (value === undefined) return null;
    const ids = idsOf(value);
    const near = suggest(
      value,
      known.map(({ id }) => id),
    );
    if (ids.length === 0) unknown.push({ key, value, near });
    return new Set(ids);
  };
  const subjects = chosen('subject', (value) => entityIds(factBase, value), factBase.entities);
  const metrics = chosen('metric', (value) => metricIds(factBase, value), factBase.metrics);
  const sources = chosen('source', (value) => sourceIds(factBase, value), factBase.sources);
  const against = opponents(factBase);

  const rows = factBase.facts
    .filter((fact) => subjects?.has(fact.subject) ?? true)
    .filter((fact) => metrics?.has(fact.metric) ?? true)
    .filter((fact) => sources?.has(fact.source) ?? true)
    .filter((fact) => filter.conflicts === undefined || against.has(fact))
    .map((fact) => toRow(fact, factBase, against.get(fact) ?? [], language))
    .toSorted(byThing);
  return { rows, unknown };
}

function entityIds(factBase: FactBase, value: string): string[] {
  const wanted = folded(value);
  return factBase.entities
    .filter((entity) => entity.id === value || namesOf(entity).some((name) => folded(name) === wanted))
    .map(({ id }) => id);
}

function metricIds(factBase: FactBase, value: string): string[] {
  const wanted = folded(value);
  return factBase.metrics
    .filter(({ id, name }) => id === value || folded(name.zh) === wanted || folded(name.en) === wanted)
    .map(({ id }) => id);
}

function sourceIds(factBase: FactBase, value: string): string[] {
  return factBase.sources.filter(({ id }) => id === value || id.startsWith(`${value}-`)).map(({ id }) => id);
}

function folded(name: string): string {
  return foldName(name).toLowerCase();
}

function opponents(factBase: FactBase): Map<Fact, string[]> {
  const out = new Map<Fact, string[]>();
  for (const { facts } of factBase.conflicts()) {
    for (const fact of facts) {
      const others = facts.filter((other) => other !== fact).map(({ id }) => id);
      out.set(fact, [...(out.get(fact) ?? []), ...others]);
    }
  }
  return out;
}

function toRow(fact: Fact, factBase: FactBase, against: readonly string[], language: 'zh' | 'en'): FactRow {
  const origin = factBase.origin(fact);
  return {
    fact,
    subjectName: factBase.entity(fact.subject)?.name[language] ?? fact.subject,
    metricName: factBase.metric(fact.metric)?.name[language] ?? fact.metric,
    scope: SCOPE_KEYS.flatMap((key) =>
      fact.scope[key] === undefined ? [] : [`${key}: ${fact.scope[key]}`],
    ).join(', '),
    period: fact.period?.iso ?? '',
    against,
    layer: origin?.layer ?? '',
    overrides: origin?.overrides.map(({ place }) => place) ?? [],
  };
}

function byThing(a: FactRow, b: FactRow): number {
  const order = (row: FactRow): (string | number)[] => [
    row.fact.subject,
    row.fact.metric,
    row.scope,
    row.fact.period?.to ?? 0,
    row.fact.id,
  ];
  const [left, right] = [order(a), order(b)];
  for (const [i, value] of left.entries()) {
    const other = right[i] ?? value;
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}
