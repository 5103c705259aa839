import { type Amount, type AmountTables, percentWord, scanAmount } from './amount.ts';
import { isDigit, lower, skipSpaces, wordsAt } from './chars.ts';
import { compare, type Decimal, shift } from './decimal.ts';
import type { Lexicon } from './lexicon.ts';
import type { Trigger } from './triggers.ts';
import type { Unit } from './units.ts';

/** Two amounts that are the ends of one range. */
export interface Ends {
  readonly bottom: Amount;
  readonly top: Amount;
  readonly end: number;
}

export interface RangeTables {
  readonly amounts: AmountTables;
  readonly triggers: Lexicon<Trigger>;
  readonly rangeSigns: Lexicon<string>;
}

/** What links the amount to one behind it: a range sign, or 和 and "and" where 之间 or between asks for them. */
export type Link =
  | { readonly kind: 'range'; readonly ends: Ends }
  | { readonly kind: 'chain'; readonly end: number }
  | null;

/**
 * Looks behind `first` for the other end of a range. `between` says that "between" stands before it. `chain` comes back for
 * digits and hyphens that are a telephone number or another identifier.
 */
export function readRange(tables: RangeTables, text: string, first: Amount, between: boolean): Link {
  const behind = skipNote(text, first.end);
  const place = skipSpaces(text, behind);
  const sign = tables.rangeSigns.match(text, place);
  if (sign !== null) {
    const hyphen = sign.end - place === 1 && (sign.value === '-' || sign.value === '−' || sign.value === '–');
    const start = skipSpaces(text, sign.end);
    if (hyphen) {
      const chain =
        first.unit === null && first.style === 'arabic' && place === first.end
          ? chainEnd(text, first.start)
          : 0;
      if (chain > 0) return { kind: 'chain', end: chain };
      if (place > behind !== start > sign.end) return null;
    }
    return secondEnd(tables, text, first, start);
  }
  const joint = jointEnd(text, place);
  if (joint < 0) return null;
  const link = secondEnd(tables, text, first, skipSpaces(text, joint));
  if (link === null || link.kind !== 'range') return null;
  const after = skipSpaces(text, link.ends.end);
  if (text.startsWith('之间', after)) return { kind: 'range', ends: { ...link.ends, end: after + 2 } };
  return between ? link : null;
}

const LETTER_A = 97;

function jointEnd(text: string, at: number): number {
  if (text[at] === '和' || text[at] === '与') return at + 1;
  if (lower(text.charCodeAt(at)) === LETTER_A && /^and\s/i.test(text.slice(at, at + 4))) return at + 3;
  return -1;
}

const noteAt = wordsAt(['(含)', '（含）', '(不含)', '（不含）']);

/** 1万(含)-5万元 */
function skipNote(text: string, at: number): number {
  return at + (noteAt(text, at)?.length ?? 0);
}

/** End of a chain of three or more digit groups with hyphens (400-610-6000), or 0. */
function chainEnd(text: string, start: number): number {
  let i = start;
  let groups = 0;
  for (;;) {
    const from = i;
    while (isDigit(text.charCodeAt(i))) i++;
    if (i === from) return 0;
    groups++;
    if (text[i] !== '-' || !isDigit(text.charCodeAt(i + 1))) return groups >= 3 ? i : 0;
    i++;
  }
}

function secondEnd(tables: RangeTables, text: string, first: Amount, at: number): Link {
  if (first.over?.as === 'score' || first.over?.as === 'ratio') return null;
  let start = at;
  let prefix: Unit | null = null;
  const word = tables.triggers.match(text, at);
  if (word?.value.kind === 'currency') {
    prefix = word.value.unit;
    start = skipSpaces(text, word.end);
  }
  if (prefix === null && first.role === 'unit' && first.unit?.kind === 'currency' && first.end > at)
    return null;
  const second = scanAmount(tables.amounts, text, start, prefix);
  if (second === null || second.name || second.form !== 'plain' || second.high !== null) return null;
  if (second.implicit && percentWord(text, start) === null) return null;
  return paired(first, second);
}

function paired(first: Amount, second: Amount): Link {
  if (first.form !== 'plain' || first.high !== null || (first.over === null) !== (second.over === null))
    return null;
  if (first.over !== null) return null;
  const shareable = first.unit === null || first.unit === second.unit || isPrefixed(first, second);
  if (!shareable) {
    if (second.unit !== null || first.role !== 'unit' || first.unit === null || first.unit.kind !== 'percent')
      return null;
  }
  const low = sharedScale(first, second);
  if (compare(low, second.low) >= 0) return null;
  const unit = second.unit ?? first.unit;
  const counter = second.counter === '' ? first.counter : second.counter;
  const role = second.role ?? first.role;
  const scaled = low !== first.low;
  const bottom = { ...first, low, unit, counter, role, scale: scaled ? second.scale : first.scale };
  return { kind: 'range', ends: { bottom, top: { ...second, unit, counter, role }, end: second.end } };
}

/** $4–7 billion, ¥40–70 亿: the currency stands in front of both. */
function isPrefixed(first: Amount, second: Amount): boolean {
  return first.unit?.kind === 'currency' && second.unit === null && first.end === first.numberEnd;
}

/** 两到三万: a lower end without scale words has those of the upper one, when it is below what stands before them. */
function sharedScale(first: Amount, second: Amount): Decimal {
  if (first.scale > 0 || second.scale === 0) return first.low;
  if (first.unit !== null && !isPrefixed(first, second)) return first.low;
  const head = shift(second.low, -second.scale);
  return compare(first.low, head) < 0 ? shift(first.low, second.scale) : first.low;
}
