import { classOf, SPACE } from './chars.ts';
import type { Lexicon } from './lexicon.ts';

/** Bit of the dispatch table: a word of the reader's list may start here. */
export const WORD = 32;
/** Bit of the dispatch table: a number without a digit may start here (数千万, 几十, 上亿, 半年). */
export const LEAD = 64;

/** For each UTF-16 code unit what the reader has to look at; 0 for the great majority, which it steps over. */
export function compileDispatch<T>(triggers: Lexicon<T>): Uint8Array {
  const table = new Uint8Array(65536);
  for (let code = 0; code < 65536; code++) {
    const kind = classOf(code);
    table[code] = (kind === SPACE ? 0 : kind) | (triggers.starts(code) ? WORD : 0);
  }
  for (const lead of '数几好上半') table[lead.charCodeAt(0)] = (table[lead.charCodeAt(0)] ?? 0) | LEAD;
  table[46] = (table[46] ?? 0) | 8;
  return table;
}
