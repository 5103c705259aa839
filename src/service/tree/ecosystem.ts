import { ENTITY_KINDS } from '../../factbase/entity-kinds.ts';
import type { Entity, EntityKind } from '../../factbase/model.ts';
import { entityCard } from '../cards.ts';
import type { ServiceContext } from '../context.ts';
import type { WritingStyle } from '../period-text.ts';
import { nameIn } from '../record-text.ts';
import { KIND_WORDS, word } from '../words.ts';
import { below, leadingToFigures } from './branches.ts';
import { factNode, seriesNode } from './facts.ts';
import {
  DEFAULT_SORT,
  insertStyle,
  joinId,
  makeNode,
  messageNode,
  type TreeNode,
  type TreeQuery,
  type TreeSort,
} from './node.ts';
import { sorted } from './order.ts';

/*
 * Kinds, then entities, then the series of each and what it makes, then facts. Steps of an id are the kind, entity ids, and a series
 * key (which holds a bar, as no entity id does).
 */

const SECTION = 'ecosystem';

/** Groups by kind, each with the number of its entities; those that lead to no figure stand last where figures go first. */
export function ecosystemNodes(context: ServiceContext, query: TreeQuery): readonly TreeNode[] {
  const kept = listed(context, query);
  const known = (query.sort ?? DEFAULT_SORT) === 'figures' ? leadingToFigures(context) : null;
  const groups = ENTITY_KINDS.flatMap((kind) => {
    const entities = context.factBase.entities.filter((entity) => entity.kind === kind && kept(entity));
    if (entities.length === 0) return [];
    const node = makeNode({
      id: joinId(SECTION, kind),
      kind: 'group',
      label: KIND_WORDS[kind].many[context.language],
      description: String(entities.length),
      hasChildren: true,
      entityKind: kind,
    });
    return [{ node, first: known === null || entities.some(({ id }) => known.has(id)) }];
  });
  if (groups.length === 0) return [messageNode(SECTION, word(context.language, 'tree.no-match'))];
  return groups.toSorted((a, b) => Number(b.first) - Number(a.first)).map(({ node }) => node);
}

export function ecosystemChildren(
  context: ServiceContext,
  query: TreeQuery,
  steps: readonly string[],
): readonly TreeNode[] {
  const [kind, ...way] = steps;
  const parent = steps.reduce(joinId, SECTION);
  const last = way.at(-1);
  const style = insertStyle(context, query);
  if (last === undefined) {
    const kept = listed(context, query);
    return sorted(
      context,
      context.factBase.entities.filter((entity) => entity.kind === kind && kept(entity)),
      query.sort,
    ).map((entity) => entityNode(context, parent, entity, style));
  }
  if (last.includes('|')) {
    const subject = way.at(-2) ?? '';
    const series = context.factBase.seriesOf(subject).find(({ key }) => key === last);
    return (series?.facts ?? []).toReversed().map((fact) => factNode(context, parent, fact, 'bare', style));
  }
  return entityChildren(context, parent, way, style, query.sort);
}

function entityChildren(
  context: ServiceContext,
  parent: string,
  way: readonly string[],
  style: WritingStyle,
  sort: TreeSort | undefined,
): readonly TreeNode[] {
  const id = way.at(-1) ?? '';
  // What leads back to where one came from would make the tree endless.
  const made = below(context, id).filter((entity) => !way.includes(entity.id));
  // Its own figures first: they are few, and what it makes may be much.
  return [
    ...context.factBase.seriesOf(id).map((series) => seriesNode(context, parent, series, style)),
    ...sorted(context, made, sort).map((entity) => entityNode(context, parent, entity, style)),
  ];
}

function entityNode(context: ServiceContext, parent: string, entity: Entity, style: WritingStyle): TreeNode {
  const { factBase, language } = context;
  const facts = factBase.factsAbout(entity.id).length;
  const other = language === 'zh' ? entity.name.en : entity.name.zh;
  const name = nameIn(entity, language);
  return makeNode({
    id: joinId(parent, entity.id),
    kind: 'entity',
    label: name,
    description: [other === name ? '' : other, facts === 0 ? '' : String(facts)]
      .filter((part) => part !== '')
      .join(' · '),
    tooltip: entityCard(context, entity),
    hasChildren: facts > 0 || below(context, entity.id).length > 0,
    target: { type: 'record', place: entity.place },
    entityKind: entity.kind,
    recordId: entity.id,
    insertText: nameIn(entity, style.script),
    url: Object.values(entity.links)[0] ?? null,
  });
}

/** Where the id of an entity stands in the tree, for revealing it: in the group of its kind. */
export function entityNodeId(kind: EntityKind, id: string): string {
  return joinId(joinId(SECTION, kind), id);
}

/** Says which entities stand in the groups by kind. */
function listed(context: ServiceContext, { filter, group }: TreeQuery): (entity: Entity) => boolean {
  const kept = keeper(context, filter);
  if (group !== 'maker') return kept;
  const owned = new Set(
    context.factBase.entities.flatMap((entity) => below(context, entity.id).map(({ id }) => id)),
  );
  return (entity) => !owned.has(entity.id) && kept(entity);
}

/** Says which entities a filter keeps: those whose names match and those that lead to one. */
function keeper(context: ServiceContext, filter: string): (entity: Entity) => boolean {
  if (filter.trim() === '') return () => true;
  const found = context.search.search(filter.trim(), 200);
  // What is only alike is worth showing where nothing matches: it is for the mistyped.
  const sure = found.filter(({ matchKind }) => matchKind !== 'fuzzy');
  const kept = new Set((sure.length > 0 ? sure : found).map(({ entity }) => entity.id));
  // Two steps up: the maker of a family of models.
  for (let step = 0; step < 2; step++)
    for (const entity of context.factBase.entities)
      if (below(context, entity.id).some(({ id }) => kept.has(id))) kept.add(entity.id);
  return ({ id }) => kept.has(id);
}
