import { plain } from '../markdown.ts';
import type { Hover } from '../results.ts';
import type { FactFileContext } from './context.ts';
import { type FactFileView, placeAt } from './fact-file.ts';
import { cardOf } from './records.ts';
import { describedAt } from './schema.ts';
import { targetAt } from './target.ts';

/** The card of the record that an id points at, of the fact that a value belongs to, or what a key means. */
export function hoverFactFile(context: FactFileContext, view: FactFileView, offset: number): Hover | null {
  const place = placeAt(view, offset);
  if (place === null) return null;
  const target = targetAt(view, offset);
  const isRecord = place.part === 'value' && target !== null;
  const card = isRecord ? cardOf(context, target) : '';
  const text = card === '' ? plain(describedAt(context.schemas[view.kind], place.path)) : card;
  return text === '' ? null : { start: place.start, end: place.end, markdown: text };
}
