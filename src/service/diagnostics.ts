import type { Finding } from '../check/finding.ts';
import type { Fact } from '../factbase/model.ts';
import type { Reader, ServiceContext } from './context.ts';
import { shownFindings } from './findings.ts';
import type { Note } from './note.ts';
import { factLine } from './record-text.ts';
import type { Diagnostic, RelatedPlace } from './results.ts';
import { sourcePassage } from './source-passage.ts';
import { word } from './words.ts';

const MAX_RELATED = 6;

/** The findings of a note as an editor lists them, in order. */
export function doValidation(context: ServiceContext, note: Note): readonly Diagnostic[] {
  return shownFindings(note, context).map((finding) => toDiagnostic(context, finding));
}

export function toDiagnostic(context: ServiceContext, finding: Finding): Diagnostic {
  return {
    start: finding.start,
    end: finding.end,
    code: finding.code,
    severity: finding.severity,
    message: context.say(finding.message),
    related: relatedPlaces(context, finding),
    outdated: finding.code === 'figure.outdated',
  };
}

/** Where a fact stands: its record, and the passage of its source that says it. */
export function placesOfFact(reader: Reader, fact: Fact): readonly RelatedPlace[] {
  const { language } = reader;
  const source = reader.factBase.source(fact.source)?.publisher ?? fact.source;
  const message = word(language, 'related.fact', { known: factLine(reader, fact), source });
  const record: RelatedPlace = { type: 'record', place: fact.place, message };
  const passage = sourcePassage(reader.factBase, fact);
  if (passage === null) return [record];
  return [record, { type: 'record', place: passage, message: word(language, 'related.passage') }];
}

function relatedPlaces(context: ServiceContext, finding: Finding): readonly RelatedPlace[] {
  const { language } = context;
  // The passage of the first alone: more of them would hide the card that editors show below.
  const records = finding.facts.flatMap((fact, i) => context.placesOf(fact).slice(0, i === 0 ? 2 : 1));
  const places: readonly RelatedPlace[] = finding.related.map((span) => ({
    type: 'note',
    span,
    message: word(language, 'related.note'),
  }));
  const elsewhere: readonly RelatedPlace[] = (finding.elsewhere ?? []).map(({ uri, span }) => ({
    type: 'elsewhere',
    uri,
    span,
    message: word(language, 'related.elsewhere'),
  }));
  return [...records, ...places, ...elsewhere].slice(0, MAX_RELATED);
}
