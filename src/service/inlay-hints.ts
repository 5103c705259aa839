import type { Span } from '../text/folded-text.ts';
import { claimCard } from './claim-card.ts';
import type { ServiceContext } from './context.ts';
import type { Note } from './note.ts';
import { factPeriod } from './record-text.ts';
import type { InlayHint } from './results.ts';
import { word } from './words.ts';

/** A quiet mark with the date behind every supported figure in `range`. */
export function getInlayHints(context: ServiceContext, note: Note, range: Span): readonly InlayHint[] {
  return note.analysis.claims.flatMap((checked) => {
    const { claim, verdict } = checked;
    const [fact] = verdict.facts;
    if (verdict.kind !== 'supported' || fact === undefined) return [];
    if (claim.end < range.start || claim.end > range.end) return [];
    const date = fact.period === null ? '' : factPeriod(context, fact);
    const label = word(context.language, 'inlay.supported', { date }).trim();
    return [{ offset: claim.end, label, tooltip: claimCard(context, checked) }];
  });
}
