import type { Finding, FindingCode, Severity } from '../check/finding.ts';
import { newFindings } from './baseline.ts';
import type { SeverityByCode, SeverityLevel } from './configuration.ts';
import type { ServiceContext } from './context.ts';
import type { Note } from './note.ts';

/** Where a workspace says nothing: what cannot be verified is listed on demand only. All else keeps the severity of its reading. */
const DEFAULT_LEVELS: Readonly<Partial<Record<FindingCode, SeverityLevel>>> = { 'figure.unverified': 'off' };

/** The findings that are shown, with the severity that the workspace gives them: those that its baseline does not account for. */
export function shownFindings(
  note: Note,
  { severity, baseline }: Pick<ServiceContext, 'severity' | 'baseline'>,
): readonly Finding[] {
  return newFindings(note, leveledFindings(note, severity), baseline(note.uri));
}

/** The findings of a note that are not switched off, whether or not they are new. */
export function leveledFindings(note: Note, severity: SeverityByCode): readonly Finding[] {
  return note.analysis.findings.flatMap((finding) => {
    const level = severity[finding.code] ?? DEFAULT_LEVELS[finding.code] ?? finding.severity;
    if (level === 'off') return [];
    return level === finding.severity ? [finding] : [{ ...finding, severity: level satisfies Severity }];
  });
}
