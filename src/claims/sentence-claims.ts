import type { EntityKind, Metric, Scope } from '../factbase/model.ts';
import type { Figure } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import { foldName } from '../text/fold.ts';
import type { Span } from '../text/folded-text.ts';
import type { ClaimMode, Origin } from './claim.ts';
import type { Topic } from './claim-context.ts';
import type { CountsTheSame } from './counter.ts';
import { distribute, type Share } from './distribution.ts';
import type { Knowledge } from './knowledge.ts';
import { allMetrics, type DimensionOf, fits, metricCandidates } from './metric-choice.ts';
import { changeOf, claimMode } from './mode.ts';
import { type PinTarget, pinnedSeries } from './pins.ts';
import { clauseAt, clauseSpan, countsUnknownNoun, cuesIn, residue, type SentenceView } from './sentence.ts';
import { matchSeries, type ScopeNames, type SeriesMatch } from './series-match.ts';
import {
  anySubject,
  chooseSubject,
  likelySubject,
  type NameRole,
  nameRoles,
  opensOn,
  type SubjectChoice,
  scopeNames,
  subjectBehind,
} from './subject-choice.ts';
import { chooseTime, type TimedSpan } from './when.ts';

/** Someone whom the text before spoke of, and how far away. */
export interface CarriedTopic extends Topic {
  readonly origin: Origin;
}

export interface SentenceSurroundings {
  readonly knowledge: Knowledge;
  readonly dimensionOf: DimensionOf;
  readonly countsTheSame: CountsTheSame;
  /** Times of this sentence with what they stand for. */
  readonly timed: readonly TimedSpan[];
  /** Nearest first. */
  readonly carried: readonly CarriedTopic[];
  readonly carriedTime: { readonly period: Period; readonly origin: Origin } | null;
  /** Entities that headings and parents name: they may stand in a scope. */
  readonly contextNames: readonly string[];
  readonly rejectedNext: boolean;
  /** Spans that say "now". */
  readonly nows: readonly Span[];
  /** Whole days since 1970-01-01 (UTC): what lies behind it is ahead. */
  readonly today: number;
  /** Metrics that headings and lead-in lines name, nearest first. */
  readonly contextMetrics: readonly string[];
  /** What comments bind figures to, whatever the words say. */
  readonly pins: ReadonlyMap<Figure, PinTarget>;
}

/** A claim in folded offsets of its passage. */
export interface FoldedClaim {
  readonly figure: Figure;
  readonly subject: SubjectChoice | null;
  readonly metric: { readonly id: string; readonly origin: Origin; readonly span: Span | null } | null;
  readonly match: SeriesMatch | null;
  readonly scope: Scope;
  readonly period: { readonly value: Period; readonly origin: Origin; readonly span: Span | null } | null;
  readonly current: boolean;
  readonly mode: ClaimMode;
  readonly change: 'rise' | 'fall' | null;
  readonly former: boolean;
  readonly attribution: string | null;
}

interface Found {
  readonly subject: SubjectChoice;
  readonly metric: Metric;
  readonly metricOrigin: Origin;
  readonly metricSpan: Span | null;
}

/** The claims of one sentence, in order of their figures. A figure without a subject is nobody's and makes no claim. */
export function readSentenceClaims(view: SentenceView, around: SentenceSurroundings): readonly FoldedClaim[] {
  const { knowledge } = around;
  const roles = nameRoles(view);
  const shares = distribute(view, roles, around.timed);
  const out: FoldedClaim[] = [];
  const before: Before[] = [];
  for (const figure of view.figures) {
    const pin = around.pins.get(figure);
    if (pin === undefined && isListSize(view, figure)) continue;
    const share = shares.get(figure);
    const scope = scopeNames(view, roles, figure, knowledge, around.contextNames);
    const former = isFormer(view, figure);
    const earlier = before.map((one) => one.found);
    const found =
      pin === undefined
        ? (changedFrom(view, figure, before) ??
          sameSort(view, figure, findSeries(view, roles, figure, share, earlier, scope, around), around) ??
          farFetched(view, roles, figure, scope, around))
        : pinnedSeries(pin, scope, knowledge);
    const subject = found?.subject ?? unknownSeriesSubject(view, roles, figure, knowledge);
    if (subject === null) continue;
    if (found !== null) before.unshift({ found, figure, former });
    const metric = found ?? bareMetric(view, figure, around);
    const match = found?.subject.match ?? null;
    const period = pinnedPeriod(pin, claimPeriod(view, figure, share, around));
    out.push({
      figure,
      subject,
      metric:
        metric === null
          ? null
          : { id: metric.metric.id, origin: metric.metricOrigin, span: metric.metricSpan },
      match,
      scope: match?.series.scope ?? {},
      period,
      current: isCurrent(view, figure, around),
      mode: ahead(claimMode(view, figure, around.rejectedNext), period?.value ?? null, around.today),
      change: changeOf(view, figure),
      former,
      attribution: attributionOf(view, roles, subject),
    });
  }
  return out;
}

