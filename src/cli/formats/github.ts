import type { Severity } from '../../check/finding.ts';
import type { CheckReport } from '../report.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands, one line for each finding, that GitHub shows beside the line of the note. */
export function formatGithub(report: CheckReport): string {
  const lines = report.documents.flatMap(({ path, findings }) =>
    findings.map(({ code, severity, range, message }) => {
      const place = [
        `file=${property(path)}`,
        `line=${range.start.line + 1}`,
        `endLine=${range.end.line + 1}`,
        // A column span over several lines is refused by the reader.
        ...(range.start.line === range.end.line
          ? [`col=${range.start.character + 1}`, `endColumn=${range.end.character}`]
          : []),
        `title=${property(code)}`,
      ];
      return `::${COMMANDS[severity]} ${place.join(',')}::${data(message)}\n`;
    }),
  );
  return lines.join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
