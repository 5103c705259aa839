import type { FactBase } from '../../factbase/fact-base.ts';
import type { Entity } from '../../factbase/model.ts';
import type { ServiceContext } from '../context.ts';

/** What an entity makes, runs and publishes, and its parts; each once. */
export function below({ factBase }: Pick<ServiceContext, 'factBase'>, id: string): readonly Entity[] {
  return [
    ...new Set([
      ...factBase.related(id, 'makes'),
      ...factBase.related(id, 'runs'),
      ...factBase.related(id, 'publishes'),
      ...factBase.relatedTo(id, 'part-of'),
    ]),
  ];
}

/** Those that an entity stands below; some may come twice. */
function above(factBase: FactBase, id: string): readonly Entity[] {
  return [
    ...factBase.relatedTo(id, 'makes'),
    ...factBase.relatedTo(id, 'runs'),
    ...factBase.relatedTo(id, 'publishes'),
    ...factBase.related(id, 'part-of'),
  ];
}

/** Ids of the entities that have figures, and of all that they stand below. */
export function leadingToFigures({ factBase }: Pick<ServiceContext, 'factBase'>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { id } of factBase.entities) if (factBase.factsAbout(id).length > 0) found.add(id);
  // What is added to a set while it is walked is walked too: so every step up is taken, and none twice.
  for (const id of found) for (const owner of above(factBase, id)) found.add(owner.id);
  return found;
}