/** A pin to a fact lends its time where the sentence says none. */
function pinnedPeriod(pin: PinTarget | undefined, read: FoldedClaim['period']): FoldedClaim['period'] {
  const value = pin?.fact?.period ?? null;
  return value === null || (read !== null && read.span !== null)
    ? read
    : { value, origin: 'pin', span: null };
}

/** What is asserted of a time that has not come is a forecast. */
function ahead(mode: ClaimMode, period: Period | null, today: number): ClaimMode {
  return mode === 'asserted' && period !== null && period.from > today ? 'forecast' : mode;
}

/** A figure of the same sentence that was read already. */
interface Before {
  readonly found: Found;
  readonly figure: Figure;
  readonly former: boolean;
}

/** 从 19.9% 升到 25.9%: the second figure is of the same subject and metric as the first. */
function changedFrom(view: SentenceView, figure: Figure, before: readonly Before[]): Found | null {
  const [last] = before;
  return last?.former === true &&
    last.figure.unit === figure.unit &&
    CHANGED_TO.test(view.text.slice(last.figure.end, figure.start))
    ? last.found
    : null;
}

/** 原来是 82%; 从 19.9% 升到 25.9%: the first is what it was before. */
function isFormer(view: SentenceView, figure: Figure): boolean {
  const clause = clauseSpan(view, figure.start);
  if (cuesIn(view, { start: clause.start, end: figure.start }, 'former').length > 0) return true;
  if (!FROM.test(view.text.slice(view.span.start, figure.outer.start))) return false;
  return view.figures.some((other) => other.start > figure.end && other.unit === figure.unit);
}

const CHANGED_TO = /(?:到|至|为|\bto\b)/i;
const FROM = /(?:从|由|\bfrom)[^,;，；]{0,12}$/i;

/** Nine of the ten best: the ten are a list. */
function isListSize(view: SentenceView, figure: Figure): boolean {
  if (figure.kind !== 'quantity') return false;
  return cuesIn(view, { start: figure.start, end: figure.end + 12 }, 'superlative').some(
    (cue) => cue.start - figure.end <= 1,
  );
}

/** 三层架构 and 三家 are no three models: what counts another sort of thing is no figure of the series. */
function sameSort(
  view: SentenceView,
  figure: Figure,
  found: Found | null,
  around: SentenceSurroundings,
): Found | null {
  const match = found?.subject.match ?? null;
  if (found === null || match === null) return found;
  if (figure.kind === 'rank') return found;
  if (!around.countsTheSame(figure, match.series)) return null;
  const written = match.series.facts.map((fact) => foldName(fact.written));
  // A group that the clause names is what it counts: 框架当中已有近 40 种陷入混战.
  const group =
    around.knowledge.entity(found.subject.entity)?.kind === 'group' && found.subject.origin === 'clause';
  if (group && figure.counter !== '个' && written.some((text) => text.includes(figure.counter))) return found;
  const counts = found.metric.dimension === 'items' || figure.unit === 'items';
  return counts && countsUnknownNoun(view, figure, found.metric.id, written) ? null : found;
}

function findSeries(
  view: SentenceView,
  roles: readonly NameRole[],
  figure: Figure,
  share: Share | undefined,
  before: readonly Found[],
  scope: ScopeNames,
  around: SentenceSurroundings,
): Found | null {
  const { knowledge, dimensionOf } = around;
  const candidates = metricCandidates(view, figure, knowledge, dimensionOf);
  for (const { metric, trigger } of candidates) {
    const subject =
      dealtSubject(share, metric.id, scope, knowledge) ??
      chooseSubject(view, roles, figure, metric.id, knowledge, scope) ??
      carriedSubject(view, figure, metric.id, scope, around) ??
      subjectBehind(view, figure, metric.id, knowledge, scope);
    if (subject === null) continue;
    const origin = clauseAt(view, trigger.start) === clauseAt(view, figure.start) ? 'clause' : 'sentence';
    return { subject, metric, metricOrigin: origin, metricSpan: { start: trigger.start, end: trigger.end } };
  }
  return (
    parallel(view, roles, figure, before, scope, around) ??
    (candidates.length > 0
      ? null
      : (carriedMetric(view, roles, figure, scope, around) ?? implied(view, roles, figure, scope, around)))
  );
}

