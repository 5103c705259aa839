import type { Figure } from '../quantity/figure.ts';
import type { Span } from '../text/folded-text.ts';
import type { CueKind } from './cues.ts';
import { clauseSpan, cuesIn, overlaps, residue, type SentenceView } from './sentence.ts';

/**
 * Whether the figure stands beside a metric without being a value of it: by how much something moved or differs (增加了 500 万, 86,000
 * ahead of Llama), how far it is from a mark (离 10 亿还远), how sure another figure is (误差 3%), an average of its parts, the total
 * of several things (Qwen 和 Llama 加起来), or something of the writer's own (我们内网镜像上).
 */
export function isAside(view: SentenceView, figure: Figure): boolean {
  return (
    isOwn(view, figure) ||
    cuesIn(view, { start: view.span.start, end: figure.start }, 'recount').length > 0 ||
    isStep(view, figure) ||
    isDistance(view, figure) ||
    isBehind(view, figure, 'margin', 2) ||
    isBehind(view, figure, 'average', 12) ||
    isSum(view, figure)
  );
}

function isOwn(view: SentenceView, figure: Figure): boolean {
  const stretch: Span = { start: view.span.start, end: clauseSpan(view, figure.start).end };
  // A lab that is called 我们实验室 is known by that name.
  return cuesIn(view, stretch, 'own').some(
    (cue) => !view.names.some((name) => name.entity !== null && overlaps(name, cue)),
  );
}

/** A share that grew by so much is read by its metric; what is counted is not. */
function isStep(view: SentenceView, figure: Figure): boolean {
  if (figure.kind !== 'quantity' && figure.kind !== 'currency') return false;
  const before = view.text.slice(view.span.start, figure.outer.start);
  return isBehind(view, figure, 'step', 1) || MORE_THAN_ANOTHER.test(before);
}

/** 比 Llama 多 8.6 万个 */
const MORE_THAN_ANOTHER = /比[^,;。]{1,16}[多少高低](?:了|出)? ?$/;

function isDistance(view: SentenceView, figure: Figure): boolean {
  const before = view.text.slice(Math.max(view.span.start, figure.outer.start - 4), figure.outer.start);
  const behind = view.text.slice(Math.max(figure.end, figure.outer.end), view.span.end);
  return (/[离距](?:离|开)? ?$/.test(before) && /^.{0,8}[还差远]/.test(behind)) || SHORT_OF.test(behind);
}

const SHORT_OF = /^(?: [a-z]+){0,3} (?:ahead of|behind|short of|away from|off the mark)\b/i;

/** Whether a cue of the kind stands before the figure, at most so many code units away. */
function isBehind(view: SentenceView, figure: Figure, kind: CueKind, reach: number): boolean {
  const before: Span = {
    start: Math.max(clauseSpan(view, figure.start).start, figure.outer.start - reach - LONGEST_CUE),
    end: figure.outer.start,
  };
  return cuesIn(view, before, kind).some((cue) => figure.outer.start - cue.end <= reach);
}

const LONGEST_CUE = 24;

/** Of several that are joined (Qwen, Llama and DeepSeek together), the figure is that of none. */
function isSum(view: SentenceView, figure: Figure): boolean {
  const clause = clauseSpan(view, figure.start);
  const [cue] = cuesIn(view, clause, 'sum');
  if (cue === undefined) return false;
  const named = view.names.filter((name) => name.entity !== null && name.start < cue.start);
  return named.some((name, index) => {
    const next = named[index + 1];
    if (next === undefined || next.entity === name.entity) return false;
    const between = { start: name.end, end: next.start };
    return JOINED.test(view.text.slice(between.start, between.end)) && residue(view, between) <= 2;
  });
}

const JOINED = /^ ?(?:[,、&+和与及跟]|and\b|以及|还有) ?$/;
