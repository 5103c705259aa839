import type { Metric } from '../factbase/model.ts';
import type { Figure } from '../quantity/figure.ts';
import type { Span } from '../text/folded-text.ts';
import { clauseSpan, contains, cuesIn, type SentenceView } from './sentence.ts';

/**
 * Whether the figure counts a part of what the metric counts: the metric's own words are where the part is found (讯飞的合作医院里，三甲只有
 * 600 家; of Qwen's derivatives, 41,000 are adapters; 700 EFLOPS of China's computing power). Shares are parts by nature.
 */
export function isPartOf(view: SentenceView, figure: Figure, metric: Metric, subject: Span | null): boolean {
  if (metric.members || !COUNTED.has(metric.dimension)) return false;
  const own = view.triggers.filter((trigger) => trigger.id === metric.id);
  return own.some((trigger) => isPlace(view, trigger, figure)) || isOutOf(view, figure, own, subject);
}

/** Rose by 30 %, 提高了 30%: by how much a share moved, not how much it is. */
export function isMove(view: SentenceView, figure: Figure, metric: Metric): boolean {
  if (figure.kind !== 'percent' || metric.class === 'growth' || metric.complement !== undefined) return false;
  const before: Span = { start: clauseSpan(view, figure.start).start, end: figure.outer.start };
  const ends = cuesIn(view, before, 'changed-to');
  return cuesIn(view, before, 'rise', 'fall').some(
    (cue) =>
      MOVED.test(view.text.slice(cue.end, figure.outer.start)) &&
      !PHRASAL.test(view.text.slice(before.start, cue.end)) &&
      !ends.some((end) => end.end === cue.end) &&
      // Production made up 19.9 %: "up" is a part of the words that say a share.
      !view.triggers.some((trigger) => trigger.id === metric.id && contains(trigger, cue)),
  );
}

/** Soak up and take up are no rise. */
const PHRASAL =
  /\b(?:soak|ma[dk]e|take|took|eat|ate|use[ds]?|gobble|swallow|snap|mop|hoover)(?:s|ed|ing)? up$/i;

const MOVED = /^(?:了|[约近超逾]| ?by| of| ?(?:about|around|roughly|nearly|some|over))*\s*$/i;

/** Dimensions of what is counted, and of what adds up: a data set holds its hours, they are no part of it. */
const COUNTED: ReadonlySet<string> = new Set([
  'items',
  'people',
  'times',
  'tokens',
  'money',
  'compute',
  'energy',
]);

/** 合作医院里, 日活用户当中: what is counted is made a place, and the figure stands behind it. */
function isPlace(view: SentenceView, counted: Span, figure: Figure): boolean {
  if (counted.end > figure.start) return false;
  return INSIDE.test(view.text.slice(counted.end, Math.min(figure.outer.start, counted.end + 6)));
}

const INSIDE = /^(?:数|量)?[的 ]?(?:里|当中|之中|里头|里面|中(?![国文型小央级等位间]))/;

/** Of Qwen's derivatives on Hugging Face, 41,000 …; 41,000 of Qwen's derivatives: the figure is taken out of them. */
function isOutOf(view: SentenceView, figure: Figure, own: readonly Span[], subject: Span | null): boolean {
  if (subject === null) return false;
  const { text } = view;
  const whole = own.find(
    (trigger) => trigger.start >= subject.end && trigger.start - subject.end <= POSSESSED,
  );
  if (whole === undefined) return false;
  if (subject.start >= figure.end) return /^ of (?:the |all )?$/i.test(text.slice(figure.end, subject.start));
  const before: Span = { start: view.span.start, end: figure.start };
  return contains(before, whole) && OUT_OF.test(text.slice(view.span.start, subject.start));
}

const OUT_OF =
  /(?:^|[,;:] |\b(?:and|but|that) )(?:of|out of|among|amongst) (?:the |all )?(?:[\d,.]+ |many )?$/i;
/** What is had stands this close behind whose it is: Qwen's open derivatives. */
const POSSESSED = 16;
