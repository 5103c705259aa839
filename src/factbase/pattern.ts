/**
 * The small pattern language of names and trigger words in the fact base.
 *
 * `(a|b)` is one of them, `[a|b]` one of them or nothing, `…` a gap inside one clause. `下载[次]数` stands for 下载数 and 下载次数;
 * `被下载…次` is met by 被下载了 6 亿次. Nothing else is special; there are no repetitions, so a pattern stands for a short finite list.
 */

/** The literal parts of one spelling of a pattern, in order; more than one when the pattern has gaps. */
export type PatternParts = readonly string[];

const MAX_SPELLINGS = 400;

/** All spellings of a pattern. Throws nothing: an unbalanced bracket stands for itself. At most 400 spellings are made. */
export function expandPattern(pattern: string): readonly PatternParts[] {
  if (isPlain(pattern)) return plainParts(pattern);
  const spellings = expand(pattern).slice(0, MAX_SPELLINGS);
  const seen = new Map<string, PatternParts>();
  const hasGaps = pattern.includes('…');
  for (const spelling of spellings) {
    if (!hasGaps) {
      const part = spelling.trim();
      if (part !== '') seen.set(part, [part]);
      continue;
    }
    const parts = spelling
      .split('…')
      .map((part) => part.trim())
      .filter((part) => part !== '');
    if (parts.length > 0) seen.set(parts.join('…'), parts);
  }
  return [...seen.values()];
}

/**
 * The same as `expandPattern`, kept apart: each phrase is a list of parts, each part the list of its spellings. A gap that stands
 * outside brackets parts the pattern before anything is multiplied out, so that `(a|b)…(c|d)` is one phrase of two parts.
 */
export function splitPattern(pattern: string): readonly (readonly (readonly string[])[])[] {
  if (isPlain(pattern)) return plainParts(pattern).map((parts) => [parts]);
  const pieces = splitAtGaps(pattern);
  const expanded = pieces.map((piece) => expandPattern(piece));
  const plain = expanded.every((spellings) => spellings.every((parts) => parts.length === 1));
  if (plain) {
    const parts = expanded.filter((spellings) => spellings.length > 0).map((spellings) => spellings.flat());
    return parts.length === 0 ? [] : [parts];
  }
  return expandPattern(pattern).map((parts) => parts.map((part) => [part]));
}

/** Most names are no patterns at all. */
function isPlain(pattern: string): boolean {
  return !/[([…]/.test(pattern);
}

function plainParts(text: string): readonly PatternParts[] {
  const part = text.trim();
  return part === '' ? [] : [[part]];
}

/** Cuts at the gaps that stand in no bracket. */
function splitAtGaps(pattern: string): readonly string[] {
  const pieces: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i];
    if (c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') depth--;
    else if (c === '…' && depth === 0) {
      pieces.push(pattern.slice(from, i));
      from = i + 1;
    }
  }
  pieces.push(pattern.slice(from));
  return pieces;
}

function expand(pattern: string): string[] {
  const open = firstGroup(pattern);
  if (open === null) return [pattern];
  const head = pattern.slice(0, open.start);
  const tails = expand(pattern.slice(open.end));
  const out: string[] = [];
  for (const choice of open.choices) {
    for (const middle of expand(choice)) {
      for (const tail of tails) {
        if (out.length >= MAX_SPELLINGS) return out;
        out.push(head + middle + tail);
      }
    }
  }
  return out;
}

interface Group {
  readonly start: number;
  readonly end: number;
  readonly choices: readonly string[];
}

function firstGroup(pattern: string): Group | null {
  for (let start = 0; start < pattern.length; start++) {
    const opening = pattern[start];
    if (opening !== '(' && opening !== '[') continue;
    const closing = opening === '(' ? ')' : ']';
    let depth = 0;
    let from = start + 1;
    const choices: string[] = [];
    for (let i = start; i < pattern.length; i++) {
      const c = pattern[i];
      if (c === '(' || c === '[') depth++;
      else if (c === ')' || c === ']') {
        depth--;
        if (depth > 0) continue;
        if (c !== closing) break;
        choices.push(pattern.slice(from, i));
        if (opening === '[') choices.push('');
        return { start, end: i + 1, choices };
      } else if (c === '|' && depth === 1) {
        choices.push(pattern.slice(from, i));
        from = i + 1;
      }
    }
  }
  return null;
}
