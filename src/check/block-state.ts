import type { BlockClaims } from '../claims/block-claims.ts';
import type { Claim, Mention, Part } from '../claims/claim.ts';
import type { NotePosition } from '../claims/note-context.ts';
import type { Span } from '../text/folded-text.ts';
import type { Reading } from './analysis.ts';
import { findingOf } from './claim-finding.ts';
import type { Finding } from './finding.ts';
import type { CheckedClaim, Verdict } from './verdict.ts';

/** One block, read and checked once; kept until its text or its context changes. */
export interface BlockState {
  readonly before: NotePosition;
  readonly contextKey: string;
  readonly after: NotePosition;
  readonly read: BlockClaims;
  /** Verdicts of `read.claims`, by index. */
  readonly verdicts: readonly Verdict[];
  /** Found without facts, in offsets of the block. */
  readonly inspected: readonly Finding[];
}

/** What a block gives to the analysis, in offsets of the note. */
export interface PlacedBlock {
  readonly start: number;
  readonly state: BlockState;
  readonly mentions: readonly Mention[];
  readonly readings: readonly Reading[];
  readonly claims: readonly CheckedClaim[];
  readonly findings: readonly Finding[];
}

/** Moves what was read in a block to where the block stands. */
export function placeBlock(state: BlockState, start: number): PlacedBlock {
  const { read } = state;
  const claims = read.claims.flatMap((claim, index): CheckedClaim[] => {
    const verdict = state.verdicts[index];
    return verdict === undefined ? [] : [{ claim: moveClaim(claim, start), verdict }];
  });
  return {
    start,
    state,
    mentions: read.mentions.map((mention) => ({ ...mention, ...moveSpan(mention, start) })),
    readings: read.readings.map((reading) => ({ ...reading, ...moveSpan(reading, start) })),
    claims,
    findings: [
      ...claims.flatMap((checked) => findingOf(checked) ?? []),
      ...state.inspected.map((finding) => moveFinding(finding, start)),
    ].sort((a, b) => a.start - b.start),
  };
}

function moveSpan(span: Span, by: number): Span {
  return { start: span.start + by, end: span.end + by };
}

function movePart<T>(part: Part<T>, by: number): Part<T> {
  return part.span === null ? part : { ...part, span: moveSpan(part.span, by) };
}

/** Of findings that speak of no claim. */
function moveFinding(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  return {
    ...finding,
    ...moveSpan(finding, by),
    related: finding.related.map((span) => moveSpan(span, by)),
    fixes: finding.fixes.map((fix) => ({ ...fix, ...moveSpan(fix, by) })),
  };
}

function moveClaim(claim: Claim, by: number): Claim {
  if (by === 0) return claim;
  return {
    ...claim,
    ...moveSpan(claim, by),
    sentence: moveSpan(claim.sentence, by),
    subject: claim.subject === null ? null : movePart(claim.subject, by),
    metric: claim.metric === null ? null : movePart(claim.metric, by),
    period: claim.period === null ? null : movePart(claim.period, by),
  };
}
