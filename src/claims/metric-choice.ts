import type { Metric } from '../factbase/model.ts';
import type { Figure } from '../quantity/figure.ts';
import type { Span } from '../text/folded-text.ts';
import type { Knowledge } from './knowledge.ts';
import { clauseAt, contains, cuesIn, type SentenceView } from './sentence.ts';
import type { PhraseHit } from './word-scan.ts';

/** Tells which dimension of `data/units.yaml` a unit has; undefined for unknown units. */
export type DimensionOf = (unit: string) => string | undefined;

export interface MetricCandidate {
  readonly metric: Metric;
  readonly trigger: PhraseHit;
  /** How far the trigger stands from the figure, in characters with what lies between weighed in. */
  readonly cost: number;
}

const CLAUSE_COST = 14;
const FIGURE_COST = 16;
const AFTER_COST = 3;
/** Candidates this close to the best are asked as well. */
const TIER = 7;
/** Words this short (已有, numbered) say little of what is measured: a longer one farther off is asked as well. */
const WEAK = 8;
/** Triggers farther off than this speak of something else. */
const FARTHEST = 90;

/** The metrics whose words stand near the figure and whose unit it may have, the nearest first; only those about as near as the nearest. */
export function metricCandidates(
  view: SentenceView,
  figure: Figure,
  knowledge: Knowledge,
  dimensionOf: DimensionOf,
): readonly MetricCandidate[] {
  const named = view.names.filter((name) => name.entity !== null);
  // What is part of a name says who, not what: the models of China's open models.
  const plain = view.triggers.filter(
    (trigger) => counts(figure, trigger) || !named.some((name) => contains(name, trigger)),
  );
  const found = rank(view, figure, plain, knowledge, dimensionOf);
  return found.length > 0 ? found : rank(view, figure, view.triggers, knowledge, dimensionOf);
}

/** Whether the words of a candidate say more of what is measured than 已有 or numbered do. */
export function isTelling(candidate: MetricCandidate): boolean {
  return candidate.trigger.weight > WEAK;
}

/** Whether the trigger is the noun that the figure counts: eight hubs, 17 万个衍生模型. */
function counts(figure: Figure, trigger: Span): boolean {
  return trigger.start >= figure.start && trigger.start - figure.end <= 1;
}

/** All metrics whose words stand in the sentence and whose unit the figure may have, the nearest first. */
export function allMetrics(
  view: SentenceView,
  figure: Figure,
  knowledge: Knowledge,
  dimensionOf: DimensionOf,
): readonly MetricCandidate[] {
  return sortByCost(view, figure, view.triggers, knowledge, dimensionOf);
}

function rank(
  view: SentenceView,
  figure: Figure,
  triggers: readonly PhraseHit[],
  knowledge: Knowledge,
  dimensionOf: DimensionOf,
): readonly MetricCandidate[] {
  const sorted = sortByCost(view, figure, triggers, knowledge, dimensionOf);
  const nearest = sorted.find(isTelling) ?? sorted[0];
  return nearest === undefined ? [] : sorted.filter((candidate) => candidate.cost <= nearest.cost + TIER);
}

function sortByCost(
  view: SentenceView,
  figure: Figure,
  triggers: readonly PhraseHit[],
  knowledge: Knowledge,
  dimensionOf: DimensionOf,
): readonly MetricCandidate[] {
  const best = new Map<string, MetricCandidate>();
  for (const trigger of triggers) {
    const metric = knowledge.metric(trigger.id);
    if (metric === undefined || !fits(figure, metric, dimensionOf)) continue;
    if (metric.dimension !== 'rank' && isRankOf(view, trigger)) continue;
    if (metric.dimension === 'people' && countsThings(view.text, figure)) continue;
    if (metric.dimension === 'items' && isModelSize(view.text, figure)) continue;
    const cost = triggerCost(view, figure, trigger);
    if (cost > FARTHEST) continue;
    const held = best.get(metric.id);
    if (held === undefined || cost < held.cost) best.set(metric.id, { metric, trigger, cost });
  }
  return [...best.values()].sort((a, b) => a.cost - b.cost);
}

