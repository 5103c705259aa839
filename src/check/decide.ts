import type { Claim } from '../claims/claim.ts';
import { contains, disjoint, logicalSet, precisionOf, statedSet } from '../factbase/interval.ts';
import type { Fact } from '../factbase/model.ts';
import type { Period } from '../quantity/period.ts';
import { slipOf } from './amount.ts';
import {
  type Case,
  type DecideServices,
  disputeAmong,
  isFarApart,
  isMorePrecise,
  mayBeNewer,
  meets,
  nearestFact,
  reading,
  slippedFact,
  touchesOnly,
} from './case.ts';
import { explain } from './cause.ts';
import type { MessageKey, MessageValue } from './message.ts';
import { NEWER_DAYS, UNDATED_AHEAD, UNDATED_REACH } from './rules.ts';
import type { Cause, Verdict, VerdictKind } from './verdict.ts';

const NOT_ASSERTED: ReadonlySet<string> = new Set(['hypothetical', 'question', 'denied', 'struck']);

/** What the facts say of a claim (docs/verdicts.md). */
export function decide(claim: Claim, services: DecideServices): Verdict {
  const { match } = claim;
  const subject = claim.subject?.value ?? '';
  if (NOT_ASSERTED.has(claim.mode)) return unverified('unverified.not-asserted', { claimed: claim.text });
  if (claim.metric === null) return unverified('unverified.no-metric', { subject: { entity: subject } });
  const metric = services.knowledge.metric(match?.complement ? match.series.metric : claim.metric.value);
  if (match === null || metric === undefined) {
    return unverified('unverified.no-series', {
      subject: { entity: subject },
      metric: { metric: claim.metric.value },
    });
  }
  if (claim.variant !== '') {
    const name = services.knowledge.entity(subject)?.name;
    const variant = {
      en: `${name?.en ?? subject}${claim.variant}`,
      zh: `${name?.zh ?? subject}${claim.variant}`,
    };
    return unverified('unverified.variant', { variant });
  }
  const all = match.series.facts;
  const facts = all.filter((fact) => comparable(claim, fact));
  const newest = facts.at(-1);
  const nearest = newest ?? all.at(-1);
  if (nearest === undefined)
    return unverified('unverified.no-series', {
      subject: { entity: subject },
      metric: { metric: metric.id },
    });
  const precision = precisionOf(metric.class);
  if (newest === undefined) {
    // What "is expected to" be so may be so already; what was planned is never taken for done.
    const known =
      claim.mode === 'forecast' ? compare({ claim, metric, facts: all, precision, services }) : null;
    return known?.kind === 'supported' ? known : about('unverified', 'unverified.mode', claim, nearest);
  }

  const verdict = compare({ claim, metric, facts, precision, services });
  if (verdict.reason.key === 'unverified.period' && match.family !== null) {
    const kin = decide({ ...claim, match: match.family }, services);
    if (kin.kind === 'supported' || kin.kind === 'disputed') return kin;
  }
  // How it was before, nobody knows of a series that has one figure only.
  if (
    claim.former === 'words' &&
    verdict.kind === 'contradicted' &&
    facts.every((fact) => fact.low === newest.low)
  )
    return about('unverified', 'unverified.period', claim, newest);
  // A restriction that the series does not know makes its figure another one, and so does a part of what the series counts.
  const narrower =
    match.fit === 'loose' || (match.via === 'family' && isPartOf(subject, match.series.subject, services));
  const isAnswered = verdict.kind === 'supported' || verdict.kind === 'disputed';
  if (narrower && !isAnswered) return about('unverified', 'unverified.scope', claim, newest);
  return verdict;
}

/** Qwen3-Coder is a part of Qwen3, whose downloads are those of all its models. */
function isPartOf(part: string, whole: string, services: DecideServices): boolean {
  const kind = services.knowledge.entity(whole)?.kind;
  return services.knowledge.entity(part)?.kind === 'model' && (kind === 'family' || kind === 'organisation');
}

/** Forecasts and targets are compared with their like; an estimate with either. */
function comparable(claim: Claim, fact: Fact): boolean {
  if (fact.mode === 'estimate') return true;
  const ahead = fact.mode === 'forecast' || fact.mode === 'target';
  return ahead === (claim.mode === 'forecast' || claim.mode === 'target');
}

function compare(c: Case): Verdict {
  const { claim, facts } = c;
  const [first] = facts;
  if (first === undefined) return unverified('unverified.no-metric', {});
  if (reading(c, first) === null) return otherUnit(c, first);
  if (claim.period !== null) return compareDated(c, claim.period.value);
  return compareUndated(c);
}

/** Same dimension, no conversion: only the unit was mistaken, or nothing can be said. */
function otherUnit(c: Case, fact: Fact): Verdict {
  const { claim, services } = c;
  const meant = c.facts.find(
    (one) =>
      reading(c, one) === null &&
      explain({ claim, figure: claim.figure, fact: one, series: c.facts, ...services }).cause === 'unit',
  );
  return meant === undefined
    ? about('unverified', 'unverified.unit', claim, fact)
    : contradiction(c, meant, 'unit', null);
}

