import type { Figure } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import { foldName } from '../text/fold.ts';
import type { Span } from '../text/folded-text.ts';
import { isAside, isAverage, isRestricted } from './asides.ts';
import type { ClaimMode, Former } from './claim.ts';
import { distribute, type Share } from './distribution.ts';
import { growthOfBefore, parallel, sameAtOtherTime } from './follow-on.ts';
import { formerOf } from './former.ts';
import { implied } from './implied-metric.ts';
import { carriedMetric, carriedSole, carriedSubject, farFetched } from './indirect-reading.ts';
import type { Knowledge } from './knowledge.ts';
import { isTelling, metricCandidates } from './metric-choice.ts';
import { changeOf, claimMode } from './mode.ts';
import { type NameRole, nameRoles } from './name-roles.ts';
import { isMove, isPartOf } from './parts.ts';
import { type PinTarget, pinnedSeries } from './pins.ts';
import { sameValue } from './same-value.ts';
import { scopeNames } from './scope-names.ts';
import { shareOfSegment } from './segment-share.ts';
import { clauseAt, clauseSpan, contains, countsUnknownNoun, cuesIn, type SentenceView } from './sentence.ts';
import type { FoldedClaim, Found, SentenceSurroundings } from './sentence-reading.ts';
import { matchSeries, type ScopeNames, type SeriesMatch } from './series-match.ts';
import { soleSubject } from './sole-subject.ts';
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
    if (pin === undefined && isRestated(view, figure)) continue;
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
          sameValue(view, figure, scope, around) ??
          carriedSole(view, roles, figure, scope, around) ??
          farFetched(view, roles, figure, scope, around) ??
          soleSubject(view, roles, figure, scope, around))
        : pinnedSeries(pin, scope, knowledge);
    // What stands beside a metric may be borne out by a source all the same, and is never held against one.
    if (isBeside && found === null) continue;
    const subject = found?.subject ?? unknownSeriesSubject(view, roles, figure, knowledge);
    if (subject === null) continue;
    const metric = found ?? bareMetric(view, figure, around);
    // 飞桨 3.2 is a release.
    if (metric === null && isRelease(view, figure, subject)) continue;
    const read = found?.subject.match ?? null;
    const period = pinnedPeriod(pin, claimPeriod(view, figure, share, around));
    const meant = claimMode(view, figure, around.rejectedNext);
    const time = period?.span ?? null;
    const isPart = pin === undefined && found !== null && isPartOfBefore(view, found, figure, time, before);
    const isNarrower = isPart || (pin === undefined && found !== null && narrows(view, figure, found));
    const match: SeriesMatch | null =
      read !== null && (isBeside || isNarrower) ? { ...read, fit: 'loose' } : read;
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
      mode: ahead(
        meant,
        period?.value ?? null,
        around.today,
        isScenario(match) || namesFuture(view, subject),
      ),
      change: changeOf(view, figure),
      former,
      attribution: attributionOf(view, roles, subject),
    });
  }
  return earlierFirst(view, out);
}

/** 超过 40T，也就是 40 万亿: the same number in other words says nothing new. */
function isRestated(view: SentenceView, figure: Figure): boolean {
  const last = view.figures[view.figures.indexOf(figure) - 1];
  return (
    last !== undefined &&
    last.low === figure.low &&
    last.high === figure.high &&
    RESTATES.test(view.text.slice(Math.max(last.end, last.outer.end), figure.outer.start))
  );
}

const RESTATES =
  /^[,，(（ ]{0,2}(?:也就是|也即|亦即|即|就是|等于|换言之|相当于|that is|i\.e\.|in other words|or)[,，: ]{0,2}(?:约|大约)?$/i;

/** A small number right behind a name that measures nothing. */
function isRelease(view: SentenceView, figure: Figure, subject: SubjectChoice): boolean {
  if (
    figure.kind !== 'quantity' ||
    figure.unit !== null ||
    figure.low >= LEAST_NUMBERED ||
    subject.span === null
  )
    return false;
  return /^ ?(?:v|从|from)? ?$/i.test(view.text.slice(subject.span.end, figure.outer.start));
}

const LEAST_NUMBERED = 100;

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

/** 未来的 Token 消耗: what is named as to come is foreseen, whatever the verb. */
function namesFuture(view: SentenceView, { span }: SubjectChoice): boolean {
  return span !== null && FUTURE.test(view.text.slice(Math.max(span.start - 3, view.span.start), span.end));
}

const FUTURE = /未来|今后|将来|往后|日后|\bfuture\b|tomorrow/i;

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
  // A part is no larger than the whole.
  if (figure.kind !== 'percent' && figure.low > whole.figure.high) return false;
  if (cuesIn(view, own, 'part').length === 0 && figure.high >= whole.figure.low) return false;
  if (time !== null && contains(clause, time)) return false;
  const subject = found.subject.span;
  if (subject !== null && contains(own, subject)) return false;
  return !CHANGED_TO.test(view.text.slice(own.start, own.end)) && cuesIn(view, own, 'former').length === 0;
}

/** Whether the words around say that the figure is that of a part (只看政企客户; 合作医院里，三甲有 600 家; 41,000 of Qwen's derivatives). */
function narrows(view: SentenceView, figure: Figure, found: Found): boolean {
  const { metric, subject } = found;
  if (isMove(view, figure, metric) || isAverage(view, figure, metric.id)) return true;
  return isRestricted(view, figure, metric.id) || isPartOf(view, figure, metric, subject.span);
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

const CHANGED_TO = /(?:到|至|为|\bto\b)/i;

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
    growthOfBefore(view, figure, before, scope, around) ??
    sameAtOtherTime(view, figure, before, around) ??
    shareOfSegment(view, figure, scope, around) ??
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
  if (figure.kind === 'duration' || figure.kind === 'rank' || isNumbering(figure)) return null;
  // Four times as many as Llama: a comparison is a figure of neither.
  if (figure.kind === 'multiple' && COMPARES.test(view.text.slice(figure.start, view.span.end))) return null;
  const likely = likelySubject(view, roles, figure, knowledge);
  if (likely === null || likely.span === null) return null;
  if (likely.span.start > figure.start) return null;
  return likely;
}

const COMPARES = /\b(?:as (?:many|much|big|large|fast|long)|than)\b/i;

/** 213 页, 9000 步: what is numbered, not counted. */
function isNumbering(figure: Figure): boolean {
  return NUMBERED.has(figure.counter);
}

const NUMBERED: ReadonlySet<string> = new Set([
  '页',
  '章',
  '节',
  '行',
  '步',
  'pages',
  'page',
  'steps',
  'lines',
]);

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
