import { scanDigits } from './arabic.ts';
import { chineseDigit, chineseScale, isDigit, skipSpaces } from './chars.ts';
import { add, type Decimal, decimal, shift, ZERO } from './decimal.ts';
import type { FigureForm } from './figure.ts';

/** A number as spelled, in digits, Chinese numerals or both, before any unit. */
export interface Numeral {
  readonly end: number;
  readonly low: Decimal;
  /** Upper end of an enumerated pair (三五百) or of `several` (数千万); else null. */
  readonly high: Decimal | null;
  readonly form: FigureForm;
  /** Power of ten of the scale words it ends with (三百万 has 4, 1.2 万亿 has 12), 0 without. */
  readonly scale: number;
  readonly decimals: number;
  readonly style: 'arabic' | 'chinese';
  /** A scale without a number (万亿, 百万). */
  readonly implicit: boolean;
  /** Number of code units that spell a digit or a scale. */
  readonly signs: number;
  readonly grouped: boolean;
  readonly leadingZero: boolean;
}

/**
 * Says whether a word that is no numeral starts here, so that its 千 or 百 is not taken as a scale (千瓦, 兆字节, 3 百度).
 * `glued` when the number stands right before, where only units count.
 */
export type Stops = (text: string, at: number, glued: boolean) => boolean;

const ZERO_CHAR = 0x96f6;
const POINT = 0x70b9;
const FEW = 0x51e0;
const SURPLUS = '余多来几';
const MAX_SIGNS = 40;

/**
 * Reads a number from `at`. Null when none starts here. A run that looks like a number and is none (an identifier, a
 * digit-by-digit reading such as 九九) gives `low` null-free but `signs` 0, and ends behind the run.
 */
export function scanNumeral(text: string, at: number, stops: Stops): Numeral | null {
  const reader = new NumeralReader(text, at, stops);
  return reader.read();
}

/** A scale word and the number before it, folded into a running sum; kept in one object because each rule looks at all of it. */
class NumeralReader {
  private at: number;
  private total: Decimal = ZERO;
  private section: Decimal = ZERO;
  private number: Decimal | null = null;
  private pairTop: Decimal | null = null;
  private highTotal: Decimal | null = null;
  private largest = 0;
  private lastScale = 0;
  private endScale = 0;
  private zero = false;
  private decimals = 0;
  private signs = 0;
  private arabic = false;
  private grouped = false;
  private leadingZero = false;
  private arabicNumber = false;
  private form: FigureForm = 'plain';
  private implicit = false;
  private readonly text: string;
  private readonly stops: Stops;

  constructor(text: string, at: number, stops: Stops) {
    this.text = text;
    this.at = at;
    this.stops = stops;
  }

  read(): Numeral | null {
    if (!this.readLead()) {
      while (this.signs < MAX_SIGNS && this.step()) {
        // Each step consumes at least one code unit.
      }
    }
    if (this.signs === 0) return null;
    return this.finish();
  }

  /** A scale without a number before it: 万亿, 百亿. */
  private readLead(): boolean {
    const scale = chineseScale(this.text.charCodeAt(this.at));
    if (scale < 2) return false;
    let exponent = 0;
    let i = this.at;
    for (;;) {
      const next = chineseScale(this.text.charCodeAt(i));
      if (next === 0 || (i > this.at && this.stops(this.text, i, true))) break;
      exponent += next;
      i++;
      if (i - this.at >= 4) break;
    }
    const last = chineseScale(this.text.charCodeAt(i - 1));
    this.signs = i - this.at;
    this.at = i;
    this.total = decimal(1, exponent);
    this.implicit = true;
    this.endScale = last >= 4 ? last : 0;
    return true;
  }

  private step(): boolean {
    const code = this.text.charCodeAt(this.at);
    if (isDigit(code)) return this.readDigits();
    const digit = chineseDigit(code);
    if (digit === 0) return this.readZero();
    if (digit > 0) return this.readChineseDigit(digit);
    const place = this.number === null && this.signs === 0 ? this.at : skipSpaces(this.text, this.at);
    const next = this.text.charCodeAt(place);
    const scale = chineseScale(next);
    if (scale > 0) return this.readScale(scale, place);
    if (next === POINT) return this.readPoint(place);
    if (this.form === 'plain' && this.signs > 0 && SURPLUS.includes(this.text[place] ?? ' ')) {
      return this.readSurplus(place);
    }
    return false;
  }

  private readDigits(): boolean {
    // 一两百 is a range; what follows it in digits is another number.
    if (this.number !== null || this.form !== 'plain' || this.highTotal !== null) return false;
    const run = scanDigits(this.text, this.at);
    if (run.value === null) return false;
    this.number = run.value;
    this.arabicNumber = true;
    this.arabic ||= this.signs === 0;
    this.decimals = run.decimals;
    this.grouped ||= run.grouped;
    this.leadingZero ||= run.leadingZero;
    this.signs += run.end - this.at;
    this.at = run.end;
    this.endScale = 0;
    return true;
  }

  private readZero(): boolean {
    if (this.arabicNumber && this.number !== null) return false;
    const after = this.text.charCodeAt(this.at + 1);
    if (this.signs === 0) {
      if (after !== POINT || chineseDigit(this.text.charCodeAt(this.at + 2)) < 0) return false;
      this.number = ZERO;
    } else if (this.number !== null || this.lastScale === 0) {
      return false;
    } else if (chineseDigit(after) <= 0 && chineseScale(after) !== 1 && !isDigit(after)) {
      return false;
    }
    this.zero = this.signs > 0;
    this.signs++;
    this.at++;
    return true;
  }

