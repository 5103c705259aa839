import { foldName } from '../text/fold.ts';
import { type BuildContext, report, reportDangling } from './build-context.ts';
import { SCOPE_KEYS } from './fact-id.ts';
import type { Fact, Scope } from './model.ts';
import type { FactRecord, ParsedRecord, WrittenReading } from './records.ts';
import type { FactData } from './schema.ts';
import type { FactBaseServices } from './services.ts';
import { conversion, stepOf, valueEnds, writtenMismatches } from './written.ts';

/** The fact of a record, or null when it points nowhere or cannot be: then nothing may be checked against it. */
export function makeFact(record: FactRecord, id: string, context: BuildContext): Fact | null {
  const { data } = record;
  const pointsSomewhere = checkEntities(record, context);
  const measured = checkUnit(record, context);
  const period = data.period === null ? null : context.services.parsePeriod(String(data.period));
  const dated = data.period === null || period !== null;
  if (!dated) report(context, record, 'period', 'period', { found: String(data.period) });
  const [low, high] = valueEnds(data.value);
  if (low > high) report(context, record, 'value', 'range', { low: String(low), high: String(high) });
  if (!pointsSomewhere || !measured || !dated || low > high) return null;

  const saidBy = data['said-by'];
  const reading = record.reading ?? readWritten(record, context);
  return {
    id,
    subject: data.subject,
    metric: data.metric,
    scope: scopeOf(data.scope),
    low,
    high,
    step: reading?.step ?? stepOf(low),
    bound: data.bound,
    form: reading?.form ?? 'plain',
    unit: data.unit,
    period,
    mode: data.mode,
    ...(saidBy === undefined ? {} : { saidBy }),
    written: data.written,
    note: data.note ?? '',
    source: record.source,
    place: record.place,
  };
}

function scopeOf(stated: FactData['scope']): Scope {
  return Object.fromEntries(
    SCOPE_KEYS.flatMap((key) => (stated[key] === undefined ? [] : [[key, stated[key]]])),
  );
}

function checkEntities(record: FactRecord, context: BuildContext): boolean {
  const { data } = record;
  const named = [
    { at: 'subject', id: data.subject },
    { at: 'said-by', id: data['said-by'] },
    ...SCOPE_KEYS.map((key) => ({ at: `scope.${key}`, id: data.scope[key] })),
  ];
  let known = true;
  for (const { at, id } of named) {
    if (id === undefined || context.entityIds.has(id)) continue;
    reportDangling(context, record, at, 'entity', id, context.entityIds);
    known = false;
  }
  return known;
}

function checkUnit(record: FactRecord, context: BuildContext): boolean {
  const { data } = record;
  const { units } = context.services;
  const unit = units.unit(data.unit);
  const metric = context.metrics.get(data.metric)?.data;
  if (unit === null) reportDangling(context, record, 'unit', 'unit', data.unit, units.ids);
  if (metric === undefined) {
    reportDangling(context, record, 'metric', 'metric', data.metric, context.metrics.keys());
  }
  if (unit === null || metric === undefined) return false;
  if (unit.dimension === metric.dimension) return true;
  const { dimension: found } = unit;
  report(context, record, 'unit', 'unit', {
    unit: data.unit,
    found,
    metric: metric.id,
    expected: metric.dimension,
  });
  return false;
}

/** What `written` says, reported where it says other than the record; null when it says nothing that can be used. */
function readWritten(record: FactRecord, context: BuildContext): WrittenReading | null {
  const { data } = record;
  const figure = context.services.readWritten(foldName(data.written));
  if (figure === null) {
    report(context, record, 'written', 'unwritten', { written: data.written });
    return null;
  }
  const mismatches = writtenMismatches(data, figure, context.services.units);
  for (const { key, found, expected } of mismatches) {
    report(context, record, 'written', 'written', { written: data.written, key, found, expected });
  }
  if (mismatches.length > 0) return null;
  const factor = conversion(figure.unit, data.unit, context.services.units) ?? 1;
  return { step: figure.step * factor, form: figure.form };
}

/** Adds to fact records what `written` reads as, so that a compiled base need not read it again. */
export function withReadings(records: readonly ParsedRecord[], services: FactBaseServices): ParsedRecord[] {
  return records.map((record) => {
    if (record.type !== 'fact' || record.reading !== undefined) return record;
    const figure = services.readWritten(foldName(record.data.written));
    if (figure === null || writtenMismatches(record.data, figure, services.units).length > 0) return record;
    const factor = conversion(figure.unit, record.data.unit, services.units) ?? 1;
    return { ...record, reading: { step: figure.step * factor, form: figure.form } };
  });
}