function compareDated(c: Case, period: Period): Verdict {
  const { claim, facts, services } = c;
  const isFlow = c.metric.class === 'flow' || c.metric.class === 'growth';
  const same = facts.filter((fact) => speaksOf(fact, period, isFlow, services));
  const last = same.at(-1);
  if (last !== undefined) {
    const verdict = compareWith(c, same);
    // Within a longer period a rising series may have gone on rising after its newest fact.
    const later = last.period !== null && period.to - last.period.to > NEWER_DAYS;
    return later && verdict.kind === 'contradicted' && mayBeNewer(c, last)
      ? about('unverified', 'unverified.newer', claim, last)
      : verdict;
  }
  const newest = facts.at(-1);
  if (newest === undefined) return unverified('unverified.no-metric', {});
  if (c.metric.cumulative) {
    const wrong = breaksCumulation(c, period);
    if (wrong !== null) return contradict(c, wrong);
  }
  return about('unverified', 'unverified.period', claim, newest);
}

/** Whether the fact can be held against the period; one without a time of its own speaks of the year before it was published. */
function speaksOf(fact: Fact, period: Period, isFlow: boolean, services: DecideServices): boolean {
  if (fact.period !== null)
    return services.periodsMatch(fact.period, period) && !(isFlow && isPartOfYear(period, fact.period));
  const published = services.published(fact.source);
  return published === null || (period.to > published.from - UNDATED_REACH && period.from < published.to);
}

/** What came in within a month or a quarter is not what came in within the year. */
function isPartOfYear(period: Period, whole: Period): boolean {
  return PART_OF_YEAR.test(period.iso) && YEAR.test(whole.iso);
}

const PART_OF_YEAR = /^\d{4}-(?:\d\d|Q\d|H\d)$/;
const YEAR = /^(?:FY)?\d{4}$/;

/** The fact that a cumulative series would have to fall below, or have exceeded too early; null when the claim is possible. */
function breaksCumulation(c: Case, period: Period): Fact | null {
  for (const fact of c.facts) {
    if (fact.period === null) continue;
    const figure = reading(c, fact);
    if (figure === null) continue;
    const claimed = statedSet(figure, c.precision);
    const known = statedSet(fact, c.precision);
    if (period.from >= fact.period.to && claimed.high <= known.low && disjoint(claimed, known)) return fact;
    if (period.to <= fact.period.from && claimed.low >= known.high && disjoint(claimed, known)) return fact;
  }
  return null;
}

function compareUndated(c: Case): Verdict {
  const { claim } = c;
  // A note knows nothing of what came after it.
  const past = c.facts.filter((fact) => !isAhead(fact, claim.today, c.services));
  const [later] = c.facts;
  if (past.length === 0 && later !== undefined && claim.mode === 'asserted')
    return about('unverified', 'unverified.period', claim, later);
  const facts = past.length > 0 ? past : c.facts;
  const end = Math.max(...facts.map((fact) => fact.period?.to ?? Number.NEGATIVE_INFINITY));
  const newest = facts.filter((fact) =>
    fact.period === null ? isLastOfSource(fact, facts) : fact.period.to === end || isSamePeriod(c, fact, end),
  );
  const verdict = compareWith(c, newest);
  if (verdict.kind !== 'contradicted') return verdict;
  const timeless = facts.filter((fact) => fact.period === null);
  const slipped = verdict.cause === 'value' ? slippedFact(c, timeless) : null;
  if (slipped !== null) return contradict(c, slipped);
  const last = newest.at(-1);
  if (last === undefined) return verdict;
  if (mayBeNewer(c, last) || isOnTheWay(c, last)) return about('unverified', 'unverified.newer', claim, last);
  const old = facts.filter((fact) => !newest.includes(fact)).findLast((fact) => meets(c, fact));
  if (old === undefined) {
    // A flow belongs to its own period; without one, only a slip tells that the figure is wrong.
    const slipped = verdict.cause === 'scale' || verdict.cause === 'unit';
    return c.metric.class === 'flow' && !slipped
      ? about('unverified', 'unverified.period', claim, last)
      : verdict;
  }
  if (claim.former !== null) return about('supported', 'supported', claim, old);
  return {
    kind: 'outdated',
    cause: null,
    facts: [last, old],
    reason: { key: 'outdated', values: { ...factValues(claim, last), oldAsOf: { period: old.period } } },
  };
}

/** Whether a fact speaks of a time that had not come when the note was written; one without a time does when it was published long after. */
function isAhead(fact: Fact, today: number, services: DecideServices): boolean {
  if (fact.period !== null) return fact.period.from > today;
  const published = services.published(fact.source);
  return published !== null && published.from > today + UNDATED_AHEAD;
}

