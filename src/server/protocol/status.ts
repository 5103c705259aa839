import type { ProtocolLocation } from './places.ts';

export type StatusParams = Record<string, never>;

export interface StatusResult {
  /** `degraded`: a fact file or the configuration is broken and the last good state is in service. */
  readonly state: 'loading' | 'ready' | 'degraded' | 'failed';
  readonly factBase: FactBaseCounts;
  /** Notes of the workspace that are indexed, and how many there are; equal when indexing is done. */
  readonly notes: { readonly indexed: number; readonly total: number };
  /** What was left out on purpose, and by which limit; no fault of anybody. One line each. */
  readonly notices: readonly string[];
  readonly problems: readonly StatusProblem[];
}

export interface FactBaseCounts {
  readonly entities: number;
  readonly metrics: number;
  readonly facts: number;
  readonly sources: number;
}

export interface StatusProblem {
  readonly message: string;
  readonly location: ProtocolLocation | null;
}
