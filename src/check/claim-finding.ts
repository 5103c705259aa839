import { doubts, stepDown } from './confidence.ts';
import type { Finding, FindingCode, Severity } from './finding.ts';
import { VERDICT_FINDINGS } from './rules.ts';
import type { CheckedClaim } from './verdict.ts';

/** The finding of a checked claim; null when nothing is to be shown. */
export function findingOf(checked: CheckedClaim): Finding | null {
  const { claim, verdict } = checked;
  const shown = shownAs(checked);
  if (shown === null) return null;
  return {
    start: claim.start,
    end: claim.end,
    code: shown.code,
    severity: shown.severity,
    message: verdict.reason,
    claim: checked,
    facts: verdict.facts,
    related: [],
    fixes: [],
  };
}

function shownAs({ claim, verdict }: CheckedClaim): { code: FindingCode; severity: Severity } | null {
  // What exceeds a rising series is no error, but whoever writes it wants to know what is known.
  if (verdict.reason.key === 'unverified.newer') return { code: 'figure.unverified', severity: 'hint' };
  const rule = VERDICT_FINDINGS[verdict.kind];
  if (rule === null) return null;
  return { code: rule.code, severity: stepDown(rule.severity, doubts(claim)) };
}
