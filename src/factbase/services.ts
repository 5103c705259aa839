import type { Figure } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import type { UnitTable } from '../quantity/units.ts';

/** What the fact base has done for it by `quantity/`. */
export interface FactBaseServices {
  readonly units: UnitTable;
  /** The one figure that folded text writes, or null when it writes none. */
  readWritten(folded: string): Figure | null;
  /** The period that `iso` writes, or null when it is none. */
  parsePeriod(iso: string): Period | null;
}
