import type { Fact } from '../factbase/model.ts';
import type { Span } from '../text/folded-text.ts';
import type { Message } from './message.ts';
import type { CheckedClaim } from './verdict.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** Stable: suppressions and settings name codes (docs/rules/). */
export type FindingCode =
  | 'figure.contradicted'
  | 'figure.outdated'
  | 'figure.disputed'
  | 'figure.weaker'
  | 'figure.unverified'
  | 'source.misattributed'
  | 'figures.inconsistent'
  | 'notes.disagree'
  | 'name.spelling'
  | 'name.unknown-in-link'
  | 'pin.unknown'
  | 'suppression.unused';

/** A change of the note that would settle a finding. Source offsets. */
export interface Fix {
  readonly title: Message;
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** A place in another note, by its address and in its own offsets. */
export interface Elsewhere {
  readonly uri: string;
  readonly span: Span;
}

/** Something that is shown. Source offsets. */
export interface Finding extends Span {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: Message;
  /** The claim that it speaks of; null for findings on names and suppressions. */
  readonly claim: CheckedClaim | null;
  readonly facts: readonly Fact[];
  /** Other places of the same note that belong to it. */
  readonly related: readonly Span[];
  /** Places of other notes that belong to it. */
  readonly elsewhere?: readonly Elsewhere[];
  readonly fixes: readonly Fix[];
}
