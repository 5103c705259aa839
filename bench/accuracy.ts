/**
 * Accuracy on labelled notes: `npm run bench:accuracy [-- --half tune|test|all] [--failures] [--set FILE]`.
 * `--failures` lists the notes that fail, but for those that nobody reads. Prints precision, recall and F1 per verdict, macro-F1, missed contradictions and false alarms, each with n.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { NoteAnalysis } from '../src/check/analysis.ts';
import type { Finding } from '../src/check/finding.ts';
import { dayOf, loadChecker } from '../test/helpers/checker.ts';

interface LabelledNote {
  readonly id: string;
  readonly text: string;
  readonly figure: string;
  readonly start?: number;
  readonly expect: string;
  readonly accept?: readonly string[];
  readonly cause?: string;
  readonly why?: string;
}

interface LabelledSet {
  readonly name: string;
  readonly file: string;
  /** Whether half of it is kept unread. */
  readonly split: boolean;
  /** Kept unread as a whole: counted, never listed. */
  readonly sealed?: boolean;
}

const SETS: readonly LabelledSet[] = [
  { name: 'own notes', file: 'test/accuracy/notes.jsonl', split: true },
  { name: 'fresh notes', file: 'test/accuracy/fresh.jsonl', split: false, sealed: true },
  { name: 'own notes to develop with', file: 'test/accuracy/dev.jsonl', split: false },
  { name: 'own notes to leave alone', file: 'test/accuracy/left-alone.jsonl', split: false },
  { name: 'shared corpus', file: '../shared/corpus/claims.jsonl', split: false },
];

const LABELS = ['supported', 'weaker', 'outdated', 'disputed', 'contradicted', 'unverified', 'not-a-claim'];

const { values: options } = parseArgs({
  options: {
    half: { type: 'string', default: 'test' },
    failures: { type: 'boolean', default: false },
    today: { type: 'string', default: '2026-02-15' },
    set: { type: 'string' },
  },
});

const checker = loadChecker();
const today = dayOf(options.today);

const sets: readonly LabelledSet[] =
  options.set === undefined ? SETS : [{ name: options.set, file: options.set, split: false }];
for (const set of sets) {
  if (!existsSync(set.file)) {
    console.log(`${set.name}: skipped, ${set.file} is not here`);
    continue;
  }
  const rows = readFileSync(set.file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as LabelledNote)
    .filter((row) => !set.split || options.half === 'all' || halfOf(row.id) === options.half);
  const isSealed = set.sealed === true || (set.split && options.half !== 'tune');
  report(set.split ? `${set.name}, ${options.half} half` : set.name, rows, options.failures && !isSealed);
}

function halfOf(id: string): 'tune' | 'test' {
  const digest = createHash('sha1').update(id).digest('hex');
  return Number.parseInt(digest.at(-1) ?? '0', 16) % 2 === 0 ? 'tune' : 'test';
}

function verdictOf(row: LabelledNote, analysis: NoteAnalysis): { verdict: string; cause: string | null } {
  const start = row.start ?? row.text.indexOf(row.figure);
  const end = start + row.figure.length;
  const found = analysis.claims.find(({ claim }) => claim.start < end && claim.end > start);
  if (found === undefined) return { verdict: 'not-a-claim', cause: null };
  const silent = ['denied', 'question', 'hypothetical', 'struck'].includes(found.claim.mode);
  return silent
    ? { verdict: 'not-a-claim', cause: null }
    : { verdict: found.verdict.kind, cause: found.verdict.cause };
}

function report(name: string, rows: readonly LabelledNote[], lists: boolean): void {
  const confusion = new Map<string, Map<string, number>>();
  let alarms = 0;
  let missed = 0;
  let contradictions = 0;
  let causes = 0;
  let causesRight = 0;
  let errors = 0;
  let errorsRight = 0;
  for (const row of rows) {
    const analysis = checker.analyze(row.text, { today });
    const { verdict, cause } = verdictOf(row, analysis);
    const accepted = row.accept ?? [row.expect];
    // A verdict that a reasonable reader would take counts as the expected one.
    const counted = accepted.includes(verdict) ? row.expect : verdict;
    const line = confusion.get(row.expect) ?? new Map<string, number>();
    confusion.set(row.expect, line.set(counted, (line.get(counted) ?? 0) + 1));
    if (row.expect === 'contradicted') {
      contradictions++;
      if (counted !== 'contradicted') missed++;
      else if (row.cause !== undefined) {
        causes++;
        if (cause === row.cause) causesRight++;
      }
    }
    for (const finding of analysis.findings) {
      if (finding.severity !== 'error') continue;
      errors++;
      if (row.expect === 'contradicted' || accepted.includes('contradicted') || isDue(finding, row, rows))
        errorsRight++;
    }
    const quiet = !accepted.includes('contradicted') && !accepted.includes('outdated');
    if (
      quiet &&
      analysis.findings.some(
        (finding) =>
          (finding.severity === 'error' || finding.severity === 'warning') && !isDue(finding, row, rows),
      )
    )
      alarms++;
    if (lists && counted !== row.expect) {
      console.log(
        `  ${row.id} expected ${row.expect}, got ${verdict}: ${JSON.stringify(row.text).slice(0, 400)} [${row.figure}] (${row.why ?? ''})`,
      );
    }
  }
  console.log(`\n${name}: ${rows.length} notes`);
  console.log('verdict        n   precision  recall     F1');
  const scores: number[] = [];
  for (const label of LABELS) {
    const line = confusion.get(label);
    const n = sum(line?.values() ?? []);
    if (n === 0) continue;
    const right = line?.get(label) ?? 0;
    const given = sum([...confusion.values()].map((other) => other.get(label) ?? 0));
    const precision = given === 0 ? 0 : right / given;
    const recall = right / n;
    const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
    scores.push(f1);
    console.log(
      `${label.padEnd(13)} ${String(n).padStart(3)}   ${percent(precision)}     ${percent(recall)}   ${percent(f1)}`,
    );
  }
  console.log(`macro-F1 ${percent(sum(scores) / Math.max(1, scores.length))}`);
  console.log(
    `contradictions missed ${missed} of ${contradictions}; cause right ${causesRight} of ${causes}`,
  );
  console.log(
    `error-level findings right ${errorsRight} of ${errors}; notes with a false alarm ${alarms} of ${rows.length}`,
  );
}

/** Whether another note of the same text says that the finding is right: a table may be labelled figure by figure. */
function isDue(finding: Finding, row: LabelledNote, rows: readonly LabelledNote[]): boolean {
  return rows.some((other) => {
    if (other === row || other.text !== row.text) return false;
    const start = other.start ?? other.text.indexOf(other.figure);
    const accepted = other.accept ?? [other.expect];
    return (
      finding.start < start + other.figure.length &&
      finding.end > start &&
      (accepted.includes('contradicted') || accepted.includes('outdated'))
    );
  });
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

function percent(share: number): string {
  return share.toFixed(3);
}
