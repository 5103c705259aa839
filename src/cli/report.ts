import type { ClaimReport, ClaimsSummary, FigureReport, FindingReport } from '../service/results.ts';

/** What `check` found, as the formats print it. */
export interface CheckReport {
  readonly factBase: FactBaseCounts;
  readonly documents: readonly DocumentReport[];
  readonly summary: ClaimsSummary & { readonly documents: number };
}

export interface FactBaseCounts {
  readonly entities: number;
  readonly metrics: number;
  readonly facts: number;
  readonly sources: number;
}

export interface DocumentReport {
  readonly path: string;
  readonly text: string;
  readonly claims: readonly ClaimReport[];
  readonly findings: readonly FindingReport[];
  /** With `--figures` only. */
  readonly figures: readonly FigureReport[] | null;
  /** Why the note was not checked to its end; null when it was. */
  readonly partial: string | null;
}

/** What is known of a fact, in words for a person. */
export interface FactLine {
  /** Subject, metric, figure with bound, and period. */
  readonly known: string;
  /** Publisher, title and date. */
  readonly source: string;
  readonly url: string;
}

/** The words of a fact by id; null for one that is not known. */
export type DescribeFact = (id: string) => FactLine | null;
