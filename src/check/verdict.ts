import type { Claim } from '../claims/claim.ts';
import type { Fact } from '../factbase/model.ts';
import type { Message } from './message.ts';

export type VerdictKind = 'supported' | 'weaker' | 'outdated' | 'disputed' | 'contradicted' | 'unverified';

/** The one explanation of a contradiction that fits within 2 %, else `value`. */
export type Cause = 'scale' | 'unit' | 'subject' | 'period' | 'direction' | 'value';

/** What the facts say of a claim. */
export interface Verdict {
  readonly kind: VerdictKind;
  /** Only for `contradicted`. */
  readonly cause: Cause | null;
  /** Facts that decided, the most telling first. Empty when nothing is known. */
  readonly facts: readonly Fact[];
  readonly reason: Message;
}

export interface CheckedClaim {
  readonly claim: Claim;
  readonly verdict: Verdict;
}
