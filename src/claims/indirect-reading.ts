import type { EntityKind, Metric } from '../factbase/model.ts';
import type { Figure } from '../quantity/figure.ts';
import { allMetrics, fits } from './metric-choice.ts';
import type { NameRole } from './name-roles.ts';
import { residue, type SentenceView } from './sentence.ts';
import type { Found, SentenceSurroundings } from './sentence-reading.ts';
import { matchSeries, type ScopeNames } from './series-match.ts';
import { anySubject, chooseSubject, namesExplained, opensOn, type SubjectChoice } from './subject-choice.ts';

/**
 * A subject and a metric that the sentence names without saying that they belong to the figure. Good enough to find a source for
 * it; never to contradict it, which is what a loose fit says.
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
    const loose: SubjectChoice = { ...subject, match: { ...subject.match, fit: 'loose' } };
    const span = { start: trigger.start, end: trigger.end };
    return { subject: loose, metric, metricOrigin: 'implied', metricSpan: span };
  }
  return null;
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

/** 远超 Llama 的 2.7 万或 DeepSeek 的 6 千: a name right before its figure takes the metric of a figure before, the nearest that it has. */
export function parallel(
  view: SentenceView,
  roles: readonly NameRole[],
  figure: Figure,
  before: readonly Found[],
  scope: ScopeNames,
  around: SentenceSurroundings,
): Found | null {
  const index = view.names.findLastIndex((name) => name.end <= figure.start);
  const name = view.names[index];
  if (name === undefined || name.entity === null || roles[index] === 'says') return null;
  const gap = { start: name.end, end: figure.outer.start };
  if (gap.end - gap.start > 8 || residue(view, gap) > 0) return null;
  for (const { metric, metricSpan } of before) {
    if (!fits(figure, metric, around.dimensionOf)) continue;
    const match = matchSeries(around.knowledge, name.entity, metric.id, scope);
    if (match === null) continue;
    const span = { start: name.start, end: name.end };
    const subject: SubjectChoice = {
      entity: name.entity,
      variant: name.variant,
      origin: 'clause',
      span,
      match,
    };
    return { subject, metric, metricOrigin: 'sentence', metricSpan };
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

/** Of a group (China's core AI industry) of which only one thing is measured in this unit, that thing is meant. */
export function implied(
  view: SentenceView,
  roles: readonly NameRole[],
  figure: Figure,
  scope: ScopeNames,
  around: SentenceSurroundings,
): Found | null {
  const { knowledge } = around;
  for (const name of [...view.names].reverse()) {
    // 39 deep-learning frameworks: the group that the figure counts may stand right behind it.
    if (name.entity === null || name.start > figure.end + 1) continue;
    const only = onlyMetric(name.entity, figure, around);
    if (only === null) continue;
    if (name.end <= figure.outer.start && residue(view, { start: name.end, end: figure.outer.start }) > 2)
      return null;
    const subject = chooseSubject(view, roles, figure, only.id, knowledge, scope);
    if (subject === null || subject.entity !== name.entity) return null;
    return { subject, metric: only, metricOrigin: 'implied', metricSpan: null };
  }
  const [topic] = around.carried;
  if (topic === undefined || view.names.some((name) => name.start < figure.start)) return null;
  const only = onlyMetric(topic.entity, figure, around);
  if (only === null) return null;
  const subject = carriedSubject(view, roles, figure, only.id, scope, around);
  return subject === null ? null : { subject, metric: only, metricOrigin: 'implied', metricSpan: null };
}

/**
 * The one metric of an entity that the figure can be a value of; null when there are more. Groups (China's AI companies) may be
 * counted without a word for it; narrow things (a data set, a report) only be measured in a unit of their own.
 */
function onlyMetric(entity: string, figure: Figure, around: SentenceSurroundings): Metric | null {
  const { knowledge, dimensionOf } = around;
  const kind = knowledge.entity(entity)?.kind;
  if (kind === undefined || !(kind === 'group' || NARROW_KINDS.has(kind))) return null;
  const metrics = new Set<Metric>();
  for (const series of knowledge.seriesOf(entity)) {
    const metric = knowledge.metric(series.metric);
    if (metric !== undefined && fits(figure, metric, dimensionOf)) metrics.add(metric);
  }
  const [only] = metrics;
  if (metrics.size !== 1 || only === undefined) return null;
  const counted = only.dimension === 'items' || only.dimension === 'people' || figure.unit === null;
  if (kind !== 'group' && counted) return null;
  return figure.unit === null && figure.low < LEAST_BARE_COUNT ? null : only;
}

const NARROW_KINDS: ReadonlySet<EntityKind> = new Set([
  'product',
  'dataset',
  'programme',
  'policy',
  'benchmark',
  'report',
  'chip',
]);
/** Smaller bare numbers are too many things. */
const LEAST_BARE_COUNT = 1000;
