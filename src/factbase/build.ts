import { type BuildContext, report } from './build-context.ts';
import { makeEntity, reportCycles } from './build-entity.ts';
import { makeFact } from './build-fact.ts';
import { makeMetric } from './build-metric.ts';
import { createFactBase, type Digest, type FactBase, type KnownRecord, type Origin } from './fact-base.ts';
import { readableFactId } from './fact-id.ts';
import { factIds, type Standing, standing } from './layers.ts';
import type { Fact, Source } from './model.ts';
import { type FactProblem, factProblem } from './problem.ts';
import type { Layer, ParsedRecord, SourceRecord } from './records.ts';
import type { FactBaseServices } from './services.ts';

export interface BuildResult {
  readonly factBase: FactBase;
  readonly problems: readonly FactProblem[];
}

/**
 * Makes a fact base of layers, the last of which has the last word. Throws nothing: records that point nowhere, contradict
 * themselves or stand twice are reported and left out, and the rest holds.
 */
export function buildFactBase(layers: readonly Layer[], services: FactBaseServices): BuildResult {
  const problems: FactProblem[] = [];
  const entityRecords = standing(layers, 'entity', problems);
  const metricRecords = standing(layers, 'metric', problems);
  const sourceRecords = standing(layers, 'source', problems);
  const factRecords = standing(layers, 'fact', problems);

  const context: BuildContext = {
    services,
    problems,
    entityIds: new Set(entityRecords.map(({ record }) => record.data.id)),
    metrics: new Map(metricRecords.map(({ record }) => [record.data.id, record])),
    dimensions: new Set(services.units.ids.flatMap((id) => services.units.unit(id)?.dimension ?? [])),
    damaged: new Set(layers.flatMap((layer) => layer.damaged ?? [])),
    sourceIds: new Set(sourceRecords.map(({ record }) => record.id)),
  };
  const origins = new Map<KnownRecord, Origin>();
  const keep = <T extends KnownRecord, R extends ParsedRecord>(
    items: readonly Standing<R>[],
    make: (record: R) => T | null,
  ): T[] =>
    items.flatMap(({ record, origin }) => {
      const made = make(record);
      if (made === null) return [];
      origins.set(made, origin);
      return [made];
    });

  const entities = keep(entityRecords, (record) => makeEntity(record, context));
  reportCycles(entities, entityRecords, problems);
  const metrics = keep(metricRecords, (record) => makeMetric(record, context));
  const sources = keep(sourceRecords, (record) => makeSource(record, context));
  const ids = factIds(factRecords, (record) => readableFactId(record.data, record.source));
  const idOf = new Map(factRecords.map(({ record }, i) => [record, ids[i] ?? '']));
  const facts = keep(factRecords, (record) => makeFact(record, idOf.get(record) ?? '', context));
  reportMissingSources(facts, context);

  const digests = new Map<string, Digest>(
    sourceRecords.map(({ record }) => [record.id, { file: record.place.file, text: record.text }]),
  );
  return { factBase: createFactBase({ entities, metrics, facts, sources, digests, origins }), problems };
}

function makeSource(record: SourceRecord, context: BuildContext): Source {
  const { data } = record;
  const period = (key: 'published' | 'accessed') => {
    const written = data[key];
    if (written === null) return null;
    const read = context.services.parsePeriod(String(written));
    if (read === null) report(context, record, key, 'period', { found: String(written) });
    return read;
  };
  return {
    id: record.id,
    title: data.title,
    publisher: data.publisher,
    author: data.author,
    published: period('published'),
    accessed: period('accessed'),
    url: data.url,
    language: data.language,
    kind: data.kind,
    place: record.place,
  };
}

/** Said once for each file: every fact of it lacks the same thing. */
function reportMissingSources(facts: readonly Fact[], context: BuildContext): void {
  const reported = new Set<string>();
  for (const { source, place } of facts) {
    if (context.sourceIds.has(source) || reported.has(place.file)) continue;
    reported.add(place.file);
    context.problems.push(factProblem('no-source', place, { id: source }));
  }
}
