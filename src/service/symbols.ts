import type { ServiceContext } from './context.ts';
import type { Note } from './note.ts';
import { entityName, scopedMetric } from './record-text.ts';
import type { DocumentSymbol } from './results.ts';
import { VERDICT_WORDS } from './words.ts';

/** The claims of a note, for the outline. Headings are left to the editor's own Markdown support. */
export function findDocumentSymbols(context: ServiceContext, note: Note): readonly DocumentSymbol[] {
  return note.analysis.claims.map(({ claim, verdict }) => {
    const subject = claim.subject === null ? '' : entityName(context, claim.subject.value);
    const metric = claim.metric === null ? '' : scopedMetric(context, claim.metric.value, claim.scope);
    return {
      name: [claim.text.trim(), subject, metric].filter((part) => part !== '').join(' · '),
      detail: VERDICT_WORDS[verdict.kind][context.language],
      start: claim.sentence.start,
      end: Math.max(claim.sentence.end, claim.end),
      selection: { start: claim.start, end: claim.end },
    };
  });
}
