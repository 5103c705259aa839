import { createFigureReader, type FigureReader, type SetWordData } from '../quantity/reader.ts';
import { parsePeriod } from '../quantity/times.ts';
import { compileUnits, type UnitData } from '../quantity/units.ts';
import { readWritten } from '../quantity/written.ts';
import { splitBlocks } from '../text/blocks.ts';
import { readBlock } from '../text/passages.ts';
import type { ReadPassage } from './reading.ts';
import type { FactFile } from './records.ts';
import type { Tables } from './serialize.ts';
import type { VerifyServices } from './verify.ts';

/** What the fact base has done for it, with the reader that does it. */
export interface QuantityServices extends VerifyServices {
  readonly figures: FigureReader;
}

/** Makes the services from the tables of a compiled base. Throws an Error when a table is missing. */
export function createQuantityServices(tables: Tables): QuantityServices {
  const units = compileUnits(table<UnitData>(tables, 'units'));
  const figures = createFigureReader({ units, setWords: table<SetWordData>(tables, 'set-words') });
  return {
    units,
    figures,
    readWritten: (text) => readWritten(text, figures),
    parsePeriod,
    readPassages: (file) => readPassages(file, figures),
  };
}

/** The compiler of the base checks the shape of its tables; here only their presence can be told. Throws an Error when one is missing. */
export function table<T>(tables: Tables, name: string): T {
  const found = tables[name];
  if (typeof found === 'object' && found !== null) return found as T;
  throw new Error(`The compiled fact base holds no table "${name}": build it again.`);
}

function readPassages({ text }: FactFile, figures: FigureReader): ReadPassage[] {
  return splitBlocks(text).flatMap((block) =>
    readBlock(text, block).map((passage) => ({
      level: passage.role === 'heading' ? block.level : 0,
      text: passage.folded.text,
      figures: figures.read(passage.folded.text).figures,
    })),
  );
}
