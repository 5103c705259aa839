import type { Figure } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import { foldName } from '../text/fold.ts';
import type { Span } from '../text/folded-text.ts';
import { isAside } from './asides.ts';
import type { ClaimMode, Former } from './claim.ts';
import { distribute, type Share } from './distribution.ts';
import { carriedMetric, carriedSubject, farFetched, implied, parallel } from './indirect-reading.ts';
import type { Knowledge } from './knowledge.ts';
import { isTelling, metricCandidates } from './metric-choice.ts';
import { changeOf, claimMode } from './mode.ts';
import { type NameRole, nameRoles } from './name-roles.ts';
import { type PinTarget, pinnedSeries } from './pins.ts';
import { scopeNames } from './scope-names.ts';
import {
  clauseAt,
  clauseSpan,
  contains,
  countsUnknownNoun,
  cuesIn,
  residue,
  type SentenceView,
} from './sentence.ts';
import type { FoldedClaim, Found, SentenceSurroundings } from './sentence-reading.ts';
import { matchSeries, type ScopeNames, type SeriesMatch } from './series-match.ts';
import { chooseSubject, likelySubject, type SubjectChoice, subjectBehind } from './subject-choice.ts';
import { withVariants } from './variants.ts';
import { chooseTime } from './when.ts';

/** The claims of one sentence, in order of their figures. A figure without a subject is nobody's and makes no claim. */
export function readSentenceClaims(
  sentence: SentenceView,
  around: SentenceSurroundings,
): readonly FoldedClaim[] {
  const { knowledge } = around;
  const view = withVariants(sentence, knowledge);
  const roles = nameRoles(view);
  const shares = distribute(view, roles, around.timed);
  const out: FoldedClaim[] = [];
  const before: Before[] = [];
  for (const figure of view.figures) {
    const pin = around.pins.get(figure);
    if (pin === undefined && isListSize(view, figure)) continue;
    const isBeside = pin === undefined && isAside(view, figure);
    const share = shares.get(figure);
    if (pin === undefined && share?.isOther === true) continue;
    const scope = scopeNames(view, roles, figure, knowledge, around.contextNames);
    const former = formerOf(view, figure);
    const earlier = before.map((one) => one.found);
    const found =
      pin === undefined
        ? (changedFrom(view, figure, before) ??
          sameSort(view, figure, findSeries(view, roles, figure, share, earlier, scope, around), around) ??
          farFetched(view, roles, figure, scope, around))
        : pinnedSeries(pin, scope, knowledge);
    // What stands beside a metric may be borne out by a source all the same, and is never held against one.
    if (isBeside && found === null) continue;
    const subject = found?.subject ?? unknownSeriesSubject(view, roles, figure, knowledge);
    if (subject === null) continue;
    const metric = found ?? bareMetric(view, figure, around);
    const read = found?.subject.match ?? null;
    const period = pinnedPeriod(pin, claimPeriod(view, figure, share, around));
    const meant = claimMode(view, figure, around.rejectedNext);
    const time = period?.span ?? null;
    const isPart = pin === undefined && found !== null && isPartOfBefore(view, found, figure, time, before);
    const match: SeriesMatch | null =
      read !== null && (isBeside || isPart) ? { ...read, fit: 'loose' } : read;
    if (found !== null) before.unshift({ found, figure, former, mode: meant, time });
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
      mode: ahead(meant, period?.value ?? null, around.today, isScenario(match)),
      change: changeOf(view, figure),
      former,
      attribution: attributionOf(view, roles, subject),
    });
  }
  return earlierFirst(view, out);
}

/** 年初 3000 万，年底突破 1 亿: of two figures of one thing, the smaller one before was so before. */
function earlierFirst(view: SentenceView, claims: readonly FoldedClaim[]): readonly FoldedClaim[] {
  if (claims.length < 2) return claims;
  return claims.map((claim, index) => {
    if (claim.match === null || claim.former === 'words' || claim.mode !== 'asserted') return claim;
    const later = claims.slice(index + 1).find((other) => other.match?.series === claim.match?.series);
    if (later === undefined || later.figure.low <= claim.figure.high) return claim;
    const between = view.text.slice(claim.figure.end, later.figure.start);
    return LATER.test(between) ? { ...claim, former: 'words' } : claim;
  });
}

const LATER =
  /现在|如今|目前|眼下|年底|年末|后来|如今|才|涨到|升到|增至|升至|达到|\b(?:now|today|later|since|by then|by the end)\b/i;

/** A pin to a fact lends its time where the sentence says none. */
function pinnedPeriod(pin: PinTarget | undefined, read: FoldedClaim['period']): FoldedClaim['period'] {
  const value = pin?.fact?.period ?? null;
  return value === null || (read !== null && read.span !== null)
    ? read
    : { value, origin: 'pin', span: null };
}

/** What is asserted of a time that has not come is a forecast. */
function ahead(mode: ClaimMode, period: Period | null, today: number, scenario: boolean): ClaimMode {
  // If growth stays moderate: the condition is the scenario itself.
  if (scenario && mode === 'hypothetical') return 'forecast';
  if (mode !== 'asserted') return mode;
  return scenario || (period !== null && period.from > today) ? 'forecast' : mode;
}

