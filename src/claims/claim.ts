import type { Scope } from '../factbase/model.ts';
import type { Figure } from '../quantity/figure.ts';
import type { Period } from '../quantity/period.ts';
import type { Span } from '../text/folded-text.ts';
import type { SeriesMatch } from './series-match.ts';

/** How a figure is meant. Only `asserted`, `forecast` and `target` are compared with facts. */
/** What says that a figure was so before: words of its own (used to, 从 … 升到), or only the tense of the verb (it was 82 %); null when nothing does. */
export type Former = 'words' | 'tense' | null;

export type ClaimMode =
  | 'asserted'
  | 'forecast'
  | 'target'
  | 'hypothetical'
  | 'question'
  | 'denied'
  | 'struck';

/** Where a part of a claim was read from, nearest first. Everything but `clause` and `pin` lowers the confidence. */
export type Origin =
  | 'pin'
  | 'clause'
  | 'sentence'
  | 'table'
  | 'previous-sentence'
  | 'list-parent'
  | 'heading'
  | 'note-date'
  | 'implied';

/** A name of a known entity in the note, or of somebody whom the fact base does not know (`entity` is null). Source offsets. */
export interface Mention extends Span {
  readonly entity: string | null;
  /** The name as written, and for `Qwen3-Max` what follows the family's name: `-Max`. */
  readonly text: string;
  readonly variant: string;
}

/** One part of a claim with the words that it was read from; `span` is null when no words stand for it. */
export interface Part<T> {
  readonly value: T;
  readonly origin: Origin;
  readonly span: Span | null;
}

/** A figure of a note with everything that makes it comparable. Spans are UTF-16 offsets into the note. */
export interface Claim extends Span {
  /** Number and unit as written in the note. */
  readonly text: string;
  readonly sentence: Span;
  readonly figure: Figure;
  readonly subject: Part<string> | null;
  /** What was written behind the subject's name and makes it another thing (`-Max` of Qwen3-Max); empty for the thing itself. */
  readonly variant: string;
  readonly metric: Part<string> | null;
  readonly scope: Scope;
  readonly period: Part<Period> | null;
  /** Set when the sentence says "now" (目前, currently): the figure is meant for the note's date. */
  readonly current: boolean;
  /** What "now" is in the note: whole days since 1970-01-01 (UTC). */
  readonly today: number;
  readonly mode: ClaimMode;
  /** Whether the words say that something rose or fell by the figure (or to it); null when they say neither. */
  readonly change: 'rise' | 'fall' | null;
  /** The sentence says that it was so before something changed (从 19.9% 升到 25.9%). */
  readonly former: Former;
  /** The facts that the claim is compared with; null when none are known of this subject, metric and scope. */
  readonly match: SeriesMatch | null;
  /** Entity that the note names as the one who says so (信通院称). */
  readonly attribution: Part<string> | null;
}
