import type { Figure } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';

/** What the fact base needs to know of a unit of `data/units.yaml`. */
export interface UnitInfo {
  readonly dimension: string;
  /** What values in this unit are multiplied with to be in the base unit of their dimension; null when they cannot be converted. */
  readonly factor: number | null;
  /** Whether a bare number may stand for it (9 for 9 models). */
  readonly countable: boolean;
}

export interface UnitKnowledge {
  unit(id: string): UnitInfo | undefined;
  /** All unit ids, for suggestions. */
  unitIds(): Iterable<string>;
  /** All dimensions. */
  dimensions(): Iterable<string>;
}

/** What the fact base has done for it by `quantity/`. */
export interface FactBaseServices {
  readonly units: UnitKnowledge;
  /** The one figure that `text` writes, or null when it writes none. */
  readWritten(text: string): Figure | null;
  /** The period that `iso` writes, or null when it is none. */
  parsePeriod(iso: string): Period | null;
}
