import type { Source } from '../factbase/model.ts';
import type { Span } from '../text/folded-text.ts';
import { citedSource, footnoteReferences, footnotesOf } from './citations.ts';
import type { ServiceContext } from './context.ts';
import { factReferences, type Note } from './note.ts';
import { pinnedFacts } from './pins.ts';
import { sourceLine } from './record-text.ts';
import type { DocumentLink } from './results.ts';
import { placeAt } from './writing-place.ts';

/** Fact ids and footnote marks in the note lead to the original document of their source. */
export function findDocumentLinks(context: ServiceContext, note: Note): readonly DocumentLink[] {
  const links = [...pins(context, note), ...citations(context, note)];
  return links.sort((a, b) => a.start - b.start);
}

function pins(context: ServiceContext, note: Note): readonly DocumentLink[] {
  const { factBase } = context;
  return factReferences(note.text).flatMap(({ id, ...span }) => {
    const [fact] = pinnedFacts(factBase, id);
    const source = fact === undefined ? undefined : factBase.source(fact.source);
    if (source === undefined || placeAt(note, span.end) === 'code') return [];
    return linkTo(context, span, source);
  });
}

function citations(context: ServiceContext, note: Note): readonly DocumentLink[] {
  const footnotes = footnotesOf(note);
  const cited = new Map(
    footnotes.map((footnote) => [footnote.label, citedSource(context.factBase, footnote)]),
  );
  return footnoteReferences(note).flatMap(({ label, ...span }) => {
    const source = cited.get(label);
    return source === undefined ? [] : linkTo(context, span, source);
  });
}

function linkTo(context: ServiceContext, { start, end }: Span, source: Source): readonly DocumentLink[] {
  if (!/^https?:/i.test(source.url)) return [];
  return [{ start, end, url: source.url, tooltip: sourceLine(context, source.id) }];
}
