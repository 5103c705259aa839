import type { Topic } from './claim-context.ts';
import type { Knowledge } from './knowledge.ts';
import type { NameHit } from './name-scan.ts';

/** Whom the names speak of: the first one, and rather a thing than the place that it is in (北京：城市级自动驾驶数据集). */
export function firstTopic(names: readonly NameHit[], knowledge: Knowledge): Topic | null {
  const known = names.filter((hit) => hit.entity !== null);
  const name = known.find((hit) => knowledge.entity(hit.entity ?? '')?.kind !== 'place') ?? known[0];
  return name === undefined || name.entity === null ? null : { entity: name.entity, variant: name.variant };
}
