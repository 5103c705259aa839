import type { Fact } from '../../factbase/model.ts';
import type { MatchKind } from '../../factbase/search.ts';
import { entityCard, factCard } from '../cards.ts';
import type { ServiceContext, WorkspaceNotes } from '../context.ts';
import type { Note } from '../note.ts';
import { factLine } from '../record-text.ts';
import type { CompletionItem, CompletionList, ResolvedCompletion } from '../results.ts';
import { sentenceBefore } from '../sentence-before.ts';
import { placeAt } from '../writing-place.ts';
import { localStyle } from '../writing-style.ts';
import { endsMetric, figureItems } from './figures.ts';
import { nameItems } from './names.ts';
import type { CompletionOccasion } from './occasion.ts';
import { isHanzi, type TypedName, typedName } from './typed-name.ts';

const NOTHING: CompletionList = { items: [], incomplete: false };

/** What may be written at the offset: a fact's id behind `fact:`, a known figure, names. Nothing in code, addresses and front matter. */
export function doComplete(
  context: ServiceContext,
  note: Note,
  offset: number,
  occasion: CompletionOccasion,
  notes: WorkspaceNotes | null = null,
): CompletionList {
  const place = placeAt(note, offset);
  if (place === 'code') return NOTHING;
  const ids = factIdItems(context, note, offset);
  if (ids !== null) return ids;
  if (place === 'markup') return NOTHING;
  const figures = figureItems(context, note, offset);
  const typed = typedName(note.text, offset, context.search);
  const names =
    typed === null || (occasion === 'typed' && isTooShort(typed)) || endsMetric(context, figures, note, typed)
      ? []
      : nameItems(context, note, typed, { occasion, notes, style: styleBefore(note, typed.start) });
  const items = [...figures, ...names];
  // A run of Chinese is one word to an editor: what it filters by changes with every character, so it must ask again.
  return items.length === 0 && typed === null ? NOTHING : { items, incomplete: true };
}

function styleBefore(note: Note, offset: number) {
  return localStyle(note.text.slice(sentenceBefore(note, offset).start, offset), note.style);
}

/** One letter or one Chinese character begins too many names to be offered without being asked for. */
function isTooShort({ text, kind }: TypedName): boolean {
  return text.length < 2 || (kind === 'word' && text.length < 3 && !isHanzi(text));
}

const MAX_IDS = 100;
const TYPED_ID = /(?:\bfact:|<!--\s{0,9}fact:\s{0,9})([\w.@#~/-]*)$/;

/** Facts whose ids hold what was typed, those first whose subject the line names, then those whose subject the note names. */
function factIdItems(context: ServiceContext, note: Note, offset: number): CompletionList | null {
  const typed = TYPED_ID.exec(note.text.slice(Math.max(0, offset - 120), offset))?.[1];
  if (typed === undefined) return null;
  const wanted = typed.toLowerCase();
  const line = note.lines.lineStart(note.lines.positionAt(offset).line);
  const named = new Map<string | null, number>();
  for (const { entity, end } of note.analysis.mentions)
    if (named.get(entity) !== 0) named.set(entity, end > line && end <= offset ? 0 : 1);
  const rank = ({ subject }: Fact) => named.get(subject) ?? 2;
  const found = factsHolding(context, wanted, named);
  const items = found
    .toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_IDS)
    .map(
      (fact, i): CompletionItem => ({
        kind: 'fact',
        label: fact.id,
        description: factLine(context, fact),
        filterText: fact.id,
        sortText: String(i).padStart(4, '0'),
        edit: { start: offset - typed.length, end: offset, newText: fact.id },
        additional: [],
        snippet: null,
        record: fact.id,
      }),
    );
  const isAll = found.length === items.length && context.factBase.facts.length <= MAX_FACTS;
  return { items, incomplete: !isAll };
}

/** Facts of a larger base that are looked through; those of what the note names are all looked at. */
const MAX_FACTS = 20_000;

const MAX_SUBJECTS = 20;

function factsHolding(
  { factBase, search }: ServiceContext,
  wanted: string,
  named: ReadonlyMap<string | null, number>,
): readonly Fact[] {
  const ofNamed = [...named.keys()].flatMap((id) => (id === null ? [] : factBase.factsAbout(id)));
  const subject = /^[^.]*/.exec(wanted)?.[0] ?? '';
  const meant = [
    subject,
    ...search
      .search(subject, MAX_SUBJECTS, new Set<MatchKind>(['exact', 'prefix']))
      .map(({ entity }) => entity.id),
  ];
  const ofMeant = meant.flatMap((id) => factBase.factsAbout(id));
  const looked = new Set([...ofNamed, ...ofMeant, ...factBase.facts.slice(0, MAX_FACTS)]);
  return [...looked].filter(({ id }) => id.toLowerCase().includes(wanted));
}

/** Adds the card; an item whose record is gone comes back with none. */
export function doResolve<T extends Pick<CompletionItem, 'kind' | 'record'>>(
  context: ServiceContext,
  item: T,
): T & Pick<ResolvedCompletion, 'documentation'> {
  return { ...item, documentation: documentation(context, item) };
}

function documentation(
  context: ServiceContext,
  { kind, record }: Pick<CompletionItem, 'kind' | 'record'>,
): string {
  const { factBase } = context;
  if (kind === 'name') {
    const entity = factBase.entity(record);
    return entity === undefined ? '' : entityCard(context, entity);
  }
  const fact = factBase.fact(record);
  return fact === undefined ? '' : factCard(context, fact);
}
