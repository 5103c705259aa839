import { entityCard, factCard } from '../cards.ts';
import type { ServiceContext } from '../context.ts';
import type { Note } from '../note.ts';
import { factLine } from '../record-text.ts';
import type { CompletionItem, CompletionList, ResolvedCompletion } from '../results.ts';
import { figureItems } from './figures.ts';
import { nameItems } from './names.ts';
import type { CompletionOccasion } from './occasion.ts';
import { isHanzi, type TypedName, typedName } from './typed-name.ts';

const NOTHING: CompletionList = { items: [], incomplete: false };

/** What may be written at the offset: a fact's id behind `fact:`, a known figure, names. */
export function doComplete(
  context: ServiceContext,
  note: Note,
  offset: number,
  occasion: CompletionOccasion,
): CompletionList {
  const ids = factIdItems(context, note, offset);
  if (ids !== null) return { items: ids, incomplete: false };
  const figures = figureItems(context, note, offset);
  const typed = typedName(note.text, offset, context.prefixes);
  const names =
    typed === null || (occasion === 'typed' && isTooShort(typed))
      ? []
      : nameItems(context, note, typed, occasion);
  const items = [...figures, ...names];
  // A run of Chinese is one word to an editor: what it filters by changes with every character, so it must ask again.
  return items.length === 0 && typed === null ? NOTHING : { items, incomplete: true };
}

/** One letter or one Chinese character begins too many names to be offered without being asked for. */
function isTooShort({ text, kind }: TypedName): boolean {
  return text.length < 2 || (kind === 'word' && text.length < 3 && !isHanzi(text));
}

const MAX_IDS = 100;

function factIdItems(context: ServiceContext, note: Note, offset: number): readonly CompletionItem[] | null {
  const typed = /\bfact:([\w.@#~/-]*)$/.exec(note.text.slice(Math.max(0, offset - 120), offset))?.[1];
  if (typed === undefined) return null;
  const wanted = typed.toLowerCase();
  const found = context.factBase.facts.filter(({ id }) => id.toLowerCase().includes(wanted));
  return found.slice(0, MAX_IDS).map((fact) => ({
    kind: 'fact',
    label: fact.id,
    description: factLine(context, fact),
    filterText: fact.id,
    sortText: fact.id,
    edit: { start: offset - typed.length, end: offset, newText: fact.id },
    record: fact.id,
  }));
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
