import type { Mention } from '../claims/claim.ts';
import type { Figure } from '../quantity/figure.ts';
import type { Period, TimeExpression } from '../quantity/period.ts';
import type { Span } from '../text/folded-text.ts';
import type { Finding } from './finding.ts';
import type { SeriesClaim } from './series-claim.ts';
import type { CheckedClaim } from './verdict.ts';

/** A figure or time as read, claim or not. Source offsets. */
export type Reading = ReadFigure | ReadTime;

export interface ReadFigure extends Span {
  readonly type: 'figure';
  readonly figure: Figure;
}

export interface ReadTime extends Span {
  readonly type: 'time';
  readonly time: TimeExpression;
  /** Null when it stays open (a duration, a month without any year). */
  readonly period: Period | null;
}

/** Everything that is known of one note. All offsets are UTF-16 offsets into its text; all lists are in order. */
export interface NoteAnalysis {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly readings: readonly Reading[];
  readonly claims: readonly CheckedClaim[];
  readonly findings: readonly Finding[];
  /** The claims that can be held against those of other notes (`NotesIndex`). */
  readonly series?: readonly SeriesClaim[];
  /** Set when the note was not checked to its end, with the reason for the reader. */
  readonly partial: 'too-large' | null;
}

export interface NoteOptions {
  /** What "now" is for a note without a date of its own: whole days since 1970-01-01 (UTC). */
  readonly today: number;
}

/** Reads and checks notes against one fact base. Holds no state of notes. */
export interface Checker {
  analyze(text: string, options: NoteOptions): NoteAnalysis;
  /** The same as `analyze(text)`, reusing what `previous` found in the blocks that the edit left alone. */
  reanalyze(previous: NoteAnalysis, text: string, options: NoteOptions): NoteAnalysis;
}
