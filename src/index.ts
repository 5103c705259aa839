/**
 * Ecosystem Notes as a library: checks figures in notes about the AI ecosystem against a curated, sourced fact base.
 *
 * ```ts
 * const { factBase, checker } = loadBundledFactBase();
 * const service = createLanguageService({ factBase, language: 'en' });
 * const note = service.makeNote('file:///a.md', checker.analyze(text, { today: dayOf('2026-02-15') }));
 * for (const finding of service.doValidation(note)) console.log(finding.message);
 * ```
 */
import { loadBundledBase } from './server/disk/bundled.ts';
import { assembleKnowledge, createReaders, type Knowledge } from './service/assemble.ts';

export type { Checker, NoteAnalysis, NoteOptions } from './check/analysis.ts';
export type { FindingCode, Severity } from './check/finding.ts';
export type { Language } from './check/message.ts';
export type { Cause, VerdictKind } from './check/verdict.ts';
export type { FactBase } from './factbase/fact-base.ts';
export { readRecords } from './factbase/load.ts';
export type { Entity, Fact, Metric, RecordPlace, Source } from './factbase/model.ts';
export type { FactProblem } from './factbase/problem.ts';
export type { FactFile, Layer } from './factbase/records.ts';
export type { Knowledge } from './service/assemble.ts';
export { type Configuration, type ReadConfiguration, readConfiguration } from './service/configuration.ts';
export type { WorkspaceNotes } from './service/context.ts';
export {
  createLanguageService,
  type LanguageService,
  type LanguageServiceOptions,
} from './service/language-service.ts';
export type { Note } from './service/note.ts';
export { createNoteIndex, type NoteIndex } from './service/note-index.ts';
export type * from './service/results.ts';
export type { Span } from './text/folded-text.ts';
export { LineIndex } from './text/lines.ts';

/**
 * The facts that come with the package, with further layers over them (the last has the last word), and a checker for them.
 * Reads one file of the package. Throws an Error with one line when it is missing or of another version.
 */
export function loadBundledFactBase(layers: Parameters<typeof assembleKnowledge>[1] = []): Knowledge {
  const base = loadBundledBase();
  return assembleKnowledge(base, layers, createReaders(base.tables));
}

/** Days since 1970-01-01 of a date (YYYY-MM-DD): how the checker takes "today". Throws a RangeError for anything else. */
export function dayOf(date: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) / 86_400_000 : Number.NaN;
  if (!Number.isInteger(day)) throw new RangeError(`"${date}" is no date such as 2026-02-15.`);
  return day;
}
