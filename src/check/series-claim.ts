import { disjoint, type Interval, precisionOf, statedSet } from '../factbase/interval.ts';
import type { Metric } from '../factbase/model.ts';
import { civilDate } from '../quantity/calendar.ts';
import { inUnitOf, type UnitConverter } from './amount.ts';
import { doubts } from './confidence.ts';
import { NEWER_FACTOR } from './rules.ts';
import type { CheckedClaim } from './verdict.ts';

/** A claim in the form in which it is held against others of its kind, in the same note or another. */
export interface SeriesClaim {
  /** Series, time and mode: only claims with equal keys speak of the same thing. */
  readonly key: string;
  readonly checked: CheckedClaim;
  /** What it states, in the unit of the series. */
  readonly set: Interval;
  /** The thing may have grown within the time: only what lies far apart disagrees. */
  readonly mayGrow: boolean;
}

export interface SeriesClaimServices {
  metric(id: string): Metric | undefined;
  readonly units: UnitConverter;
}

const COMPARED: ReadonlySet<string> = new Set(['asserted', 'forecast', 'target']);
/** With as many parts inferred, the reading is too unsure to hold another one against it. */
const MOST_DOUBTS = 1;

/** The claims that can be held against others; `today` is what "now" means in their note. */
export function seriesClaims(
  claims: readonly CheckedClaim[],
  today: number,
  services: SeriesClaimServices,
): readonly SeriesClaim[] {
  return claims.flatMap((checked) => seriesClaim(checked, today, services) ?? []);
}

function seriesClaim(
  checked: CheckedClaim,
  today: number,
  services: SeriesClaimServices,
): SeriesClaim | null {
  const { claim } = checked;
  const { match, figure } = claim;
  const fact = match?.series.facts[0];
  if (
    match === null ||
    fact === undefined ||
    match.via !== 'own' ||
    match.complement ||
    match.fit === 'loose'
  )
    return null;
  if (claim.variant !== '' || !COMPARED.has(claim.mode) || doubts(claim) > MOST_DOUBTS) return null;
  // How it was before something changed is no second opinion on how it is.
  if (figure.kind === 'multiple' || claim.former === 'words') return null;
  const metric = services.metric(match.series.metric);
  // 35 亿 may be of any currency.
  if (figure.unit === null && metric?.dimension === 'money') return null;
  const amount = inUnitOf(fact, figure, services.units);
  if (metric === undefined || amount === null) return null;
  // A flow without its time, or a rise over nobody says what, is not the same figure twice.
  const isTimed = claim.period !== null;
  if (!isTimed && (metric.class === 'flow' || metric.class === 'growth')) return null;
  const period = claim.period?.value;
  const time = period === undefined ? `${civilDate(today).year}?` : `${period.from}-${period.to}`;
  return {
    key: [match.series.key, time, claim.mode, claim.change ?? ''].join('|'),
    checked,
    set: statedSet(amount, precisionOf(metric.class)),
    mayGrow: metric.cumulative || !isTimed,
  };
}

/** Whether two claims of one key cannot both hold. */
export function disagree(a: SeriesClaim, b: SeriesClaim): boolean {
  if (!disjoint(a.set, b.set)) return false;
  if (!a.mayGrow) return true;
  const [lower, upper] = a.set.high <= b.set.low ? [a.set, b.set] : [b.set, a.set];
  return upper.low >= NEWER_FACTOR * lower.high;
}

/** Whether a fact says already that the claim is wrong. */
export function isDecided(claim: SeriesClaim): boolean {
  const { kind } = claim.checked.verdict;
  return kind === 'contradicted' || kind === 'outdated';
}
