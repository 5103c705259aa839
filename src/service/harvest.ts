import type { CheckedClaim } from '../check/verdict.ts';
import type { Claim, ClaimMode } from '../claims/claim.ts';
import type { FactMode, Scope } from '../factbase/model.ts';
import type { FactBaseServices } from '../factbase/services.ts';
import { conversion } from '../factbase/written.ts';
import type { Bound, Figure } from '../quantity/figure.ts';
import { foldName } from '../text/fold.ts';
import type { ServiceContext } from './context.ts';
import { figureText } from './figure-text.ts';
import type { Note } from './note.ts';
import { periodText } from './period-text.ts';
import { entityName, readerStyle, scopedMetric } from './record-text.ts';
import type { Range } from './results.ts';

/** A figure of a document that could become a fact: its subject and metric are known, the figure itself is not. */
export interface HarvestCandidate {
  readonly fact: HarvestedFact;
  readonly range: Range;
  /** Whose and what, how much, when, and the sentence it stands in: words for a review list. */
  readonly label: string;
  readonly description: string;
  readonly sentence: string;
}

/** A fact as a fact file spells it. */
export interface HarvestedFact {
  readonly subject: string;
  readonly metric: string;
  readonly scope: Scope;
  readonly value: number | readonly [low: number, high: number];
  readonly bound: Bound;
  readonly unit: string;
  readonly period: string | null;
  readonly mode: FactMode;
  readonly written: string;
}

/** What reads figures as fact files write them. */
export type FigureServices = Pick<FactBaseServices, 'readWritten' | 'units'>;

/** What only supposes, asks or denies states no fact. */
export const FACT_MODES: Readonly<Partial<Record<ClaimMode, FactMode>>> = {
  asserted: 'reported',
  forecast: 'forecast',
  target: 'target',
};

/** Candidates in the order of the document; the same figure of the same thing is listed once. */
export function harvest(
  context: ServiceContext,
  note: Note,
  services: FigureServices,
): readonly HarvestCandidate[] {
  const seen = new Set<string>();
  return note.analysis.claims.flatMap((checked) => {
    const fact = factOf(context, note, checked, services);
    if (fact === null) return [];
    const key = JSON.stringify([fact.subject, fact.metric, fact.scope, fact.period, fact.value]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [candidate(context, note, checked.claim, fact)];
  });
}

function factOf(
  context: ServiceContext,
  note: Note,
  { claim, verdict }: CheckedClaim,
  services: FigureServices,
): HarvestedFact | null {
  const { figure, subject, metric, scope, period, variant } = claim;
  const mode = FACT_MODES[claim.mode];
  // A finding says that the figure is wrong, or that it was right once: neither is worth keeping.
  if (verdict.kind === 'contradicted' || verdict.kind === 'outdated') return null;
  if (subject === null || metric === null || mode === undefined || variant !== '') return null;
  if (figure.form !== 'plain' || figure.per !== null) return null;
  const iso = period?.value.iso ?? null;
  const known = context.factBase.series(subject.value, metric.value, scope)?.facts ?? [];
  const { low, high, bound } = figure;
  const unit = figure.unit ?? countedIn(context, metric.value, services);
  if (unit === null) return null;
  if (known.some((fact) => (fact.period?.iso ?? null) === iso && fact.low === low && fact.high === high))
    return null;
  const written = writtenOf(note, claim, unit, services);
  if (written === null) return null;
  return {
    subject: subject.value,
    metric: metric.value,
    scope,
    value: low === high ? low : [low, high],
    bound,
    unit,
    period: iso,
    mode,
    written,
  };
}

/** The unit in which a metric counts things: a bare number is one of these; null when it is measured otherwise. */
export function countedIn(context: ServiceContext, metric: string, { units }: FigureServices): string | null {
  const [fact] = context.factBase.seriesOfMetric(metric).flatMap(({ facts }) => facts);
  return fact !== undefined && conversion(null, fact.unit, units) === 1 ? fact.unit : null;
}

/** Words around a figure that may bound it are at most so long: 累计突破, more than. */
const MARGIN = 12;
const LONGEST = 40;

/**
 * The figure as the document writes it, with the words around it that say how it is bound; null when it cannot be read back. `unit`
 * is the one that a fact would state it in, null while nobody knows.
 */
export function writtenOf(
  note: Note,
  { start, end, sentence, figure }: Pick<Claim, 'start' | 'end' | 'sentence' | 'figure'>,
  unit: string | null,
  { readWritten, units }: FigureServices,
): string | null {
  const readBack = (text: string): Figure | null => {
    const folded = foldName(text);
    const back = folded.length === text.length ? readWritten(folded) : null;
    if (back === null || back.low !== figure.low || back.high !== figure.high) return null;
    const isSameUnit = unit === null ? back.unit === null : conversion(back.unit, unit, units) === 1;
    return back.bound === figure.bound && isSameUnit ? back : null;
  };
  for (let margin = 1; margin <= 2 * MARGIN; margin++) {
    const from = Math.max(sentence.start, start - Math.min(margin, MARGIN));
    const text = note.text.slice(from, Math.min(sentence.end, end + Math.max(0, margin - MARGIN)));
    const back = readBack(text);
    // What reaches to the edge may go on beyond it: 破 of 突破.
    if (back === null || (back.outer.start === 0 && from > sentence.start)) continue;
    return shortened(text.slice(back.outer.start, back.outer.end).trim(), (part) => readBack(part) !== null);
  }
  return null;
}

/** A long noun behind the figure is left out: the figure alone says the same. */
function shortened(written: string, saysSame: (part: string) => boolean): string | null {
  if (/[\r\n]/.test(written)) return null;
  if (written.length <= LONGEST) return written;
  let text = written;
  for (;;) {
    const cut = text.replace(/\s+\S+$/, '');
    if (cut === text || !saysSame(cut)) break;
    text = cut;
  }
  return text.length > LONGEST ? null : text;
}

function candidate(context: ServiceContext, note: Note, claim: Claim, fact: HarvestedFact): HarvestCandidate {
  const style = readerStyle(context.language);
  const title = `${entityName(context, fact.subject)} · ${scopedMetric(context, fact.metric, fact.scope)}`;
  return {
    fact,
    range: { start: note.lines.positionAt(claim.start), end: note.lines.positionAt(claim.end) },
    label: `${title}: ${figureText(claim.figure, style)}`,
    description: claim.period === null ? '' : periodText(claim.period.value, style),
    sentence: note.text
      .slice(claim.sentence.start, claim.sentence.end)
      .trim()
      .replace(/\s*\n\s*/g, ' '),
  };
}
