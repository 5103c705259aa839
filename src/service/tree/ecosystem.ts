import { ENTITY_KINDS } from '../../factbase/entity-kinds.ts';
import type { Entity, EntityKind } from '../../factbase/model.ts';
import { entityCard } from '../cards.ts';
import type { ServiceContext } from '../context.ts';
import type { WritingStyle } from '../period-text.ts';
import { nameIn } from '../record-text.ts';
import { KIND_WORDS, word } from '../words.ts';
import { factNode, seriesNode } from './facts.ts';
import {
  insertStyle,
  joinId,
  makeNode,
  messageNode,
  type TreeNode,
  type TreeQuery,
  type TreeSort,
} from './node.ts';

/*
 * Kinds, then entities, then what each makes and its series, then facts. Steps of an id are the kind, entity ids, and a series
 * key (which holds a bar, as no entity id does).
 */

const SECTION = 'ecosystem';

/** Groups by kind, each with the number of its entities. */
export function ecosystemNodes(context: ServiceContext, query: TreeQuery): readonly TreeNode[] {
  const kept = listed(context, query);
  const groups = ENTITY_KINDS.flatMap((kind) => {
    const count = context.factBase.entities.filter((entity) => entity.kind === kind && kept(entity)).length;
    if (count === 0) return [];
    return [
      makeNode({
        id: joinId(SECTION, kind),
        kind: 'group',
        label: KIND_WORDS[kind].many[context.language],
        description: String(count),
        hasChildren: true,
        entityKind: kind,
      }),
    ];
  });
  return groups.length > 0 ? groups : [messageNode(SECTION, word(context.language, 'tree.no-match'))];
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
  return [
    ...sorted(context, made, sort).map((entity) => entityNode(context, parent, entity, style)),
    ...context.factBase.seriesOf(id).map((series) => seriesNode(context, parent, series, style)),
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

/** What an entity makes, runs and publishes, and its parts; each once. */
export function below(context: ServiceContext, id: string): readonly Entity[] {
  const { factBase } = context;
  return [
    ...new Set([
      ...factBase.related(id, 'makes'),
      ...factBase.related(id, 'runs'),
      ...factBase.related(id, 'publishes'),
      ...factBase.relatedTo(id, 'part-of'),
    ]),
  ];
}

/** Where the id of an entity stands in the tree, for revealing it: in the group of its kind. */
export function entityNodeId(kind: EntityKind, id: string): string {
  return joinId(joinId(SECTION, kind), id);
}

function sorted(
  context: ServiceContext,
  entities: readonly Entity[],
  sort: TreeSort = 'name',
): readonly Entity[] {
  const locale = context.language === 'zh' ? 'zh-Hans-u-co-pinyin' : 'en';
  const { compare } = new Intl.Collator(locale);
  const weights = new Map(entities.map(({ id }) => [id, weightOf(context, id, sort)]));
  const weight = ({ id }: Entity) => weights.get(id) ?? 0;
  return entities.toSorted(
    (a, b) => weight(b) - weight(a) || compare(nameIn(a, context.language), nameIn(b, context.language)),
  );
}

/** The heavier stands higher; names decide between equals. */
function weightOf({ factBase }: ServiceContext, id: string, sort: TreeSort): number {
  const facts = sort === 'name' ? [] : factBase.factsAbout(id);
  if (sort === 'facts') return facts.length;
  return facts.reduce((latest, { period }) => Math.max(latest, period?.to ?? 0), 0);
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
