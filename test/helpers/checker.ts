import { parse } from 'yaml';
import type { Checker } from '../../src/check/analysis.ts';
import { createChecker } from '../../src/check/create-checker.ts';
import type { CueData } from '../../src/claims/cues.ts';
import { buildFactBase } from '../../src/factbase/build.ts';
import type { FactBase } from '../../src/factbase/fact-base.ts';
import { readRecords } from '../../src/factbase/load.ts';
import type { FactFile } from '../../src/factbase/records.ts';
import { createFigureReader, type FigureReader } from '../../src/quantity/reader.ts';
import { parsePeriod } from '../../src/quantity/times.ts';
import { compileUnits, type UnitTable } from '../../src/quantity/units.ts';
import { readWritten } from '../../src/quantity/written.ts';
import { bundledFiles, dataText } from './fact-files.ts';

export function loadUnits(): UnitTable {
  return compileUnits(parse(dataText('units.yaml')));
}

export function loadFigureReader(units = loadUnits()): FigureReader {
  return createFigureReader({ units, setWords: parse(dataText('set-words.yaml')) });
}

/** A fact base of these files (the bundled ones when left out); throws when they have problems. */
export function loadFactBase(files: readonly FactFile[] = bundledFiles(), units = loadUnits()): FactBase {
  const reader = loadFigureReader(units);
  const read = files
    .filter((file) => !/\/(?:cues|set-words)\.yaml$/.test(file.path))
    .map((file) => readRecords(file));
  const records = read.flatMap((result) => result.records);
  const built = buildFactBase([{ name: 'bundled', records }], {
    units,
    readWritten: (text) => readWritten(text, reader),
    parsePeriod,
  });
  const problems = [...read.flatMap((result) => result.problems), ...built.problems].filter(
    (problem) => problem.severity === 'error',
  );
  const [first] = problems;
  if (first !== undefined)
    throw new Error(`${problems.length} problems in the fact base: ${first.file}: ${first.message}`);
  return built.factBase;
}

/** A checker over the bundled fact base, or another. */
export function loadChecker(factBase?: FactBase): Checker {
  const units = loadUnits();
  return createChecker({
    factBase: factBase ?? loadFactBase(undefined, units),
    units,
    figures: loadFigureReader(units),
    cues: parse(dataText('cues.yaml')) as CueData,
  });
}

/** Days since 1970-01-01 of an ISO date. */
export function dayOf(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}
