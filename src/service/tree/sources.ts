import { foldName } from '../../text/fold.ts';
import { sourceCard } from '../cards.ts';
import type { ServiceContext } from '../context.ts';
import { sourceDate } from '../record-text.ts';
import { word } from '../words.ts';
import { factNode } from './facts.ts';
import { insertStyle, joinId, makeNode, messageNode, type TreeNode, type TreeQuery } from './node.ts';

const SECTION = 'sources';

export function sourceNodes(context: ServiceContext, { filter }: TreeQuery): readonly TreeNode[] {
  const wanted = foldName(filter).toLowerCase();
  const sources = context.factBase.sources.filter(({ title, publisher, author }) =>
    foldName(`${title} ${publisher} ${author}`).toLowerCase().includes(wanted),
  );
  if (sources.length === 0) return [messageNode(SECTION, word(context.language, 'tree.no-match'))];
  return sources.map((source) => {
    const count = context.factBase.factsFrom(source.id).length;
    const published = sourceDate(context, source);
    return makeNode({
      id: joinId(SECTION, source.id),
      kind: 'source',
      label: source.title,
      description: [source.publisher, published, String(count)].filter((part) => part !== '').join(' · '),
      tooltip: sourceCard(context, source),
      hasChildren: count > 0,
      target: { type: 'record', place: source.place },
      recordId: source.id,
      url: source.url === '' ? null : source.url,
    });
  });
}

export function sourceChildren(
  context: ServiceContext,
  query: TreeQuery,
  steps: readonly string[],
): readonly TreeNode[] {
  const [id = '', ...more] = steps;
  if (more.length > 0) return [];
  const parent = joinId(SECTION, id);
  const style = insertStyle(context, query);
  return context.factBase.factsFrom(id).map((fact) => factNode(context, parent, fact, 'titled', style));
}
