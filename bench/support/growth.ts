/** How cost may grow with size. `flat`: not at all; `linear`: in proportion. */
export type Growth = 'flat' | 'linear';

/** One piece of work in several sizes, each some times the one before. */
export interface GrowthCase {
  readonly name: string;
  readonly growth: Growth;
  readonly sizes: readonly number[];
  /** Makes what is needed for a size, and gives the work to measure; repeated work must cost the same each time. */
  readonly prepare: (size: number) => () => void;
}

export interface Step {
  readonly from: number;
  readonly to: number;
  /** Cost at `to` by cost at `from`. */
  readonly ratio: number;
  readonly allowed: number;
}

/** Caches, garbage and the compiler make larger work dearer by a constant; growth of another kind goes far beyond it. */
const SLACK = 2;
/** Work below this is lost in the clock's own noise: it is repeated until one round takes so long. Milliseconds. */
const ROUND = 2;
const MOST_ROUNDS = 8;
/** No further round of a case begins after so many milliseconds. */
const BUDGET = 400;
const ATTEMPTS = 4;

/**
 * The steps from size to size. Rounds of all sizes take turns, so that a machine that slows down does so for all, and only the
 * least disturbed round of each size counts; what still seems to grow too much is measured again before it is believed.
 */
export function measureGrowth({ growth, sizes, prepare }: GrowthCase): readonly Step[] {
  const works = sizes.map((size) => repeated(prepare(size)));
  const best = works.map(() => Number.POSITIVE_INFINITY);
  let steps: readonly Step[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const end = performance.now() + BUDGET;
    for (let round = 0; round === 0 || (round < MOST_ROUNDS && performance.now() < end); round++)
      works.forEach((work, i) => {
        best[i] = Math.min(best[i] ?? 0, work());
      });
    steps = sizes.slice(1).map((to, i) => {
      const from = sizes[i] ?? to;
      const ratio = (best[i + 1] ?? 0) / (best[i] ?? 1);
      return { from, to, ratio, allowed: SLACK * (growth === 'flat' ? 1 : to / from) };
    });
    if (steps.every(holds)) break;
  }
  return steps;
}

export function holds({ ratio, allowed }: Step): boolean {
  return ratio <= allowed;
}

/** Work that tells its own cost in milliseconds, done so often that the clock can see it. */
function repeated(work: () => void): () => number {
  let times = 1;
  const once = (): number => {
    const started = performance.now();
    for (let i = 0; i < times; i++) work();
    return (performance.now() - started) / times;
  };
  // The first runs are not compiled; they only find out how often is often enough.
  const end = performance.now() + BUDGET / 2;
  for (let warm = 0; warm < 12 && performance.now() < end; warm++) {
    const cost = once() * times;
    if (cost < ROUND) times = Math.min(4096, times * 2);
  }
  return once;
}
