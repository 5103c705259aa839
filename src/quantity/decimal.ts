/** An exact decimal: `digits` × 10^`exponent`. */
export interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

const TEN = 10n;

export function decimal(digits: bigint | number, exponent = 0): Decimal {
  return { digits: BigInt(digits), exponent };
}

export const ZERO: Decimal = { digits: 0n, exponent: 0 };

export function shift(value: Decimal, places: number): Decimal {
  return places === 0 ? value : { digits: value.digits, exponent: value.exponent + places };
}

export function add(a: Decimal, b: Decimal): Decimal {
  if (a.digits === 0n) return b;
  if (b.digits === 0n) return a;
  const exponent = Math.min(a.exponent, b.exponent);
  return { digits: raise(a, exponent) + raise(b, exponent), exponent };
}

export function times(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, exponent: a.exponent + b.exponent };
}

/** Negative, zero or positive, as `a` is below, equal to or above `b`. */
export function compare(a: Decimal, b: Decimal): number {
  const exponent = Math.min(a.exponent, b.exponent);
  const left = raise(a, exponent);
  const right = raise(b, exponent);
  return left < right ? -1 : left > right ? 1 : 0;
}

function raise(value: Decimal, exponent: number): bigint {
  return value.digits * TEN ** BigInt(value.exponent - exponent);
}

/** The nearest Number to the decimal spelling, so that 1.2 万亿 is 1200000000000 and 0.1 is 0.1. */
export function toNumber(value: Decimal): number {
  const { digits, exponent } = value;
  const whole = Number(digits);
  if (exponent === 0) return whole;
  const power = POWERS[Math.abs(exponent)];
  // Of two exact numbers, product and quotient are the nearest there are.
  if (power !== undefined && Number.isSafeInteger(whole)) return exponent > 0 ? whole * power : whole / power;
  return Number(`${digits}e${exponent}`);
}

/** The powers of ten that a Number holds exactly. */
const POWERS: readonly number[] = Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * Place value of the last digit that counts: zeros that end a whole number are room for scale (1590 has 10), zeros behind
 * a decimal point are written on purpose (30.0 has 0.1). Zero itself counts at its own place.
 */
export function stepOf(value: Decimal, decimals: number): number {
  let { digits, exponent } = value;
  if (decimals > 0 || digits === 0n) return powerOfTen(exponent);
  let small = Number(digits);
  if (Number.isSafeInteger(small)) {
    while (small % 10 === 0) {
      small /= 10;
      exponent++;
    }
    return powerOfTen(exponent);
  }
  while (digits % TEN === 0n) {
    digits /= TEN;
    exponent++;
  }
  return powerOfTen(exponent);
}

function powerOfTen(exponent: number): number {
  const power = POWERS[Math.abs(exponent)];
  return power === undefined ? Number(`1e${exponent}`) : exponent < 0 ? 1 / power : power;
}
