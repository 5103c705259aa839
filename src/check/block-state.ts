import type { BlockClaims } from '../claims/block-claims.ts';
import type { BlockContext } from '../claims/claim-context.ts';
import type { NotePosition } from '../claims/note-context.ts';
import type { Finding } from './finding.ts';
import type { SeriesClaim } from './series-claim.ts';
import type { CheckedClaim } from './verdict.ts';

/** One block, read and checked once; kept until its text or its context changes. All offsets are those of the block. */
export interface BlockState {
  readonly before: NotePosition;
  readonly context: BlockContext;
  readonly after: NotePosition;
  readonly read: BlockClaims;
  readonly claims: readonly CheckedClaim[];
  /** The claims that can be held against others. */
  readonly series: readonly SeriesClaim[];
  /** In order of their start. */
  readonly findings: readonly Finding[];
}