/** Between the newest fact that the note can know and the next one lies what it was in the meantime. */
function isOnTheWay(c: Case, last: Fact): boolean {
  const next = c.facts.find((fact) => fact.period !== null && fact.period.from > c.claim.today);
  const figure = reading(c, last);
  if (next === undefined || figure === null) return false;
  const [low, high] = [last.low, next.low].sort((a, b) => a - b);
  return low !== undefined && high !== undefined && figure.low >= low && figure.high <= high;
}

/** Of what one source says without a time (from 82 % to 95 %), the last is how it is now: facts stand in the order of the source. */
function isLastOfSource(fact: Fact, facts: readonly Fact[]): boolean {
  return facts.findLast((other) => other.period === null && other.source === fact.source) === fact;
}

/** Facts whose period holds the end of the newest one speak of the same time (2025 beside 2025-09). */
function isSamePeriod(c: Case, fact: Fact, end: number): boolean {
  const newest = c.facts.find((other) => other.period?.to === end)?.period;
  return (
    newest !== undefined &&
    newest !== null &&
    fact.period !== null &&
    c.services.periodsMatch(fact.period, newest)
  );
}

function compareWith(c: Case, facts: readonly Fact[]): Verdict {
  const { claim } = c;
  const fitting = facts.filter((fact) => meets(c, fact));
  const dispute = disputeAmong(c, facts);
  const [fit] = fitting;
  if (dispute !== null && fit !== undefined) {
    const other = dispute.find((fact) => disjoint(statedSet(fact, c.precision), statedSet(fit, c.precision)));
    if (other !== undefined) return disputed(claim, fit, other, facts);
  }
  if (fit !== undefined && fitting.every((fact) => touchesOnly(c, fact))) {
    const key = mayBeNewer(c, fit) ? 'unverified.newer' : 'unverified.precise';
    return about('unverified', key, claim, fit);
  }
  if (fit !== undefined) {
    const precise = fitting.every((fact) => isMorePrecise(c, fact));
    return about(
      precise ? 'unverified' : 'supported',
      precise ? 'unverified.precise' : 'supported',
      claim,
      fit,
      fitting,
    );
  }
  const against = slippedFact(c, facts) ?? nearestFact(c, facts);
  if (against === null) return unverified('unverified.no-metric', {});
  return contradict(c, against);
}

/** Weaker, or contradicted with its cause. */
function contradict(c: Case, fact: Fact): Verdict {
  const figure = reading(c, fact);
  if (figure === null) return otherUnit(c, fact);
  const claimed = logicalSet(figure, c.precision);
  const known = statedSet(fact, c.precision);
  const slip = slipOf(figure.low, fact.low);
  if (slip === 0 && contains(claimed, known)) return about('weaker', 'weaker', c.claim, fact);
  const explanation = explain({ claim: c.claim, figure, fact, series: c.facts, ...c.services });
  if (explanation.cause === 'value' && isFarApart(c, figure, fact))
    return about('unverified', 'unverified.apart', c.claim, fact);
  return contradiction(c, fact, explanation.cause, explanation.fact);
}

function contradiction(c: Case, fact: Fact, cause: Cause, shown: Fact | null): Verdict {
  const figure = reading(c, fact) ?? c.claim.figure;
  const values: Record<string, MessageValue> = { ...factValues(c.claim, fact) };
  if (cause === 'scale') values.factor = factorText(slipOf(figure.low, fact.low));
  if (cause === 'subject' && shown !== null) values.owner = { entity: shown.subject };
  if (cause === 'period' && shown !== null) values.otherPeriod = { period: shown.period };
  const key: MessageKey = `contradicted.${cause}`;
  return {
    kind: 'contradicted',
    cause,
    facts: shown === null ? [fact] : [fact, shown],
    reason: { key, values },
  };
}

function disputed(claim: Claim, fit: Fact, other: Fact, facts: readonly Fact[]): Verdict {
  const values = { ...factValues(claim, fit), other: { fact: other }, otherSource: { source: other.source } };
  const rest = facts.filter((fact) => fact !== fit && fact !== other);
  return { kind: 'disputed', cause: null, facts: [fit, other, ...rest], reason: { key: 'disputed', values } };
}

function factValues(claim: Claim, fact: Fact): Record<string, MessageValue> {
  return {
    claimed: claim.text,
    subject: { entity: fact.subject },
    metric: { metric: fact.metric },
    known: { fact },
    source: { source: fact.source },
    asOf: { period: fact.period },
  };
}

function about(
  kind: VerdictKind,
  key: MessageKey,
  claim: Claim,
  fact: Fact,
  facts: readonly Fact[] = [fact],
): Verdict {
  return { kind, cause: null, facts, reason: { key, values: factValues(claim, fact) } };
}

function unverified(key: MessageKey, values: Record<string, MessageValue>): Verdict {
  return { kind: 'unverified', cause: null, facts: [], reason: { key, values } };
}

function factorText(power: number): string {
  return power > 0
    ? `10^${power}`
        .replace('10^1', '10')
        .replace(/^10\^2$/, '100')
        .replace(/^10\^3$/, '1000')
    : factorText(-power);
}
