import type { Fact, Metric } from '../factbase/model.ts';
import type { Figure } from '../quantity/figure.ts';
import { type FoldedText, MASK, type Span, toSource } from '../text/folded-text.ts';
import type { Origin } from './claim.ts';
import type { Knowledge } from './knowledge.ts';
import { matchSeries, type ScopeNames } from './series-match.ts';
import type { SubjectChoice } from './subject-choice.ts';

/** What `<!-- fact: subject/metric -->` or `<!-- fact: id -->` binds a figure to. */
export interface PinTarget {
  readonly subject: string;
  readonly metric: Metric;
  /** Set when the pin names one fact. */
  readonly fact: Fact | null;
}

/** A pin that binds nothing: it names something unknown, or stands on a line without a figure. Source offsets. */
export interface LoosePin extends Span {
  readonly id: string;
  readonly reason: 'unknown' | 'no-figure';
}

export interface Pins {
  readonly targets: ReadonlyMap<Figure, PinTarget>;
  readonly loose: readonly LoosePin[];
}

const OPENS = '<!--';
const PIN = /^<!--\s*fact:\s*([^\s>]*)(?:\s[^>]*?)?-->/;
const NONE: Pins = { targets: new Map(), loose: [] };

/** The pins of one passage, each bound to the nearest figure on its line, the one before it when two are as near. */
export function readPins(
  folded: FoldedText,
  source: string,
  figures: readonly Figure[],
  knowledge: Knowledge,
): Pins {
  let pins: { targets: Map<Figure, PinTarget>; loose: LoosePin[] } | null = null;
  // A comment is one masked stretch of the folded text; one inside code is not there at all.
  for (let at = folded.text.indexOf(MASK); at !== -1; at = folded.text.indexOf(MASK, at + 1)) {
    const start = folded.offsets[at] ?? 0;
    if (!source.startsWith(OPENS, start)) continue;
    const [comment, id = ''] = PIN.exec(source.slice(start, endOfLine(source, start))) ?? [];
    if (comment === undefined) continue;
    pins ??= { targets: new Map(), loose: [] };
    const pin = { start, end: start + comment.length };
    const target = targetOf(id, knowledge);
    const figure = nearestFigure(pin, folded, source, figures);
    if (target === null) pins.loose.push({ ...pin, id, reason: 'unknown' });
    else if (figure === null) pins.loose.push({ ...pin, id, reason: 'no-figure' });
    else pins.targets.set(figure, target);
  }
  return pins ?? NONE;
}

function targetOf(id: string, knowledge: Knowledge): PinTarget | null {
  const fact = knowledge.fact(id);
  const cut = id.indexOf('/');
  const subject = fact?.subject ?? id.slice(0, Math.max(0, cut));
  const metric = knowledge.metric(fact?.metric ?? id.slice(cut + 1));
  if (metric === undefined || knowledge.entity(subject) === undefined) return null;
  return { subject, metric, fact: fact ?? null };
}

function nearestFigure(
  pin: Span,
  folded: FoldedText,
  source: string,
  figures: readonly Figure[],
): Figure | null {
  let best: Figure | null = null;
  let bestGap = Number.POSITIVE_INFINITY;
  for (const figure of figures) {
    const { start, end } = toSource(folded, figure);
    const isBefore = end <= pin.start;
    const gap = isBefore ? pin.start - end : start - pin.end;
    if (gap < 0 || gap >= bestGap) continue;
    const between = isBefore ? source.slice(end, pin.start) : source.slice(pin.end, start);
    // A pin speaks for its own line, in a table for its own cell.
    if (/[\n|]/.test(between)) continue;
    best = figure;
    bestGap = gap;
  }
  return best;
}

function endOfLine(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end === -1 ? source.length : end;
}

/** The series of a pin, as if it had been read from the words around the figure. */
export function pinnedSeries(
  pin: PinTarget,
  scope: ScopeNames,
  knowledge: Knowledge,
): { subject: SubjectChoice; metric: Metric; metricOrigin: Origin; metricSpan: null } {
  const all = knowledge.seriesOf(pin.subject, pin.metric.id);
  const [only] = all;
  const named =
    pin.fact === null ? undefined : all.find((series) => series.facts.some((fact) => fact === pin.fact));
  const match =
    named !== undefined
      ? ({ series: named, via: 'own', fit: 'exact', complement: false, family: null } as const)
      : (matchSeries(knowledge, pin.subject, pin.metric.id, scope) ??
        (all.length === 1 && only !== undefined
          ? ({ series: only, via: 'own', fit: 'assumed', complement: false, family: null } as const)
          : null));
  return {
    subject: { entity: pin.subject, variant: '', origin: 'pin', span: null, match },
    metric: pin.metric,
    metricOrigin: 'pin',
    metricSpan: null,
  };
}
