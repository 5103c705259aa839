import type { EntityKind } from '../factbase/model.ts';
import type { Figure } from '../quantity/figure.ts';
import type { Span } from '../text/folded-text.ts';
import type { Knowledge } from './knowledge.ts';
import { isTelling, metricCandidates } from './metric-choice.ts';
import type { NameRole } from './name-roles.ts';
import { clauseAt, residue, type SentenceView, speaksOfOthers } from './sentence.ts';
import type { Found, SentenceSurroundings } from './sentence-reading.ts';
import { matchSeries, type ScopeNames } from './series-match.ts';
import { impliedSubject, namesExplained } from './subject-choice.ts';

/**
 * Of what is measured of one country, group or programme only (the share of the production stage), the figures of a sentence that
 * names nobody are likely its own. Good enough to find a source for them, not to contradict them.
 */
export function soleSubject(
  view: SentenceView,
  roles: readonly NameRole[],
  figure: Figure,
  scope: ScopeNames,
  around: SentenceSurroundings,
): Found | null {
  const { knowledge, dimensionOf } = around;
  const before = { start: view.span.start, end: figure.start };
  if (speaksOfOthers(view, before)) return null;
  for (const { metric, trigger } of metricCandidates(view, figure, knowledge, dimensionOf).filter(
    isTelling,
  )) {
    if (clauseAt(view, trigger.start) !== clauseAt(view, figure.start) || isCompound(view, trigger)) continue;
    const subjects = new Set(knowledge.seriesOfMetric(metric.id).map((series) => series.subject));
    const [entity] = subjects;
    if (entity === undefined || subjects.size !== 1) continue;
    if (!COMMON_TO_ALL.has(knowledge.entity(entity)?.kind ?? 'organisation')) continue;
    const match = matchSeries(knowledge, entity, metric.id, scope);
    if (match === null || !namesExplained(view, roles, view.span, entity, match, knowledge)) continue;
    if (around.carried.some((topic) => !isBackground(topic.entity, entity, knowledge))) continue;
    // Who said it in the source says it here: there is no doubt what is meant.
    const isQuoted = view.names.some(
      (name) => name.entity !== null && match.series.facts.some((fact) => fact.saidBy === name.entity),
    );
    return {
      subject: impliedSubject(entity, isQuoted ? match : { ...match, fit: 'loose' }),
      metric,
      metricOrigin: 'clause',
      metricSpan: { start: trigger.start, end: trigger.end },
    };
  }
  return null;
}

/** 家电产业规模 is not the 产业规模 that is known: unknown characters right before make it another thing. */
function isCompound(view: SentenceView, { start }: Span): boolean {
  const before: Span = { start: Math.max(view.span.start, start - 2), end: start };
  return /^[\u4e00-\u9fff]{2}$/.test(view.text.slice(before.start, before.end)) && residue(view, before) > 0;
}

/** Kinds whose figures a text may give without a name, since there is only one of each. */
const COMMON_TO_ALL: ReadonlySet<EntityKind> = new Set(['group', 'place', 'programme', 'policy']);

/** Whether a text that speaks of `topic` may speak of `subject` without naming it: a place, a report, its kin. */
function isBackground(topic: string, subject: string, knowledge: Knowledge): boolean {
  const kind = knowledge.entity(topic)?.kind;
  return topic === subject || kind === 'place' || kind === 'report' || knowledge.related(subject, topic);
}
