import { clauseSpan } from '../claims/sentence.ts';
import { disjoint, type FigureLike, type Interval, statedSet } from '../factbase/interval.ts';
import type { Figure } from '../quantity/figure.ts';
import { amountText, difference, endsOf, quotient, rounded, shifted, workedOutSet } from './arithmetic.ts';
import * as words from './consistency-words.ts';
import type { Message } from './message.ts';
import { type Clash, inUnitOfFigure, type SentenceCase, withoutTimes, written } from './relation.ts';

/** Where something rose or fell from, and where to. */
interface Course {
  /** All ways to read the first end: 从 200 涨到 600 万 may start at 200 or at 200 万. */
  readonly from: readonly FigureLike[];
  readonly to: FigureLike;
  readonly isShare: boolean;
  readonly figures: readonly Figure[];
  readonly fromText: string;
  readonly toText: string;
}

/** From a to b, against the multiple, the share, the percentage points or the amount by which that is said to be a change. */
export function changeClashes(c: SentenceCase): readonly Clash[] {
  return coursesOf(c).flatMap((course) =>
    changesOf(c, course).flatMap(({ figure, up }): Clash[] => {
      const message = refute(c, course, figure, up);
      return message === null ? [] : [{ at: figure, with: course.figures, message }];
    }),
  );
}

function coursesOf(c: SentenceCase): readonly Course[] {
  const { figures, text } = c.view;
  const out: Course[] = [];
  figures.forEach((figure, i) => {
    if (figure.bound === 'range' && words.FROM.test(leadOf(c, figure))) {
      const [from, to] = endsOf(figure);
      const [fromText = '', toText = ''] = written(c.view, figure).split(/\s*(?:至|到|-|—|–|~|\bto\b)\s*/);
      out.push({ from: [from], to, isShare: isShare(figure), figures: [figure], fromText, toText });
      return;
    }
    const next = figures[i + 1];
    if (next === undefined) return;
    const between = withoutTimes(c.view, figure.end, next.start);
    if (words.FROM.test(leadOf(c, figure)) && words.TO.test(between)) add(figure, next);
    else if (words.TO_FIRST.test(leadOf(c, figure)) && words.FROM_BEHIND.test(between)) add(next, figure);
  });
  return out;

  function add(from: Figure, to: Figure): void {
    const start = inUnitOfFigure(from, to, c.units);
    if (start === null || (from.unit === null && SHARES.has(to.kind) !== SHARES.has(from.kind))) return;
    out.push({
      from: firstEnds(text, from, to, start),
      to,
      isShare: isShare(to),
      figures: [from, to],
      fromText: written(c.view, from),
      toText: written(c.view, to),
    });
  }
}

function leadOf(c: SentenceCase, figure: Figure): string {
  return withoutTimes(c.view, Math.max(c.view.span.start, figure.start - 40), figure.start);
}

const SHARES: ReadonlySet<string> = new Set(['percent', 'points', 'multiple', 'ratio', 'score', 'rank']);
const BARE = /^[\d.,]+$/;

function firstEnds(text: string, from: Figure, to: Figure, start: FigureLike): readonly FigureLike[] {
  const digits = /^[\d,.]*\d/.exec(text.slice(to.start, to.end))?.[0];
  if (digits === undefined || !BARE.test(text.slice(from.start, from.end))) return [start];
  const scale = to.low / Number(digits.replaceAll(',', ''));
  if (!Number.isFinite(scale) || scale === 1) return [start];
  // What is meant is most likely the scale of both, so that one is named.
  return [{ ...start, low: start.low * scale, high: start.high * scale, step: start.step * scale }, start];
}

function isShare(figure: Figure): boolean {
  return figure.kind === 'percent';
}

interface Change {
  readonly figure: Figure;
  readonly up: boolean | null;
}

const CHANGES: ReadonlySet<string> = new Set([
  'percent',
  'points',
  'multiple',
  'ratio',
  'quantity',
  'currency',
]);

/** The figures that say by how much the course rose or fell: those behind it, and one right before it. */
function changesOf(c: SentenceCase, course: Course): readonly Change[] {
  const { view } = c;
  const start = Math.min(...course.figures.map((figure) => figure.start));
  const end = Math.max(...course.figures.map((figure) => figure.end));
  return view.figures.flatMap((figure): Change[] => {
    if (course.figures.includes(figure) || !CHANGES.has(figure.kind) || figure.per !== null) return [];
    if (figure.bound === 'range') return [];
    const isBehind = figure.start >= end;
    const stretch = isBehind ? view.text.slice(end, figure.start) : view.text.slice(figure.end, start);
    if (
      words.OTHER_BASE.test(
        view.text.slice(Math.min(start, figure.start) - 12, Math.max(end, figure.end) + 16),
      )
    )
      return [];
    if (view.figures.some((other) => isFrom(c, other) && other.start > end && other.start < figure.start))
      return [];
    const up = isBehind ? directionBehind(c, figure, end) : directionBefore(c, figure, stretch);
    if (up === undefined) return [];
    if (up === null && figure.kind !== 'multiple') return [];
    return [{ figure, up }];
  });
}

