import { compareScale, type UnitTable } from '../quantity/units.ts';
import type { FactBase } from './fact-base.ts';
import { endsBefore, type Interval, logicalSet } from './interval.ts';
import { placeName } from './layers.ts';
import type { Fact, RecordPlace } from './model.ts';
import { type FactProblem, factProblem } from './problem.ts';
import type { Series } from './series.ts';

export interface RelationCheck {
  readonly factBase: FactBase;
  readonly units: UnitTable;
  /** The place of the value in the record of a fact. */
  placeOf(fact: Fact): RecordPlace;
}

/** What facts say of each other: sums that grow do not fall, parts are not more than their whole, nothing is said twice. */
export function verifyRelations(check: RelationCheck): FactProblem[] {
  const { factBase } = check;
  const series = factBase.metrics.flatMap((metric) => factBase.seriesOfMetric(metric.id));
  return [
    ...series.flatMap((one) => falls(one, check)),
    ...series.flatMap((one) => exceedsWhole(one, check)),
    ...factBase.sources.flatMap(({ id }) => repeated(factBase.factsFrom(id), check)),
  ];
}

function falls(series: Series, check: RelationCheck): FactProblem[] {
  if (check.factBase.metric(series.metric)?.cumulative !== true) return [];
  const facts = series.facts.filter(isStated);
  for (const later of facts) {
    const earlier = facts.find((fact) => isBefore(fact, later) && endsBelow(later, fact, check.units));
    if (earlier === undefined) continue;
    return [
      factProblem('falls', check.placeOf(later), {
        metric: series.metric,
        earlier: earlier.written,
        earlierPeriod: earlier.period?.iso ?? '',
        later: later.written,
        laterPeriod: later.period?.iso ?? '',
        other: placeName(earlier.place),
      }),
    ];
  }
  return [];
}

function exceedsWhole(series: Series, check: RelationCheck): FactProblem[] {
  const wholeMetric = check.factBase.metric(series.metric)?.partOf;
  if (wholeMetric === undefined) return [];
  const wholes = check.factBase.series(series.subject, wholeMetric, series.scope)?.facts ?? [];
  return series.facts.flatMap((part) => {
    const whole = wholes.find(
      (fact) => fact.mode === part.mode && sameTime(fact, part) && endsBelow(fact, part, check.units),
    );
    if (whole === undefined) return [];
    const args = {
      part: part.written,
      metric: series.metric,
      whole: whole.written,
      wholeMetric,
      other: placeName(whole.place),
    };
    return [factProblem('part', check.placeOf(part), args)];
  });
}

/** One figure that one source seems to give twice for one thing, in another period or scope, without a word on it. */
function repeated(facts: readonly Fact[], check: RelationCheck): FactProblem[] {
  return facts.flatMap((fact, i) => {
    const twin = facts.slice(0, i).find((other) => sameStatement(other, fact));
    if (twin === undefined || fact.note !== '' || twin.note !== '') return [];
    const args = { written: fact.written, subject: fact.subject, other: placeName(twin.place) };
    return [factProblem('same-figure', check.placeOf(fact), args)];
  });
}

function sameStatement(a: Fact, b: Fact): boolean {
  return (
    a.subject === b.subject &&
    a.metric === b.metric &&
    a.low === b.low &&
    a.high === b.high &&
    a.unit === b.unit &&
    a.bound === b.bound
  );
}

function isStated(fact: Fact): boolean {
  return fact.mode !== 'forecast' && fact.mode !== 'target';
}

function isBefore(a: Fact, b: Fact): boolean {
  return a.period !== null && b.period !== null && a.period.to <= b.period.from;
}

function sameTime(a: Fact, b: Fact): boolean {
  return a.period?.from === b.period?.from && a.period?.to === b.period?.to;
}

/** Whether all that `a` can be is less than all that `b` can be. */
function endsBelow(a: Fact, b: Fact, units: UnitTable): boolean {
  const factor = compareScale(units, a.unit, b.unit);
  return factor !== null && endsBefore(scaled(logicalSet(a), factor), logicalSet(b));
}

function scaled(set: Interval, factor: number): Interval {
  return { ...set, low: set.low * factor, high: set.high * factor };
}
