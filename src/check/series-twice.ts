import { doubts, stepDown } from './confidence.ts';
import type { Finding } from './finding.ts';
import { disagree, isDecided, type SeriesClaim } from './series-claim.ts';

/** Claims of one note that say another figure of the same thing than one before them. What a fact decides is left to that. */
export function toldTwice(claims: readonly SeriesClaim[]): readonly Finding[] {
  const first = new Map<string, SeriesClaim>();
  const out: Finding[] = [];
  for (const claim of claims) {
    if (isDecided(claim)) continue;
    const before = first.get(claim.key);
    if (before === undefined) first.set(claim.key, claim);
    else if (disagree(before, claim) && isOneVoice(before, claim)) out.push(findingOf(claim, before));
  }
  return out;
}

/** Two who say so may differ; the note itself may not. */
function isOneVoice(a: SeriesClaim, b: SeriesClaim): boolean {
  return a.checked.claim.attribution === b.checked.claim.attribution;
}

function findingOf({ checked }: SeriesClaim, before: SeriesClaim): Finding {
  const { claim } = checked;
  const other = before.checked.claim;
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