function isFrom(c: SentenceCase, figure: Figure): boolean {
  return words.FROM.test(leadOf(c, figure));
}

/** True for a rise, false for a fall, null when the words leave it open, undefined when they make no change of the figure. */
function directionBehind(c: SentenceCase, figure: Figure, courseEnd: number): boolean | null | undefined {
  const { view } = c;
  const clause = clauseSpan(view, figure.start);
  const lead = withoutTimes(view, Math.max(clause.start, courseEnd), figure.start);
  const tail = view.text.slice(figure.end, clauseSpan(view, figure.end).end);
  if (!words.SHORT_TAIL.test(tail)) return undefined;
  const led = words.CHANGE_LEAD.find(({ pattern }) => pattern.test(lead));
  if (led !== undefined) return led.up;
  if (figure.kind === 'multiple' && words.AS_MANY.test(lead)) return null;
  if (!words.LIGHT_LEAD.test(lead)) return undefined;
  const text = written(view, figure);
  if (words.UP_INSIDE.test(text)) return true;
  if (words.DOWN_INSIDE.test(text)) return false;
  return words.NOUN_BEHIND.find(({ pattern }) => pattern.test(tail))?.up;
}

function directionBefore(c: SentenceCase, figure: Figure, gap: string): boolean | undefined {
  if (!words.JOINS_COURSE.test(gap) || gap.length > 24) return undefined;
  const text = written(c.view, figure);
  if (words.UP_INSIDE.test(text)) return true;
  if (words.DOWN_INSIDE.test(text)) return false;
  const lead = leadOf(c, figure);
  return (words.CHANGE_BEFORE.find(({ pattern }) => pattern.test(lead)) ?? nounBehind(gap))?.up;
}

function nounBehind(gap: string): { readonly up: boolean } | undefined {
  return words.NOUN_BEHIND.find(({ pattern }) => pattern.test(gap));
}

/** What is wrong with the change; null when any reading of its words and of the course holds. */
function refute(c: SentenceCase, course: Course, figure: Figure, up: boolean | null): Message | null {
  const nominal = course.from[0];
  if (nominal === undefined) return null;
  const rises = course.to.low > nominal.low;
  // Another direction than that of the course: the words speak of something else.
  if (up !== null && rises !== up) return null;
  const claimed = workedOutSet(figure);
  const refuted = course.from.every((from) =>
    readings(c, course, from, figure).every((set) => disjoint(set, claimed)),
  );
  if (!refuted || readings(c, course, nominal, figure).length === 0) return null;
  const values = { from: course.fromText, to: course.toText, claimed: written(c.view, figure) };
  const gap = Math.abs(course.to.low - nominal.low);
  switch (figure.kind) {
    case 'points':
      return { key: 'inconsistent.points', values: { ...values, is: rounded(gap) } };
    case 'percent':
    case 'ratio':
      return {
        key: 'inconsistent.percent',
        values: { ...values, is: rounded((100 * gap) / nominal.low, 3) },
      };
    case 'multiple': {
      const ratio = rises ? course.to.low / nominal.low : nominal.low / course.to.low;
      return { key: 'inconsistent.multiple', values: { ...values, is: rounded(ratio, 3) } };
    }
    default:
      return { key: 'inconsistent.difference', values: { ...values, is: amountText(gap) } };
  }
}

/** The values that the change may have, by each reading of its kind; in its own unit. */
function readings(c: SentenceCase, course: Course, from: FigureLike, figure: Figure): readonly Interval[] {
  const a = statedSet(from);
  const b = statedSet(course.to);
  const rises = course.to.low > from.low;
  const [more, less] = rises ? [b, a] : [a, b];
  const gap = difference(more, less);
  const ratio = quotient(b, a);
  const times = quotient(more, less);
  if (ratio === null || times === null) return [];
  const part = shifted(rises ? shifted(ratio, -1) : shifted(ratio, -1, -1), 0);
  switch (figure.kind) {
    case 'points': {
      const scale = figure.unit === null ? null : c.units.convert(1, 'points', figure.unit);
      return course.isShare && scale !== null ? [shifted(gap, 0, scale)] : [];
    }
    // Grown by or to so many per cent; of shares, many write per cent for points.
    case 'percent':
      return [shifted(part, 0, 100), shifted(ratio, 0, 100), ...(course.isShare ? [gap] : [])];
    case 'ratio':
      return [part, ratio];
    // Grown by or to so many times; fallen likewise, however ill that is said.
    case 'multiple':
      return [times, shifted(times, -1), part];
    default: {
      const other = course.figures.at(-1);
      const same = other === undefined ? null : inUnitOfFigure(figure, other, c.units);
      return same === figure && !course.isShare && figure.unit === (other?.unit ?? null) ? [gap] : [];
    }
  }
}
