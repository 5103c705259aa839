import type { Fact } from '../factbase/model.ts';
import type { Figure } from '../quantity/figure.ts';
import { LEAST_BARE_COUNT } from './implied-metric.ts';
import { fits } from './metric-choice.ts';
import { changeOf } from './mode.ts';
import { clauseSpan, type SentenceView, speaksOfOthers } from './sentence.ts';
import type { Found, SentenceSurroundings } from './sentence-reading.ts';
import { matchSeries, type ScopeNames } from './series-match.ts';
import { impliedSubject } from './subject-choice.ts';

/**
 * Where no word says what is measured: of everything known of whom the text names, the one thing that has just this value. It bears
 * the figure out, and would never be held against it.
 */
export function sameValue(
  view: SentenceView,
  figure: Figure,
  scope: ScopeNames,
  around: SentenceSurroundings,
): Found | null {
  const { knowledge, dimensionOf } = around;
  const own = { start: clauseSpan(view, figure.start).start, end: figure.start };
  if (speaksOfOthers(view, own)) return null;
  if (!isTellingValue(figure) || changeOf(view, figure) !== null) return null;
  // Eighty billion, that is what the exchange turned over: nobody is named before.
  const opens = view.names.every((name) => name.start > figure.start);
  const topics = new Set([
    ...view.names.flatMap((name) => (name.start > figure.start && !opens ? [] : (name.entity ?? []))),
    ...around.carried.map((topic) => topic.entity),
  ]);
  const found: Found[] = [];
  for (const series of knowledge.seriesOfValue(figure.low)) {
    const metric = knowledge.metric(series.metric);
    if (!topics.has(series.subject) || metric === undefined || !fits(figure, metric, dimensionOf)) continue;
    if (!series.facts.some((fact) => hasValue(fact, figure))) continue;
    const match = matchSeries(knowledge, series.subject, series.metric, scope);
    if (match?.series !== series) continue;
    const subject = impliedSubject(series.subject, { ...match, fit: 'loose' });
    found.push({ subject, metric, metricOrigin: 'implied', metricSpan: null });
  }
  const [only, other] = found;
  return only === undefined || other !== undefined ? null : only;
}

function hasValue(fact: Fact, figure: Figure): boolean {
  const sameUnit = figure.unit === fact.unit || figure.unit === null || figure.unit === 'items';
  return sameUnit && fact.low === figure.low && fact.high === figure.high && !isTurned(figure, fact);
}

/** Small counts and round bare numbers are too many things. */
function isTellingValue(figure: Figure): boolean {
  return (
    figure.kind === 'percent' ||
    figure.kind === 'currency' ||
    figure.low >= LEAST_BARE_COUNT ||
    (figure.unit !== null && figure.unit !== 'items')
  );
}

/** Fewer than 6,000 is not the more than 6,000 that is known. */
function isTurned({ bound }: Figure, fact: Fact): boolean {
  return (UPPER.has(bound) && LOWER.has(fact.bound)) || (LOWER.has(bound) && UPPER.has(fact.bound));
}

const UPPER: ReadonlySet<Fact['bound']> = new Set(['less-than', 'at-most']);
const LOWER: ReadonlySet<Fact['bound']> = new Set(['more-than', 'at-least']);
