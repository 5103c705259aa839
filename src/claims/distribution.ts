import type { Figure } from '../quantity/figure.ts';
import type { NameRole } from './name-roles.ts';
import type { NameHit } from './name-scan.ts';
import { cuesIn, type SentenceView } from './sentence.ts';
import type { TimedSpan } from './when.ts';

/** What 分别 (respectively) deals out to one figure. */
export interface Share {
  readonly name: NameHit | null;
  readonly time: TimedSpan | null;
  /** The figure is somebody's whom the sentence does not name. */
  readonly isOther?: boolean;
}

/** 前者 and the latter stand for one of the two that were named before; of more, or fewer, they stand for nobody here. */
function ofTwo(view: SentenceView, roles: readonly NameRole[], out: Map<Figure, Share>): void {
  const cues = cuesIn(view, view.span, 'former-of-two', 'latter-of-two');
  const [first] = cues;
  if (first === undefined) return;
  const named = view.names.filter((name, index) => name.end <= first.start && roles[index] === 'plain');
  const distinct = new Set(named.map((name) => name.entity));
  for (const figure of view.figures) {
    const cue = cues.findLast((one) => one.start < figure.start);
    if (cue === undefined) continue;
    const name = cue.cue === 'former-of-two' ? named[0] : named[1];
    const isClear = named.length === 2 && distinct.size === 2 && name !== undefined;
    out.set(figure, { name: isClear ? name : null, time: null, isOther: !isClear });
  }
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
  ofTwo(view, roles, out);
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
