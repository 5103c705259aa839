import type { CheckReport } from '../report.ts';

/** Version of the shape; it changes when a field changes its meaning or goes. */
const VERSION = 1;

/** The report for programs (docs: contract `check --format json`). */
export function formatJson(report: CheckReport): string {
  const documents = report.documents.map(({ path, claims, findings, figures, partial }) => ({
    path,
    claims,
    findings,
    ...(figures === null ? {} : { figures }),
    ...(partial === null ? {} : { partial }),
  }));
  const { documents: count, ...verdicts } = report.summary;
  const summary = { documents: count, ...verdicts };
  return `${JSON.stringify({ version: VERSION, factBase: report.factBase, documents, summary }, null, 2)}\n`;
}
