import type { MessageWords } from '../check/message.ts';
import type { Reader } from './context.ts';
import { periodText } from './period-text.ts';
import { entityName, factFigure, metricName, readerStyle } from './record-text.ts';

/** How the checker's messages name entities, metrics, sources, figures and times to this reader. */
export function messageWords(reader: Reader): MessageWords {
  return {
    entity: (id) => entityName(reader, id),
    metric: (id) => metricName(reader, id),
    // One line has room for who says so; cards and related places name the document.
    source: (id) => reader.factBase.source(id)?.publisher ?? id,
    fact: (fact) => factFigure(reader, fact),
    period: (period) => (period === null ? '' : periodText(period, readerStyle(reader.language))),
  };
}
