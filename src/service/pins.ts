import type { FactBase } from '../factbase/fact-base.ts';
import type { Fact } from '../factbase/model.ts';
import { newest } from './record-text.ts';

/** What the id behind `fact:` names: the one fact of that id, or for `subject/metric` the newest of each series; nothing for neither. */
export function pinnedFacts(factBase: FactBase, id: string): readonly Fact[] {
  const fact = factBase.fact(id);
  if (fact !== undefined) return [fact];
  const cut = id.indexOf('/');
  if (cut < 0) return [];
  return factBase
    .seriesOf(id.slice(0, cut))
    .filter(({ metric }) => metric === id.slice(cut + 1))
    .flatMap(({ facts }) => newest(facts) ?? []);
}
