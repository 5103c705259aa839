import type { Figure } from '../quantity/figure.ts';
import type { Period, TimeExpression } from '../quantity/period.ts';
import type { Span } from '../text/folded-text.ts';
import { clauseAt, cuesIn, type SentenceView } from './sentence.ts';

export interface TimedSpan {
  readonly time: TimeExpression;
  readonly period: Period;
}

const CLAUSE_COST = 6;
/** What may stand between a figure and the time behind it: 25.9% in 2025, 6 亿次（截至 2025 年 9 月）. */
const AFTERWARDS =
  /^(?: (?:a|per) (?:day|week|month|year)| (?:worldwide|globally|around the world|in total|in all|altogether|nationwide))?(?: ?\((?:截至|as of|in|by)? ?| (?:in|by|as of|at|during|for|of|through)(?: the)?(?: (?:end|close|start|beginning|middle|course|whole) of| early| late| mid-?)? ?|, ?as of )$/i;

function isComparedWith(view: SentenceView, time: Span): boolean {
  return cuesIn(
    view,
    { start: Math.max(view.span.start, time.start - 16), end: time.start },
    'compare',
    'compare-time',
  ).some((cue) => time.start - cue.end <= 1);
}

/** 从 1956 年的达特茅斯会议算起: the year is where something began, not when the figure holds. */
function isBeginning(view: SentenceView, time: Span): boolean {
  return (
    BEGINS.test(view.text.slice(Math.max(view.span.start, time.start - 14), time.start)) &&
    COUNTED_ON.test(view.text.slice(time.end, Math.min(view.span.end, time.end + 32)))
  );
}

const BEGINS = /(?:从|自|counting from|reckoned from|starting (?:from|with)) ?$/i;
const COUNTED_ON = /^[^;。]{0,24}?(?:算起|起算|起[,，、 ]|开始|以来|至今|数起)/;

/** 比 2024 年大了 32% */
const GROWN = /^[大多高涨增长贵快低少降跌]/;

/** The time that the figure holds for, out of those in its sentence; null when none is in reach. */
export function chooseTime(
  view: SentenceView,
  figure: Figure,
  timed: readonly TimedSpan[],
): TimedSpan | null {
  let best: TimedSpan | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  const own = clauseAt(view, figure.start);
  for (const candidate of timed) {
    const { time } = candidate;
    // Since when is no answer to when.
    if (time.relation === 'since' || isBeginning(view, time)) continue;
    // 较 2024 年扩大 32%: the year is what the figure is compared with.
    const between = view.text.slice(time.end, figure.outer.start);
    if ((between.length > 2 || GROWN.test(between)) && isComparedWith(view, time)) continue;
    const clause = clauseAt(view, time.start);
    const before = time.start < figure.start;
    const gap = before ? figure.outer.start - time.end : time.start - figure.end;
    const attached = !before && AFTERWARDS.test(view.text.slice(figure.end, time.start));
    if (!before && !attached && clause > own) continue;
    const cost = attached ? -1 : gap * 0.1 + Math.abs(own - clause) * CLAUSE_COST + (before ? 0 : 8);
    if (cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}
