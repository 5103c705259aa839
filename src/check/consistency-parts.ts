import { disjoint, endsBefore, statedSet } from '../factbase/interval.ts';
import type { Figure } from '../quantity/figure.ts';
import { amountText, countedSet, isWholeCount, only, rounded, sumOf } from './arithmetic.ts';
import * as words from './consistency-words.ts';
import { type Clash, type SentenceCase, withoutTimes, written } from './relation.ts';

const MOVES: ReadonlySet<string> = new Set(['rise', 'fall']);

/** Parts of a total that the sentence names: 三个仓库共 90 个：文本 50 个、图像 30 个、语音 20 个. */
export function totalClashes(c: SentenceCase): readonly Clash[] {
  const { figures } = c.view;
  return figures.flatMap((total, i): Clash[] => {
    if (total.kind !== 'quantity' && total.kind !== 'currency') return [];
    return [
      ...listBehind(c, total, figures.slice(i + 1)),
      ...listBefore(c, total, figures.slice(0, i)),
      ...subsetBehind(c, total, figures[i + 1]),
    ];
  });
}

/** Total first, then a list that goes on to the end of its bracket or of the sentence. */
function listBehind(c: SentenceCase, total: Figure, behind: readonly Figure[]): readonly Clash[] {
  const { view } = c;
  const { text } = view;
  const rest = text.slice(total.end, view.span.end);
  const isTotal =
    words.TOTAL_BEFORE.test(text.slice(view.span.start, total.start)) ||
    words.TOTAL_BEHIND.test(opening(rest));
  const opens = words.LIST_OPENS.exec(rest);
  if (!isTotal || opens === null) return [];
  const from = total.end + opens[0].length;
  const closes = opens[0].endsWith('(') ? text.indexOf(')', from) : -1;
  const to = closes === -1 ? view.span.end : closes;
  const parts = behind.filter((figure) => figure.start >= from && figure.end <= to);
  if (!isPlainList(c, parts, from, to)) return [];
  const head = text.slice(view.span.start, total.start) + opens[0];
  return clashOf(c, total, parts, words.COUNTS_PARTS.test(head));
}

