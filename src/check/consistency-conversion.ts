import { disjoint, statedSet } from '../factbase/interval.ts';
import type { Figure } from '../quantity/figure.ts';
import { slipOf } from './amount.ts';
import { amountText, shifted } from './arithmetic.ts';
import * as words from './consistency-words.ts';
import { type Clash, inUnitOfFigure, type SentenceCase, written } from './relation.ts';

/** A figure and the same amount again: 3 亿条记录（3 billion rows）. Amounts in two currencies cannot be told apart from their rate. */
export function conversionClashes(c: SentenceCase): readonly Clash[] {
  const { view } = c;
  return view.figures.flatMap((first, i): Clash[] => {
    const second = view.figures[i + 1];
    if (second === undefined || !isSameAgain(c, first, second)) return [];
    const values = {
      other: written(view, first),
      claimed: written(view, second),
      is: amountText(first.low),
      against: amountText(second.low),
    };
    return [{ at: second, with: [first], message: { key: 'inconsistent.conversion', values } }];
  });
}

const COMPARABLE: ReadonlySet<string> = new Set(['quantity', 'currency']);

function isSameAgain(c: SentenceCase, first: Figure, second: Figure): boolean {
  if (!COMPARABLE.has(first.kind) || first.kind !== second.kind) return false;
  if (first.bound === 'range' || second.bound === 'range' || first.per !== second.per) return false;
  const { text } = c.view;
  const between = text.slice(first.end, second.start);
  const behind = text.slice(second.end, c.view.span.end);
  const isBracketed = between.includes('(');
  const isSaid = words.CONVERTS.test(between);
  if (!isSaid && !words.IN_BRACKETS.test(between)) return false;
  if (isBracketed ? !words.BRACKET_CLOSES.test(behind) : !words.ENDS.test(behind)) return false;
  if (isOtherUnit(first, second)) return convertedWrong(c, first, second);
  if (!comparesCounts(c, first, second)) return false;
  const apart = disjoint(statedSet(first), statedSet(second));
  if (!apart) return false;
  if (isSaid && isBracketed) return true;
  // Without a word for it, only the same digits in the other language make a conversion, and then the scale is wrong.
  return isBracketed && script(c, first) !== script(c, second) && slipOf(first.low, second.low) !== 0;
}

function isOtherUnit(first: Figure, second: Figure): boolean {
  return first.unit !== null && second.unit !== null && first.unit !== second.unit;
}

/** Counts count alike in both languages, whatever their counters are called (条, rows). */
function comparesCounts(c: SentenceCase, first: Figure, second: Figure): boolean {
  const [a, b] = [dimension(c, first), dimension(c, second)];
  return a === b || a === undefined || b === undefined;
}

function dimension(c: SentenceCase, figure: Figure): string | undefined {
  return figure.unit === null ? undefined : c.units.dimensionOf(figure.unit);
}

const BINARY = 1024 / 1000;

/** Two units of one dimension, such as GB and TB, that differ by more than 1024 does from 1000. */
function convertedWrong(c: SentenceCase, first: Figure, second: Figure): boolean {
  if (dimension(c, first) === 'time') return false;
  const other = inUnitOfFigure(first, second, c.units);
  if (other === null) return false;
  return [-3, -2, -1, 0, 1, 2, 3].every((power) =>
    disjoint(shifted(statedSet(other), 0, BINARY ** power), statedSet(second)),
  );
}

function script(c: SentenceCase, figure: Figure): 'zh' | 'en' | 'none' {
  const text = written(c.view, figure);
  if (/[\u4e00-\u9fff]/.test(text)) return 'zh';
  return /[a-z]/i.test(text) ? 'en' : 'none';
}
