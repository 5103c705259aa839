import type { ServiceContext } from './context.ts';
import { factReferences, type Note } from './note.ts';
import { sourceLine } from './record-text.ts';
import type { DocumentLink } from './results.ts';

/** Fact ids in the note lead to the original document of their source. */
export function findDocumentLinks(context: ServiceContext, note: Note): readonly DocumentLink[] {
  return factReferences(note.text).flatMap(({ id, start, end }) => {
    const fact = context.factBase.fact(id);
    const url = fact === undefined ? '' : (context.factBase.source(fact.source)?.url ?? '');
    if (fact === undefined || !/^https?:/i.test(url)) return [];
    return [{ start, end, url, tooltip: sourceLine(context, fact.source) }];
  });
}
