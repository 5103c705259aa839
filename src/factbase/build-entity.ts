import { type BuildContext, reportDangling } from './build-context.ts';
import { RELATIONS } from './entity-kinds.ts';
import type { Standing } from './layers.ts';
import type { Entity, Relation } from './model.ts';
import { type FactProblem, factProblem } from './problem.ts';
import type { EntityRecord } from './records.ts';

/** The entity of a record; relations that point nowhere are reported and left out. */
export function makeEntity(record: EntityRecord, context: BuildContext): Entity {
  const { data } = record;
  const relations = {} as Record<Relation, readonly string[]>;
  for (const relation of RELATIONS) {
    const stated = data[relation];
    const list = stated === undefined ? [] : typeof stated === 'string' ? [stated] : stated;
    relations[relation] = list.filter((id, i) => {
      if (context.entityIds.has(id)) return true;
      const at = typeof stated === 'string' ? relation : `${relation}.${i}`;
      reportDangling(context, record, at, 'entity', id, context.entityIds);
      return false;
    });
  }
  const { zh, en, 'zh-Hant': traditional } = data.name;
  return {
    id: data.id,
    kind: record.kind,
    name: traditional === undefined ? { zh, en } : { zh, en, 'zh-Hant': traditional },
    aliases: data.aliases,
    ambiguous: data.ambiguous,
    ...(data.misspellings === undefined ? {} : { misspellings: data.misspellings }),
    description: data.description ?? { zh: '', en: '' },
    relations,
    links: data.links,
    ...(record.pinyin === undefined ? {} : { pinyin: record.pinyin }),
    place: record.place,
  };
}

/** Reports entities that are part of themselves, once for each ring. */
export function reportCycles(
  entities: readonly Entity[],
  records: readonly Standing<EntityRecord>[],
  problems: FactProblem[],
): void {
  const parts = entities.filter((entity) => entity.relations['part-of'].length > 0);
  const parents = new Map(parts.map((entity) => [entity.id, entity.relations['part-of']]));
  const reported = new Set<string>();
  for (const { record } of records) {
    const id = record.data.id;
    const path = parents.has(id) ? cycleFrom(id, parents) : null;
    if (path === null || path.some((member) => reported.has(member))) continue;
    for (const member of path) reported.add(member);
    const span = record.at['part-of'] ?? record.place;
    const place = { file: record.place.file, start: span.start, end: span.end };
    problems.push(factProblem('cycle', place, { id, path: path.join(' → ') }));
  }
}

/** The way from `id` over its wholes back to itself, or null. */
function cycleFrom(id: string, parents: ReadonlyMap<string, readonly string[]>): string[] | null {
  const seen = new Set<string>();
  const open: string[][] = [[id]];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    for (const parent of parents.get(path.at(-1) ?? '') ?? []) {
      if (parent === id) return [...path, id];
      if (seen.has(parent)) continue;
      seen.add(parent);
      open.push([...path, parent]);
    }
  }
  return null;
}
