import type { Claim, Mention, Part } from '../claims/claim.ts';
import type { Span } from '../text/folded-text.ts';
import type { Reading } from './analysis.ts';
import type { BlockState } from './block-state.ts';
import type { Finding } from './finding.ts';
import type { SeriesClaim } from './series-claim.ts';
import type { CheckedClaim } from './verdict.ts';

/**
 * What a block gives to the analysis, in offsets of the note. Each part is moved there when it is first asked for: an edit moves
 * every block behind it, and most of what they hold is never looked at before the next edit.
 */
export class PlacedBlock {
  readonly state: BlockState;
  readonly start: number;
  #mentions: readonly Mention[] | null = null;
  #readings: readonly Reading[] | null = null;
  #claims: readonly CheckedClaim[] | null = null;
  #findings: readonly Finding[] | null = null;
  /** The claims of the note by those of the block. */
  #moved: ReadonlyMap<CheckedClaim, CheckedClaim> | null = null;

  constructor(state: BlockState, start: number) {
    this.state = state;
    this.start = start;
  }

  get mentions(): readonly Mention[] {
    this.#mentions ??= moveAll(this.state.read.mentions, this.start);
    return this.#mentions;
  }

  get readings(): readonly Reading[] {
    this.#readings ??= moveAll(this.state.read.readings, this.start);
    return this.#readings;
  }

  get claims(): readonly CheckedClaim[] {
    const { claims } = this.state;
    this.#claims ??= this.start === 0 ? claims : claims.map((checked) => moveChecked(checked, this.start));
    return this.#claims;
  }

  get findings(): readonly Finding[] {
    const { findings } = this.state;
    this.#findings ??=
      this.start === 0 || findings.length === 0 ? findings : findings.map((finding) => this.#place(finding));
    return this.#findings;
  }

  /** The claims that can be held against others, moved. */
  get series(): readonly SeriesClaim[] {
    return this.state.series.map((item) => ({ ...item, checked: this.placedClaim(item.checked) }));
  }

  /** The claim of the note that a claim of the block is. */
  placedClaim(checked: CheckedClaim): CheckedClaim {
    if (this.start === 0) return checked;
    this.#moved ??= new Map(
      this.state.claims.map((claim, index) => [claim, this.claims[index] ?? claim] as const),
    );
    return this.#moved.get(checked) ?? checked;
  }

  #place(finding: Finding): Finding {
    const { start: by } = this;
    return {
      ...finding,
      start: finding.start + by,
      end: finding.end + by,
      claim: finding.claim === null ? null : this.placedClaim(finding.claim),
      related: moveAll(finding.related, by),
      fixes: moveAll(finding.fixes, by),
    };
  }
}

function moveAll<T extends Span>(spans: readonly T[], by: number): readonly T[] {
  return by === 0 || spans.length === 0 ? spans : spans.map((span) => moveSpan(span, by));
}

function moveSpan<T extends Span>(span: T, by: number): T {
  return { ...span, start: span.start + by, end: span.end + by };
}

function movePart<T>(part: Part<T> | null, by: number): Part<T> | null {
  return part === null || part.span === null ? part : { ...part, span: moveSpan(part.span, by) };
}

function moveChecked({ claim, verdict }: CheckedClaim, by: number): CheckedClaim {
  return { claim: moveClaim(claim, by), verdict };
}

function moveClaim(claim: Claim, by: number): Claim {
  return {
    ...claim,
    start: claim.start + by,
    end: claim.end + by,
    sentence: moveSpan(claim.sentence, by),
    subject: movePart(claim.subject, by),
    metric: movePart(claim.metric, by),
    period: movePart(claim.period, by),
    attribution: movePart(claim.attribution, by),
  };
}
