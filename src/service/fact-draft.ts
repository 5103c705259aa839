import type { ReadFigure } from '../check/analysis.ts';
import type { Claim } from '../claims/claim.ts';
import type { FactMode, Metric, Scope } from '../factbase/model.ts';
import { foldForSearch } from '../factbase/name-index/name-index.ts';
import { expandPattern } from '../factbase/pattern.ts';
import { conversion } from '../factbase/written.ts';
import type { Bound, Figure } from '../quantity/figure.ts';
import { foldName } from '../text/fold.ts';
import type { Span } from '../text/folded-text.ts';
import type { ServiceContext } from './context.ts';
import { figureText } from './figure-text.ts';
import { countedIn, FACT_MODES, type FigureServices, writtenOf } from './harvest.ts';
import type { Note } from './note.ts';
import { nameIn, readerStyle } from './record-text.ts';
import type { Range } from './results.ts';
import { KIND_WORDS, word } from './words.ts';

/** A record that may be chosen, in words. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly description: string;
}

/** What can be read of a figure that somebody wants to record. What is null is to be asked for. */
export interface FactDraft {
  readonly range: Range | null;
  readonly sentence: string;
  readonly subject: Choice | null;
  /** Entities that the note names, those nearest to the place first. */
  readonly named: readonly Choice[];
  readonly metric: Choice | null;
  readonly scope: Scope;
  /** The figure as the note writes it, with the words that bound it. */
  readonly written: string | null;
  readonly period: string | null;
  readonly mode: FactMode;
}

const MAX_NAMED = 12;

/** A name behind the figure counts as this much further off. */
const BEHIND = 40;

/** What stands at a place of a note: at the cursor, in what is selected, else the only figure of the line. */
export function draftFact(
  context: ServiceContext,
  note: Note,
  place: Span,
  services: FigureServices,
): FactDraft {
  const found = figureAt(note, place);
  const claim = found?.claim ?? null;
  const subject = claim?.subject == null || claim.variant !== '' ? null : claim.subject.value;
  const metric = claim === null ? onlyMetric(context, note, found, services) : (claim.metric?.value ?? null);
  return {
    range: found === null ? null : rangeOf(note, found),
    sentence: found === null ? '' : oneLine(note.text.slice(found.sentence.start, found.sentence.end)),
    subject: subject === null ? null : entityChoice(context, subject),
    named: namedNear(context, note, found ?? place),
    metric: metric === null ? null : metricChoice(context, metric),
    scope: claim?.scope ?? {},
    written:
      found === null ? selected(note, place, services) : writtenOf(note, found, found.figure.unit, services),
    period: claim === null ? lastTime(note, found) : (claim.period?.value.iso ?? null),
    mode: (claim === null ? undefined : FACT_MODES[claim.mode]) ?? 'reported',
  };
}

interface FoundFigure extends Span {
  readonly figure: Figure;
  readonly sentence: Span;
  readonly claim: Claim | null;
}

function figureAt(note: Note, place: Span): FoundFigure | null {
  const { claims, readings } = note.analysis;
  const line = lineOf(note, place.start);
  const figures = readings.filter((reading): reading is ReadFigure => reading.type === 'figure');
  const candidates: readonly FoundFigure[] = [
    ...claims.map(({ claim }) => ({ ...claim, claim })),
    ...figures.map((reading) => ({ ...reading, sentence: line, claim: null })),
  ];
  const touching = candidates.find(({ start, end }) => start <= place.end && place.start <= end);
  if (touching !== undefined || place.end > place.start) return touching ?? null;
  const inLine = candidates.filter(({ start, end }) => line.start <= start && end <= line.end);
  const places = new Set(inLine.map(({ start }) => start));
  return places.size === 1 ? (inLine[0] ?? null) : null;
}

function lineOf(note: Note, offset: number): Span {
  const { line } = note.lines.positionAt(offset);
  const start = note.lines.lineStart(line);
  const end = note.text.indexOf('\n', start);
  return { start, end: end < 0 ? note.text.length : end };
}

/** The one metric that the line of an unclaimed figure speaks of; null for none, and for several. */
function onlyMetric(
  context: ServiceContext,
  note: Note,
  found: FoundFigure | null,
  services: FigureServices,
): string | null {
  if (found === null) return null;
  const words = foldForSearch(note.text.slice(found.sentence.start, found.sentence.end));
  const fitting = context.factBase.metrics.filter(
    (metric) => unitFor(context, found.figure, metric, services) !== null && isSpokenOf(metric, words),
  );
  const [only] = fitting;
  return only !== undefined && fitting.length === 1 ? only.id : null;
}

/** The last time that stands before an unclaimed figure in its line. */
function lastTime(note: Note, found: FoundFigure | null): string | null {
  if (found === null) return null;
  const time = note.analysis.readings.findLast(
    (reading) =>
      reading.type === 'time' && reading.start >= found.sentence.start && reading.end <= found.start,
  );
  return time?.type === 'time' ? (time.period?.iso ?? null) : null;
}

