import type { Finding } from '../check/finding.ts';
import type { Span } from '../text/folded-text.ts';
import { claimActions } from './claim-actions.ts';
import type { ServiceContext } from './context.ts';
import { toDiagnostic } from './diagnostics.ts';
import { shownFindings } from './findings.ts';
import { fixAllOfCodes } from './fix-all.ts';
import { fixesOf, type TitledEdit } from './fixes.ts';
import type { Note } from './note.ts';
import type { CodeAction } from './results.ts';
import { softenings } from './soften.ts';
import { suppressions } from './suppress.ts';
import { word } from './words.ts';

/** What can be done about the findings that touch `range`, and with the figures there that hold. */
export function doCodeActions(context: ServiceContext, note: Note, range: Span): readonly CodeAction[] {
  const findings = shownFindings(note, context).filter((finding) => overlaps(finding, range));
  const claims = note.analysis.claims.filter(({ claim }) => overlaps(claim, range));
  return [
    ...findings.flatMap((finding) => findingActions(context, note, finding)),
    ...fixAllOfCodes(context, note, findings),
    ...claims.flatMap((checked) => claimActions(context, note, checked)),
    ...(findings.length === 0 ? [] : [takeBaseline(context)]),
  ];
}

function findingActions(context: ServiceContext, note: Note, finding: Finding): readonly CodeAction[] {
  const settles = toDiagnostic(context, finding);
  const action = ({ title, start, end, newText }: TitledEdit, preferred: boolean): CodeAction => ({
    title,
    kind: 'quickfix',
    preferred,
    settles,
    edits: [{ start, end, newText }],
    command: null,
  });
  const fixes = [
    ...fixesOf(context, note, finding).map((fix, i) => action(fix, i === 0)),
    ...softenings(context, note, finding).map((fix) => action(fix, false)),
  ];
  if (finding.code === 'suppression.unused') return fixes;
  return [...fixes, ...suppressions(context, note, settles)];
}

/** What is known to be so is not said again: for workspaces that come with many findings. */
function takeBaseline({ language }: ServiceContext): CodeAction {
  return {
    title: word(language, 'action.baseline'),
    kind: 'quickfix',
    preferred: false,
    settles: null,
    edits: [],
    command: 'take-baseline',
  };
}

function overlaps(span: Span, range: Span): boolean {
  return span.start <= range.end && range.start <= span.end;
}