/**
 * A subject and a metric that the sentence names without saying that they belong to the figure. Good enough to find a source for
 * it; never to contradict it, which is what a loose fit says.
 */
function farFetched(
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

function dealtSubject(
  share: Share | undefined,
  metric: string,
  scope: ScopeNames,
  knowledge: Knowledge,
): SubjectChoice | null {
  const name = share?.name;
  if (name === undefined || name === null || name.entity === null) return null;
  const match = matchSeries(knowledge, name.entity, metric, scope);
  if (match === null) return null;
  return {
    entity: name.entity,
    variant: name.variant,
    origin: 'sentence',
    span: { start: name.start, end: name.end },
    match,
  };
}

function carriedSubject(
  view: SentenceView,
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
    return { entity: topic.entity, variant: topic.variant, origin: topic.origin, span: null, match };
  }
  return null;
}

/** 远超 Llama 的 2.7 万或 DeepSeek 的 6 千: a name right before its figure takes the metric of a figure before, the nearest that it has. */
function parallel(
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
function carriedMetric(
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
      carriedSubject(view, figure, id, scope, around);
    if (subject !== null) return { subject, metric, metricOrigin: 'heading', metricSpan: null };
  }
  return null;
}

/** Of a group (China's core AI industry) of which only one thing is measured in this unit, that thing is meant. */
function implied(
  view: SentenceView,
  roles: readonly NameRole[],
  figure: Figure,
  scope: ScopeNames,
  around: SentenceSurroundings,
): Found | null {
  const { knowledge } = around;
  for (const name of [...view.names].reverse()) {
    if (name.entity === null || name.start > figure.start) continue;
    const only = onlyMetric(name.entity, figure, around);
    if (only === null) continue;
    if (residue(view, { start: name.end, end: figure.outer.start }) > 2) return null;
    const subject = chooseSubject(view, roles, figure, only.id, knowledge, scope);
    if (subject === null || subject.entity !== name.entity) return null;
    return { subject, metric: only, metricOrigin: 'implied', metricSpan: null };
  }
  const [topic] = around.carried;
  if (topic === undefined || view.names.some((name) => name.start < figure.start)) return null;
  const only = onlyMetric(topic.entity, figure, around);
  if (only === null) return null;
  const subject = carriedSubject(view, figure, only.id, scope, around);
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

/** For figures of a known name that nothing is known of: they are listed as unverified. */
function unknownSeriesSubject(
  view: SentenceView,
  roles: readonly NameRole[],
  figure: Figure,
  knowledge: Knowledge,
): SubjectChoice | null {
  if (figure.kind === 'duration' || figure.kind === 'rank') return null;
  const likely = likelySubject(view, roles, figure, knowledge);
  if (likely === null || likely.span === null) return null;
  if (likely.span.start > figure.start) return null;
  return likely;
}

function bareMetric(
  view: SentenceView,
  figure: Figure,
  around: SentenceSurroundings,
): Omit<Found, 'subject'> | null {
  const [candidate] = metricCandidates(view, figure, around.knowledge, around.dimensionOf);
  if (candidate === undefined) return null;
  const { trigger, metric } = candidate;
  return { metric, metricOrigin: 'clause', metricSpan: { start: trigger.start, end: trigger.end } };
}

function claimPeriod(
  view: SentenceView,
  figure: Figure,
  share: Share | undefined,
  around: SentenceSurroundings,
): FoldedClaim['period'] {
  const chosen = share?.time ?? chooseTime(view, figure, around.timed);
  if (chosen !== null) {
    const { time, period } = chosen;
    const origin = clauseAt(view, time.start) === clauseAt(view, figure.start) ? 'clause' : 'sentence';
    return { value: period, origin, span: { start: time.start, end: time.end } };
  }
  if (isCurrent(view, figure, around) || around.carriedTime === null) return null;
  return { value: around.carriedTime.period, origin: around.carriedTime.origin, span: null };
}

function isCurrent(view: SentenceView, figure: Figure, around: SentenceSurroundings): boolean {
  const before: Span = { start: view.span.start, end: figure.start };
  if (cuesIn(view, before, 'current').length > 0) return true;
  const clause = clauseSpan(view, figure.start);
  if (cuesIn(view, clause, 'current').length > 0) return true;
  return around.nows.some((now) => now.start >= view.span.start && now.end <= figure.start);
}

function attributionOf(
  view: SentenceView,
  roles: readonly NameRole[],
  subject: SubjectChoice,
): string | null {
  const index = roles.indexOf('says');
  const name = view.names[index];
  return name === undefined || name.entity === subject.entity ? null : name.entity;
}