/** What holds in a scenario (高速增长情景下) is forecast, whatever the verb. */
function isScenario(match: SeriesMatch | null): boolean {
  if (match?.series.scope.segment === undefined) return false;
  return match.series.facts.every((fact) => fact.mode === 'forecast');
}

/** A figure of the same sentence that was read already. */
interface Before {
  readonly found: Found;
  readonly figure: Figure;
  readonly former: Former;
  readonly mode: ClaimMode;
  /** Where its time stands; null when the sentence says none. */
  readonly time: Span | null;
}

/**
 * 累计下载突破 6 亿次，其中 1.2 亿次来自海外: a smaller figure of what has its figure already, whose clause names neither the subject nor a
 * time again, is a part of it.
 */
function isPartOfBefore(
  view: SentenceView,
  found: Found,
  figure: Figure,
  time: Span | null,
  before: readonly Before[],
): boolean {
  const series = found.subject.match?.series;
  if (series === undefined) return false;
  const whole = before.find((one) => one.found.subject.match?.series === series);
  if (whole === undefined || whole.mode !== 'asserted' || whole.former !== null) return false;
  if (figure.kind !== whole.figure.kind) return false;
  const clause = clauseSpan(view, figure.start);
  const own: Span = { start: Math.max(clause.start, whole.figure.end), end: figure.start };
  if (cuesIn(view, own, 'part').length === 0 && figure.high >= whole.figure.low) return false;
  if (time !== null && contains(clause, time)) return false;
  const subject = found.subject.span;
  if (subject !== null && contains(own, subject)) return false;
  return !CHANGED_TO.test(view.text.slice(own.start, own.end)) && cuesIn(view, own, 'former').length === 0;
}

/** 从 19.9% 升到 25.9%: the second figure is of the same subject and metric as the first. */
function changedFrom(view: SentenceView, figure: Figure, before: readonly Before[]): Found | null {
  const [last] = before;
  return last !== undefined &&
    last.former !== null &&
    last.figure.unit === figure.unit &&
    CHANGED_TO.test(view.text.slice(last.figure.end, figure.start))
    ? last.found
    : null;
}

/** 原来是 82%; 从 19.9% 升到 25.9%: the first is what it was before. */
function formerOf(view: SentenceView, figure: Figure): Former {
  const clause = clauseSpan(view, figure.start);
  const before: Span = { start: clause.start, end: figure.start };
  const former = cuesIn(view, before, 'former').filter((cue) => !isMeasuredBy(view, cue));
  // 降到原来的 42%: what was before is what it is measured by.
  if (former.some((cue) => view.text.slice(cue.end, figure.outer.start).trim() !== '的')) return 'words';
  if (opensFormer(view, figure)) return 'words';
  const isFrom =
    FROM.test(view.text.slice(view.span.start, figure.outer.start)) &&
    view.figures.some((other) => other.start > figure.end && other.unit === figure.unit);
  if (isFrom) return 'words';
  return cuesIn(view, before, 'past-tense').length > 0 ? 'tense' : null;
}

/** 和一年前比涨了一百多倍: what is only compared with is not when it was. */
function isMeasuredBy(view: SentenceView, cue: Span): boolean {
  return /(?:[和与跟同比较]|\b(?:than|versus|vs|against|with|over|to)) ?$/i.test(
    view.text.slice(Math.max(view.span.start, cue.start - 8), cue.start),
  );
}

/** 一年前，豆包日活 5000 万: a short clause that says no more than when. */
function opensFormer(view: SentenceView, figure: Figure): boolean {
  const before = view.clauses[clauseAt(view, figure.start) - 1];
  if (before === undefined || before.end - before.start > 24) return false;
  const cue = cuesIn(view, before, 'former').find((one) => !isMeasuredBy(view, one));
  return (
    cue !== undefined &&
    residue(view, before) <= 2 &&
    !view.figures.some((one) => one.kind !== 'duration' && contains(before, one))
  );
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
      carriedSubject(view, roles, figure, metric.id, scope, around) ??
      subjectBehind(view, figure, metric.id, knowledge, scope);
    if (subject === null) continue;
    const origin = clauseAt(view, trigger.start) === clauseAt(view, figure.start) ? 'clause' : 'sentence';
    return { subject, metric, metricOrigin: origin, metricSpan: { start: trigger.start, end: trigger.end } };
  }
  return (
    parallel(view, roles, figure, before, scope, around) ??
    (candidates.some(isTelling)
      ? null
      : (carriedMetric(view, roles, figure, scope, around) ?? implied(view, roles, figure, scope, around)))
  );
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
): FoldedClaim['attribution'] {
  const index = roles.indexOf('says');
  const name = view.names[index];
  if (name === undefined || name.entity === null || name.entity === subject.entity) return null;
  return { entity: name.entity, span: { start: name.start, end: name.end } };
}
