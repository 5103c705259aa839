import type { Reading } from '../check/analysis.ts';
import type { CheckedClaim, VerdictKind } from '../check/verdict.ts';
import type { Period } from '../quantity/period.ts';
import type { Span } from '../text/folded-text.ts';
import type { ServiceContext } from './context.ts';
import { shownFindings } from './findings.ts';
import { fixesOf } from './fixes.ts';
import type { Note } from './note.ts';
import type { ClaimReport, ClaimsSummary, FigureReport, FindingReport, Range } from './results.ts';

/** The claims of a note as programs read them. */
export function getClaims(context: ServiceContext, note: Note): readonly ClaimReport[] {
  return note.analysis.claims.map((checked) => claimReport(context, note, checked));
}

function claimReport(context: ServiceContext, note: Note, { claim, verdict }: CheckedClaim): ClaimReport {
  const { figure } = claim;
  return {
    start: claim.start,
    end: claim.end,
    text: claim.text,
    range: rangeOf(note, claim),
    subject: claim.subject?.value ?? null,
    metric: claim.metric?.value ?? null,
    scope: claim.scope,
    period: claim.period?.value.iso ?? null,
    mode: claim.mode,
    value: { low: figure.low, high: figure.high, bound: figure.bound, unit: figure.unit },
    verdict: verdict.kind,
    cause: verdict.cause,
    facts: verdict.facts.map(({ id }) => id),
    reason: context.say(verdict.reason),
  };
}

/** The shown findings of a note as programs read them. */
export function getFindings(context: ServiceContext, note: Note): readonly FindingReport[] {
  return shownFindings(note, context).map((finding) => ({
    code: finding.code,
    severity: finding.severity,
    start: finding.start,
    end: finding.end,
    range: rangeOf(note, finding),
    message: context.say(finding.message),
    facts: finding.facts.map(({ id }) => id),
    fixes: fixesOf(context, note, finding).map(({ title, start, end, newText }) => ({
      title,
      start,
      end,
      newText,
    })),
  }));
}

/** Every figure and time that was read, claim or not. */
export function getFigures(note: Note): readonly FigureReport[] {
  return note.analysis.readings.map((reading) => figureReport(note, reading));
}

function figureReport(note: Note, reading: Reading): FigureReport {
  const { start, end } = reading;
  const text = note.text.slice(start, end);
  if (reading.type === 'figure') {
    const { kind, low, high, bound, unit } = reading.figure;
    return { start, end, text, kind, low, high, bound, unit };
  }
  const { relation } = reading.time;
  return {
    start,
    end,
    text,
    kind: 'period',
    low: null,
    high: null,
    bound: relation === 'in' ? 'exact' : relation,
    unit: null,
    ...periodEnds(reading.period),
  };
}

const DAY_MS = 86_400_000;

function periodEnds(period: Period | null) {
  if (period === null) return { from: null, to: null, precision: null };
  const date = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);
  return { from: date(period.from), to: date(period.to - 1), precision: period.precision };
}

/** How many claims have which verdict, and how many findings are shown. */
export function summarize(context: ServiceContext, notes: readonly Note[]): ClaimsSummary {
  const counts: Record<VerdictKind, number> = {
    supported: 0,
    weaker: 0,
    contradicted: 0,
    outdated: 0,
    disputed: 0,
    unverified: 0,
  };
  let claims = 0;
  let findings = 0;
  for (const note of notes) {
    for (const { verdict } of note.analysis.claims) counts[verdict.kind]++;
    claims += note.analysis.claims.length;
    findings += shownFindings(note, context).length;
  }
  return { claims, ...counts, findings };
}

function rangeOf(note: Note, span: Span): Range {
  return { start: note.lines.positionAt(span.start), end: note.lines.positionAt(span.end) };
}
