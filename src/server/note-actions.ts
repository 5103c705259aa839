import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { CodeActionKind, CodeActionTriggerKind } from 'vscode-languageserver';
import type { FigureServices } from '../service/harvest.ts';
import type { LanguageService } from '../service/language-service.ts';
import type { Note } from '../service/note.ts';
import { word } from '../service/words.ts';
import type { Span } from '../text/folded-text.ts';
import { FIX_ALL, toCodeAction, toSpan } from './convert.ts';
import type { RecordLocator } from './locations.ts';
import { clientCommands, type RecordFactArgument } from './protocol.ts';
import type { Session } from './session.ts';

export interface NoteActionParts {
  readonly session: Session;
  readonly service: LanguageService;
  readonly note: Note;
  readonly locator: RecordLocator;
  readonly figures: FigureServices;
  /** Commands that the client runs. */
  readonly commands: readonly string[];
}

/** What a lightbulb offers, of the kinds that are asked for; what mends a whole note only when it is asked for by its kind. */
export function codeActionsFor({ range, context }: CodeActionParams, parts: NoteActionParts): CodeAction[] {
  const { note, service, locator } = parts;
  const { only } = context;
  if (only?.every((kind) => kind.startsWith(CodeActionKind.Source)) === true) return fixAllFor(only, parts);
  const span = toSpan(note, range);
  const actions = [
    ...service.doCodeActions(note, span).map((action) => toCodeAction(note, action, locator)),
    ...recordActions(span, context.triggerKind === CodeActionTriggerKind.Invoked, parts),
  ];
  if (only === undefined) return actions;
  return actions.filter(({ kind = '' }) =>
    only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`)),
  );
}

/**
 * Asked for by our own kind, everything is mended. Asked for all there is ("fix all on save"), only what changes nothing that the
 * note says: nobody's figures change because they saved.
 */
function fixAllFor(only: readonly string[], { note, service, locator }: NoteActionParts): CodeAction[] {
  const isOurs = only.some((kind) => kind === FIX_ALL || kind.startsWith(`${FIX_ALL}.`));
  const isGeneral = only.some(
    (kind) => kind === CodeActionKind.Source || kind === CodeActionKind.SourceFixAll,
  );
  if (!isOurs && !isGeneral) return [];
  const action = service.doFixAll(note, isOurs ? 'all' : 'names');
  return action === null ? [] : [toCodeAction(note, action, locator)];
}

/**
 * A figure that nothing is known of may become a fact, with a form to fill in. One whose subject or metric was not read is offered
 * only to those who open the menu themselves: most figures of a note are nobody's facts.
 */
function recordActions(
  span: Span,
  isAsked: boolean,
  { session, service, note, figures, commands }: NoteActionParts,
): CodeAction[] {
  if (!commands.includes(clientCommands.recordFact)) return [];
  const claims = note.analysis.claims.filter(
    ({ claim, verdict }) =>
      verdict.kind === 'unverified' && claim.start <= span.end && span.start <= claim.end,
  );
  const here: Note = { ...note, analysis: { ...note.analysis, claims } };
  const known = service.harvest(here, figures);
  const labels = known.map(({ label, range }) => ({ label, range }));
  if (known.length === 0 && isAsked) {
    const { range, written } = service.draftFact(note, span, figures);
    const stated = note.analysis.claims.some(
      ({ claim, verdict }) =>
        verdict.kind !== 'unverified' && claim.start <= span.end && span.start <= claim.end,
    );
    const isHere = range !== null && touches(toSpan(note, range), span);
    if (isHere && written !== null && !stated) labels.push({ label: written, range });
  }
  return labels.map(({ label, range }) => {
    const title = word(session.language, 'action.record', { figure: label });
    const argument: RecordFactArgument = { uri: note.uri, range };
    return {
      title,
      kind: CodeActionKind.RefactorRewrite,
      command: { title, command: clientCommands.recordFact, arguments: [argument] },
    };
  });
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