/** The text up to the first mark that opens a list. */
function opening(rest: string): string {
  return /^[^:(,]*/.exec(rest)?.[0] ?? '';
}

/** Parts first, then what they add up to. */
function listBefore(c: SentenceCase, total: Figure, before: readonly Figure[]): readonly Clash[] {
  const { view } = c;
  const last = before.at(-1);
  if (last === undefined) return [];
  const sums = words.SUMS_UP.exec(withoutTimes(view, last.end, total.start));
  const behind = words.TOTAL_BEHIND.test(opening(view.text.slice(total.end, view.span.end)));
  const joins =
    behind && /^[^,;:()\d]{0,12}[,;]\s*(?:or|for)?\s*$/.test(view.text.slice(last.end, total.start));
  if (sums === null && !joins) return [];
  const first = before.findLastIndex((figure) => !addsTo(figure, total));
  const parts = before.slice(first + 1);
  const [head] = parts;
  if (head === undefined) return [];
  const from = Math.max(view.span.start, before[first]?.end ?? 0);
  if (!isPlainList(c, parts, from, last.end)) return [];
  return clashOf(c, total, parts, sums?.[1] !== undefined);
}

/** Each part has an entry of its own, and nothing says that some are left out, overlap, or are compared. */
function isPlainList(c: SentenceCase, parts: readonly Figure[], from: number, to: number): boolean {
  const { view } = c;
  if (parts.length < 2 || view.figures.some((figure) => inside(figure, from, to) && !parts.includes(figure)))
    return false;
  if (view.times.some((time) => inside(time, from, to))) return false;
  if (view.cues.some((cue) => inside(cue, from, to) && MOVES.has(cue.cue))) return false;
  if (parts.some((part) => part.bound !== 'exact' || part.per !== null)) return false;
  const stretch = blank(view.text.slice(from, to), parts, from);
  if (words.OPEN_LIST.test(stretch) || /[()\uFFFC]/.test(stretch)) return false;
  const entries = stretch.split(/[、,;]|和|及|与|以及|\band\b/).filter((entry) => /[^\s.。]/.test(entry));
  return entries.length === parts.length && entries.every((entry) => entry.split('#').length === 2);
}

/** The text with a `#` for each part, so that its own words are told from theirs. */
function blank(text: string, parts: readonly Figure[], from: number): string {
  let out = '';
  let at = 0;
  for (const part of parts) {
    out += `${text.slice(at, part.start - from)}#`;
    at = part.end - from;
  }
  return out + text.slice(at);
}

function inside(span: { readonly start: number; readonly end: number }, from: number, to: number): boolean {
  return span.start >= from && span.end <= to;
}

function addsTo(part: Figure, total: Figure): boolean {
  if (part.kind !== 'quantity' && part.kind !== total.kind) return false;
  if (part.per !== total.per) return false;
  if (part.unit !== null && part.unit !== total.unit) return false;
  return part.counter === '' || part.counter === total.counter;
}

function clashOf(
  c: SentenceCase,
  total: Figure,
  parts: readonly Figure[],
  isComplete: boolean,
): readonly Clash[] {
  if (!parts.every((part) => addsTo(part, total))) return [];
  const isExact = [total, ...parts].every(isWholeCount);
  const whole = isExact ? only(total.low) : statedSet(total);
  const sum = sumOf(parts.map(isExact ? countedSet : (part) => statedSet(part)));
  if (!disjoint(sum, whole)) return [];
  // Fewer than the total may be all that were worth naming.
  if (endsBefore(sum, whole) && !isComplete) return [];
  const is = amountText(parts.reduce((amount, part) => amount + part.low, 0));
  const values = { parts: parts.map((part) => written(c.view, part)).join(' + '), is };
  return [
    {
      at: total,
      with: parts,
      message: { key: 'inconsistent.total', values: { ...values, claimed: written(c.view, total) } },
    },
  ];
}

/** 共 90 个，其中文本 120 个: a part is no larger than its whole. */
function subsetBehind(c: SentenceCase, total: Figure, part: Figure | undefined): readonly Clash[] {
  if (part === undefined || part.counter !== total.counter || part.unit !== total.unit) return [];
  if (total.bound !== 'exact' || part.bound !== 'exact' || part.per !== total.per) return [];
  const { text, span } = c.view;
  if (!words.SUBSET_OPENS.test(withoutTimes(c.view, total.end, part.start))) return [];
  if (!words.TOTAL_BEFORE.test(text.slice(span.start, total.start)) && total.unit === null) return [];
  if (!endsBefore(statedSet(total), statedSet(part))) return [];
  const values = { part: written(c.view, part), claimed: written(c.view, total) };
  return [{ at: part, with: [total], message: { key: 'inconsistent.subset', values } }];
}

/** Shares that are said to be all of one whole: A 占 50%，B 占 40%，其余 30%. */
export function shareClashes(c: SentenceCase): readonly Clash[] {
  const { view } = c;
  const { text, span } = view;
  const shares = view.figures.filter((figure) => figure.kind === 'percent');
  const last = shares.at(-1);
  const sentence = text.slice(span.start, span.end);
  if (last === undefined || shares.length < 2 || shares.length > 12) return [];
  if (words.NOT_ONE_WHOLE.test(sentence) || shares.some((figure) => figure.bound !== 'exact')) return [];
  if (
    view.cues.some((cue) => MOVES.has(cue.cue) && !/\bma[dk]es? $/i.test(text.slice(span.start, cue.start)))
  )
    return [];
  if (new Set(view.times.map((time) => text.slice(time.start, time.end))).size > 1) return [];
  if (!words.SHARE_WORD.test(sentence)) return [];
  const before = text.slice(shares.at(-2)?.end ?? span.start, last.start);
  const namesRest = words.REST_BEFORE.test(before) || words.REST_BEHIND.test(text.slice(last.end, span.end));
  if (!namesRest && !words.WHOLE_DIVIDED.test(sentence)) return [];
  const sum = sumOf(shares.map((share) => statedSet(share)));
  if (!disjoint(sum, only(100)) || (sum.high < 100 && !namesRest)) return [];
  const is = rounded(shares.reduce((amount, share) => amount + share.low, 0));
  const values = { parts: shares.map((share) => written(view, share)).join(' + '), is };
  return [{ at: last, with: shares.slice(0, -1), message: { key: 'inconsistent.shares', values } }];
}
