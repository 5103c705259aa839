import type { Span } from '../text/folded-text.ts';
import { MASK } from '../text/folded-text.ts';
import type { Lexicon } from './lexicon.ts';

/** A name in folded text. `entity` is null for a name that the fact base does not know. */
export interface NameHit extends Span {
  readonly entity: string | null;
  /** What follows a known name in the same token and makes it another thing: `-Max` in Qwen3-Max. */
  readonly variant: string;
  /** Index into `lexicon.nameEntries`, or -1 for unknown names; tells which context the name needs. */
  readonly entry: number;
}

/**
 * Finds all names in one pass: longest match, left to right, none inside another token. `GPT-4发布` holds GPT-4, `Metadata` holds no
 * Meta, `DeepSeek-R1-Distill-Qwen-32B` is one variant of DeepSeek-R1 and no Qwen. Latin tokens that look like a name and are none
 * of ours come back as unknown: they are somebody else. `hasCompany` tells whether one of the words stands near that a name needs.
 */
export function scanNames(
  text: string,
  lexicon: Lexicon,
  isGeneric: (word: string) => boolean,
  hasCompany: (needs: readonly string[]) => boolean = () => true,
): NameHit[] {
  const out: NameHit[] = [];
  const { names } = lexicon;
  const { hits } = lexicon.room;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    const latin = isWordCode(code);
    const mayBegin = names.mayBegin(text, at);
    if (!latin && !mayBegin) {
      at++;
      continue;
    }
    const token = latin ? tokenEnd(text, at) : at;
    const found = mayBegin ? longestName(text, at, names.matchAt(text, at, hits), lexicon, hasCompany) : null;
    if (found !== null) {
      const end =
        latin || isWordCode(text.charCodeAt(found.end - 1)) ? variantEnd(text, at, found.end) : found.end;
      const entry = lexicon.nameEntries[found.word];
      if (entry !== undefined) {
        out.push({
          start: at,
          end,
          entity: entry.entity,
          variant: variantOf(text.slice(found.end, end)),
          entry: found.word,
        });
        at = end;
        continue;
      }
    }
    if (!latin) {
      at++;
      continue;
    }
    if (looksLikeName(text, at, token, isGeneric)) {
      out.push({ start: at, end: token, entity: null, variant: '', entry: -1 });
    }
    at = token;
  }
  return out;
}

function longestName(
  text: string,
  at: number,
  written: number,
  lexicon: Lexicon,
  hasCompany: (needs: readonly string[]) => boolean,
): { end: number; word: number } | null {
  const { hits } = lexicon.room;
  for (let i = written - 2; i >= 0; i -= 2) {
    const end = hits[i] ?? at;
    const word = hits[i + 1] ?? -1;
    if (!endsWell(text, at, end)) continue;
    const needs = lexicon.nameEntries[word]?.needs ?? [];
    if (needs.length === 0 || hasCompany(needs)) return { end, word };
  }
  return null;
}

/** A Latin name ends where its word ends; digits and a hyphenated rest may follow as a variant. */
function endsWell(text: string, at: number, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (!isWordCode(last)) return true;
  const next = text.charCodeAt(end);
  if (end >= text.length || !isWordCode(next)) return true;
  // A name may run into its version (Qwen2.5); a letter behind a letter, or a digit behind a digit, is another word.
  return isDigit(next) && !isDigit(last) && end - at >= 3;
}

const ADJECTIVES =
  /^-(?:based|tagged|powered|led|style|like|related|derived|compatible|native|specific|backed|owned|run|made|built|tuned)$/i;

/** `-based` and its like make an adjective of the name, not another model. */
function variantOf(rest: string): string {
  return ADJECTIVES.test(rest) ? '' : rest;
}

/** End of the token that a name begins: Qwen3|-Max, Qwen|2.5-VL, GLM|-4.6. */
function variantEnd(text: string, at: number, end: number): number {
  const token = tokenEnd(text, at);
  return Math.max(token, end);
}

/** End of a Latin token: letters, digits, and single `-`, `.`, `_`, `+` or `'` between them. A closing 's is no part of it. */
function tokenEnd(text: string, at: number): number {
  let i = at;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (isWordCode(code)) {
      i++;
      continue;
    }
    const next = text.charCodeAt(i + 1);
    const joins = (code === 45 || code === 46 || code === 95 || code === 43) && isWordCode(next);
    if (!joins) break;
    i++;
  }
  return i;
}

function looksLikeName(
  text: string,
  start: number,
  end: number,
  isGeneric: (word: string) => boolean,
): boolean {
  const first = text.charCodeAt(start);
  if (isDigit(first)) return false;
  let upper = 0;
  let digits = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 65 && code <= 90) upper++;
    else if (isDigit(code)) digits++;
  }
  if (upper === 0) return false;
  if (text[start - 1] === MASK || text[end] === MASK) return false;
  // One capital and no letter behind it is a label (方案 A), not a name.
  return (end - start > 1 || digits > 0) && !isGeneric(text.slice(start, end));
}

/** A letter or digit of a language that parts words with spaces; not the signs × and ÷ among them. */
export function isWordCode(code: number): boolean {
  return code <= LAST_LETTER && WORD_CODES[code] === 1;
}

const LAST_LETTER = 0x24f;
const WORD_CODES = Uint8Array.from({ length: LAST_LETTER + 1 }, (_, code) =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 57) ||
  (code >= 0xc0 && code !== 0xd7 && code !== 0xf7)
    ? 1
    : 0,
);

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
