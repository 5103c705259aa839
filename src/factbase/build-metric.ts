import { type BuildContext, reportDangling } from './build-context.ts';
import type { Metric } from './model.ts';
import type { MetricRecord } from './records.ts';

/** The metric of a record; siblings and wholes that point nowhere are reported and left out. */
export function makeMetric(record: MetricRecord, context: BuildContext): Metric {
  const { data } = record;
  if (!context.dimensions.has(data.dimension)) {
    reportDangling(context, record, 'dimension', 'dimension', data.dimension, context.dimensions);
  }
  const siblings = data.siblings.filter((id, i) => {
    if (context.metrics.has(id)) return true;
    reportDangling(context, record, `siblings.${i}`, 'metric', id, context.metrics.keys());
    return false;
  });
  const whole = data['part-of'];
  const wholeKnown = whole !== undefined && context.metrics.has(whole);
  if (whole !== undefined && !wholeKnown) {
    reportDangling(context, record, 'part-of', 'metric', whole, context.metrics.keys());
  }
  const level = data['growth-of'];
  const levelKnown = level !== undefined && context.metrics.has(level);
  if (level !== undefined && !levelKnown) {
    reportDangling(context, record, 'growth-of', 'metric', level, context.metrics.keys());
  }
  const { complement } = data;
  const complementKnown = complement !== undefined && context.metrics.has(complement);
  if (complement !== undefined && !complementKnown) {
    reportDangling(context, record, 'complement', 'metric', complement, context.metrics.keys());
  }
  return {
    id: data.id,
    name: data.name,
    triggers: [...data.triggers.zh, ...data.triggers.en],
    except: [...(data.except?.zh ?? []), ...(data.except?.en ?? [])],
    dimension: data.dimension,
    class: data.class,
    cumulative: data.cumulative,
    direction: data.direction,
    siblings,
    members: data.members,
    ...(wholeKnown ? { partOf: whole } : {}),
    ...(levelKnown ? { growthOf: level } : {}),
    ...(complementKnown ? { complement } : {}),
    place: record.place,
  };
}
