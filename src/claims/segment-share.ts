import type { Figure } from '../quantity/figure.ts';
import { headStart } from './follow-on.ts';
import { isExcepted } from './implied-metric.ts';
import { fits } from './metric-choice.ts';
import { contains, cuesIn, type SentenceView } from './sentence.ts';
import type { Found, SentenceSurroundings } from './sentence-reading.ts';
import { matchSeries, type ScopeNames } from './series-match.ts';
import { impliedSubject } from './subject-choice.ts';

/**
 * 专供 AI 的数据集切走 37%: a part that has a series of its own is named with its share, whatever the verb; whose part it is the
 * sentence or the text before says.
 */
export function shareOfSegment(
  view: SentenceView,
  figure: Figure,
  scope: ScopeNames,
  around: SentenceSurroundings,
): Found | null {
  const { knowledge, dimensionOf } = around;
  const clause = { start: headStart(view, figure), end: figure.start };
  const segment = view.names.findLast((name) => name.end <= figure.start && contains(clause, name));
  if (segment === undefined || segment.entity === null || figure.kind === 'multiple') return null;
  if (cuesIn(view, { start: segment.end, end: figure.start }, 'other-party').length > 0) return null;
  const wholes = [
    ...view.names.flatMap((name) => (name.start < figure.start ? (name.entity ?? []) : [])),
    ...around.carried.map((topic) => topic.entity),
  ];
  for (const whole of new Set(wholes)) {
    for (const series of knowledge.seriesOf(whole)) {
      if (series.scope.segment !== segment.entity) continue;
      const metric = knowledge.metric(series.metric);
      if (metric === undefined || !fits(figure, metric, dimensionOf) || isExcepted(view, figure, metric))
        continue;
      const match = matchSeries(knowledge, whole, metric.id, scope);
      if (match?.series !== series) continue;
      return {
        subject: impliedSubject(whole, match),
        metric,
        metricOrigin: 'implied',
        metricSpan: { start: segment.start, end: segment.end },
      };
    }
  }
  return null;
}
