import type { NoteAnalysis } from '../../src/check/analysis.ts';

/** One expectation of a fixture note (test/fixtures/README.md). */
export interface Expectation {
  /** Line of the fixture file that states it, from 1. */
  readonly line: number;
  /** The figure or text it speaks of; empty for `nothing`. */
  readonly figure: string;
  /** Verdicts or finding codes that it accepts; empty for `nothing`. */
  readonly accepts: readonly string[];
  readonly cause: string | null;
  /** Where in the note the lines stand that it speaks of. */
  readonly start: number;
  readonly end: number;
}

export interface Fixture {
  readonly note: string;
  readonly expectations: readonly Expectation[];
}

const EXPECTATION = /^\/\/\s?(.*)$/;

/** Takes the expectations out of a fixture file; what is left is the note, character for character. */
export function readFixture(text: string): Fixture {
  let note = '';
  let from = 0;
  let spokenOf = { start: 0, end: 0 };
  const expectations: Expectation[] = [];
  text.split('\n').forEach((line, index, lines) => {
    const stated = EXPECTATION.exec(line)?.[1];
    if (stated === undefined) {
      if (line.trim() === '') from = note.length + line.length + 1;
      else if (spokenOf.start < from || spokenOf.end <= from)
        spokenOf = { start: from, end: note.length + line.length };
      else spokenOf = { ...spokenOf, end: note.length + line.length };
      note += index < lines.length - 1 ? `${line}\n` : line;
      return;
    }
    expectations.push(readExpectation(stated, index + 1, spokenOf));
    from = note.length;
  });
  return { note, expectations };
}

function readExpectation(text: string, line: number, span: { start: number; end: number }): Expectation {
  if (text.trim() === 'nothing') return { line, figure: '', accepts: [], cause: null, ...span };
  const [figure, wanted] = text.split(' → ');
  if (figure === undefined || wanted === undefined)
    throw new Error(`line ${line}: no expectation in "${text}"`);
  const cause = /\(([a-z]+)\)/.exec(wanted)?.[1] ?? null;
  const accepts = wanted
    .replace(/\([a-z]+\)/g, '')
    .split('|')
    .map((word) => word.trim());
  return { line, figure, accepts, cause, ...span };
}

/** What is wrong with the analysis of a fixture's note, one line each; empty when all expectations hold and nothing else was found. */
export function fixtureProblems(fixture: Fixture, analysis: NoteAnalysis): string[] {
  const problems: string[] = [];
  const announced = new Set<unknown>();
  for (const expectation of fixture.expectations) {
    if (expectation.figure === '') continue;
    const at = fixture.note.slice(expectation.start, expectation.end).indexOf(expectation.figure);
    if (at === -1) {
      problems.push(`line ${expectation.line}: "${expectation.figure}" is not in the lines above`);
      continue;
    }
    const start = expectation.start + at;
    const end = start + expectation.figure.length;
    const overlaps = (span: { start: number; end: number }) => span.start < end && span.end > start;
    for (const finding of analysis.findings) if (overlaps(finding)) announced.add(finding);
    const isCode = expectation.accepts.some((word) => word.includes('.'));
    const got = isCode
      ? analysis.findings.filter(overlaps).map((finding) => finding.code as string)
      : [claimVerdict(analysis, overlaps)];
    if (!got.some((verdict) => expectation.accepts.includes(verdict))) {
      problems.push(
        `line ${expectation.line}: ${expectation.figure}: ${expectation.accepts.join(' | ')} expected, ${got.join(', ')} found`,
      );
      continue;
    }
    const cause = analysis.claims.find(({ claim }) => overlaps(claim))?.verdict.cause ?? null;
    if (expectation.cause !== null && cause !== expectation.cause && got.includes('contradicted')) {
      problems.push(
        `line ${expectation.line}: ${expectation.figure}: cause ${expectation.cause} expected, ${cause} found`,
      );
    }
  }
  for (const finding of analysis.findings) {
    if (announced.has(finding) || finding.code === 'figure.unverified') continue;
    problems.push(`not announced: ${finding.code} at "${fixture.note.slice(finding.start, finding.end)}"`);
  }
  return problems;
}

const SILENT_MODES: ReadonlySet<string> = new Set(['denied', 'question', 'hypothetical', 'struck']);

function claimVerdict(
  analysis: NoteAnalysis,
  overlaps: (span: { start: number; end: number }) => boolean,
): string {
  const found = analysis.claims.find(({ claim }) => overlaps(claim));
  if (found === undefined || SILENT_MODES.has(found.claim.mode)) return 'not-a-claim';
  return found.verdict.kind;
}
