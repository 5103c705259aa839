import { foldName } from '../text/fold.ts';
import type { FactBase } from './fact-base.ts';
import { placeName } from './layers.ts';
import type { Entity } from './model.ts';
import { namesOf } from './names.ts';
import { type FactProblem, factProblem } from './problem.ts';

/** Names that mean two entities, neither of which says that the name needs company. */
export function verifyNames(factBase: FactBase): FactProblem[] {
  const out: FactProblem[] = [];
  const owners = new Map<string, Entity>();
  for (const entity of factBase.entities) {
    const plain = namesOf({ ...entity, ambiguous: [] });
    for (const folded of new Set(plain.map((name) => foldName(name).toLowerCase()))) {
      const owner = owners.get(folded);
      if (owner === undefined) {
        owners.set(folded, entity);
        continue;
      }
      const name = plain.find((one) => foldName(one).toLowerCase() === folded) ?? folded;
      out.push(
        factProblem('name-clash', entity.place, { name, id: owner.id, other: placeName(owner.place) }),
      );
    }
  }
  return out;
}
