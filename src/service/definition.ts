import type { RecordPlace } from '../factbase/model.ts';
import type { Span } from '../text/folded-text.ts';
import type { ServiceContext } from './context.ts';
import { claimAt, factReferenceAt, mentionAt, type Note } from './note.ts';
import type { Definition } from './results.ts';

/** Records that what stands at the offset leads to: a fact id or figure to the facts, a name to its entity. */
export function findDefinition(context: ServiceContext, note: Note, offset: number): readonly Definition[] {
  const reference = factReferenceAt(note, offset);
  const fact = reference === undefined ? undefined : context.factBase.fact(reference.id);
  if (reference !== undefined && fact !== undefined) return [definition(fact.place, reference)];

  const checked = claimAt(note, offset);
  if (checked !== undefined && checked.verdict.facts.length > 0)
    return checked.verdict.facts.map(({ place }) => definition(place, checked.claim));

  const mention = mentionAt(note, offset);
  const entity = mention?.entity == null ? undefined : context.factBase.entity(mention.entity);
  return mention === undefined || entity === undefined ? [] : [definition(entity.place, mention)];
}

function definition(place: RecordPlace, { start, end }: Span): Definition {
  return { ...place, origin: { start, end } };
}
