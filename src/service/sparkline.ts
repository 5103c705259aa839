import type { Fact } from '../factbase/model.ts';

/** One dot of a line drawing: days since 1970-01-01 and the value, in the middle of what the fact states. */
interface Dot {
  readonly day: number;
  readonly value: number;
  /** Forecast or target: not yet so. */
  readonly ahead: boolean;
}

const WIDTH = 72;
const HEIGHT = 16;
const MARGIN = 3;
/** A middle blue that shows on light and dark grounds alike. */
const INK = '#3b8fd9';

/**
 * How a series went, as an SVG picture of a line; null for fewer than two times, which make no line. What lies ahead is dashed
 * and hollow.
 */
export function sparkline(facts: readonly Fact[]): string | null {
  const dots = dotsOf(facts);
  const times = new Set(dots.map(({ day }) => day));
  const [first] = dots;
  if (first === undefined || times.size < 2) return null;
  const values = dots.map(({ value }) => value);
  const x = scale(Math.min(...times), Math.max(...times), MARGIN, WIDTH - MARGIN);
  const y = scale(Math.min(...values), Math.max(...values), HEIGHT - MARGIN, MARGIN);
  const place = ({ day, value }: Dot) => `${x(day)} ${y(value)}`;
  const known = dots.filter(({ ahead }) => !ahead);
  const ahead = [...known.slice(-1), ...dots.filter((dot) => dot.ahead)];
  const paths = [
    line(known.map(place), ''),
    ahead.some((dot) => dot.ahead) ? line(ahead.map(place), ' stroke-dasharray="2 2"') : '',
  ];
  const circles = dots.map((dot) => {
    const fill = dot.ahead ? 'none' : INK;
    return `<circle cx="${x(dot.day)}" cy="${y(dot.value)}" r="1.8" fill="${fill}" stroke="${INK}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">${paths.join('')}${circles.join('')}</svg>`;
}

/** Facts with a time, oldest first; those in another unit than the newest cannot be drawn with it. */
function dotsOf(facts: readonly Fact[]): readonly Dot[] {
  const unit = facts.findLast(({ period }) => period !== null)?.unit;
  return facts
    .flatMap((fact): Dot[] => {
      if (fact.period === null || fact.unit !== unit) return [];
      const ahead = fact.mode === 'forecast' || fact.mode === 'target';
      return [{ day: fact.period.to, value: (fact.low + fact.high) / 2, ahead }];
    })
    .sort((a, b) => a.day - b.day);
}

function scale(from: number, to: number, low: number, high: number): (value: number) => number {
  const width = to - from;
  const at = (value: number) =>
    width === 0 ? (low + high) / 2 : low + ((value - from) / width) * (high - low);
  return (value) => Math.round(at(value) * 10) / 10;
}

function line(points: readonly string[], dashes: string): string {
  if (points.length < 2) return '';
  return `<path d="M${points.join('L')}" fill="none" stroke="${INK}" stroke-width="1.4"${dashes}/>`;
}
