/** The candidate that `word` was most likely meant to be, or null when none is near enough to be worth saying. */
export function suggest(word: string, candidates: Iterable<string>): string | null {
  const limit = word.length <= 4 ? 1 : word.length <= 8 ? 2 : 3;
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const far = distance(word.toLowerCase(), candidate.toLowerCase(), limit + 1);
    if (far > limit) continue;
    // Of two equally far, a replaced letter is likelier than a lost one: qwen4 is rather qwen3 than qwen.
    const rank = 2 * far + Number(candidate.length !== word.length);
    if (rank >= least) continue;
    least = rank;
    best = candidate;
  }
  return best;
}

/** Edits (insert, delete, replace, swap of neighbours) from `a` to `b`; stops counting at `limit`. */
function distance(a: string, b: string, limit: number): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least >= limit) return limit;
    before = above;
    above = row;
  }
  return above[b.length] ?? limit;
}
