import type { Figure } from './figure.ts';

/** What is only seen with two figures side by side: a unit shared across a list, and two bounds that make a range. */
export function joinFigures(text: string, figures: readonly Figure[]): Figure[] {
  const out: Figure[] = [];
  for (const figure of figures) {
    const last = out[out.length - 1];
    if (last === undefined) {
      out.push(figure);
      continue;
    }
    const gap = figure.outer.start - last.outer.end;
    const between = gap >= 0 && gap <= MAX_GAP ? text.slice(last.outer.end, figure.outer.start).trim() : null;
    const lends =
      between !== null && LIST_SIGNS.has(between) && !WHOLE_WORD.test(text.slice(figure.start, figure.end));
    const shared = lends ? withUnitOf(last, figure) : last;
    const joined = between !== null && PAIR_SIGNS.has(between) ? joinBounds(shared, figure) : null;
    out[out.length - 1] = joined ?? shared;
    if (joined === null) out.push(figure);
  }
  return out;
}

const MAX_GAP = 8;
const LIST_SIGNS = new Set(['和', '与', '及', '、', '或', '以及', 'and', 'or', ',', '/']);
const PAIR_SIGNS = new Set(['', '和', '并', '且', '并且', '而', '同时', '的同时', ',', '，', 'and', 'but']);

/** 翻了两番 and doubled are verbs: they have no unit to lend to a number before them. */
const WHOLE_WORD = /^(?:翻|doubl|tripl|quadrupl|quintupl)/i;

/** 5亿和7.5亿元: the first has the unit of the second. */
function withUnitOf(first: Figure, second: Figure): Figure {
  if (first.unit !== null || first.counter !== '' || second.unit === null || second.outOf !== null)
    return first;
  if (second.kind === 'rank' || second.kind === 'score') return first;
  return {
    ...first,
    unit: second.unit,
    kind: second.kind,
    counter: second.counter,
    per: first.per ?? second.per,
  };
}

/** 大于 20 并少于 30 is the range of both. */
function joinBounds(first: Figure, second: Figure): Figure | null {
  const rising = isLower(first) && isUpper(second);
  const falling = isUpper(first) && isLower(second);
  if (!rising && !falling) return null;
  if (first.unit !== null && second.unit !== null && first.unit !== second.unit) return null;
  if (first.form !== 'plain' || second.form !== 'plain') return null;
  const [bottom, top] = rising ? [first, second] : [second, first];
  if (!(bottom.low < top.high)) return null;
  const unit = second.unit === null ? first : second;
  return {
    ...unit,
    start: first.start,
    end: second.end,
    outer: { start: first.outer.start, end: second.outer.end },
    low: bottom.low,
    high: top.high,
    step: bottom.step,
    bound: 'range',
  };
}

const isLower = (figure: Figure): boolean => figure.bound === 'more-than' || figure.bound === 'at-least';
const isUpper = (figure: Figure): boolean => figure.bound === 'less-than' || figure.bound === 'at-most';
