import type { Series } from '../factbase/series.ts';
import type { Knowledge } from './knowledge.ts';

/**
 * How well a series fits what the sentence restricts its figure to. `exact`: every restriction of the series is named, and no other.
 * `assumed`: the series has one that the sentence leaves out. `loose`: the sentence names a restriction that the series does not
 * have, so that its figure may well differ.
 */
export type SeriesFit = 'exact' | 'assumed' | 'loose';

export interface SeriesMatch {
  readonly series: Series;
  /** The figure is known of the subject itself, or of the only one of its family (a model of it, its maker). */
  readonly via: 'own' | 'family';
  readonly fit: SeriesFit;
  /** The series says what is left where the figure says what is gone, or the other way round: cut by 60 %, down to 40 %. */
  readonly complement: boolean;
  /** For `own`: the series of the only one of its family, which may know another time. */
  readonly family: SeriesMatch | null;
}

/** Distance of names in a clause behind the figure's own: they restrict a platform or a region, but are no part of what was counted. */
export const BEHIND_FIGURE = 1000;

/** Entities that the sentence names besides the subject, by the role that they may play in a scope. */
export interface ScopeNames {
  /** All entities named in the sentence or its headings, with how far they stand from the figure. */
  readonly named: ReadonlyMap<string, number>;
  /** Platforms named as the place where something is (在 Hugging Face 上). */
  readonly platforms: ReadonlySet<string>;
  /** Places other than those of the subject. */
  readonly regions: ReadonlySet<string>;
}

/** The series that a figure of this subject and metric belongs to; null when there is none, or more than one equally good. */
export function matchSeries(
  knowledge: Knowledge,
  subject: string,
  metric: string,
  names: ScopeNames,
): SeriesMatch | null {
  const own = pick(knowledge, knowledge.seriesOf(subject, metric), names, subject);
  if (own !== null)
    return {
      ...own,
      via: 'own',
      complement: false,
      family: matchFamily(knowledge, subject, metric, names),
    };
  if (knowledge.seriesOf(subject, metric).length > 0) return null;
  return matchFamily(knowledge, subject, metric, names) ?? matchComplement(knowledge, subject, metric, names);
}

function matchComplement(
  knowledge: Knowledge,
  subject: string,
  metric: string,
  names: ScopeNames,
): SeriesMatch | null {
  const other = knowledge.complementOf(metric);
  const found =
    other === undefined ? null : pick(knowledge, knowledge.seriesOf(subject, other), names, subject);
  return found === null ? null : { ...found, via: 'own', complement: true, family: null };
}

function matchFamily(
  knowledge: Knowledge,
  subject: string,
  metric: string,
  names: ScopeNames,
): SeriesMatch | null {
  if (!mayAskFamily(knowledge, subject, metric)) return null;
  const members = knowledge
    .kin(subject)
    .filter((id) => knowledge.seriesOf(id, metric).length > 0 && mayAskFamily(knowledge, id, metric));
  const [only] = members;
  if (members.length !== 1 || only === undefined) return null;
  const found = pick(knowledge, knowledge.seriesOf(only, metric), names, subject);
  return found === null ? null : { ...found, via: 'family', complement: false, family: null };
}

/** Money and rates of a company are not those of its parts. */
function mayAskFamily(knowledge: Knowledge, id: string, metric: string): boolean {
  const kind = knowledge.entity(id)?.kind;
  if (kind === 'place' || kind === 'person' || kind === 'group') return false;
  if (kind !== 'organisation') return true;
  const dimension = knowledge.metric(metric)?.dimension;
  return dimension !== 'money' && dimension !== 'share' && dimension !== 'rank';
}

function pick(
  knowledge: Knowledge,
  candidates: readonly Series[],
  names: ScopeNames,
  subject: string,
): { series: Series; fit: SeriesFit } | null {
  let best: { series: Series; fit: SeriesFit } | null = null;
  let bestScore = -1;
  let tie = false;
  for (const series of candidates) {
    const rated = rate(knowledge, series, names, subject);
    if (rated === null) continue;
    if (rated.score > bestScore) {
      best = { series, fit: rated.fit };
      bestScore = rated.score;
      tie = false;
    } else if (rated.score === bestScore) tie = true;
  }
  return tie ? null : best;
}

/** Stands among the regions where the sentence says that it means the whole world. */
export const WORLDWIDE = 'worldwide';

function holds(knowledge: Knowledge, subject: string, region: string): boolean {
  if (region !== WORLDWIDE) return knowledge.isWithin(subject, region);
  return (knowledge.entity(subject)?.relations['located-in'] ?? []).length === 0;
}

/** What is not counted on a platform: 用 SenseStudio 做, 花了 28 天. */
const UNCOUNTED: ReadonlySet<string> = new Set(['time', 'score', 'data', 'energy', 'power', 'points']);

function rate(
  knowledge: Knowledge,
  { scope, metric }: Series,
  names: ScopeNames,
  subject: string,
): { score: number; fit: SeriesFit } | null {
  let named = 0;
  let assumed = 0;
  let nearness = 0;
  if (scope.segment !== undefined) {
    const distance = names.named.get(scope.segment) ?? BEHIND_FIGURE;
    if (distance >= BEHIND_FIGURE) return null;
    named++;
    nearness = 1 - distance / BEHIND_FIGURE;
  }
  if (scope.platform !== undefined) {
    const distance = names.named.get(scope.platform);
    // 在 ModelScope 上有 5.8 万个，Hugging Face 那边更多: what stands behind the figure's clause is no place of it where another is named.
    const isElsewhere =
      distance === BEHIND_FIGURE && [...names.platforms].some((id) => id !== scope.platform);
    if (distance !== undefined && !isElsewhere) named++;
    else if (names.platforms.size > 0) return null;
    else assumed++;
  }
  if (scope.region !== undefined) {
    if (names.named.has(scope.region)) named++;
    else if (names.regions.size > 0) return null;
    else assumed++;
  }
  const isCounted = !UNCOUNTED.has(knowledge.metric(metric)?.dimension ?? '');
  const loose =
    (isCounted && scope.platform === undefined && [...names.platforms].some((id) => id !== subject)) ||
    (scope.region === undefined && [...names.regions].some((id) => !holds(knowledge, subject, id)));
  const fit = loose ? 'loose' : assumed > 0 ? 'assumed' : 'exact';
  return { score: 100 * named + 10 * (loose ? 0 : 2) + 5 * (assumed > 0 ? 0 : 1) + 1 + nearness, fit };
}
