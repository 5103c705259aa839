import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  InsertTextFormat,
  type Location,
  type LocationLink,
  type Range,
  SymbolKind,
  type TextEdit,
} from 'vscode-languageserver';
import type { Severity } from '../check/finding.ts';
import type { Language } from '../check/message.ts';
import { type FactProblem, problemText } from '../factbase/problem.ts';
import type { Note } from '../service/note.ts';
import type * as results from '../service/results.ts';
import type { Span } from '../text/folded-text.ts';
import type { LineIndex } from '../text/lines.ts';
import type { RecordLocator } from './locations.ts';
import { serverCommands } from './protocol.ts';

/** The service speaks of offsets and records, the protocol of lines and addresses. One function for each kind of answer. */

export const DIAGNOSTIC_SOURCE = 'ecosystem-notes';

/** A text that says where its offsets are. */
export interface Placed {
  readonly lines: Pick<LineIndex, 'positionAt'>;
}

export function toRange(note: Placed, { start, end }: Span): Range {
  return { start: note.lines.positionAt(start), end: note.lines.positionAt(end) };
}

export function toSpan(note: Note, { start, end }: Range): Span {
  return { start: note.lines.offsetAt(start), end: note.lines.offsetAt(end) };
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function toSeverity(severity: Severity): DiagnosticSeverity {
  return SEVERITIES[severity];
}

export function toDiagnostic(note: Note, found: results.Diagnostic, locator: RecordLocator): Diagnostic {
  const related = found.related.map((place) => ({
    message: place.message,
    location: relatedLocation(note, place, locator),
  }));
  return {
    range: toRange(note, found),
    severity: toSeverity(found.severity),
    ...codeOf(found.code, locator),
    source: DIAGNOSTIC_SOURCE,
    message: found.message,
    ...(found.outdated ? { tags: [DiagnosticTag.Deprecated] } : {}),
    ...(related.length === 0 ? {} : { relatedInformation: related }),
  };
}

/** A problem of a fact file, in the reader's language. */
export function toProblemDiagnostic(
  problem: FactProblem,
  range: Range,
  language: Language,
  locator: RecordLocator,
): Diagnostic & { readonly message: string } {
  const { message, hint } = problemText(problem, language);
  return {
    range,
    severity: toSeverity(problem.severity),
    source: DIAGNOSTIC_SOURCE,
    ...codeOf(problem.code, locator),
    message: `${message} ${hint}`,
  };
}

function relatedLocation(note: Note, place: results.RelatedPlace, locator: RecordLocator): Location {
  switch (place.type) {
    case 'record':
      return { uri: locator.uriOf(place.place.file), range: locator.rangeOf(place.place) };
    case 'note':
      return { uri: note.uri, range: toRange(note, place.span) };
    case 'elsewhere':
      return { uri: place.uri, range: locator.rangeIn(place.uri, place.span) };
  }
}

/** A code with the page that explains it. */
function codeOf(code: string, locator: RecordLocator): Pick<Diagnostic, 'code' | 'codeDescription'> {
  const href = locator.rulePage(code);
  return href === null ? { code } : { code, codeDescription: { href } };
}

/** Mends everything in a note that has a mend; what only corrects names also answers to the general kind above it. */
export const FIX_ALL = `${CodeActionKind.SourceFixAll}.ecosystemNotes`;

const COMPLETION_KINDS: Readonly<Record<results.CompletionKind, CompletionItemKind>> = {
  name: CompletionItemKind.Class,
  figure: CompletionItemKind.Value,
  fact: CompletionItemKind.Reference,
};

/** What comes back with `completionItem/resolve`. */
export interface CompletionData {
  readonly uri: string;
  readonly kind: results.CompletionKind;
  readonly record: string;
}

export function toCompletionItem(note: Note, item: results.CompletionItem): CompletionItem {
  const data: CompletionData = { uri: note.uri, kind: item.kind, record: item.record };
  return {
    label: item.label,
    labelDetails: { description: item.description },
    kind: COMPLETION_KINDS[item.kind],
    filterText: item.filterText,
    sortText: item.sortText,
    textEdit: toTextEdit(note, { ...item.edit, newText: item.snippet ?? item.edit.newText }),
    ...(item.snippet === null ? {} : { insertTextFormat: InsertTextFormat.Snippet }),
    ...(item.additional.length === 0
      ? {}
      : { additionalTextEdits: item.additional.map((edit) => toTextEdit(note, edit)) }),
    data,
  };
}

export function isCompletionData(value: unknown): value is CompletionData {
  if (typeof value !== 'object' || value === null) return false;
  const { uri, kind, record } = value as Partial<Record<keyof CompletionData, unknown>>;
  const known = kind === 'name' || kind === 'figure' || kind === 'fact';
  return typeof uri === 'string' && typeof record === 'string' && known;
}

function toTextEdit(note: Note, edit: results.TextEdit): TextEdit {
  return { range: toRange(note, edit), newText: edit.newText };
}

export function toLocationLink(
  note: Placed,
  found: results.Definition,
  locator: RecordLocator,
): LocationLink {
  const range = locator.rangeOf(found);
  return {
    originSelectionRange: toRange(note, found.origin),
    targetUri: locator.uriOf(found.file),
    targetRange: range,
    targetSelectionRange: { start: range.start, end: range.start },
  };
}

const ACTION_KINDS: Readonly<Record<results.CodeAction['kind'], CodeActionKind>> = {
  quickfix: CodeActionKind.QuickFix,
  refactor: CodeActionKind.RefactorRewrite,
  'fix-all': FIX_ALL,
};

export function toCodeAction(note: Note, action: results.CodeAction, locator: RecordLocator): CodeAction {
  return {
    title: action.title,
    kind: ACTION_KINDS[action.kind],
    ...(action.preferred ? { isPreferred: true } : {}),
    ...(action.settles === null ? {} : { diagnostics: [toDiagnostic(note, action.settles, locator)] }),
    ...(action.edits.length === 0
      ? {}
      : { edit: { changes: { [note.uri]: action.edits.map((edit) => toTextEdit(note, edit)) } } }),
    ...(action.command === null
      ? {}
      : { command: { title: action.title, command: serverCommands.takeBaseline } }),
  };
}

export function toDocumentSymbol(note: Note, symbol: results.DocumentSymbol): DocumentSymbol {
  return {
    name: symbol.name,
    detail: symbol.detail,
    kind: SymbolKind.Number,
    range: toRange(note, {
      // A protocol asks that the selection lie inside.
      start: Math.min(symbol.start, symbol.selection.start),
      end: Math.max(symbol.end, symbol.selection.end),
    }),
    selectionRange: toRange(note, symbol.selection),
  };
}

export const SEMANTIC_TOKEN_TYPES = [
  'ecosystemName',
  'ecosystemSupported',
  'ecosystemContradicted',
  'ecosystemUncertain',
] as const;

const TOKEN_TYPES: Readonly<Record<results.SemanticTokenKind, number>> = {
  entity: 0,
  supported: 1,
  contradicted: 2,
  uncertain: 3,
};

/** The protocol's flat list of differences. Tokens over a line end are left out: few clients take them. */
export function toSemanticTokens(note: Note, tokens: readonly results.SemanticToken[]): number[] {
  const data: number[] = [];
  let line = 0;
  let character = 0;
  for (const token of tokens) {
    const { start, end } = toRange(note, token);
    if (start.line !== end.line) continue;
    const sameLine = start.line === line;
    data.push(start.line - line, sameLine ? start.character - character : start.character);
    data.push(end.character - start.character, TOKEN_TYPES[token.kind], 0);
    line = start.line;
    character = start.character;
  }
  return data;
}

/** Markdown without its marks, for clients that show plain text only. */
export function toPlainText(markdown: string): string {
  return markdown
    .replace(/!\[(?:\\.|[^\]\\])*\]\(<data:[^>]*>\)/g, '')
    .replace(/\[((?:\\.|[^\]\\])*)\]\(<[^>]*>\)/g, '$1')
    .replace(/^\|[ |:-]+\|$\n?/gm, '')
    .replace(/&emsp;/g, '')
    .replace(/\*\*/g, '')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
