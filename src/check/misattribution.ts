import type { Knowledge } from '../claims/knowledge.ts';
import type { EntityKind, Fact } from '../factbase/model.ts';
import { namesOf } from '../factbase/names.ts';
import type { Finding } from './finding.ts';
import type { CheckedClaim, VerdictKind } from './verdict.ts';

export interface MisattributionServices {
  readonly knowledge: Knowledge;
  /** Who published a source, in its own words; empty when that is not known. */
  publisher(source: string): string;
}

/** Verdicts by which the figure is one that a source gives. */
const KNOWN: ReadonlySet<VerdictKind> = new Set(['supported', 'weaker', 'outdated', 'disputed']);
/** Who says figures; a platform or a place that stands in the same words only shows them. */
const SAYERS: ReadonlySet<EntityKind> = new Set(['organisation', 'person', 'report']);

/**
 * A known figure that the note gives to somebody who did not say it; null when nothing is wrong. Only facts whose sources name who
 * says so can tell: kin of the sayer, and whoever published the source, may be named as well.
 */
export function misattribution(
  { claim, verdict }: CheckedClaim,
  services: MisattributionServices,
): Finding | null {
  const { attribution } = claim;
  if (attribution === null || attribution.span === null || !KNOWN.has(verdict.kind)) return null;
  const { knowledge } = services;
  const named = knowledge.entity(attribution.value);
  const [fact] = verdict.facts;
  if (named === undefined || fact === undefined || !SAYERS.has(named.kind)) return null;
  const names = namesOf(named);
  const mayBe = (known: Fact) =>
    known.saidBy === undefined ||
    known.saidBy === named.id ||
    known.subject === named.id ||
    speakAsOne(known.saidBy, named.id, knowledge) ||
    names.some((name) => services.publisher(known.source).includes(name));
  if (verdict.facts.some(mayBe)) return null;
  const sayer = knowledge.entity(fact.saidBy ?? '');
  if (sayer === undefined) return null;
  const { start, end } = attribution.span;
  return {
    start,
    end,
    code: 'source.misattributed',
    severity: 'information',
    message: {
      key: 'source.misattributed',
      values: {
        claimed: claim.text,
        sayer: { entity: sayer.id },
        claimedSayer: { entity: named.id },
        source: { source: fact.source },
      },
    },
    claim: { claim, verdict },
    facts: [fact],
    related: [{ start: claim.start, end: claim.end }],
    fixes: [],
  };
}

/** The director of an institute, the institute, the academy that it is part of, and its report are one voice. */
function speakAsOne(a: string, b: string, knowledge: Knowledge): boolean {
  const seen = new Set([a]);
  let ring = [a];
  for (let step = 0; step < KINSHIP_STEPS && ring.length > 0; step++) {
    ring = ring.flatMap((id) =>
      knowledge.kin(id).filter((kin) => !seen.has(kin) && SAYERS.has(knowledge.entity(kin)?.kind ?? 'place')),
    );
    for (const id of ring) seen.add(id);
  }
  return seen.has(b);
}

const KINSHIP_STEPS = 4;
