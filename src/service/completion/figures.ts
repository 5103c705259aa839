import type { Fact, Metric } from '../../factbase/model.ts';
import { expandPattern } from '../../factbase/pattern.ts';
import type { Series } from '../../factbase/series.ts';
import type { LineIndex } from '../../text/lines.ts';
import type { ServiceContext } from '../context.ts';
import { figureText } from '../figure-text.ts';
import { type Hedge, hedgeBefore } from '../hedges.ts';
import type { Note } from '../note.ts';
import { periodText } from '../period-text.ts';
import { seriesTitle, sourceLine } from '../record-text.ts';
import type { CompletionItem } from '../results.ts';
import { foldForSearch } from './name-prefixes.ts';

const MAX_ITEMS = 6;

/** The figures that are known of the subject and metric named before the cursor, hedged and dated, the newest first. */
export function figureItems(context: ServiceContext, note: Note, offset: number): readonly CompletionItem[] {
  const clause = clauseBefore(note, offset);
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
  return distinct(facts)
    .toSorted((a, b) => (b.period?.to ?? -1e9) - (a.period?.to ?? -1e9))
    .slice(0, MAX_ITEMS)
    .map((fact, i) => figureItem(context, note, fact, hedge, { dated, offset, place: i }));
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
  if (metric === undefined) return false;
  const patterns = [metric.name.zh, metric.name.en, ...metric.triggers];
  return patterns.some((pattern) => expandPattern(pattern).some((parts) => standsIn(parts, words)));
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

interface Clause {
  readonly start: number;
  /** Where the paragraph begins: subjects carry over from sentence to sentence. */
  readonly paragraph: number;
}

/** Nobody reads a sentence of more characters, or a paragraph of more lines, as one. */
const MAX_SENTENCE = 400;
const MAX_LINES = 40;

function clauseBefore({ text, lines }: Note, offset: number): Clause {
  const { line } = lines.positionAt(offset);
  let first = line;
  while (first > 0 && line - first < MAX_LINES && !isBlank(text, lines, first - 1)) first--;
  const paragraph = lines.lineStart(first);
  let start = offset;
  const least = Math.max(paragraph, offset - MAX_SENTENCE);
  while (start > least && !SENTENCE_ENDS.includes(text[start - 1] ?? '')) start--;
  return { start, paragraph };
}

const SENTENCE_ENDS = '。！？；!?;\r\n';

function isBlank(text: string, lines: LineIndex, line: number): boolean {
  return text.slice(lines.lineStart(line), lines.lineEnd(line)).trim() === '';
}

interface Placing {
  readonly offset: number;
  readonly dated: boolean;
  readonly place: number;
}

function figureItem(
  context: ServiceContext,
  note: Note,
  fact: Fact,
  hedge: Hedge | null,
  { dated, offset, place }: Placing,
): CompletionItem {
  const keeps = hedge !== null && hedge.bound === fact.bound && fact.form === 'plain';
  const bare = figureText(keeps ? { ...fact, bound: 'exact' } : fact, note.style);
  const date = fact.period === null || dated ? '' : dateText(note, fact);
  const figure = keeps
    ? `${hedge.text.trimEnd()}${note.style.spaced || /\w$/.test(hedge.text.trim()) ? ' ' : ''}${bare}`
    : bare;
  return {
    kind: 'figure',
    label: figure + date,
    description: `${seriesTitle(context, fact)} · ${sourceLine(context, fact.source)}`,
    filterText: `${hedge?.text ?? ''}${figure}`,
    sortText: `!${String(place).padStart(3, '0')}`,
    edit: { start: hedge?.start ?? offset, end: offset, newText: figure + date },
    record: fact.id,
  };
}

function dateText(note: Note, fact: Fact): string {
  if (fact.period === null) return '';
  const date = periodText(fact.period, note.style);
  return note.style.script === 'en' ? ` as of ${date}` : `（截至${note.style.spaced ? ' ' : ''}${date}）`;
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
