import type { RecordPlace } from '../factbase/model.ts';
import type { NameMatch } from '../factbase/search.ts';
import type { ServiceContext } from './context.ts';
import { factFigure, factPeriod, nameIn, seriesTitle, sourceLine } from './record-text.ts';
import { entityNodeId } from './tree/ecosystem.ts';
import { joinId } from './tree/node.ts';
import { KIND_WORDS } from './words.ts';

/** A record that a query means, in words for a pick list. */
export interface FoundRecord {
  readonly recordId: string;
  readonly kind: 'entity' | 'fact';
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  readonly place: RecordPlace;
  /** Id of its node in the tree. */
  readonly node: string;
  readonly insertText: string;
}

/** Entities whose names meet the query, each followed by its facts unless only entities are wanted, at most `limit` in all. */
export function findRecords(
  context: ServiceContext,
  query: string,
  limit: number,
  wanted: 'entity' | 'all' = 'all',
): readonly FoundRecord[] {
  const { factBase, language } = context;
  const entities =
    query.trim() === ''
      ? factBase.entities.slice(0, limit)
      : likely(context.search.search(query, limit)).map(({ entity }) => entity);
  const found: FoundRecord[] = [];
  for (const entity of entities) {
    if (found.length >= limit) break;
    const name = nameIn(entity, language);
    const other = language === 'zh' ? entity.name.en : entity.name.zh;
    const node = entityNodeId(entity.kind, entity.id);
    found.push({
      recordId: entity.id,
      kind: 'entity',
      label: name,
      description: [other === name ? '' : other, KIND_WORDS[entity.kind][language]]
        .filter((part) => part !== '')
        .join(' · '),
      detail: entity.description[language],
      place: entity.place,
      node,
      insertText: name,
    });
    if (wanted === 'entity') continue;
    for (const series of factBase.seriesOf(entity.id)) {
      for (const fact of series.facts.toReversed()) {
        if (found.length >= limit) break;
        found.push({
          recordId: fact.id,
          kind: 'fact',
          label: `${seriesTitle(context, fact)}: ${factFigure(context, fact)}`,
          description: factPeriod(context, fact),
          detail: sourceLine(context, fact.source),
          place: fact.place,
          node: joinId(joinId(node, series.key), fact.id),
          insertText: factFigure(context, fact),
        });
      }
    }
  }
  return found;
}

/** What is only alike is worth showing where nothing matches: it is for the mistyped. */
function likely(found: readonly NameMatch[]): readonly NameMatch[] {
  const sure = found.filter(({ matchKind }) => matchKind !== 'fuzzy');
  return sure.length > 0 ? sure : found;
}
