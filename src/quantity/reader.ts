import type { AmountTables } from './amount.ts';
import { BOUND_WORDS_AFTER } from './bound-words.ts';
import { compileDispatch } from './dispatch.ts';
import type { Figure } from './figure.ts';
import { joinFigures } from './join.ts';
import { compileLexicon } from './lexicon.ts';
import { Pass } from './pass.ts';
import type { TimeExpression } from './period.ts';
import type { ReaderTables } from './tables.ts';
import { compileTriggers, type SetWordData } from './triggers.ts';
import type { UnitTable } from './units.ts';
import { RANGE_SIGNS, RATES_AFTER } from './vocabulary.ts';

export type { SetWordData } from './triggers.ts';

/** All that was read in one text: spans are folded offsets, in order, and no two of either list overlap. */
export interface Reading {
  readonly figures: readonly Figure[];
  readonly times: readonly TimeExpression[];
}

export interface FigureReaderOptions {
  /** Read lakh and crore. */
  readonly indian?: boolean;
}

export interface FigureReader {
  /** Reads folded text in one pass, in time linear in its length. Never throws. */
  read(text: string): Reading;
}

export interface FigureReaderSetup {
  readonly units: UnitTable;
  readonly setWords: SetWordData;
  readonly options?: FigureReaderOptions;
}

/** Makes a reader; it holds no state between calls. */
export function createFigureReader(setup: FigureReaderSetup): FigureReader {
  const tables = compileTables(setup);
  return {
    read(text) {
      const pass = new Pass(tables, text);
      pass.run();
      return { figures: joinFigures(text, pass.writer.figures), times: pass.writer.times };
    },
  };
}

function compileTables({ units, setWords, options }: FigureReaderSetup): ReaderTables {
  const triggers = compileTriggers(units, setWords);
  const spellings = units.spellings.map((value) => ({ text: value.text, value, exact: value.exact }));
  const suffixes = compileLexicon(
    spellings.filter(({ value }) => value.role !== 'before' && value.role !== 'minor'),
  );
  const amounts: AmountTables = {
    units,
    suffixes,
    minors: compileLexicon(spellings.filter(({ value }) => value.role === 'minor')),
    stops: (text, at, glued) => {
      const unit = suffixes.match(text, at);
      if (unit !== null && unit.end - at > 1 && unit.value.role === 'unit') return true;
      if (glued) return false;
      const word = triggers.match(text, at);
      return word?.value.kind === 'hide' && word.value.name;
    },
    indian: options?.indian ?? false,
  };
  return {
    units,
    amounts,
    triggers,
    dispatch: compileDispatch(triggers),
    naming: compileLexicon(setWords.naming.map((text) => ({ text, value: true as const }))),
    boundsAfter: compileLexicon(
      BOUND_WORDS_AFTER.flatMap(([value, texts]) => texts.map((text) => ({ text, value }))),
    ),
    ratesAfter: compileLexicon(
      RATES_AFTER.flatMap(([value, texts]) => texts.map((text) => ({ text, value }))),
    ),
    rangeSigns: compileLexicon(RANGE_SIGNS.map((text) => ({ text, value: text }))),
  };
}
