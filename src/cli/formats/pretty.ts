import type { Severity } from '../../check/finding.ts';
import type { FindingReport } from '../../service/results.ts';
import type { CheckReport, DescribeFact, DocumentReport } from '../report.ts';
import type { Colors } from './colors.ts';
import { excerpt, harmless } from './excerpt.ts';
import type { PrettyWords } from './pretty-words.ts';

export interface PrettyOptions {
  readonly colors: Colors;
  /** Columns of the terminal. */
  readonly columns: number;
  readonly words: PrettyWords;
  readonly describeFact: DescribeFact;
}

/** More facts than these say nothing new to somebody who reads a terminal. */
const MAX_FACTS = 3;

/** The report for a person: each finding with its line, the figure marked, what is known and who says so. */
export function formatPretty(report: CheckReport, options: PrettyOptions): string {
  const notes = report.documents
    .map((document) => noteBlock(document, options))
    .filter((block) => block !== '');
  return [...notes, summaryLine(report, options)].join('\n');
}

function noteBlock(document: DocumentReport, options: PrettyOptions): string {
  const { colors, words } = options;
  if (document.findings.length === 0 && document.partial === null) return '';
  const lines = [colors.bold(harmless(document.path))];
  if (document.partial !== null)
    lines.push(`  ${colors.severity('warning', words.partial(document.partial))}`);
  for (const finding of document.findings) lines.push(...findingLines(finding, document, options), '');
  return `${lines.join('\n')}${document.findings.length === 0 ? '\n' : ''}`;
}

function findingLines(
  finding: FindingReport,
  document: DocumentReport,
  options: PrettyOptions,
): readonly string[] {
  const { colors, words } = options;
  const { line, character } = finding.range.start;
  const paint = (text: string) => colors.severity(finding.severity, text);
  const gutter = ' '.repeat(String(line + 1).length);
  const marked = excerpt(document.text, finding, Math.max(30, options.columns - gutter.length - 6));
  const lines = [
    `  ${line + 1}:${character + 1}  ${paint(words.severity[finding.severity])}  ${harmless(finding.message)}  ${colors.dim(finding.code)}`,
    `  ${colors.dim(`${line + 1} │`)} ${marked.text}`,
    `  ${gutter} ${colors.dim('│')} ${' '.repeat(marked.column)}${paint('^'.repeat(marked.width))}`,
  ];
  for (const id of finding.facts.slice(0, MAX_FACTS)) {
    const fact = options.describeFact(id);
    if (fact === null) continue;
    lines.push(`  ${gutter} ${colors.dim('=')} ${words.known(colors.good(harmless(fact.known)))}`);
    lines.push(
      `  ${gutter}   ${colors.dim(harmless([fact.source, fact.url].filter((part) => part !== '').join(' ')))}`,
    );
  }
  if (finding.facts.length > MAX_FACTS)
    lines.push(`  ${gutter}   ${colors.dim(words.moreFacts(finding.facts.length - MAX_FACTS))}`);
  return lines;
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

function summaryLine(report: CheckReport, { colors, words }: PrettyOptions): string {
  const { summary } = report;
  const counts = SEVERITIES.map((severity) => {
    const count = report.documents.reduce(
      (sum, { findings }) => sum + findings.filter((finding) => finding.severity === severity).length,
      0,
    );
    return { severity, count };
  }).filter(({ count }) => count > 0);
  const found =
    counts.length === 0
      ? colors.good(words.noFindings)
      : counts
          .map(({ severity, count }) => colors.severity(severity, words.count(severity, count)))
          .join(', ');
  return `${words.checked(summary)} ${found}\n`;
}
