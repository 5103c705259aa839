import type { Fact, Metric } from '../../factbase/model.ts';
import { foldForSearch } from '../../factbase/name-index/name-index.ts';
import { expandPattern } from '../../factbase/pattern.ts';
import type { Series } from '../../factbase/series.ts';
import { citationOf } from '../citations.ts';
import type { ServiceContext } from '../context.ts';
import { figureText } from '../figure-text.ts';
import { type Hedge, hedgeBefore } from '../hedges.ts';
import type { Note } from '../note.ts';
import { periodText, type WritingStyle } from '../period-text.ts';
import { seriesTitle, sourceLine } from '../record-text.ts';
import type { CompletionItem } from '../results.ts';
import { sentenceBefore } from '../sentence-before.ts';
import { word } from '../words.ts';
import { localStyle } from '../writing-style.ts';
import type { TypedName } from './typed-name.ts';

const MAX_ITEMS = 6;

/**
 * The figures that are known of the subject and metric named before the cursor, hedged and dated, the newest first; each again with
 * a footnote that cites its source.
 */
export function figureItems(context: ServiceContext, note: Note, offset: number): readonly CompletionItem[] {
  const clause = sentenceBefore(note, offset);
  const subject = note.analysis.mentions.findLast(
    ({ entity, start, end }) => entity !== null && end <= offset && start >= clause.paragraph,
  )?.entity;
  if (subject == null) return [];
  const words = foldForSearch(note.text.slice(clause.start, offset));
  const facts = seriesAbout(context, subject)
    .filter((series) => isMeasured(context.factBase.metric(series.metric), words))
    .flatMap((series) => series.facts);
  const hedge = hedgeBefore(note.text, offset);
  const dated = note.analysis.readings.some(
    (reading) => reading.type === 'time' && reading.start >= clause.start && reading.end <= offset,
  );
  const style = localStyle(note.text.slice(clause.start, offset), note.style);
  return distinct(facts)
    .toSorted((a, b) => (b.period?.to ?? -1e9) - (a.period?.to ?? -1e9))
    .slice(0, MAX_ITEMS)
    .flatMap((fact, i) => {
      const item = figureItem(context, fact, hedge, { dated, offset, place: i, style });
      const citing = citingItem(context, note, fact, item, style);
      return citing === null ? [item] : [item, citing];
    });
}

/** The series of a subject; where it has none, those of its one relative that has. */
function seriesAbout(context: ServiceContext, subject: string): readonly Series[] {
  const { factBase } = context;
  const own = factBase.seriesOf(subject);
  const relatives = [
    ...factBase.related(subject, 'part-of'),
    ...factBase.related(subject, 'makes'),
    ...factBase.relatedTo(subject, 'part-of'),
    ...factBase.relatedTo(subject, 'makes'),
  ];
  const others = new Map<string, Series[]>();
  for (const { id } of relatives)
    for (const series of factBase.seriesOf(id))
      if (!own.some(({ metric }) => metric === series.metric))
        others.set(series.metric, [...(others.get(series.metric) ?? []), series]);
  const borrowed = [...others.values()].filter((all) => new Set(all.map((one) => one.subject)).size === 1);
  return [...own, ...borrowed.flat()];
}

function isMeasured(metric: Metric | undefined, words: string): boolean {
  return wordsFor(metric).some((parts) => standsIn(parts, words));
}

/** The ways to say a metric, each with the parts that stand apart in it. */
function wordsFor(metric: Metric | undefined): readonly (readonly string[])[] {
  if (metric === undefined) return [];
  return [metric.name.zh, metric.name.en, ...metric.triggers].flatMap((pattern) => expandPattern(pattern));
}

/** Whether what was typed is but the end of the word for a metric that these figures are of: 量 behind 下载 begins no name. */
export function endsMetric(
  { factBase }: ServiceContext,
  figures: readonly CompletionItem[],
  note: Note,
  typed: TypedName,
): boolean {
  const words = foldForSearch(note.text.slice(sentenceBefore(note, typed.end).start, typed.end));
  const end = foldForSearch(typed.text);
  const metrics = new Set(figures.map(({ record }) => factBase.fact(record)?.metric ?? ''));
  return [...metrics].some((id) =>
    wordsFor(factBase.metric(id)).some((parts) => {
      const last = foldForSearch(parts.at(-1) ?? '');
      return last.endsWith(end) && words.endsWith(last) && standsIn(parts, words);
    }),
  );
}

function standsIn(parts: readonly string[], words: string): boolean {
  let from = 0;
  for (const part of parts) {
    const wanted = foldForSearch(part);
    const at = words.indexOf(wanted, from);
    if (at < 0) return false;
    from = at + wanted.length;
  }
  return true;
}

interface Placing {
  readonly offset: number;
  readonly dated: boolean;
  readonly place: number;
  readonly style: WritingStyle;
}

function figureItem(
  context: ServiceContext,
  fact: Fact,
  hedge: Hedge | null,
  { dated, offset, place, style }: Placing,
): CompletionItem {
  const keeps = hedge !== null && hedge.bound === fact.bound && fact.form === 'plain';
  const bare = figureText(keeps ? { ...fact, bound: 'exact' } : fact, style);
  const date = fact.period === null || dated ? '' : dateText(fact, style);
  const figure = keeps
    ? `${hedge.text.trimEnd()}${style.spaced || /\w$/.test(hedge.text.trim()) ? ' ' : ''}${bare}`
    : bare;
  return {
    kind: 'figure',
    label: figure + date,
    description: `${seriesTitle(context, fact)} · ${sourceLine(context, fact.source)}`,
    filterText: `${hedge?.text ?? ''}${figure}`,
    sortText: `!${String(place).padStart(3, '0')}`,
    edit: { start: hedge?.start ?? offset, end: offset, newText: figure + date },
    additional: [],
    snippet: null,
    record: fact.id,
  };
}

/** The same figure with a footnote behind it; null where its source is not known or the footnote would stand in what is typed. */
function citingItem(
  context: ServiceContext,
  note: Note,
  fact: Fact,
  item: CompletionItem,
  style: WritingStyle,
): CompletionItem | null {
  const source = context.factBase.source(fact.source);
  if (source === undefined) return null;
  const { mark, footnote } = citationOf(note, source, context.factBase, style);
  const { edit } = item;
  if (footnote !== null && footnote.start > edit.start && footnote.start < edit.end) return null;
  const newText = edit.newText + mark;
  // Where the note ends at the cursor, the footnote goes behind it and the cursor stays where it is.
  const isBehind = footnote !== null && footnote.start === edit.end;
  return {
    ...item,
    label: item.label + mark,
    description: `${word(context.language, 'completion.citing')} · ${item.description}`,
    sortText: `${item.sortText}+`,
    edit: { ...edit, newText },
    additional: footnote === null || isBehind ? [] : [footnote],
    snippet: isBehind ? `${snippetText(newText)}$0${snippetText(footnote.newText)}` : null,
  };
}

function snippetText(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

function dateText({ period }: Fact, style: WritingStyle): string {
  if (period === null) return '';
  const date = periodText(period, style);
  return style.script === 'en' ? ` as of ${date}` : `（截至${style.spaced ? ' ' : ''}${date}）`;
}

/** Two sources that say the same are one entry. */
function distinct(facts: readonly Fact[]): readonly Fact[] {
  const seen = new Map<string, Fact>();
  for (const fact of facts) {
    const key = [fact.metric, fact.low, fact.high, fact.bound, fact.unit, fact.period?.iso ?? ''].join('|');
    if (!seen.has(key)) seen.set(key, fact);
  }
  return [...seen.values()];
}
