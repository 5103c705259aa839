import { CLAUSE_END, copyClasses, SPACE } from './chars.ts';
import type { Lexicon } from './lexicon.ts';

/** Bit of the dispatch table: a word of the reader's list may start here. */
export const WORD = 32;
/** Bit of the dispatch table: a number without a digit may start here (数千万, 几十, 上亿, 半年). */
export const LEAD = 64;

/** For each UTF-16 code unit what the reader has to look at; 0 for the great majority, which it steps over. */
export function compileDispatch<T>(triggers: Lexicon<T>): Uint8Array {
  const table = copyClasses();
  for (let code = 0; code < table.length; code++) if (table[code] === SPACE) table[code] = 0;
  for (const code of triggers.firsts) {
    mark(table, code, WORD);
    if (code >= 97 && code <= 122) mark(table, code - 32, WORD);
  }
  for (const lead of '数几好上半') mark(table, lead.charCodeAt(0), LEAD);
  mark(table, DOT, CLAUSE_END);
  return table;
}

const DOT = 46;

function mark(table: Uint8Array, code: number, bit: number): void {
  table[code] = (table[code] ?? 0) | bit;
}
