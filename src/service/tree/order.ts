import type { Entity } from '../../factbase/model.ts';
import type { ServiceContext } from '../context.ts';
import { nameIn } from '../record-text.ts';
import { leadingToFigures } from './branches.ts';
import { DEFAULT_SORT, type TreeSort } from './node.ts';

/** Entities in the order that was asked for; names decide between equals. */
export function sorted(
  context: ServiceContext,
  entities: readonly Entity[],
  sort: TreeSort = DEFAULT_SORT,
): readonly Entity[] {
  const locale = context.language === 'zh' ? 'zh-Hans-u-co-pinyin' : 'en';
  const { compare } = new Intl.Collator(locale);
  const weigh = scale(context, sort);
  const weights = new Map(entities.map(({ id }) => [id, weigh(id)]));
  const weight = ({ id }: Entity) => weights.get(id) ?? 0;
  return entities.toSorted(
    (a, b) => weight(b) - weight(a) || compare(nameIn(a, context.language), nameIn(b, context.language)),
  );
}

/** Weighs an entity by its id: the heavier stands higher. */
function scale(context: ServiceContext, sort: TreeSort): (id: string) => number {
  const { factBase } = context;
  switch (sort) {
    case 'figures': {
      const known = leadingToFigures(context);
      return (id) => Number(known.has(id));
    }
    case 'name':
      return () => 0;
    case 'facts':
      return (id) => factBase.factsAbout(id).length;
    case 'newest':
      return (id) =>
        factBase.factsAbout(id).reduce((latest, { period }) => Math.max(latest, period?.to ?? 0), 0);
  }
}
