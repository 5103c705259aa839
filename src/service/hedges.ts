import type { Bound } from '../quantity/figure.ts';
import type { Span } from '../text/folded-text.ts';

/** Words in front of a figure that limit it, as a note has them. */
export interface Hedge extends Span {
  readonly text: string;
  readonly bound: Bound;
}

const BEFORE: readonly (readonly [RegExp, Bound])[] = [
  [/(?:不超过|不超過|至多|最多|at most|up to|no more than)\s?$/i, 'at-most'],
  [/(?:不少于|不少於|不低于|不低於|至少|at least|no less than|no fewer than)\s?$/i, 'at-least'],
  [
    /(?:突破|超过|超過|超出|超|逾|高于|高於|more than|over|exceed(?:s|ed|ing)|surpass(?:es|ed)|pass(?:es|ed|ing)|topp(?:ed|ing)|tops|>)\s?$/i,
    'more-than',
  ],
  [/(?:约为|約為|大约|大約|约|約|about|around|roughly|approximately|~|≈)\s?$/i, 'about'],
  [/(?:接近|将近|將近|近|nearly|almost|close to)\s?$/i, 'nearly'],
  [/(?:不到|不足|低于|低於|less than|under|fewer than|below|<)\s?$/i, 'less-than'],
];

/** The hedge that stands right before the offset; null for none. */
export function hedgeBefore(text: string, offset: number): Hedge | null {
  const before = text.slice(Math.max(0, offset - 24), offset);
  for (const [pattern, bound] of BEFORE) {
    const found = pattern.exec(before)?.[0];
    if (found !== undefined) return { text: found, bound, start: offset - found.length, end: offset };
  }
  return null;
}

const BEHIND: readonly (readonly [RegExp, Bound])[] = [
  [/^\s?(?:以上|or more|\+)/, 'at-least'],
  [/^\s?(?:以下|以内|以內|or less|or fewer)/, 'at-most'],
  [/^\s?(?:左右|上下|or so)/, 'about'],
];

/** The hedge that stands right behind a figure's unit; null for none. */
export function hedgeBehind(text: string, offset: number): Hedge | null {
  const behind = text.slice(offset, offset + 10);
  for (const [pattern, bound] of BEHIND) {
    const found = pattern.exec(behind)?.[0];
    if (found !== undefined) return { text: found, bound, start: offset, end: offset + found.length };
  }
  return null;
}
