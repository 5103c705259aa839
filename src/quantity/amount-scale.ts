import { type AmountTables, type Draft, isHyphenated, makeName, raise } from './amount-draft.ts';
import { scanDigits } from './arabic.ts';
import { isAlphanumeric, isHan, isLetter, lower, skipSpaces } from './chars.ts';
import { add, decimal } from './decimal.ts';
import { scaleWord } from './english.ts';
import type { Unit } from './units.ts';

const LETTER_SCALES: Readonly<Record<string, number>> = {
  k: 3,
  K: 3,
  M: 6,
  m: 6,
  mn: 6,
  MM: 6,
  B: 9,
  b: 9,
  bn: 9,
  Bn: 9,
  BN: 9,
  T: 12,
  t: 12,
  tn: 12,
  w: 4,
  W: 4,
};

export const PLUS = 43;
const SPACE = 32;
const LETTER_A = 97;

/**
 * A comma parts two amounts when each side has the same currency, in front and in Chinese behind: $20，300美圆. Folding makes
 * the full-width comma a narrow one, so the two currencies are what tells.
 */
export function cutAtConflict(tables: AmountTables, text: string, draft: Draft, prefix: Unit): void {
  if (!draft.grouped || draft.decimals > 0) return;
  const comma = draft.start + text.slice(draft.start, draft.end).search(/[,，]/);
  if (comma < draft.start || draft.end - comma !== 4) return;
  const place = skipSpaces(text, draft.end);
  const unit = tables.suffixes.match(text, place);
  if (unit?.value.unit !== prefix || !isHan(text.charCodeAt(place))) return;
  draft.low = scanDigits(text.slice(draft.start, comma), 0).value ?? draft.low;
  draft.end = comma;
  draft.grouped = false;
}

export function readScale(tables: AmountTables, text: string, draft: Draft, prefix: Unit | null): void {
  if (draft.style === 'arabic' && isLetter(text.charCodeAt(draft.end))) {
    readAttached(tables, text, draft, prefix);
    return;
  }
  let i = skipSpaces(text, draft.end);
  // 3 个亿; but 42 个万卡集群 are forty-two.
  if (text.startsWith('个亿', i) || (text.startsWith('个万', i) && text[i + 2] !== '卡')) {
    raise(draft, text[i + 1] === '亿' ? 8 : 4, i + 2);
    return;
  }
  if (draft.style !== 'arabic') return;
  const and =
    text.charCodeAt(draft.end) === SPACE && lower(text.charCodeAt(draft.end + 1)) === LETTER_A
      ? /^ and a (half|quarter)(?![a-z])/i.exec(text.slice(draft.end, draft.end + 16))
      : null;
  if (and !== null && draft.decimals === 0) {
    const half = and[1]?.toLowerCase() === 'half';
    draft.low = add(draft.low, half ? decimal(5, -1) : decimal(25, -2));
    draft.decimals = half ? 1 : 2;
    draft.end += and[0].length;
    i = skipSpaces(text, draft.end);
  }
  if (i > draft.end || draft.end === i) {
    const word = scaleWord(text, i, tables.indian);
    if (word !== null) {
      raise(draft, word.exponent, word.end);
      i = skipSpaces(text, draft.end);
      const more = scaleWord(text, i, tables.indian);
      if (more !== null) raise(draft, more.exponent, more.end);
      return;
    }
  }
  // The 100-million mark; a 3-million-user app counts something else behind its next hyphen.
  if (isHyphenated(text, draft.end)) {
    const word = scaleWord(text, draft.end + 1, tables.indian);
    if (word !== null && (!isHyphenated(text, word.end) || isUnitBehind(tables, text, word.end + 1)))
      raise(draft, word.exponent, word.end);
    return;
  }
  if (i > draft.end && raiseCoded(tables, text, draft, i)) return;
  const letter = text[i];
  if (i > draft.end && (letter === 'M' || letter === 'B') && !isAlphanumeric(text.charCodeAt(i + 1))) {
    if (!isHyphenated(text, i + 1) && (letter === 'M' || draft.decimals > 0))
      raise(draft, letter === 'M' ? 6 : 9, i + 1);
  }
}

function isUnitBehind(tables: AmountTables, text: string, at: number): boolean {
  return tables.suffixes.match(text, at)?.value.role === 'unit';
}

/** Letters right behind digits: a unit (24GB), a scale (113k, 1.2T, 30 MUSD), or a name (3D, 24703L202). */
function readAttached(tables: AmountTables, text: string, draft: Draft, prefix: Unit | null): void {
  const i = draft.end;
  let end = i;
  while (end - i < 4 && isLetter(text.charCodeAt(end))) end++;
  const unit = tables.suffixes.match(text, i);
  const metre =
    text[i] === 'm' &&
    (prefix !== null ||
      text[i + 1] === '+' ||
      countsBehind(tables, text, i + 1) ||
      countedBefore(text, draft.start));
  if (unit !== null && unit.value.role !== 'classifier' && !metre) {
    if (isHyphenated(text, unit.end)) makeName(text, draft);
    return;
  }
  const exponent = LETTER_SCALES[text.slice(i, end)];
  if (exponent !== undefined && !isAlphanumeric(text.charCodeAt(end)) && !isHyphenated(text, end)) {
    if (exponent === 3 && isResolution(text, draft, end)) makeName(text, draft);
    else raise(draft, exponent, end);
    return;
  }
  if (raiseCoded(tables, text, draft, i)) return;
  const word = scaleWord(text, i, tables.indian);
  if (word !== null) raise(draft, word.exponent, word.end);
  else makeName(text, draft);
}

/** 100m downloads, 100m DAUs: something counted stands behind, so that m is a million and no metre. */
function countsBehind(tables: AmountTables, text: string, at: number): boolean {
  if (text[at] !== ' ') return false;
  const noun = tables.suffixes.match(text, at + 1);
  if (noun !== null && noun.value.role === 'noun') return true;
  return /^[A-Z]{2,}s?\b/.test(text.slice(at + 1, at + 8));
}

/** Downloads as of September: >60m. What is counted stands before, so that m is a million. */
function countedBefore(text: string, at: number): boolean {
  return COUNTED_BEFORE.test(text.slice(Math.max(0, at - 64), at));
}

const COUNTED_BEFORE =
  /\b(?:downloads?|users?|developers?|customers?|subscribers?|visits?|tokens?|queries|DAUs?|MAUs?)\b[^.;!?]{0,40}$/i;

/** 30 MUSD, 48.5 MGBP: a scale letter glued to a currency code. */
function raiseCoded(tables: AmountTables, text: string, draft: Draft, at: number): boolean {
  const places = LETTER_SCALES[text[at] ?? ''];
  const code = places === undefined ? null : tables.suffixes.match(text, at + 1);
  if (places === undefined || code?.value.unit.dimension !== 'money' || code.end !== at + 4) return false;
  raise(draft, places, at + 1);
  return true;
}

/** 4K and 8K alone are screens. */
function isResolution(text: string, draft: Draft, end: number): boolean {
  if (text[end - 1] !== 'K' || draft.decimals > 0) return false;
  const value = Number(draft.low.digits);
  return (value === 2 || value === 4 || value === 8) && text.charCodeAt(end) !== PLUS;
}
