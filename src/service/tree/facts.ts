import type { Fact } from '../../factbase/model.ts';
import type { Series } from '../../factbase/series.ts';
import { factCard } from '../cards.ts';
import type { ServiceContext } from '../context.ts';
import { figureText } from '../figure-text.ts';
import type { WritingStyle } from '../period-text.ts';
import { factFigure, factPeriod, newest, scopedMetric, seriesTitle } from '../record-text.ts';
import { joinId, makeNode, type TreeNode } from './node.ts';

/** A series: its newest figure stands behind the metric's name. `style` is that of what is inserted. */
export function seriesNode(
  context: ServiceContext,
  parent: string,
  series: Series,
  style: WritingStyle,
): TreeNode {
  const last = newest(series.facts);
  return makeNode({
    id: joinId(parent, series.key),
    kind: 'metric',
    label: scopedMetric(context, series.metric, series.scope),
    description: last === undefined ? '' : `${factFigure(context, last)} · ${factPeriod(context, last)}`,
    hasChildren: series.facts.length > 0,
    target: last === undefined ? null : { type: 'record', place: last.place },
    recordId: series.metric,
    insertText: last === undefined ? null : figureText(last, style),
  });
}

/** One fact. `titled`: with subject and metric, where the nodes above do not say them. */
export function factNode(
  context: ServiceContext,
  parent: string,
  fact: Fact,
  naming: 'bare' | 'titled',
  style: WritingStyle,
): TreeNode {
  const figure = factFigure(context, fact);
  const source = context.factBase.source(fact.source)?.publisher ?? fact.source;
  const period = factPeriod(context, fact);
  return makeNode({
    id: joinId(parent, fact.id),
    kind: 'fact',
    label: naming === 'bare' ? figure : `${seriesTitle(context, fact)}: ${figure}`,
    description: naming === 'bare' ? `${period} · ${source}` : period,
    tooltip: factCard(context, fact),
    target: { type: 'record', place: fact.place },
    recordId: fact.id,
    insertText: figureText(fact, style),
    url: context.factBase.source(fact.source)?.url || null,
  });
}
