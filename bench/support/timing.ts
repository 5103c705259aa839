/** Milliseconds of several rounds of one piece of work. */
export interface Timing {
  readonly median: number;
  /** The least disturbed round: what to compare on a machine that others use too. */
  readonly min: number;
  readonly p95: number;
  readonly rounds: number;
}

export interface Rounds {
  readonly atLeast: number;
  readonly atMost: number;
  /** No further round begins after so many milliseconds. */
  readonly budget: number;
}

export function measure(work: (round: number) => void, { atLeast, atMost, budget }: Rounds): Timing {
  const times: number[] = [];
  const end = performance.now() + budget;
  for (let round = 0; round < atMost && (round < atLeast || performance.now() < end); round++) {
    const start = performance.now();
    work(round);
    times.push(performance.now() - start);
  }
  return summarize(times);
}

export async function measureAsync(
  work: (round: number) => Promise<void>,
  { atLeast, atMost, budget }: Rounds,
): Promise<Timing> {
  const times: number[] = [];
  const end = performance.now() + budget;
  for (let round = 0; round < atMost && (round < atLeast || performance.now() < end); round++) {
    const start = performance.now();
    await work(round);
    times.push(performance.now() - start);
  }
  return summarize(times);
}

export function summarize(times: readonly number[]): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), min: sorted[0] ?? 0, p95: at(0.95), rounds: sorted.length };
}
