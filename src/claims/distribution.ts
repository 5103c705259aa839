import type { Figure } from '../quantity/figure.ts';
import type { NameHit } from './name-scan.ts';
import { cuesIn, type SentenceView } from './sentence.ts';
import type { NameRole } from './subject-choice.ts';
import type { TimedSpan } from './when.ts';

/** What 分别 (respectively) deals out to one figure. */
export interface Share {
  readonly name: NameHit | null;
  readonly time: TimedSpan | null;
}

/**
 * Deals names and times out to figures where the sentence says 分别 or respectively: Qwen 和 Llama 的衍生模型分别为 11.3 万和 2.7 万.
 * Only when there are as many names (or times) as figures; otherwise nothing is dealt out.
 */
export function distribute(
  view: SentenceView,
  roles: readonly NameRole[],
  timed: readonly TimedSpan[],
): ReadonlyMap<Figure, Share> {
  const out = new Map<Figure, Share>();
  const [cue] = cuesIn(view, view.span, 'respectively');
  if (cue === undefined) return out;
  // The Chinese word stands before its figures, the English one behind them.
  const ahead = /^[a-z]/i.test(view.text.slice(cue.start, cue.start + 1));
  const figures = view.figures.filter((figure) =>
    ahead ? figure.end <= cue.start : figure.start >= cue.end,
  );
  const first = figures[0];
  if (first === undefined || figures.length < 2) return out;
  const limit = ahead ? first.start : cue.start;
  const names = view.names
    .filter((name, index) => name.end <= limit && roles[index] === 'plain')
    .slice(-figures.length);
  const times = timed.filter(({ time }) => time.end <= limit);
  const byName =
    names.length === figures.length && new Set(names.map((name) => name.entity)).size === names.length;
  const byTime = times.length === figures.length;
  if (!byName && !byTime) return out;
  figures.forEach((figure, index) => {
    out.set(figure, {
      name: byName ? (names[index] ?? null) : null,
      time: byTime ? (times[index] ?? null) : null,
    });
  });
  return out;
}
