import { autolinkEnd } from './address.ts';
import { BANG, GREATER, isAlphanumeric, isLetter, QUESTION, SLASH } from './chars.ts';
import { htmlTagEnd } from './html-tag.ts';

/** What stands between angle brackets: where it ends, and how it reads. */
export interface InlineHtml {
  readonly end: number;
  /** `mask` stands apart; `format` (bold and the like) leaves no trace; `break` ends a line; the others bound struck text. */
  readonly reading: 'mask' | 'format' | 'break' | 'strike' | 'end-strike';
}

const FORMAT_TAGS = new Set([
  'b',
  'strong',
  'i',
  'em',
  'u',
  'ins',
  'mark',
  'span',
  'font',
  'small',
  'big',
  'a',
  'wbr',
]);
const STRIKE_TAGS = new Set(['s', 'del', 'strike']);
/** Tags whose content is no prose. */
const CODE_TAGS = new Set(['code', 'kbd', 'samp', 'pre', 'script', 'style', 'math', 'svg']);

/** Names that a broken tag (`</p`, `?/p>`) must have to count as residue of HTML. */
const RESIDUE_TAGS = new Set([
  'p',
  'div',
  'span',
  'br',
  'b',
  'strong',
  'em',
  'i',
  'a',
  'li',
  'ul',
  'ol',
  'td',
  'tr',
  'th',
]);
const MAX_NAME = 10;

/**
 * Reads tags, comments and autolinks of one passage. Remembers which ends it sought in vain, so that a text full of
 * beginnings costs no more than one look for each sort of end.
 */
export class InlineHtmlReader {
  readonly #source: string;
  readonly #end: number;
  readonly #isLenient: boolean;
  readonly #missing = new Set<string>();

  /** For a passage that ends at `end`. Lenient: whatever begins like a tag is one, as browsers have it. */
  constructor(source: string, end: number, isLenient: boolean) {
    this.#source = source;
    this.#end = end;
    this.#isLenient = isLenient;
  }

  /** What begins with the `<` at `at`, or null. */
  read(at: number): InlineHtml | null {
    const source = this.#source;
    const next = source.charCodeAt(at + 1);
    if (next === BANG) return masked(this.#declarationEnd(at));
    if (next === QUESTION) return masked(this.#seek('?>', at + 2));
    const tagEnd = htmlTagEnd(source, at, this.#end);
    if (tagEnd >= 0) return this.#readTag(at, tagEnd);
    const autolink = autolinkEnd(source, at, this.#end);
    if (autolink >= 0) return masked(autolink);
    if (this.#isLenient && (isLetter(next) || next === SLASH)) return masked(this.#seek('>', at + 1));
    return next === SLASH ? masked(residueEnd(source, at + 2, this.#end, false)) : null;
  }

  #readTag(at: number, tagEnd: number): InlineHtml {
    const isClosing = this.#source.charCodeAt(at + 1) === SLASH;
    const nameStart = isClosing ? at + 2 : at + 1;
    const name = this.#source.slice(nameStart, tagNameEnd(this.#source, nameStart, this.#end)).toLowerCase();
    if (name === 'br') return { end: tagEnd, reading: 'break' };
    if (FORMAT_TAGS.has(name)) return { end: tagEnd, reading: 'format' };
    if (STRIKE_TAGS.has(name)) return { end: tagEnd, reading: isClosing ? 'end-strike' : 'strike' };
    const contentEnd = !isClosing && CODE_TAGS.has(name) ? this.#seek(`</${name}>`, tagEnd) : -1;
    return { end: Math.max(tagEnd, contentEnd), reading: 'mask' };
  }

  #declarationEnd(at: number): number {
    if (this.#source.startsWith('<!--', at)) return this.#seek('-->', at + 4);
    if (this.#source.startsWith('<![CDATA[', at)) return this.#seek(']]>', at + 9);
    return isLetter(this.#source.charCodeAt(at + 2)) ? this.#seek('>', at + 3) : -1;
  }

  #seek(close: string, from: number): number {
    if (this.#missing.has(close)) return -1;
    const last = close.charCodeAt(close.length - 1);
    for (let i = from + close.length - 1; i < this.#end; i++) {
      if (this.#source.charCodeAt(i) !== last) continue;
      if (this.#source.startsWith(close, i - close.length + 1)) return i + 1;
    }
    this.#missing.add(close);
    return -1;
  }
}

/** Offset behind `?/p>`, the remains of a closing tag whose `<` was lost, at the `?`; or -1. */
export function lostTagEnd(source: string, at: number, end: number): number {
  return source.charCodeAt(at + 1) === SLASH ? residueEnd(source, at + 2, end, true) : -1;
}

function residueEnd(source: string, nameStart: number, end: number, isClosed: boolean): number {
  const nameEnd = tagNameEnd(source, nameStart, end);
  if (!RESIDUE_TAGS.has(source.slice(nameStart, nameEnd).toLowerCase())) return -1;
  const hasClose = nameEnd < end && source.charCodeAt(nameEnd) === GREATER;
  if (isClosed && !hasClose) return -1;
  return hasClose ? nameEnd + 1 : nameEnd;
}

function masked(end: number): InlineHtml | null {
  return end < 0 ? null : { end, reading: 'mask' };
}

function tagNameEnd(source: string, at: number, end: number): number {
  let i = at;
  while (i < end && i - at <= MAX_NAME && isAlphanumeric(source.charCodeAt(i))) i++;
  return i;
}
