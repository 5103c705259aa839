import type { ProtocolRange, ProtocolVerdict } from './places.ts';

/** Asking for the claims of an open note also checks it now and publishes its findings, whatever `Settings.run` says. */
export interface ClaimsParams {
  readonly uri: string;
}

export interface ClaimsResult {
  readonly uri: string;
  /** Version of the open document that was read; null when it is not open. */
  readonly version: number | null;
  readonly claims: readonly ProtocolClaim[];
  readonly summary: ClaimsSummary;
}

/** A claim as `check --format json` prints it. */
export interface ProtocolClaim {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly range: ProtocolRange;
  readonly subject: string | null;
  readonly metric: string | null;
  readonly scope: Readonly<Record<string, string>>;
  readonly period: string | null;
  readonly mode: string;
  readonly value: ProtocolValue;
  readonly verdict: ProtocolVerdict;
  readonly cause: string | null;
  /** Ids of the facts that decided. */
  readonly facts: readonly string[];
  /** One line. */
  readonly reason: string;
}

export interface ProtocolValue {
  readonly low: number;
  readonly high: number;
  readonly bound: string;
  readonly unit: string | null;
}

export interface ClaimsSummary {
  readonly claims: number;
  readonly supported: number;
  readonly weaker: number;
  readonly contradicted: number;
  readonly outdated: number;
  readonly disputed: number;
  readonly unverified: number;
  readonly findings: number;
}

export interface NoteCheckedParams {
  readonly uri: string;
  readonly version: number;
  readonly summary: ClaimsSummary;
  /** Set when the note was checked only in part, with the reason in words. */
  readonly partial: string | null;
}
