import type { FindingCode, Severity } from '../check/finding.ts';
import type { Cause, VerdictKind } from '../check/verdict.ts';
import type { RecordPlace, Scope } from '../factbase/model.ts';
import type { Span } from '../text/folded-text.ts';

/*
 * What the language service answers with. Plain data: offsets are UTF-16 offsets into the note, texts are in the language of the
 * service, Markdown is escaped. Turning it into a protocol's types is the caller's business.
 */

/** A card for the span under the cursor. */
export interface Hover extends Span {
  readonly markdown: string;
}

export interface TextEdit extends Span {
  readonly newText: string;
}

/** A span of a note, by its address. */
export interface NoteSpan extends Span {
  readonly uri: string;
  readonly range: Range;
}

export interface Diagnostic extends Span {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  /** Facts that decided and other places of the note, each with a line of words. */
  readonly related: readonly RelatedPlace[];
  /** The figure was right once. */
  readonly outdated: boolean;
}

export type RelatedPlace =
  | { readonly type: 'record'; readonly place: RecordPlace; readonly message: string }
  | { readonly type: 'note'; readonly span: Span; readonly message: string }
  | { readonly type: 'elsewhere'; readonly uri: string; readonly span: Span; readonly message: string };

export type CompletionKind = 'name' | 'figure' | 'fact';

export interface CompletionItem {
  readonly kind: CompletionKind;
  readonly label: string;
  /** Pale text behind the label. */
  readonly description: string;
  /** What the editor compares with the text that `edit` replaces. */
  readonly filterText: string;
  readonly sortText: string;
  readonly edit: TextEdit;
  /** Edits elsewhere in the note that belong to it: a footnote. None of them touches `edit`. */
  readonly additional: readonly TextEdit[];
  /** In place of the text of `edit`, where the cursor must not end up behind all of it; null for everything else. A client that knows no snippets cannot take such an item. */
  readonly snippet: string | null;
  /** Record that `doResolve` makes the card from: entity or fact id. */
  readonly record: string;
}

export interface CompletionList {
  readonly items: readonly CompletionItem[];
  /** More typing may bring other items: ask again instead of only filtering these. */
  readonly incomplete: boolean;
}

export interface ResolvedCompletion extends CompletionItem {
  readonly documentation: string;
}

export type Definition = RecordPlace & {
  /** The name or figure in the note that leads there. */
  readonly origin: Span;
};

export interface CodeAction {
  readonly title: string;
  readonly kind: 'quickfix' | 'refactor' | 'fix-all';
  /** The first and best answer to its diagnostic. */
  readonly preferred: boolean;
  /** The finding that it settles; null when it settles none. */
  readonly settles: Diagnostic | null;
  readonly edits: readonly TextEdit[];
  /** What the editor or its server is to do besides; null for nothing. */
  readonly command: CodeActionCommand | null;
}

/** `take-baseline`: the present findings of the workspace become its baseline. */
export type CodeActionCommand = 'take-baseline';

/** A claim in the outline; spans its sentence. */
export interface DocumentSymbol extends Span {
  readonly name: string;
  readonly detail: string;
  /** What to select: number and unit. */
  readonly selection: Span;
}

export interface DocumentLink extends Span {
  readonly url: string;
  readonly tooltip: string;
}

export interface InlayHint {
  readonly offset: number;
  readonly label: string;
  readonly tooltip: string;
}

/** A line over the note. */
export interface NoteLens {
  readonly offset: number;
  readonly title: string;
}

/** Kinds of words that are coloured; a legend of the caller gives them numbers. */
export type SemanticTokenKind = 'entity' | 'supported' | 'contradicted' | 'uncertain';

export interface SemanticToken extends Span {
  readonly kind: SemanticTokenKind;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** A claim as programs read it: `check --format json` and the request `ecosystemNotes/claims`. */
export interface ClaimReport extends Span {
  readonly text: string;
  readonly range: Range;
  readonly subject: string | null;
  readonly metric: string | null;
  readonly scope: Scope;
  readonly period: string | null;
  readonly mode: string;
  readonly value: {
    readonly low: number;
    readonly high: number;
    readonly bound: string;
    readonly unit: string | null;
  };
  readonly verdict: VerdictKind;
  readonly cause: Cause | null;
  readonly facts: readonly string[];
  readonly reason: string;
}

export interface FindingReport extends Span {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly range: Range;
  readonly message: string;
  readonly facts: readonly string[];
  readonly fixes: readonly {
    readonly title: string;
    readonly start: number;
    readonly end: number;
    readonly newText: string;
  }[];
}

/** A figure or time as read, claim or not. `from` and `to` are the first and the last day. */
export interface FigureReport extends Span {
  readonly text: string;
  readonly kind: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly bound: string;
  readonly unit: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
  readonly precision?: string | null;
}

export interface ClaimsSummary {
  readonly claims: number;
  readonly supported: number;
  readonly weaker: number;
  readonly contradicted: number;
  readonly outdated: number;
  readonly disputed: number;
  readonly unverified: number;
  readonly findings: number;
}
