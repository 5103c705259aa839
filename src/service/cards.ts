import type { Entity, Fact, Source } from '../factbase/model.ts';
import type { ServiceContext } from './context.ts';
import { bold, link, paragraphs, plain, table } from './markdown.ts';
import {
  factFigure,
  factLine,
  factPeriod,
  nameIn,
  newest,
  scopedMetric,
  sourceDate,
  sourceLine,
} from './record-text.ts';
import { KIND_WORDS, word } from './words.ts';

/** More rows than these and a card is no longer read. */
const MAX_ROWS = 8;
const MAX_NAMES = 6;

/** What is known of an entity: names, kind, family, key figures, conflicts, links. */
export function entityCard(context: ServiceContext, entity: Entity): string {
  return paragraphs([
    head(context, entity),
    plain(entity.description[context.language]),
    figures(context, entity),
    conflicts(context, entity),
    links(context, entity),
  ]);
}

function head(context: ServiceContext, entity: Entity): string {
  const { language, factBase } = context;
  const own = nameIn(entity, language);
  const other = language === 'zh' ? entity.name.en : entity.name.zh;
  const names = other === own ? bold(own) : `${bold(own)} / ${plain(other)}`;
  const family = [
    ['entity.made-by', factBase.relatedTo(entity.id, 'makes')],
    ['entity.run-by', factBase.relatedTo(entity.id, 'runs')],
    ['entity.part-of', factBase.related(entity.id, 'part-of')],
    ['entity.makes', factBase.related(entity.id, 'makes')],
  ] as const;
  const parts = family.flatMap(([key, entities]) => {
    if (entities.length === 0) return [];
    const named = entities.slice(0, MAX_NAMES).map((relative) => plain(nameIn(relative, language)));
    const more = entities.length > MAX_NAMES ? ' …' : '';
    return [`${word(language, key)} ${named.join(language === 'zh' ? '、' : ', ')}${more}`];
  });
  return [names, plain(KIND_WORDS[entity.kind][language]), ...parts].join(' · ');
}

/** One row for each series: its newest figure. */
function figures(context: ServiceContext, entity: Entity): string {
  const { language } = context;
  const facts = context.factBase.seriesOf(entity.id).flatMap((series) => newest(series.facts) ?? []);
  if (facts.length === 0) return '';
  const byDate = facts.toSorted((a, b) => (b.period?.to ?? -1e9) - (a.period?.to ?? -1e9));
  const rows = byDate
    .slice(0, MAX_ROWS)
    .map((fact) => [
      plain(scopedMetric(context, fact.metric, fact.scope)),
      plain(factFigure(context, fact)),
      plain(factPeriod(context, fact)),
      sourceCell(context, fact.source),
    ]);
  const columns = (['fact.metric', 'fact.value', 'fact.as-of', 'fact.source'] as const).map((key) =>
    plain(word(language, key)),
  );
  const more = byDate.length - rows.length;
  return paragraphs([
    table(columns, rows),
    more > 0 ? plain(word(language, 'entity.more-facts', { count: String(more) })) : '',
  ]);
}

function sourceCell(context: ServiceContext, id: string): string {
  const source = context.factBase.source(id);
  return source === undefined ? plain(id) : link(source.publisher, source.url);
}

function conflicts(context: ServiceContext, entity: Entity): string {
  const lines = context.factBase
    .conflicts()
    .filter(({ kind, facts }) => kind === 'conflict' && facts.some(({ subject }) => subject === entity.id))
    .map(({ facts }) => {
      const [first] = facts;
      const metric = first === undefined ? '' : plain(scopedMetric(context, first.metric, first.scope));
      const said = facts.map(
        (fact) => `${plain(factFigure(context, fact))} (${sourceCell(context, fact.source)})`,
      );
      return `- ${metric}: ${said.join(' / ')}`;
    });
  return lines.length === 0
    ? ''
    : `${bold(word(context.language, 'entity.conflict'))}\n\n${lines.join('\n')}`;
}

function links(context: ServiceContext, entity: Entity): string {
  const addresses = Object.entries(entity.links).map(([name, url]) => link(name, url));
  return [recordLink(context, entity), ...addresses].filter((part) => part !== '').join(' · ');
}

function recordLink(context: ServiceContext, record: Entity | Fact | Source): string {
  const url = context.recordUrl(record.place);
  return url === null ? '' : link(word(context.language, 'card.record'), url);
}

/** One fact with everything that its record says. */
export function factCard(context: ServiceContext, fact: Fact): string {
  const { language } = context;
  return paragraphs([
    bold(factLine(context, fact)),
    plain(word(language, 'fact.written', { written: fact.written })),
    plain(fact.note),
    sourceCitation(context, fact.source),
    [plain(fact.id), recordLink(context, fact)].filter((part) => part !== '').join(' · '),
  ]);
}

/** Publisher, title and date of a source, linked to the original. */
export function sourceCitation(context: ServiceContext, id: string): string {
  const line = sourceLine(context, id);
  const source = context.factBase.source(id);
  return source === undefined ? plain(line) : link(line, source.url);
}

export function sourceCard(context: ServiceContext, source: Source): string {
  const { language } = context;
  const published = sourceDate(context, source);
  const count = String(context.factBase.factsFrom(source.id).length);
  return paragraphs([
    bold(source.title),
    [
      plain(source.publisher),
      plain(source.author),
      published === '' ? '' : plain(`${word(language, 'source.published')} ${published}`),
      plain(word(language, 'source.facts', { count })),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    [recordLink(context, source), source.url === '' ? '' : link(word(language, 'card.original'), source.url)]
      .filter((part) => part !== '')
      .join(' · '),
  ]);
}
