import { doubts, stepDown } from './confidence.ts';
import type { Finding } from './finding.ts';
import type { PlacedBlock } from './placed-block.ts';
import { disagree, isDecided, type SeriesClaim } from './series-claim.ts';
import type { CheckedClaim } from './verdict.ts';

/** Claims of one note that say another figure of the same thing than one before them. What a fact decides is left to that. */
export function toldTwice(blocks: readonly PlacedBlock[]): readonly Finding[] {
  const first = new Map<string, PlacedSeriesClaim>();
  const out: Finding[] = [];
  for (const block of blocks) {
    for (const claim of block.state.series) {
      if (isDecided(claim)) continue;
      const before = first.get(claim.key);
      if (before === undefined) first.set(claim.key, { claim, block });
      else if (disagree(before.claim, claim) && isOneVoice(before.claim, claim))
        out.push(findingOf(placed(claim, block), placed(before.claim, before.block)));
    }
  }
  return out;
}

/** A claim in offsets of its block, and the block. */
interface PlacedSeriesClaim {
  readonly claim: SeriesClaim;
  readonly block: PlacedBlock;
}

function placed(claim: SeriesClaim, block: PlacedBlock): CheckedClaim {
  return block.placedClaim(claim.checked);
}

/** Two who say so may differ; the note itself may not. */
function isOneVoice(a: SeriesClaim, b: SeriesClaim): boolean {
  return a.checked.claim.attribution?.value === b.checked.claim.attribution?.value;
}

function findingOf({ claim }: CheckedClaim, before: CheckedClaim): Finding {
  const other = before.claim;
  return {
    start: claim.start,
    end: claim.end,
    code: 'figures.inconsistent',
    severity: stepDown('warning', Math.max(doubts(claim), doubts(other))),
    message: {
      key: 'inconsistent.series',
      values: {
        claimed: claim.text,
        other: other.text,
        subject: { entity: claim.match?.series.subject ?? '' },
        metric: { metric: claim.match?.series.metric ?? '' },
      },
    },
    claim: null,
    facts: [],
    related: [{ start: other.start, end: other.end }],
    fixes: [],
  };
}
