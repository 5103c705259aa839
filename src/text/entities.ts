import { isAlphanumeric, isDigit, SEMICOLON } from './chars.ts';

/** The named entities that occur in notes. Others stay as they are written. */
const NAMED: ReadonlyMap<string, number> = new Map(
  (
    'nbsp 160 amp 38 lt 60 gt 62 quot 34 apos 39 iexcl 161 cent 162 pound 163 curren 164 yen 165 brvbar 166 sect 167 ' +
    'uml 168 copy 169 ordf 170 laquo 171 not 172 shy 173 reg 174 macr 175 deg 176 plusmn 177 sup2 178 sup3 179 ' +
    'acute 180 micro 181 para 182 middot 183 cedil 184 sup1 185 ordm 186 raquo 187 frac14 188 frac12 189 frac34 190 ' +
    'iquest 191 Agrave 192 Aacute 193 Auml 196 Aring 197 AElig 198 Ccedil 199 Egrave 200 Eacute 201 Ouml 214 ' +
    'times 215 Oslash 216 Uuml 220 szlig 223 agrave 224 aacute 225 acirc 226 atilde 227 auml 228 aring 229 aelig 230 ' +
    'ccedil 231 egrave 232 eacute 233 ecirc 234 euml 235 iacute 237 ntilde 241 oacute 243 ocirc 244 ouml 246 ' +
    'divide 247 oslash 248 uacute 250 uuml 252 ensp 8194 emsp 8195 thinsp 8201 zwnj 8204 zwj 8205 lrm 8206 rlm 8207 ' +
    'ndash 8211 mdash 8212 horbar 8213 lsquo 8216 rsquo 8217 sbquo 8218 ldquo 8220 rdquo 8221 bdquo 8222 dagger 8224 ' +
    'bull 8226 hellip 8230 permil 8240 prime 8242 Prime 8243 lsaquo 8249 rsaquo 8250 frasl 8260 euro 8364 trade 8482 ' +
    'larr 8592 uarr 8593 rarr 8594 darr 8595 harr 8596 minus 8722 infin 8734 asymp 8776 ap 8776 approx 8776 ne 8800 ' +
    'equiv 8801 le 8804 leq 8804 ge 8805 geq 8805 alpha 945 beta 946 gamma 947 delta 948 lambda 955 mu 956 pi 960 ' +
    'sigma 963 tau 964 omega 969 percnt 37 dollar 36 num 35 plus 43 equals 61 lpar 40 rpar 41 lbrack 91 rbrack 93 ' +
    'lowbar 95 ast 42 comma 44 period 46 colon 58 semi 59 sol 47 bsol 92 vert 124 verbar 124 excl 33 quest 63 commat 64 ' +
    'hyphen 8208 dash 8208 Tab 9 NewLine 10 tilde 732'
  )
    .split(' ')
    .reduce<[string, number][]>((pairs, word, index, words) => {
      if (index % 2 === 1) pairs.push([words[index - 1] ?? '', Number(word)]);
      return pairs;
    }, []),
);

const MAX_NAME = 10;
const MAX_DIGITS = 7;
const REPLACEMENT = 0xfffd;
const BARE_SPACE = '&nbsp';

export interface Entity {
  /** Unicode code point. */
  readonly code: number;
  /** Offset behind the semicolon. */
  readonly end: number;
}

/** The character reference (`&nbsp;`, `&#8211;`, `&#x2013;`) at `at`, or null. */
export function entityAt(source: string, at: number, end: number): Entity | null {
  const isNumeric = source.charAt(at + 1) === '#';
  let i = at + (isNumeric ? 2 : 1);
  const last = Math.min(end, i + (isNumeric ? MAX_DIGITS + 1 : MAX_NAME));
  const nameStart = i;
  while (i < last && isAlphanumeric(source.charCodeAt(i))) i++;
  if (i === nameStart || i >= end || source.charCodeAt(i) !== SEMICOLON) {
    // Pages leave this one without its semicolon, and browsers take it.
    return source.startsWith(BARE_SPACE, at) && at + BARE_SPACE.length <= end
      ? { code: 0xa0, end: at + BARE_SPACE.length }
      : null;
  }
  const name = source.slice(nameStart, i);
  const code = isNumeric ? numericCode(name) : NAMED.get(name);
  return code === undefined ? null : { code, end: i + 1 };
}

function numericCode(digits: string): number | undefined {
  const isHex = /^x/i.test(digits);
  if (!isHex && ![...digits].every((digit) => isDigit(digit.charCodeAt(0)))) return undefined;
  const code = isHex ? Number(`0${digits}`) : Number(digits);
  if (Number.isNaN(code) || (isHex && digits.length === 1)) return undefined;
  return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? REPLACEMENT : code;
}
