import type { NoteAnalysis } from '../check/analysis.ts';
import type { Finding, FindingCode, Severity } from '../check/finding.ts';
import { applySuppressions } from '../check/suppressions.ts';
import { newFindings } from './baseline.ts';
import type { SeverityLevel } from './configuration.ts';
import type { ServiceContext } from './context.ts';
import type { Note } from './note.ts';

/** Where a workspace says nothing: what cannot be verified is listed on demand only. All else keeps the severity of its reading. */
const DEFAULT_LEVELS: Readonly<Partial<Record<FindingCode, SeverityLevel>>> = { 'figure.unverified': 'off' };

/** The findings that are shown, with the severity that the workspace gives them: those that its baseline does not account for. */
export function shownFindings(
  note: Note,
  context: Pick<ServiceContext, 'severity' | 'baseline' | 'across'>,
): readonly Finding[] {
  return newFindings(note, leveledFindings(note, context), context.baseline(note.uri));
}

/** The findings of a note that are not switched off, whether or not they are new. */
export function leveledFindings(
  note: Note,
  { severity, across }: Pick<ServiceContext, 'severity' | 'across'>,
): readonly Finding[] {
  return allFindings(note, across(note.uri)).flatMap((finding) => {
    const level = severity[finding.code] ?? DEFAULT_LEVELS[finding.code] ?? finding.severity;
    if (level === 'off') return [];
    return level === finding.severity ? [finding] : [{ ...finding, severity: level satisfies Severity }];
  });
}

/** What is wrong in the note itself, and what it says otherwise than other notes. */
function allFindings({ text, analysis }: Note, elsewhere: readonly Finding[]): readonly Finding[] {
  const across = elsewhere.filter(({ start }) => !isDecided(analysis, start));
  const own = analysis.findings.filter((finding) => !speaksOfOthers(text, finding));
  if (across.length === 0) return own;
  const kept = applySuppressions(text, across);
  const unused = new Set(kept.filter(isUnused).map(({ start }) => start));
  return [
    // A comment that silences something of either kind is used.
    ...own.filter((finding) => !isUnused(finding) || unused.has(finding.start)),
    ...kept.filter((finding) => !isUnused(finding)),
  ].sort((a, b) => a.start - b.start);
}

/** Where facts decide about a figure, other notes have no say. */
function isDecided({ claims }: NoteAnalysis, start: number): boolean {
  return claims.some(({ claim, verdict }) => claim.start === start && verdict.kind !== 'unverified');
}

function isUnused({ code }: Finding): boolean {
  return code === 'suppression.unused';
}

/** Whether a comment is needed that names disagreements only shows beside the other notes, which are not always at hand. */
function speaksOfOthers(text: string, finding: Finding): boolean {
  return isUnused(finding) && text.slice(finding.start, finding.end).includes('notes.disagree');
}