  private readChineseDigit(digit: number): boolean {
    if (this.form !== 'plain') return false;
    if (this.number !== null) return this.readPair(digit);
    this.number = decimal(digit);
    this.arabicNumber = false;
    this.signs++;
    this.at++;
    this.endScale = 0;
    return true;
  }

  /** 三五百, 七八个: two neighbouring digits name a range. */
  private readPair(digit: number): boolean {
    if (this.arabicNumber || this.number === null || this.pairTop !== null || this.highTotal !== null)
      return false;
    const first = Number(this.number.digits);
    if (this.number.exponent !== 0 || !(digit === first + 1 || (first === 3 && digit === 5))) return false;
    if (chineseDigit(this.text.charCodeAt(this.at + 1)) >= 0) return false;
    this.pairTop = decimal(digit);
    this.signs++;
    this.at++;
    return true;
  }

  private readScale(scale: number, place: number): boolean {
    if (this.stopsAt(place)) return false;
    const number = this.number;
    if (scale < 4) {
      if (number === null) {
        if (scale !== 1 || (this.lastScale === 1 && !this.zero)) return false;
      }
      this.raisePair(scale);
      this.section = add(this.section, shift(number ?? decimal(1), scale));
    } else {
      if (number === null && this.section.digits === 0n && this.endScale === 0) return false;
      this.readBigScale(scale, number);
    }
    this.number = null;
    this.zero = false;
    this.lastScale = scale;
    this.endScale = scale >= 4 ? scale + Math.max(this.endScale, 0) : 0;
    this.signs++;
    this.at = place + 1;
    return true;
  }

  /** What is smaller than the new scale is multiplied by it (一万五千亿); what is larger stays beside it (五亿一万). */
  private readBigScale(scale: number, number: Decimal | null): void {
    this.raisePair(scale);
    const part = add(this.section, number ?? ZERO);
    this.section = ZERO;
    if (part.digits === 0n || this.largest <= scale) {
      this.total = shift(add(this.total, part), scale);
      if (this.highTotal !== null && number === null) this.highTotal = shift(this.highTotal, scale);
    } else {
      this.total = add(this.total, shift(part, scale));
    }
    this.largest = Math.max(this.largest, scale);
  }

  private raisePair(scale: number): void {
    if (this.pairTop === null) return;
    this.highTotal =
      scale < 4
        ? add(add(this.total, this.section), shift(this.pairTop, scale))
        : shift(add(this.section, this.pairTop), scale);
    this.pairTop = null;
  }

  /** 十五点七, 零点九; with Chinese digits behind the point only, for 9点30 is a time of day. */
  private readPoint(place: number): boolean {
    if (this.arabicNumber || place !== this.at || this.form !== 'plain' || this.decimals > 0) return false;
    if (this.number === null && this.section.digits === 0n && this.total.digits === 0n) {
      if (this.signs === 0) return false;
    }
    let i = place + 1;
    let digits = 0n;
    while (i - place <= 16) {
      const digit = chineseDigit(this.text.charCodeAt(i));
      if (digit < 0) break;
      digits = digits * 10n + BigInt(digit);
      i++;
    }
    const count = i - place - 1;
    if (count === 0) return false;
    const whole = add(this.section, this.number ?? ZERO);
    this.section = ZERO;
    this.number = add(whole, { digits, exponent: -count });
    if (this.number.digits === 0n || digits === 0n) this.number = shift(this.number, 0);
    this.decimals = count;
    this.signs += count + 1;
    this.at = i;
    return true;
  }

  /** 十几万, 500余万, 三十多亿; 余 and 多 before a unit are left to the amount. */
  private readSurplus(place: number): boolean {
    const few = this.text.charCodeAt(place) === FEW;
    if (few && !(this.number === null && this.lastScale === 1)) return false;
    const after = skipSpaces(this.text, place + 1);
    const scale = chineseScale(this.text.charCodeAt(after));
    if (!few && (scale === 0 || this.stopsAt(after))) return false;
    this.form = 'surplus';
    this.signs++;
    this.at = few ? place + 1 : after;
    return true;
  }

  private stopsAt(place: number): boolean {
    return this.stops(this.text, place, place === this.at);
  }

  private finish(): Numeral {
    const elided = this.elision();
    const rest = add(this.section, elided);
    const low = add(this.total, rest);
    const high = this.pairTop !== null ? add(add(this.total, this.section), this.pairTop) : this.highTotal;
    return {
      end: this.at,
      low,
      high,
      form: this.form,
      scale: this.endScale,
      decimals: this.lastScale === 0 ? this.decimals : 0,
      style: this.arabic ? 'arabic' : 'chinese',
      implicit: this.implicit,
      signs: this.signs,
      grouped: this.grouped,
      leadingZero: this.leadingZero,
    };
  }

  /** 三万五 is 35,000: a last digit without 零 stands one place below the scale before it. */
  private elision(): Decimal {
    const number = this.number;
    if (number === null) return ZERO;
    if (this.zero || this.lastScale < 2 || this.pairTop !== null) return number;
    const single = number.exponent === 0 && number.digits > 0n && number.digits < 10n;
    if (!single || this.text.charCodeAt(this.at - 2) === ZERO_CHAR) return number;
    return shift(number, this.lastScale - 1);
  }
}
