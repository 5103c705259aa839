import type { Figure } from '../quantity/figure.ts';
import type { UnitTable } from '../quantity/units.ts';
import { foldName } from '../text/fold.ts';
import type { FactBase, KnownRecord } from './fact-base.ts';
import { sourceNumber } from './fact-id.ts';
import { logicalSet, sameSet, statedSet } from './interval.ts';
import { fileStem } from './load.ts';
import type { Entity, Fact, RecordPlace } from './model.ts';
import { namesOf } from './names.ts';
import { type FactProblem, factProblem } from './problem.ts';
import { occurrencesOf, type PlacedPassage, placePassages, type ReadPassage } from './reading.ts';
import type { FactFile } from './records.ts';
import { conversion } from './written.ts';

export interface SourceCheck {
  readonly factBase: FactBase;
  readonly units: UnitTable;
  /** Reads the text of a digest or document. */
  readPassages(file: FactFile): readonly ReadPassage[];
  /** The place of `written` in the record of a fact. */
  placeOf(fact: Fact): RecordPlace;
}

/** How far a name may stand from a figure, in characters, in documents that nobody here has ordered into sections. */
const NEAR = 400;

/** Every fact must be read in the digest of its source, in one section with a name of its subject or of the subject's family. */
export function verifyDigests(check: SourceCheck): FactProblem[] {
  const out: FactProblem[] = [];
  const { factBase } = check;
  for (const source of new Set(factBase.facts.map((fact) => fact.source))) {
    const digest = factBase.digest(source);
    const facts = factBase.factsFrom(source);
    if (digest === undefined) {
      const [first] = facts;
      if (first !== undefined) out.push(factProblem('no-digest', check.placeOf(first), { id: source }));
      continue;
    }
    const passages = placePassages(check.readPassages({ path: digest.file, text: digest.text }));
    const home = layerOf(factBase, factBase.source(source));
    for (const fact of facts) {
      // A digest retells what its own layer has of the source; a fact laid over it has none to stand in.
      if (layerOf(factBase, fact) !== home) continue;
      const names = familyNames(fact.subject, factBase);
      const stated = passages.some(
        (passage) =>
          passage.figures.some((figure) => says(figure, fact, check.units)) &&
          namedInSection(passage, passages, names),
      );
      if (stated) continue;
      const args = { file: digest.file, written: fact.written, subject: fact.subject };
      out.push(factProblem('not-in-digest', check.placeOf(fact), args));
    }
  }
  return out;
}

function layerOf(factBase: FactBase, record: KnownRecord | undefined): string | undefined {
  return record === undefined ? undefined : factBase.origin(record)?.layer;
}

/** Every fact must be read in the original document of its source, where that is at hand: the figure, and a name near it. */
export function verifyDocuments(check: SourceCheck, documents: readonly FactFile[]): FactProblem[] {
  const out: FactProblem[] = [];
  for (const document of documents) {
    const number = sourceNumber(fileStem(document.path));
    if (number === null) continue;
    const sources = check.factBase.sources.filter(({ id }) => sourceNumber(id) === number);
    if (sources.length === 0) {
      const place = { file: document.path, start: 0, end: 0 };
      out.push(factProblem('document-unmatched', place, { file: document.path }));
      continue;
    }
    const passages = placePassages(check.readPassages(document));
    for (const { id } of sources) {
      for (const fact of check.factBase.factsFrom(id))
        out.push(...verifyInDocument(fact, document, passages, check));
    }
  }
  return out;
}

function verifyInDocument(
  fact: Fact,
  document: FactFile,
  passages: readonly PlacedPassage[],
  check: SourceCheck,
): FactProblem[] {
  const args = { file: document.path, written: fact.written, subject: fact.subject };
  const places = passages.flatMap((passage) =>
    statedAt(fact, passage, check.units).map((offset) => ({ passage, offset: passage.offset + offset })),
  );
  if (places.length === 0) return [factProblem('not-in-document', check.placeOf(fact), args)];
  const names = familyNames(fact.subject, check.factBase);
  const named = passages.flatMap((passage) =>
    nameOffsets(passage.text, names).map((at) => passage.offset + at),
  );
  const near = places.some(
    ({ passage, offset }) =>
      passage.trail.some((heading) => nameOffsets(heading, names).length > 0) ||
      named.some((at) => Math.abs(at - offset) <= NEAR),
  );
  return near ? [] : [factProblem('far-from-subject', check.placeOf(fact), args)];
}

/** Where a passage states the fact: as a figure that says the same, or in the very words. */
function statedAt(fact: Fact, passage: PlacedPassage, units: UnitTable): number[] {
  const read = passage.figures.filter((figure) => says(figure, fact, units)).map((figure) => figure.start);
  if (read.length > 0) return read;
  const written = foldName(fact.written).toLowerCase();
  const text = passage.text.toLowerCase();
  const literal = [...occurrencesOf(written, text)];
  return literal.length > 0 ? literal : [...occurrencesOf(withoutSpace(written), withoutSpace(text))];
}

function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Whether a figure in text says what the fact says: the same sets, in units that convert. */
function says(figure: Figure, fact: Fact, units: UnitTable): boolean {
  const factor = conversion(figure.unit, fact.unit, units);
  if (factor === null) return false;
  const scaled = {
    low: figure.low * factor,
    high: figure.high * factor,
    step: figure.step * factor,
    bound: figure.bound,
    form: figure.form,
  };
  return sameSet(statedSet(scaled), statedSet(fact)) && sameSet(logicalSet(scaled), logicalSet(fact));
}

function namedInSection(
  passage: PlacedPassage,
  passages: readonly PlacedPassage[],
  names: readonly string[],
): boolean {
  const texts = passages.filter(({ section }) => section === passage.section).map(({ text }) => text);
  return [...texts, ...passage.trail].some((text) => nameOffsets(text, names).length > 0);
}

function nameOffsets(text: string, names: readonly string[]): number[] {
  const lower = text.toLowerCase();
  return names.flatMap((name) => [...occurrencesOf(name, lower)]);
}

/** Folded names of an entity and of what it belongs to, makes or is made by, one step away. */
function familyNames(id: string, factBase: FactBase): readonly string[] {
  const entity = factBase.entity(id);
  const family: (Entity | undefined)[] = [
    entity,
    ...factBase.related(id, 'part-of'),
    ...factBase.relatedTo(id, 'part-of'),
    ...factBase.related(id, 'makes'),
    ...factBase.relatedTo(id, 'makes'),
  ];
  const names = family.flatMap((member) => (member === undefined ? [] : namesOf(member)));
  return [...new Set(names.map((name) => foldName(name).toLowerCase()))];
}
