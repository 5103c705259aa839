import { type CardPlace, entityCard, factCard, sourceCard } from './cards.ts';
import { footnoteAt } from './citations.ts';
import { claimCardInNote } from './claim-card.ts';
import type { ServiceContext, WorkspaceNotes } from './context.ts';
import { shownFindings } from './findings.ts';
import { hedgeBehind } from './hedges.ts';
import { claimAt, factReferenceAt, mentionAt, type Note } from './note.ts';
import { pinnedFacts } from './pins.ts';
import type { Hover } from './results.ts';
import { placeAt } from './writing-place.ts';

/** The card for what stands at the offset: a fact's id, a citation, a claim's figure, a name; null for anything else. */
export function doHover(
  context: ServiceContext,
  note: Note,
  offset: number,
  notes: WorkspaceNotes | null = null,
): Hover | null {
  const at = (place: number): CardPlace => ({ note, offset: place, notes });
  const reference = factReferenceAt(note, offset);
  const [fact] = reference === undefined ? [] : pinnedFacts(context.factBase, reference.id);
  if (reference !== undefined && fact !== undefined && placeAt(note, offset) !== 'code')
    return { start: reference.start, end: reference.end, markdown: factCard(context, fact) };

  const checked = claimAt(note, offset);
  if (checked !== undefined) {
    const { start, end } = checked.claim;
    const isReported = shownFindings(note, context).some(({ claim }) => claim === checked);
    const place = at(hedgeBehind(note.text, end)?.end ?? end);
    return { start, end, markdown: claimCardInNote(context, checked, place, isReported) };
  }

  const mention = mentionAt(note, offset);
  const entity = mention?.entity == null ? undefined : context.factBase.entity(mention.entity);
  if (mention !== undefined && entity !== undefined)
    return { start: mention.start, end: mention.end, markdown: entityCard(context, entity, at(mention.end)) };

  const cited = footnoteAt(context.factBase, note, offset);
  return cited === null ? null : { ...cited.span, markdown: sourceCard(context, cited.source) };
}
