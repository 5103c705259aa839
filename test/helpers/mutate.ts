/** One way to get a figure wrong. */
export interface Mutation {
  readonly name: 'times ten' | 'digits swapped' | '万 for 亿' | 'a third more' | 'a third less';
  /** The figure as a slip of this kind writes it; null when the figure has no room for it. */
  apply(figure: string): string | null;
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/;

/** The slips that the checker must catch: ten times too much, two digits swapped, the wrong scale word, a third more or less. */
export const MUTATIONS: readonly Mutation[] = [
  { name: 'times ten', apply: (figure) => scaled(figure, 10) },
  { name: 'digits swapped', apply: swapped },
  { name: '万 for 亿', apply: otherScale },
  { name: 'a third more', apply: (figure) => scaled(figure, 1.3) },
  { name: 'a third less', apply: (figure) => scaled(figure, 0.7) },
];

function scaled(figure: string, factor: number): string | null {
  const number = NUMBER.exec(figure)?.[0];
  if (number === undefined) return null;
  const value = Number(number.replaceAll(',', ''));
  const decimals = number.includes('.') ? (number.split('.')[1]?.length ?? 0) : 0;
  const changed = Number((value * factor).toFixed(decimals));
  // Small counts round back to themselves or to a value that their bound allows.
  if (changed === value || Math.abs(changed / value - 1) < 0.2) return null;
  return figure.replace(NUMBER, changed.toFixed(decimals));
}

function swapped(figure: string): string | null {
  const number = NUMBER.exec(figure)?.[0];
  if (number === undefined) return null;
  const digits = [...number];
  const places = digits.flatMap((digit, index) => (/[1-9]/.test(digit) ? [index] : []));
  for (let i = 0; i + 1 < places.length; i++) {
    const a = places[i] ?? 0;
    const b = places[i + 1] ?? 0;
    const first = Number(digits[a]);
    const second = Number(digits[b]);
    // 11 swapped is 11, and 89 for 98 is within what "about" allows.
    if (i > 0 || Math.abs(first - second) < 2) continue;
    [digits[a], digits[b]] = [String(second), String(first)];
    return figure.replace(NUMBER, digits.join(''));
  }
  return null;
}

function otherScale(figure: string): string | null {
  if (/\d\s*万亿/.test(figure)) return figure.replace('万亿', '亿');
  if (/\d\s*[亿億]/.test(figure)) return figure.replace(/[亿億]/, '万');
  if (/\d\s*[万萬]/.test(figure)) return figure.replace(/[万萬]/, '亿');
  return null;
}
