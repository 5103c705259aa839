import type { Claim } from '../claims/claim.ts';
import type { Knowledge } from '../claims/knowledge.ts';
import type { FigureLike } from '../factbase/interval.ts';
import type { Fact } from '../factbase/model.ts';
import { inUnitOf, sameAmount, slipOf, type UnitConverter } from './amount.ts';
import { CAUSES } from './rules.ts';
import type { Cause } from './verdict.ts';

/** Why a figure is wrong, with the fact that shows it where there is one. */
export interface Explanation {
  readonly cause: Cause;
  readonly fact: Fact | null;
}

export interface CauseInput {
  readonly claim: Claim;
  /** The claim's figure in the unit of `fact`. */
  readonly figure: FigureLike;
  /** The fact that stands against it. */
  readonly fact: Fact;
  /** All facts of the series. */
  readonly series: readonly Fact[];
  readonly knowledge: Knowledge;
  readonly units: UnitConverter;
}

/** The one explanation that fits; `value` when none does, or more than one. */
export function explain(input: CauseInput): Explanation {
  const found: Explanation[] = [];
  for (const cause of CAUSES) {
    const fact = FITS[cause](input);
    if (fact !== null) found.push({ cause, fact: fact === true ? null : fact });
  }
  const [only] = found;
  return found.length === 1 && only !== undefined ? only : { cause: 'value', fact: null };
}

type Fit = (input: CauseInput) => Fact | true | null;

const FITS: Readonly<Record<Exclude<Cause, 'value'>, Fit>> = {
  scale: ({ figure, fact }) => (slipOf(figure.low, fact.low) !== 0 ? true : null),
  unit: ({ claim, fact, units }) => {
    const { unit } = claim.figure;
    if (unit === null || unit === fact.unit || units.convert(1, unit, fact.unit) !== null) return null;
    return sameAmount(claim.figure.low, fact.low) ? true : null;
  },
  subject: ({ claim, fact, knowledge, units }) =>
    knowledge
      .seriesOfMetric(fact.metric)
      .filter((series) => series.subject !== fact.subject)
      .flatMap((series) => series.facts)
      .find((other) => matches(claim, other, units)) ?? null,
  period: ({ claim, fact, series, units }) =>
    series.find((other) => other.period?.iso !== fact.period?.iso && matches(claim, other, units)) ?? null,
  direction: ({ claim, figure, fact, units }) => {
    if (claim.match?.complement === true) return matches(claim, fact, units) ? true : null;
    if (sameAmount(-figure.low, fact.low)) return true;
    return sameAmount(figure.low, fact.low) && opposed(figure, fact) ? true : null;
  },
};

function matches(claim: Claim, fact: Fact, units: UnitConverter): boolean {
  const figure = inUnitOf(fact, claim.figure, units);
  return figure !== null && sameAmount(figure.low, fact.low) && sameAmount(figure.high, fact.high);
}

const UPPER: ReadonlySet<string> = new Set(['less-than', 'at-most', 'nearly']);
const LOWER: ReadonlySet<string> = new Set(['more-than', 'at-least']);

function opposed(a: FigureLike, b: FigureLike): boolean {
  return (UPPER.has(a.bound) && LOWER.has(b.bound)) || (LOWER.has(a.bound) && UPPER.has(b.bound));
}
