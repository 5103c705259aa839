import type { ServiceContext } from '../context.ts';
import { mentionAt, type Note } from '../note.ts';
import { below } from './branches.ts';
import { entityNodeId } from './ecosystem.ts';
import { joinId, stepsOf, type TreeNode, type TreeQuery } from './node.ts';
import { getTreeChildren } from './tree.ts';

/** What is looked for in the tree: a record, or what stands at a place of the note. */
export type TreeGoal =
  | { readonly type: 'record'; readonly id: string }
  | { readonly type: 'place'; readonly note: Note; readonly offset: number };

/** The nodes on the way to a record or to a claim of the note, the section left out; empty when it is not in the tree. */
export function findTreePath(
  context: ServiceContext,
  goal: TreeGoal,
  query: Omit<TreeQuery, 'filter'>,
): readonly TreeNode[] {
  const id =
    goal.type === 'record' ? recordNodeId(context, goal.id, query) : placeNodeId(context, goal, query);
  return id === null ? [] : walk(context, id, { ...query, filter: '' });
}

function placeNodeId(
  context: ServiceContext,
  { note, offset }: Extract<TreeGoal, { type: 'place' }>,
  query: Omit<TreeQuery, 'filter'>,
): string | null {
  const checked = note.analysis.claims.find(({ claim }) => claim.start <= offset && offset <= claim.end);
  if (checked !== undefined) return joinId(joinId('note', checked.verdict.kind), String(checked.claim.start));
  const entity = mentionAt(note, offset)?.entity ?? null;
  return entity === null ? null : recordNodeId(context, entity, query);
}

function recordNodeId(
  context: ServiceContext,
  id: string,
  { group }: Omit<TreeQuery, 'filter'>,
): string | null {
  const { factBase } = context;
  if (factBase.entity(id) !== undefined) return entityWay(context, id, group);
  const fact = factBase.fact(id);
  if (fact !== undefined) {
    const series = factBase.seriesOf(fact.subject).find(({ facts }) => facts.some((one) => one.id === id));
    const subject = entityWay(context, fact.subject, group);
    return series === undefined || subject === null ? null : joinId(joinId(subject, series.key), id);
  }
  return factBase.source(id) === undefined ? null : joinId('sources', id);
}

/** In the group of its kind, or, where that lists only what belongs to nobody, below what it belongs to. */
function entityWay(context: ServiceContext, id: string, group: TreeQuery['group']): string | null {
  const way = [id];
  if (group === 'maker') {
    for (;;) {
      const [first = ''] = way;
      const owner = context.factBase.entities.find(
        (candidate) =>
          !way.includes(candidate.id) && below(context, candidate.id).some((one) => one.id === first),
      );
      if (owner === undefined) break;
      way.unshift(owner.id);
    }
  }
  const [first = '', ...rest] = way;
  const entity = context.factBase.entity(first);
  return entity === undefined ? null : rest.reduce(joinId, entityNodeId(entity.kind, first));
}

/** The nodes of an id, found level by level; what is not listed where the id says ends the search. */
function walk(context: ServiceContext, id: string, query: TreeQuery): readonly TreeNode[] {
  const [section = '', ...steps] = stepsOf(id);
  const path: TreeNode[] = [];
  let parent = section;
  for (const step of steps) {
    const wanted = joinId(parent, step);
    const node = getTreeChildren(context, parent, query).find((child) => child.id === wanted);
    if (node === undefined) return [];
    path.push(node);
    parent = wanted;
  }
  return path;
}