/** 300 AI systems: a bare number of things is no number of people. */
function countsThings(text: string, figure: Figure): boolean {
  return figure.unit === null && THINGS.test(text.slice(figure.end, figure.end + 40));
}

const THINGS =
  /^ (?:[A-Za-z-]+ ){0,2}(?:systems|models|datasets|apps|scenarios|clusters|devices|sites|projects|tools|products|nodes|files|pages|machines|servers|scanners|hubs|bases|cities|hospitals|provinces)\b/;

/** 日活排名, download ranking: the place among others by what is measured. */
function isRankOf(view: SentenceView, trigger: Span): boolean {
  const behind: Span = { start: trigger.end, end: Math.min(view.span.end, trigger.end + 12) };
  return cuesIn(view, behind, 'measure').some((cue) => cue.start - trigger.end <= 1);
}

/** Whether a figure of this unit can be a value of the metric. */
export function fits(figure: Figure, metric: Metric, dimensionOf: DimensionOf): boolean {
  const { dimension } = metric;
  if (figure.kind === 'multiple' && metric.class === 'growth' && dimension === 'share') return true;
  if (figure.kind === 'rank') return dimension === 'rank';
  if (figure.kind === 'score') return dimension === 'score';
  if (figure.unit === null && dimension === 'money')
    return figure.kind === 'quantity' && figure.low >= LEAST_SUM;
  if (figure.unit === null)
    return !UNIT_NEEDED.has(dimension) && figure.low <= (MOST_COUNTED[dimension] ?? Number.POSITIVE_INFINITY);
  const own = dimensionOf(figure.unit);
  if (own === dimension) return true;
  // 个 counts anything; what it counts is said by the words around it.
  return own === 'items' && COUNTED.has(dimension) && ANY_COUNTER.test(figure.counter);
}

/** Dimensions whose figures never go without a unit: a bare number is no share, no rank. */
const UNIT_NEEDED: ReadonlySet<string> = new Set([
  'share',
  'points',
  'multiple',
  'rank',
  'time',
  'energy',
  'power',
  'data',
  'data-rate',
]);
/** 营收 1180 亿: sums of money this large often go without their currency. */
const LEAST_SUM = 1e7;
/** Counters that stand for anything; 家 counts firms and no tokens. */
const ANY_COUNTER = /^(?:个|位|名)?$/;
/** More than these are not counted without a unit: 一万亿 of somebody's tokens are no customers. */
const MOST_COUNTED: Readonly<Record<string, number>> = { items: 1e11, people: 1e10 };
const COUNTED: ReadonlySet<string> = new Set(['items', 'people', 'tokens', 'parameters', 'number']);

/** 7B, 235B: the size of a model where models are counted, not their number. */
function isModelSize(text: string, figure: Figure): boolean {
  return figure.unit === null && figure.low < 2e12 && /\d[BM]$/.test(text.slice(figure.start, figure.end));
}

function triggerCost(view: SentenceView, figure: Figure, trigger: PhraseHit): number {
  const bonus = Math.min(trigger.weight, 24) / 3;
  if (trigger.start >= figure.start && trigger.end <= figure.end) return -6 - bonus;
  // The figure stands in the gap of the trigger: 被下载了 6 亿次.
  if (trigger.start < figure.start && trigger.end > figure.end) return -bonus;
  const before = trigger.start < figure.start;
  const from = before ? Math.min(trigger.end, figure.start) : figure.end;
  const to = before ? figure.start : Math.max(trigger.start, figure.end);
  const clauses = Math.abs(clauseAt(view, trigger.start) - clauseAt(view, figure.start));
  const between = view.figures.filter(
    (other) => other !== figure && other.start >= from && other.end <= to,
  ).length;
  const joined = !before && /^[ 的]?$/.test(view.text.slice(from, to));
  if (joined) return -4 - bonus;
  return (
    (to - from) * 0.6 + clauses * CLAUSE_COST + between * FIGURE_COST + (before ? 0 : AFTER_COST) - bonus
  );
}
