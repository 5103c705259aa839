import type { EntityKind, Metric } from '../factbase/model.ts';
import type { Figure } from '../quantity/figure.ts';
import { carriedSubject } from './indirect-reading.ts';
import { fits } from './metric-choice.ts';
import type { NameRole } from './name-roles.ts';
import { clauseSpan, overlaps, residue, type SentenceView } from './sentence.ts';
import type { Found, SentenceSurroundings } from './sentence-reading.ts';
import type { ScopeNames } from './series-match.ts';
import { chooseSubject } from './subject-choice.ts';

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
    if (isExcepted(view, figure, only)) return null;
    if (name.end <= figure.outer.start && residue(view, { start: name.end, end: figure.outer.start }) > 2)
      return null;
    const subject = chooseSubject(view, roles, figure, only.id, knowledge, scope);
    if (subject === null || subject.entity !== name.entity) return null;
    return { subject, metric: only, metricOrigin: 'implied', metricSpan: null };
  }
  const [topic] = around.carried;
  if (topic === undefined || view.names.some((name) => name.start < figure.start)) return null;
  const only = onlyMetric(topic.entity, figure, around);
  if (only === null || isExcepted(view, figure, only)) return null;
  const subject = carriedSubject(view, roles, figure, only.id, scope, around);
  return subject === null ? null : { subject, metric: only, metricOrigin: 'implied', metricSpan: null };
}

/** Whether the clause says that something else is measured: investment in the core industry is not its size. */
export function isExcepted(view: SentenceView, figure: Figure, metric: Metric): boolean {
  const clause = clauseSpan(view, figure.start);
  return view.exceptions.some((exception) => exception.id === metric.id && overlaps(exception, clause));
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
export const LEAST_BARE_COUNT = 1000;
