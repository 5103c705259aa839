import type { Claim } from '../claims/claim.ts';
import type { Severity } from './finding.ts';
import { FIRM_ORIGINS, SEVERITY_LADDER } from './rules.ts';

/** How many parts of a claim were carried, implied or assumed rather than read: each steps its finding down once, two at the most. */
export function doubts(claim: Claim): number {
  const { subject, metric, period, match } = claim;
  const doubtful = [
    subject !== null && !FIRM_ORIGINS.has(subject.origin),
    metric !== null && !FIRM_ORIGINS.has(metric.origin),
    period !== null && !FIRM_ORIGINS.has(period.origin),
    match !== null && match.via === 'family',
  ];
  return Math.min(2, doubtful.filter(Boolean).length);
}

/** The severity so many steps down the ladder; the last rung holds. */
export function stepDown(severity: Severity, steps: number): Severity {
  const rung = Math.min(SEVERITY_LADDER.indexOf(severity) + steps, SEVERITY_LADDER.length - 1);
  return SEVERITY_LADDER[rung] ?? severity;
}