/** What somebody selected is the figure where it reads as one, whatever the words around it say. */
function selected(note: Note, { start, end }: Span, { readWritten }: FigureServices): string | null {
  const text = note.text.slice(start, end).trim();
  return text !== '' && readWritten(foldName(text)) !== null ? text : null;
}

function namedNear(context: ServiceContext, note: Note, place: Span): readonly Choice[] {
  // Whose figure it is mostly stands before it.
  const distance = ({ start, end }: Span) =>
    end <= place.start ? place.start - end : BEHIND + start - place.end;
  const near = note.analysis.mentions.toSorted((a, b) => distance(a) - distance(b));
  const ids = new Set(near.flatMap(({ entity }) => entity ?? []));
  return [...ids].slice(0, MAX_NAMED).map((id) => entityChoice(context, id));
}

function entityChoice({ factBase, language }: ServiceContext, id: string): Choice {
  const entity = factBase.entity(id);
  if (entity === undefined) return { id, label: id, description: '' };
  return { id, label: nameIn(entity, language), description: KIND_WORDS[entity.kind][language] };
}

function metricChoice({ factBase, language }: ServiceContext, id: string): Choice {
  const metric = factBase.metric(id);
  if (metric === undefined) return { id, label: id, description: '' };
  return { id, label: metric.name[language], description: metric.name[language === 'zh' ? 'en' : 'zh'] };
}

export interface MetricQuestion {
  /** The figure as written; null for any. */
  readonly written: string | null;
  readonly subject: string | null;
  readonly sentence: string;
}

/** The metrics that a figure may be one of: those that the sentence speaks of, those of the subject, the others by name. */
export function metricChoices(
  context: ServiceContext,
  { written, subject, sentence }: MetricQuestion,
  services: FigureServices,
): readonly Choice[] {
  const { factBase, language } = context;
  const figure = written === null ? null : services.readWritten(foldName(written));
  const words = foldForSearch(sentence);
  const own = new Set(subject === null ? [] : factBase.seriesOf(subject).map(({ metric }) => metric));
  const rank = (metric: Metric) => (isSpokenOf(metric, words) ? 0 : own.has(metric.id) ? 1 : 2);
  return factBase.metrics
    .filter((metric) => figure === null || unitFor(context, figure, metric, services) !== null)
    .toSorted((a, b) => rank(a) - rank(b) || a.name[language].localeCompare(b.name[language], language))
    .map(({ id }) => metricChoice(context, id));
}

function isSpokenOf(metric: Metric, words: string): boolean {
  return [metric.name.zh, metric.name.en, ...metric.triggers].some((pattern) =>
    expandPattern(pattern).some((parts) => parts.every((part) => words.includes(foldForSearch(part)))),
  );
}

/** The unit in which a fact of the metric would state the figure; null where it measures something else. */
function unitFor(
  context: ServiceContext,
  { unit }: Figure,
  metric: Metric,
  services: FigureServices,
): string | null {
  if (unit !== null) return services.units.unit(unit)?.dimension === metric.dimension ? unit : null;
  const counted = countedIn(context, metric.id, services);
  if (counted !== null) return counted;
  const ofDimension = services.units.ids.filter(
    (id) => services.units.unit(id)?.dimension === metric.dimension,
  );
  return ofDimension.find((id) => conversion(null, id, services.units) === 1) ?? null;
}

export interface WrittenFigure {
  readonly value: number | readonly [low: number, high: number];
  readonly bound: Bound;
  readonly unit: string;
  /** The same in the reader's words. */
  readonly words: string;
}

/** The figure that a text writes, as a fact of the metric states it; why not, in words, where it writes none. */
export function readFigure(
  context: ServiceContext,
  text: string,
  metricId: string,
  services: FigureServices,
): { readonly figure: WrittenFigure | null; readonly problem: string | null } {
  const { factBase, language } = context;
  const refused = (problem: string) => ({ figure: null, problem });
  const figure = services.readWritten(foldName(text));
  if (figure === null) return refused(word(language, 'record.no-figure'));
  if (figure.form !== 'plain' || figure.per !== null) return refused(word(language, 'record.vague'));
  const metric = factBase.metric(metricId);
  const unit = metric === undefined ? null : unitFor(context, figure, metric, services);
  if (metric === undefined || unit === null)
    return refused(word(language, 'record.other-unit', { metric: metric?.name[language] ?? metricId }));
  const { low, high, bound } = figure;
  const words = figureText({ ...figure, unit }, readerStyle(language));
  return { figure: { value: low === high ? low : [low, high], bound, unit, words }, problem: null };
}

function rangeOf(note: Note, { start, end }: Span): Range {
  return { start: note.lines.positionAt(start), end: note.lines.positionAt(end) };
}

function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}
