import { entityCard, factCard } from './cards.ts';
import { claimCard } from './claim-card.ts';
import type { ServiceContext } from './context.ts';
import { claimAt, factReferenceAt, mentionAt, type Note } from './note.ts';
import type { Hover } from './results.ts';

/** The card for what stands at the offset: a fact's id, a claim's figure, a name; null for anything else. */
export function doHover(context: ServiceContext, note: Note, offset: number): Hover | null {
  const reference = factReferenceAt(note, offset);
  const fact = reference === undefined ? undefined : context.factBase.fact(reference.id);
  if (reference !== undefined && fact !== undefined)
    return { start: reference.start, end: reference.end, markdown: factCard(context, fact) };

  const checked = claimAt(note, offset);
  if (checked !== undefined)
    return { start: checked.claim.start, end: checked.claim.end, markdown: claimCard(context, checked) };

  const mention = mentionAt(note, offset);
  if (mention === undefined || mention.entity === null) return null;
  const entity = context.factBase.entity(mention.entity);
  if (entity === undefined) return null;
  return { start: mention.start, end: mention.end, markdown: entityCard(context, entity) };
}
