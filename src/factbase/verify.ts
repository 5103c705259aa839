import type { Span } from '../text/folded-text.ts';
import { buildFactBase } from './build.ts';
import type { Conflict } from './conflicts.ts';
import type { FactBase } from './fact-base.ts';
import { readRecords } from './load.ts';
import type { Fact, RecordPlace } from './model.ts';
import { type FactProblem, factProblem } from './problem.ts';
import type { ReadPassage } from './reading.ts';
import type { FactFile, Layer, ParsedRecord } from './records.ts';
import type { FactBaseServices } from './services.ts';
import { verifyNames } from './verify-names.ts';
import { verifyRelations } from './verify-relations.ts';
import { type SourceCheck, verifyDigests, verifyDocuments } from './verify-sources.ts';

export interface VerifyServices extends FactBaseServices {
  /** Reads the text of a digest or document: passages in order, folded, with their figures. */
  readPassages(file: FactFile): readonly ReadPassage[];
}

export interface VerifyInput {
  /** The files of each layer, the last of which has the last word. */
  readonly layers: readonly { readonly name: string; readonly files: readonly FactFile[] }[];
  /** Original documents; each belongs to the source whose id begins with the same number. */
  readonly documents: readonly FactFile[];
}

/** A conflict as it is listed: no fault of the base, so it stands apart from the problems. */
export interface ListedConflict {
  readonly conflict: Conflict;
  readonly problem: FactProblem;
}

export interface VerifyReport {
  readonly factBase: FactBase;
  /** By file, and in it by place. */
  readonly problems: readonly FactProblem[];
  readonly conflicts: readonly ListedConflict[];
}

/**
 * Proves that a fact base says what its sources say: files and references, figures read back, each fact in its digest and in its
 * document, and facts against each other. Throws nothing.
 */
export function verifyFacts(input: VerifyInput, services: VerifyServices): VerifyReport {
  const problems: FactProblem[] = [];
  const layers = input.layers.map(({ name, files }): Layer => {
    const read = files.map((file) => readRecords(file));
    problems.push(...read.flatMap((result) => result.problems));
    return {
      name,
      records: read.flatMap((result) => result.records),
      damaged: read.flatMap((result) => result.damaged),
    };
  });
  const { factBase, problems: found } = buildFactBase(layers, services);
  // That a source is missing is said by the digest check, as an error.
  problems.push(...found.filter(({ key }) => key !== 'no-source'));

  problems.push(
    ...crossCheck(factBase, layers, services),
    ...verifyDocuments(sourceCheck(factBase, layers, services), input.documents),
  );
  const conflicts = factBase
    .conflicts()
    .map((conflict) => ({ conflict, problem: conflictProblem(conflict) }));
  return { factBase, problems: problems.toSorted(byPlace), conflicts };
}

/** Names, relations between facts and digests of a fact base that was built from `layers`: what no record can say by itself. */
export function crossCheck(
  factBase: FactBase,
  layers: readonly Layer[],
  services: VerifyServices,
): readonly FactProblem[] {
  const places = placesIn(layers.flatMap(({ records }) => records));
  return [
    ...verifyNames(factBase),
    ...verifyRelations({ factBase, units: services.units, placeOf: (fact) => places(fact, 'value') }),
    ...verifyDigests(sourceCheck(factBase, layers, services)),
  ];
}

function sourceCheck(factBase: FactBase, layers: readonly Layer[], services: VerifyServices): SourceCheck {
  const places = placesIn(layers.flatMap(({ records }) => records));
  return {
    factBase,
    units: services.units,
    readPassages: (file) => services.readPassages(file),
    placeOf: (fact) => places(fact, 'written'),
  };
}

/** Finds the place of one key of a fact's record. */
function placesIn(records: readonly ParsedRecord[]): (fact: Fact, key: string) => RecordPlace {
  const byRecordPlace = new Map(records.map((record) => [record.place, record]));
  return (fact, key) => {
    const span: Span = byRecordPlace.get(fact.place)?.at[key] ?? fact.place;
    return { file: fact.place.file, start: span.start, end: span.end };
  };
}

function conflictProblem({ kind, facts }: Conflict): FactProblem {
  const [first] = facts;
  const place = first?.place ?? { file: '', start: 0, end: 0 };
  const statements = facts.map((fact) => statement(fact, kind)).join('; ');
  const what = `${first?.subject ?? ''} ${first?.metric ?? ''}`;
  return factProblem(kind, place, { what, statements });
}

function statement(fact: Fact, kind: Conflict['kind']): string {
  const period = fact.period === null ? '' : `, ${fact.period.iso}`;
  const metric = kind === 'ambiguity' ? `${fact.metric} ` : '';
  return `${metric}${fact.written} (${fact.source}${period})`;
}

function byPlace(a: FactProblem, b: FactProblem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.start - b.start || a.end - b.end;
}
