import type { Checker } from '../check/analysis.ts';
import { createChecker } from '../check/create-checker.ts';
import type { CueData } from '../claims/cues.ts';
import { LEXICON_TABLE } from '../claims/packed-lexicon.ts';
import { buildFactBase } from '../factbase/build.ts';
import type { FactBase } from '../factbase/fact-base.ts';
import type { FactProblem } from '../factbase/problem.ts';
import { createQuantityServices, type QuantityServices, table } from '../factbase/quantity-services.ts';
import type { Layer } from '../factbase/records.ts';
import type { CompiledContents, Tables } from '../factbase/serialize.ts';

/** What reads figures: made once from the compiled tables, the same for every fact base laid over them. */
export interface Readers extends QuantityServices {
  readonly cues: CueData;
}

/** Makes the readers from the tables of a compiled base. Throws an Error when a table is missing: then it was compiled by another program. */
export function createReaders(tables: Tables): Readers {
  return { ...createQuantityServices(tables), cues: table<CueData>(tables, 'cues') };
}

export interface Knowledge {
  readonly factBase: FactBase;
  readonly checker: Checker;
  /** What is wrong in the layers; records that it concerns are left out. */
  readonly problems: readonly FactProblem[];
}

/** Name of the layer that comes with the program. */
export const BUNDLED_LAYER = 'bundled';

/** A fact base and its checker from the compiled base with further layers over it, the last of which has the last word. */
export function assembleKnowledge(
  base: CompiledContents,
  layers: readonly Layer[],
  readers: Readers,
): Knowledge {
  const bundled: Layer = { name: BUNDLED_LAYER, records: base.records };
  const { factBase, problems } = buildFactBase([bundled, ...layers], readers);
  const { units, figures, cues } = readers;
  const lexicon = layers.length === 0 ? base.tables[LEXICON_TABLE] : undefined;
  return { factBase, problems, checker: createChecker({ factBase, units, figures, cues, lexicon }) };
}
