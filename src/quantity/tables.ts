import type { AmountTables } from './amount.ts';
import type { Bound } from './figure.ts';
import type { Lexicon } from './lexicon.ts';
import type { RangeTables } from './range.ts';
import type { Trigger } from './triggers.ts';
import type { UnitTable } from './units.ts';

/** Everything compiled that a pass over text needs. */
export interface ReaderTables extends RangeTables {
  readonly units: UnitTable;
  readonly amounts: AmountTables;
  readonly triggers: Lexicon<Trigger>;
  readonly dispatch: Uint8Array;
  readonly naming: Lexicon<true>;
  readonly boundsAfter: Lexicon<Bound | null>;
  readonly ratesAfter: Lexicon<string>;
}
