import { namesOf } from '../../factbase/names.ts';
import type { TextEdit } from '../results.ts';
import type { FactFileContext } from './context.ts';
import { cursorAt, type Writing } from './cursor.ts';
import type { FactFileView } from './fact-file.ts';
import type { FactFileKind } from './kind.ts';
import { type PointerType, pointerType } from './pointers.ts';
import { cardOf } from './records.ts';
import { listedValues, schemasAt } from './schema.ts';

export interface FactFileCompletion {
  readonly kind: 'key' | 'value' | 'record';
  readonly label: string;
  /** Pale text behind the label. */
  readonly description: string;
  /** What the editor compares with the word: ids, and names in any language. */
  readonly filterText: string;
  readonly sortText: string;
  readonly edit: TextEdit;
  /** The entity that is offered; its card is the one that notes show. */
  readonly entity: string | null;
  /** Markdown; made when it is asked for, as it costs. */
  documentation(): string;
}

type Candidate = Omit<FactFileCompletion, 'edit' | 'sortText'> & { readonly newText: string };

/** Keys of the record, ids of what may be pointed at, and listed values, for the word at an offset. */
export function completeFactFile(
  context: FactFileContext,
  view: FactFileView,
  offset: number,
): readonly FactFileCompletion[] {
  const { word, writings } = cursorAt(view, offset);
  const candidates = writings.flatMap((writing) =>
    writing.part === 'key' ? keys(context, view.kind, writing) : values(context, view.kind, writing),
  );
  const followedByColon = /^[ \t]*:/.test(view.text.slice(word.end));
  return candidates.map(({ newText, ...candidate }, i) => ({
    ...candidate,
    sortText: String(i).padStart(4, '0'),
    edit: { ...word, newText: followedByColon && candidate.kind === 'key' ? candidate.label : newText },
  }));
}

/** Required ones first, then as the schema lists them. */
function keys({ schemas }: FactFileContext, kind: FactFileKind, writing: Writing): readonly Candidate[] {
  return schemasAt(schemas[kind], writing.path).flatMap((node) => {
    const required = new Set(node.required);
    return Object.entries(node.properties ?? {})
      .filter(([key]) => !writing.siblings.includes(key))
      .toSorted(([a], [b]) => Number(required.has(b)) - Number(required.has(a)))
      .map(([key, schema]) => ({
        kind: 'key' as const,
        label: key,
        description: '',
        filterText: key,
        newText: `${key}: `,
        entity: null,
        documentation: () => schema.description ?? '',
      }));
  });
}

function values(context: FactFileContext, kind: FactFileKind, writing: Writing): readonly Candidate[] {
  const { schemas } = context;
  const pointer = pointerType(kind, writing.path) ?? pointerType(kind, [...writing.path, '0']);
  if (pointer !== null)
    return records(context, pointer).filter(({ label }) => !writing.siblings.includes(label));
  return listedValues(schemasAt(schemas[kind], writing.path)).map((value) => ({
    kind: 'value',
    label: value,
    description: '',
    filterText: value,
    newText: value,
    entity: null,
    documentation: () => '',
  }));
}

function records(context: FactFileContext, type: PointerType): readonly Candidate[] {
  const { factBase, units, language } = context;
  const record = (id: string, description: string, names: readonly string[]): Candidate => ({
    kind: 'record',
    label: id,
    description,
    filterText: [id, ...names].join(' '),
    newText: id,
    entity: type === 'entity' ? id : null,
    documentation: () => cardOf(context, { type, id }),
  });
  if (type === 'entity')
    return factBase.entities.map((entity) => record(entity.id, entity.name[language], namesOf(entity)));
  if (type === 'metric')
    return factBase.metrics.map(({ id, name }) => record(id, name[language], [name.zh, name.en]));
  if (type === 'unit')
    return units.ids.map((id) => {
      const spelt = units.spellings.filter(({ unit }) => unit.id === id).map(({ text }) => text);
      return record(id, units.unit(id)?.dimension ?? '', spelt);
    });
  const dimensions = new Set(units.ids.flatMap((id) => units.unit(id)?.dimension ?? []));
  return [...dimensions].map((id) => record(id, '', []));
}
