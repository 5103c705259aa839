import type { Entity, Fact, Source } from '../factbase/model.ts';
import type { ServiceContext, WorkspaceNotes } from './context.ts';
import { mentionedElsewhere } from './elsewhere.ts';
import { action, bold, link, paragraphs, picture, plain, table } from './markdown.ts';
import type { Note } from './note.ts';
import { overrideText } from './override.ts';
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
import { sourcePassage } from './source-passage.ts';
import { sparkline } from './sparkline.ts';
import { KIND_WORDS, word } from './words.ts';

/** The place in a note that a card is shown for: what it may say of the workspace, and where it may cite. */
export interface CardPlace {
  readonly note: Note;
  /** Where a citation would go. */
  readonly offset: number;
  readonly notes: WorkspaceNotes | null;
}

/** More rows than these and a card is no longer read. */
const MAX_ROWS = 8;
const MAX_NAMES = 6;

/** What is known of an entity: names, kind, family, key figures, conflicts, other notes that name it, links. */
export function entityCard(context: ServiceContext, entity: Entity, place: CardPlace | null = null): string {
  return paragraphs([
    head(context, entity),
    plain(entity.description[context.language]),
    figures(context, entity),
    conflicts(context, entity),
    elsewhere(context, entity, place),
    plain(overrideText(context, entity)),
    links(context, entity, place),
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
  const byDate = newestFigures(context, entity);
  if (byDate.length === 0) return '';
  const rows = byDate
    .slice(0, MAX_ROWS)
    .map(({ fact, facts }) => [
      plain(scopedMetric(context, fact.metric, fact.scope)),
      [plain(factFigure(context, fact)), trend(context, facts)].filter((part) => part !== '').join(' '),
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

interface NewestFigure {
  readonly fact: Fact;
  /** The series that it is the newest of. */
  readonly facts: readonly Fact[];
}

function newestFigures(context: ServiceContext, entity: Entity): readonly NewestFigure[] {
  return context.factBase
    .seriesOf(entity.id)
    .flatMap(({ facts }): NewestFigure[] => {
      const fact = newest(facts);
      return fact === undefined ? [] : [{ fact, facts }];
    })
    .sort((a, b) => (b.fact.period?.to ?? -1e9) - (a.fact.period?.to ?? -1e9));
}

/** A small drawing of how a series went, with its figures in words for those who cannot see it. */
function trend(context: ServiceContext, facts: readonly Fact[]): string {
  const svg = sparkline(facts);
  if (svg === null) return '';
  const dated = facts.filter(({ period }) => period !== null);
  const words = dated.map((fact) => `${factPeriod(context, fact)}: ${factFigure(context, fact)}`);
  return picture(words.join(' → '), svg);
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

function elsewhere(context: ServiceContext, entity: Entity, place: CardPlace | null): string {
  if (place === null || place.notes === null) return '';
  const found = mentionedElsewhere(place.notes, place.note, entity.id);
  if (found === null) return '';
  const { language } = context;
  const more = found.more > 0 ? word(language, 'entity.more-notes', { count: String(found.more) }) : '';
  const listed = more === '' ? found.links : `${found.links} · ${plain(more)}`;
  return `${bold(word(language, 'entity.elsewhere'))}: ${listed}`;
}

function links(context: ServiceContext, entity: Entity, place: CardPlace | null): string {
  const [newestFigure] = newestFigures(context, entity);
  const addresses = Object.entries(entity.links).map(([name, url]) => link(name, url));
  const parts = [
    recordLink(context, entity),
    place === null ? '' : treeLink(context, entity.id),
    newestFigure === undefined ? '' : citeLink(context, newestFigure.fact, place),
    ...addresses,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Reveals a record in the tree; empty where the editor has none. */
export function treeLink(context: ServiceContext, recordId: string): string {
  const address = context.actionUrl({ type: 'show-in-tree', recordId });
  return action(word(context.language, 'card.tree'), address);
}

/** Cites the source of a fact at the place; empty where the editor cannot. */
export function citeLink(context: ServiceContext, fact: Fact, place: CardPlace | null): string {
  if (place === null) return '';
  const { note, offset } = place;
  const position = note.lines.positionAt(offset);
  const address = context.actionUrl({ type: 'insert-citation', uri: note.uri, position, fact: fact.id });
  return action(word(context.language, 'card.cite'), address);
}

function recordLink(context: ServiceContext, record: Entity | Fact | Source): string {
  const url = context.recordUrl(record.place);
  return url === null ? '' : link(word(context.language, 'card.record'), url);
}

/** One fact with everything that its record says. */
export function factCard(context: ServiceContext, fact: Fact, place: CardPlace | null = null): string {
  const { language } = context;
  const passage = sourcePassage(context.factBase, fact);
  const said = passage === null ? null : context.recordUrl(passage);
  const parts = [
    plain(fact.id),
    said === null ? '' : link(word(language, 'card.passage'), said),
    recordLink(context, fact),
    place === null ? '' : treeLink(context, fact.id),
    citeLink(context, fact, place),
  ];
  return paragraphs([
    bold(factLine(context, fact)),
    plain(word(language, 'fact.written', { written: fact.written })),
    plain(fact.note),
    sourceCitation(context, fact.source),
    plain(overrideText(context, fact)),
    parts.filter((part) => part !== '').join(' · '),
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
