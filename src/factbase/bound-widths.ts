import type { Bound, FigureForm } from '../quantity/figure.ts';

/**
 * One end of the set that a figure stands for: `steps` place values of its last digit, and `share` of its amount, away from it.
 * `cap` is the share that `steps` may not exceed. An `open` end does not belong to the set.
 */
export interface EdgeRule {
  readonly steps: number;
  readonly share: number;
  readonly cap: number;
  readonly open: boolean;
}

/** Null means without limit. */
export interface SetRule {
  readonly low: EdgeRule | null;
  readonly high: EdgeRule | null;
}

export interface BoundRule {
  /** What a reader takes the words to mean. */
  readonly stated: SetRule;
  /** What they strictly say. */
  readonly logical: SetRule;
}

const NO_CAP = Number.POSITIVE_INFINITY;
const here = (open: 'open' | 'closed'): EdgeRule => ({
  steps: 0,
  share: 0,
  cap: NO_CAP,
  open: open === 'open',
});
const steps = (count: number, open: 'open' | 'closed', cap = NO_CAP): EdgeRule => ({
  steps: count,
  share: 0,
  cap,
  open: open === 'open',
});
const share = (part: number, open: 'open' | 'closed'): EdgeRule => ({
  steps: 0,
  share: part,
  cap: NO_CAP,
  open: open === 'open',
});
const same = (rule: SetRule): BoundRule => ({ stated: rule, logical: rule });

/** How far the words around a number let its value be; the design's table of words and sets, row by row. */
export const BOUND_RULES: Readonly<Record<Bound, BoundRule>> = {
  // 为, 达, 是, none: half a place value either way, but a round 6 亿 is not anything from 5.5 to 6.5 亿.
  exact: same({ low: steps(-0.5, 'closed', 0.05), high: steps(0.5, 'open', 0.05) }),
  // 约, 大约, 左右, 上下, about, around
  about: same({ low: share(-0.1, 'closed'), high: share(0.1, 'closed') }),
  // 近, 将近, 接近, nearly, almost
  nearly: same({ low: share(-0.1, 'closed'), high: here('open') }),
  // 超, 逾, 突破, over, more than
  'more-than': {
    stated: { low: here('open'), high: steps(1, 'open') },
    logical: { low: here('open'), high: null },
  },
  // 以上, 至少, 不低于, at least
  'at-least': {
    stated: { low: here('closed'), high: steps(1, 'open') },
    logical: { low: here('closed'), high: null },
  },
  // 不到, 不足, under, fewer than
  'less-than': {
    stated: { low: steps(-1, 'open'), high: here('open') },
    logical: { low: null, high: here('open') },
  },
  // 以下, 以内, 至多, 不超过, at most, up to
  'at-most': {
    stated: { low: steps(-1, 'open'), high: here('closed') },
    logical: { low: null, high: here('closed') },
  },
  // a 至 b, between a and b
  range: same({ low: steps(-0.5, 'closed'), high: steps(0.5, 'open') }),
};

/** Spellings that say more than the bound does. `plain` leaves it to the bound. */
export const FORM_RULES: Readonly<Record<Exclude<FigureForm, 'plain'>, BoundRule>> = {
  // 300 多, 700 余
  surplus: same({ low: here('open'), high: steps(1, 'open') }),
  // 数千万, 几十, tens of millions: the figure has both ends already.
  several: same({ low: here('closed'), high: here('open') }),
  // 上百, 上亿, 成千上万
  order: {
    stated: { low: here('closed'), high: share(9, 'open') },
    logical: { low: here('closed'), high: null },
  },
};
