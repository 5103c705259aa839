import type { Finding, FindingCode } from '../check/finding.ts';
import type { Note } from './note.ts';

/** Name of the file at the workspace root that holds the findings of before. */
export const BASELINE_FILE = '.ecosystem-notes-baseline.json';

/**
 * A finding that a note had when the baseline was taken. Places do not count, so that it survives edits elsewhere; what it speaks of
 * does, so that another finding in its place is new.
 */
export interface BaselineEntry {
  readonly code: FindingCode;
  readonly subject: string | null;
  readonly metric: string | null;
  /** The figure, with bound and unit; for findings without a claim the words that they mark. */
  readonly value: string;
  /** Digest of the sentence. */
  readonly sentence: string;
}

/** The entries for a note, by its address. */
export type BaselineOf = (uri: string) => readonly BaselineEntry[];

/** What the baseline file of a workspace holds: entries by the path of their note, relative to the file, with slashes. */
export type Baseline = ReadonlyMap<string, readonly BaselineEntry[]>;

/** The findings that are not among the entries. An entry accounts for one finding: of two alike the second is new. */
export function newFindings(
  note: Note,
  findings: readonly Finding[],
  entries: readonly BaselineEntry[],
): readonly Finding[] {
  if (entries.length === 0) return findings;
  const known = new Map<string, number>();
  for (const entry of entries) known.set(keyOf(entry), (known.get(keyOf(entry)) ?? 0) + 1);
  return findings.filter((finding) => {
    const key = keyOf(baselineEntry(note, finding));
    const left = known.get(key) ?? 0;
    if (left > 0) known.set(key, left - 1);
    return left === 0;
  });
}

export function baselineEntry({ text }: Note, { code, claim, start, end }: Finding): BaselineEntry {
  if (claim === null) {
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const lineEnd = text.indexOf('\n', end);
    const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
    return { code, subject: null, metric: null, value: text.slice(start, end), sentence: digest(line) };
  }
  const { figure, subject, metric, sentence } = claim.claim;
  const amount = figure.low === figure.high ? `${figure.low}` : `${figure.low}..${figure.high}`;
  return {
    code,
    subject: subject?.value ?? null,
    metric: metric?.value ?? null,
    value: [figure.bound === 'exact' ? '' : figure.bound, amount, figure.unit ?? '']
      .filter((part) => part !== '')
      .join(' '),
    sentence: digest(text.slice(sentence.start, sentence.end)),
  };
}

function keyOf({ code, subject, metric, value, sentence }: BaselineEntry): string {
  return JSON.stringify([code, subject, metric, value, sentence]);
}

/** 53 bits of a text, blanks aside, as hexadecimal digits: enough to tell sentences apart, too little to read them back. */
function digest(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const character of text.replace(/\s+/g, '')) {
    const code = character.codePointAt(0) ?? 0;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0');
}

const VERSION = 1;

/** The text of a baseline file. Notes and entries are sorted, so that a change of one note changes its lines only. */
export function writeBaseline(baseline: Baseline): string {
  const notes = [...baseline]
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, entries]) => [path, entries.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))] as const);
  return `${JSON.stringify({ version: VERSION, notes: Object.fromEntries(notes) }, null, 2)}\n`;
}

/** Reads a baseline file; `problem` says in one line why it cannot be read, and then nothing is known of before. */
export function readBaseline(text: string): { readonly baseline: Baseline; readonly problem: string | null } {
  const broken = (problem: string) => ({ baseline: new Map<string, readonly BaselineEntry[]>(), problem });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return broken(`is no JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
  if (!isRecord(data) || data.version !== VERSION || !isRecord(data.notes))
    return broken(`is no baseline of version ${VERSION}; take it anew.`);
  const notes = new Map<string, readonly BaselineEntry[]>();
  for (const [path, entries] of Object.entries(data.notes)) {
    if (!Array.isArray(entries) || !entries.every(isEntry))
      return broken(`holds something else than findings under "${path}"; take it anew.`);
    notes.set(path, entries);
  }
  return { baseline: notes, problem: null };
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value)) return false;
  const { code, subject, metric, value: amount, sentence } = value;
  const isId = (id: unknown) => id === null || typeof id === 'string';
  return [code, amount, sentence].every((one) => typeof one === 'string') && isId(subject) && isId(metric);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
