import type { Figure } from '../quantity/figure.ts';
import type { Span } from '../text/folded-text.ts';
import type { Knowledge } from './knowledge.ts';
import { allMetrics, fits, metricCandidates } from './metric-choice.ts';
import type { NameRole } from './name-roles.ts';
import { clauseAt, residue, type SentenceView, speaksOfOthers } from './sentence.ts';
import type { Found, SentenceSurroundings } from './sentence-reading.ts';
import { matchSeries, type ScopeNames, type SeriesMatch } from './series-match.ts';
import { anySubject, chooseSubject, namesExplained, opensOn, type SubjectChoice } from './subject-choice.ts';

/**
 * A subject and a metric that the sentence names without saying that they belong to the figure. Good enough to find a source for
 * it; not to contradict it, which is what a loose fit says, unless nobody else has such a figure.
 */
export function farFetched(
  view: SentenceView,
  roles: readonly NameRole[],
  figure: Figure,
  scope: ScopeNames,
  around: SentenceSurroundings,
): Found | null {
  const { knowledge, dimensionOf } = around;
  for (const { metric, trigger } of allMetrics(view, figure, knowledge, dimensionOf)) {
    const subject = anySubject(view, roles, figure, metric.id, knowledge, scope);
    if (subject === null || subject.match === null) continue;
    const { match } = subject;
    const before =
      (trigger.start < figure.start || clauseAt(view, trigger.start) === clauseAt(view, figure.start)) &&
      subject.span !== null &&
      subject.span.start < figure.start;
    const firm =
      before && trigger.weight >= LEAST_FIRM && isNobodyElses(view, roles, subject.entity, match, knowledge);
    const span = { start: trigger.start, end: trigger.end };
    return {
      subject:
        firm && !isKnownElsewhere(figure, match, knowledge)
          ? { ...subject, origin: 'implied' }
          : { ...subject, match: { ...match, fit: 'loose' } },
      metric,
      metricOrigin: 'implied',
      metricSpan: span,
    };
  }
  return null;
}

/** Two Chinese characters or a short English word. */
const LEAST_FIRM = 6;

/** A figure that is read by a guess, and is known of something else, is more likely that. */
function isKnownElsewhere(figure: Figure, match: SeriesMatch, knowledge: Knowledge): boolean {
  const unit = figure.unit ?? match.series.facts[0]?.unit ?? '';
  return knowledge
    .seriesOfValue(figure.low)
    .some((series) => series !== match.series && series.facts.some((fact) => fact.unit === unit));
}

/** Whether only this subject has the metric, and the sentence names nobody else who could have it. */
function isNobodyElses(
  view: SentenceView,
  roles: readonly NameRole[],
  subject: string,
  match: SeriesMatch,
  knowledge: Knowledge,
): boolean {
  return (
    (match.via === 'family' || match.series.subject === subject) &&
    knowledge
      .seriesOfMetric(match.series.metric)
      .every((series) => series.subject === match.series.subject) &&
    namesExplained(view, roles, view.span, subject, match, knowledge)
  );
}

/** Whom the text before spoke of, when the sentence goes on about it and names nobody else whose figure it could be. */
export function carriedSubject(
  view: SentenceView,
  roles: readonly NameRole[],
  figure: Figure,
  metric: string,
  scope: ScopeNames,
  around: SentenceSurroundings,
): SubjectChoice | null {
  if (view.names.some((name) => name.start < figure.start && name.entity === null)) return null;
  for (const topic of around.carried) {
    const match = matchSeries(around.knowledge, topic.entity, metric, scope);
    if (match === null) continue;
    const stretch = { start: view.span.start, end: figure.start };
    if (!opensOn(view, stretch, around.knowledge.entity(topic.entity), metric)) return null;
    if (!namesExplained(view, roles, stretch, topic.entity, match, around.knowledge)) return null;
    return { entity: topic.entity, variant: topic.variant, origin: topic.origin, span: null, match };
  }
  return null;
}

/**
 * A sentence that names nobody, of a metric that only the one has whom the sentence before spoke of: Buying one instead of collecting the
 * material yourself shaves 70 % off the bill.
 */
export function carriedSole(
  view: SentenceView,
  roles: readonly NameRole[],
  figure: Figure,
  scope: ScopeNames,
  around: SentenceSurroundings,
): Found | null {
  const { knowledge, dimensionOf, carried } = around;
  const [topic] = carried;
  const before: Span = { start: view.span.start, end: figure.start };
  if (topic === undefined || topic.origin !== 'previous-sentence') return null;
  if (speaksOfOthers(view, before)) return null;
  for (const { metric, trigger } of metricCandidates(view, figure, knowledge, dimensionOf)) {
    if (trigger.weight < LEAST_FIRM) continue;
    const match = matchSeries(knowledge, topic.entity, metric.id, scope);
    if (match === null || !isNobodyElses(view, roles, topic.entity, match, knowledge)) continue;
    const { entity, variant, origin } = topic;
    const subject: SubjectChoice = {
      entity,
      variant,
      origin,
      span: null,
      match: isKnownElsewhere(figure, match, knowledge) ? { ...match, fit: 'loose' } : match,
    };
    return {
      subject,
      metric,
      metricOrigin: 'clause',
      metricSpan: { start: trigger.start, end: trigger.end },
    };
  }
  return null;
}

/** Under "下载量：" or "## 日均 Token 消耗" a bare figure is one of these, when its own words name nothing else. */
export function carriedMetric(
  view: SentenceView,
  roles: readonly NameRole[],
  figure: Figure,
  scope: ScopeNames,
  around: SentenceSurroundings,
): Found | null {
  const { knowledge, dimensionOf, contextMetrics } = around;
  if (contextMetrics.length === 0 || residue(view, { start: view.span.start, end: figure.outer.start }) > 2)
    return null;
  for (const id of contextMetrics) {
    const metric = knowledge.metric(id);
    if (metric === undefined || !fits(figure, metric, dimensionOf)) continue;
    const subject =
      chooseSubject(view, roles, figure, id, knowledge, scope) ??
      carriedSubject(view, roles, figure, id, scope, around);
    if (subject !== null) return { subject, metric, metricOrigin: 'heading', metricSpan: null };
  }
  return null;
}
