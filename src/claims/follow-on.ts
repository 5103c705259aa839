import type { Figure } from '../quantity/figure.ts';
import type { Span } from '../text/folded-text.ts';
import { fits } from './metric-choice.ts';
import { changeOf } from './mode.ts';
import type { NameRole } from './name-roles.ts';
import { clauseSpan, contains, overlaps, residue, type SentenceView } from './sentence.ts';
import type { Found, SentenceSurroundings } from './sentence-reading.ts';
import { matchSeries, type ScopeNames } from './series-match.ts';
import type { SubjectChoice } from './subject-choice.ts';

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

/** Jan 2024: 100bn; Jun 2025: 3tn: a clause that says no more than when goes on about what the one before was about. */
export function sameAtOtherTime(
  view: SentenceView,
  figure: Figure,
  before: readonly Found[],
  around: SentenceSurroundings,
): Found | null {
  const [last] = before;
  if (last === undefined || !fits(figure, last.metric, around.dimensionOf)) return null;
  const own: Span = { start: headStart(view, figure), end: figure.outer.start };
  const says = view.times.some((time) => contains(own, time));
  if (!says || residue(view, own) > 0 || view.names.some((name) => overlaps(name, own))) return null;
  return { ...last, metricOrigin: 'sentence' };
}

/** 收入 1180 亿元，涨了 11%: a bare change right behind a figure is that of what the figure is about. */
export function growthOfBefore(
  view: SentenceView,
  figure: Figure,
  before: readonly Found[],
  scope: ScopeNames,
  { knowledge }: SentenceSurroundings,
): Found | null {
  const [last] = before;
  if (last === undefined || figure.kind !== 'percent' || changeOf(view, figure) === null) return null;
  const own: Span = { start: clauseSpan(view, figure.start).start, end: figure.outer.start };
  if (residue(view, own) > LEAST_OTHER || view.names.some((name) => overlaps(name, own))) return null;
  const growth = knowledge.growthOf(last.metric.id);
  const metric = growth === undefined ? undefined : knowledge.metric(growth);
  if (metric === undefined) return null;
  const match = matchSeries(knowledge, last.subject.entity, metric.id, scope);
  if (match === null) return null;
  return {
    subject: { ...last.subject, match },
    metric,
    metricOrigin: 'sentence',
    metricSpan: last.metricSpan,
  };
}

/** Unknown characters that speak of something else. */
const LEAST_OTHER = 1;

/** Where the clause of the figure begins; what stands before a colon belongs to it (AI 数据集：六成三). */
export function headStart(view: SentenceView, figure: Figure): number {
  const { start } = clauseSpan(view, figure.start);
  const isBehindColon = /: ?$/.test(view.text.slice(Math.max(view.span.start, start - 2), start));
  return isBehindColon ? clauseSpan(view, Math.max(view.span.start, start - 2)).start : start;
}
