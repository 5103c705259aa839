import type { Figure } from '../quantity/figure.ts';
import type { Span } from '../text/folded-text.ts';
import type { CueKind } from './cues.ts';
import { clauseSpan, contains, cuesIn, overlaps, residue, type SentenceView } from './sentence.ts';

/**
 * Whether the figure stands beside a metric without being a value of it: by how much something moved or differs (增加了 500 万, 86,000
 * ahead of Llama), how far it is from a mark (离 10 亿还远), how sure another figure is (误差 3%), an average of its parts, the total
 * of several things (Qwen 和 Llama 加起来), or something of the writer's own (我们内网镜像上).
 */
export function isAside(view: SentenceView, figure: Figure): boolean {
  return (
    isOwn(view, figure) ||
    cuesIn(view, { start: view.span.start, end: figure.start }, 'recount').length > 0 ||
    cuesIn(view, { start: figure.end, end: view.span.end }, 'left-out').length > 0 ||
    isStep(view, figure) ||
    isDistance(view, figure) ||
    isBehind(view, figure, 'margin', 2) ||
    isSum(view, figure)
  );
}

function isOwn(view: SentenceView, figure: Figure): boolean {
  if (OWN_PEOPLE.test(view.text.slice(view.span.start, figure.start))) return true;
  if (OWN_USE.test(view.text.slice(view.span.start, figure.start))) return true;
  if (OWN_BEHIND.test(view.text.slice(figure.end, clauseSpan(view, figure.start).end))) return true;
  const stretch: Span = { start: view.span.start, end: clauseSpan(view, figure.start).end };
  // A lab that is called 我们实验室 is known by that name.
  return cuesIn(view, stretch, 'own').some(
    (cue) => !view.names.some((name) => name.entity !== null && overlaps(name, cue)),
  );
}

/**
 * Among banks, 31 %; 只看政企客户，增速 45%: a part that nobody here knows, unless the words name whom or what the figure is about
 * (只看下载量, among Chinese open models).
 */
export function isRestricted(view: SentenceView, figure: Figure, metric: string): boolean {
  const before: Span = { start: view.span.start, end: figure.start };
  return cuesIn(view, before, 'restricted').some((cue) => {
    const clause = clauseSpan(view, cue.start);
    if (residue(view, { start: clause.start, end: cue.start }) > 0) return false;
    const part: Span = { start: cue.end, end: Math.min(clause.end, figure.outer.start) };
    if (view.text.slice(part.start, part.end).trim().length < LEAST_RESTRICTION) return false;
    return (
      !view.names.some((name) => name.entity !== null && contains(part, name)) &&
      !view.triggers.some((trigger) => trigger.id === metric && contains(part, trigger))
    );
  });
}

/** Characters that make a part of what is counted. */
const LEAST_RESTRICTION = 3;

/** Our consultants quoted: whoever is ours speaks of what is ours; our sources and our notes do not. */
const OWN_PEOPLE =
  /^["'“(\s]*(?:our|my) (?!(?:sources?|notes?|estimates?|analysis|reading|reckoning|count|understanding|view|guess|tables?|summary|figures?|research|reports?|favou?rite|next|first|last|second|take|friends in|source) ?)[a-z]+[^:;]*$/i;

/** 我用 Veo 生成了 8 秒的视频 */
const OWN_USE =
  /(?:我们?|咱们?)用 ?[^,，。;；]{1,16}?(?:生成|做|跑|写|剪|画|训练?|测|算|录|搭|传)了? ?(?:一[段个条])?$/;

/** Shaved 18% off our latency. */
const OWN_BEHIND =
  /^[^,;:.]{0,12}\b(?:off|of|in|at|on|from|for|across|among) (?:our|my) (?!(?:sources?|notes?|estimates?|view|opinion|reading|list|table|count|time|country)\b)[a-z]+/i;

/** A share that grew by so much is read by its metric; what is counted is not. */
function isStep(view: SentenceView, figure: Figure): boolean {
  if (figure.kind !== 'quantity' && figure.kind !== 'currency') return false;
  const before = view.text.slice(view.span.start, figure.outer.start);
  return isBehind(view, figure, 'step', 1) || MORE_THAN_ANOTHER.test(before);
}

/** 比 Llama 多 8.6 万个 */
const MORE_THAN_ANOTHER =
  /比[^,;。]{1,16}[多少高低](?:用|花|耗|卖|赚|收|拿|出)?(?:了|出)? ?$|\b(?:ahead of|behind) [^,;:.]{1,24} by (?:some |about |roughly |around |nearly |almost |over |more than )?$|\b(?:outnumber|outpac|outsell|outdo|beat|lead|led|trail|lag|top|surpass|exceed)(?:e?s|ed|ing)? [^,;:.]{1,40} by (?:some |about |roughly |around |nearly |almost |over |more than )?$/i;

function isDistance(view: SentenceView, figure: Figure): boolean {
  const before = view.text.slice(Math.max(view.span.start, figure.outer.start - 4), figure.outer.start);
  const behind = view.text.slice(Math.max(figure.end, figure.outer.end), view.span.end);
  return (/[离距](?:离|开)? ?$/.test(before) && /^.{0,8}[还差远]/.test(behind)) || SHORT_OF.test(behind);
}

const SHORT_OF =
  /^(?: [a-z]+){0,3} (?:ahead of|behind(?! (?:it|us|them|him|her)\b)|short of|away from|off the mark)\b/i;

/** 平均每家 3 套; but 平均每天 is how a metric is counted that is so much a day. */
export function isAverage(view: SentenceView, figure: Figure, metric: string): boolean {
  const before: Span = { start: clauseSpan(view, figure.start).start, end: figure.outer.start };
  const own = view.triggers.filter((trigger) => trigger.id === metric);
  return cuesIn(view, before, 'average').some(
    (cue) =>
      figure.outer.start - cue.end <= AVERAGE_REACH &&
      !own.some((trigger) => trigger.start <= cue.end + 2 && trigger.end >= cue.start - 2),
  );
}

const AVERAGE_REACH = 12;

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

const JOINED = /^ ?(?:[,、&+和与及跟]|and\b|plus\b|以及|还有|再?加上?) ?$/;
