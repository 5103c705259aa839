import type { SentenceView } from '../claims/sentence.ts';
import type { FigureLike } from '../factbase/interval.ts';
import type { Figure } from '../quantity/figure.ts';
import type { Span } from '../text/folded-text.ts';
import type { UnitConverter } from './amount.ts';
import type { Message } from './message.ts';

/** What looking for relations between the figures of a sentence needs. */
export interface SentenceCase {
  readonly view: SentenceView;
  readonly units: UnitConverter;
}

/** Figures of one sentence that cannot all hold. Folded offsets. */
export interface Clash {
  readonly at: Figure;
  readonly with: readonly Span[];
  readonly message: Message;
}

/** The figure's number and unit as written. */
export function written(view: SentenceView, figure: Span): string {
  return view.text.slice(figure.start, figure.end);
}

/** The text of a stretch without the times in it, so that `from 19.9% in 2024 to` reads as `from 19.9% to`. */
export function withoutTimes(view: SentenceView, from: number, to: number): string {
  let text = '';
  let at = from;
  for (const time of view.times) {
    if (time.end <= at) continue;
    if (time.start >= to) break;
    text += view.text.slice(at, Math.max(at, time.start));
    at = time.end;
  }
  return at < to ? text + view.text.slice(at, to) : text;
}

/** The figure in the unit of another; null when they do not compare. A bare number and one counter beside another take it over. */
export function inUnitOfFigure(figure: Figure, other: Figure, units: UnitConverter): FigureLike | null {
  if (figure.counter !== '' && other.counter !== '' && figure.counter !== other.counter) return null;
  if (figure.per !== other.per && figure.per !== null && other.per !== null) return null;
  if (figure.unit === null || other.unit === null || figure.unit === other.unit) return figure;
  const low = units.convert(figure.low, figure.unit, other.unit);
  const high = units.convert(figure.high, figure.unit, other.unit);
  const step = units.convert(figure.step, figure.unit, other.unit);
  if (low === null || high === null || step === null) return null;
  return { low, high, step, bound: figure.bound, form: figure.form };
}
