import type { Definition } from '../results.ts';
import type { FactFileContext } from './context.ts';
import { type FactFileView, itemAt, placeAt, textAt } from './fact-file.ts';
import { declaredType, pointerType, type RecordTarget } from './pointers.ts';
import { recordPlace } from './records.ts';

/** The record that is meant at an offset: the one that an id there points at, else the one that the place is in. */
export function targetAt(view: FactFileView, offset: number): RecordTarget | null {
  const place = placeAt(view, offset);
  if (place?.part === 'value') {
    const type = pointerType(view.kind, place.path);
    const id = textAt(place.item.yaml.value, place.path.join('.'));
    if (type !== null && id !== null) return { type, id };
  }
  const id = itemAt(view, offset)?.id ?? null;
  if (id === null) return null;
  if (view.kind === 'facts') return { type: 'fact', id };
  const type = declaredType(view);
  return type === null ? null : { type, id };
}

/** The record that the id at an offset points at; nothing for ids of units and for what is not known. */
export function definitionInFactFile(
  context: FactFileContext,
  view: FactFileView,
  offset: number,
): readonly Definition[] {
  const place = placeAt(view, offset);
  const target = place?.part === 'value' ? targetAt(view, offset) : null;
  const found = target === null ? null : recordPlace(context, target);
  return place === null || found === null
    ? []
    : [{ ...found, origin: { start: place.start, end: place.end } }];
}
