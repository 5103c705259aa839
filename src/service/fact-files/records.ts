import type { Metric, RecordPlace } from '../../factbase/model.ts';
import { bold, paragraphs, plain } from '../markdown.ts';
import { overrideText } from '../override.ts';
import type { FactFileContext } from './context.ts';
import type { RecordTarget } from './pointers.ts';
import { factFileWord } from './words.ts';

/** More spellings than these and nobody reads them. */
const MAX_SPELLINGS = 8;

/** What is known of a record that an id points at, as a card; empty when nothing is. */
export function cardOf(context: FactFileContext, { type, id }: RecordTarget): string {
  if (type === 'entity' || type === 'fact') return context.recordCard(type, id);
  if (type === 'unit') return unitCard(context, id);
  if (type === 'dimension') return dimensionCard(context, id);
  const metric = context.factBase.metric(id);
  return metric === undefined ? '' : metricCard(context, metric);
}

function metricCard(context: FactFileContext, metric: Metric): string {
  const { factBase, language } = context;
  const other = language === 'zh' ? metric.name.en : metric.name.zh;
  const count = factBase.seriesOfMetric(metric.id).reduce((sum, { facts }) => sum + facts.length, 0);
  const nameOf = (id: string): string => factBase.metric(id)?.name[language] ?? id;
  const siblings = factBase.siblings(metric.id).map(({ id }) => nameOf(id));
  const separator = language === 'zh' ? '、' : ', ';
  const measure = factFileWord(language, 'metric.measure', {
    class: metric.class,
    dimension: metric.dimension,
  });
  const lines = [
    metric.cumulative ? factFileWord(language, 'metric.cumulative') : '',
    metric.partOf === undefined
      ? ''
      : factFileWord(language, 'metric.part-of', { name: nameOf(metric.partOf) }),
    siblings.length === 0
      ? ''
      : factFileWord(language, 'metric.siblings', { names: siblings.join(separator) }),
    factFileWord(language, 'metric.facts', { count: String(count) }),
  ];
  return paragraphs([
    `${bold(metric.name[language])} / ${plain(other)} · ${plain(measure)}`,
    plain(lines.filter((line) => line !== '').join(' · ')),
    plain(overrideText(context, metric)),
  ]);
}

function unitCard({ units, language }: FactFileContext, id: string): string {
  const unit = units.unit(id);
  if (unit === null) return '';
  const spelt = units.spellings.filter((spelling) => spelling.unit.id === id).map(({ text }) => text);
  const spellings = [...new Set(spelt)].slice(0, MAX_SPELLINGS).join(', ');
  const { dimension, factor } = unit;
  return paragraphs([bold(id), plain(factFileWord(language, 'unit.card', { dimension, factor, spellings }))]);
}

function dimensionCard({ units, language }: FactFileContext, id: string): string {
  const members = units.ids.filter((unit) => units.unit(unit)?.dimension === id);
  if (members.length === 0) return '';
  const text = factFileWord(language, 'dimension.units', { units: members.join(', ') });
  return paragraphs([bold(id), plain(text)]);
}

/** Where the record stands; null for units and dimensions, which are no records, and for what is not known. */
export function recordPlace({ factBase }: FactFileContext, { type, id }: RecordTarget): RecordPlace | null {
  if (type === 'entity') return factBase.entity(id)?.place ?? null;
  if (type === 'metric') return factBase.metric(id)?.place ?? null;
  return type === 'fact' ? (factBase.fact(id)?.place ?? null) : null;
}
