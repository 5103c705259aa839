import type { FindingCode, Severity } from '../../check/finding.ts';
import type { Range } from '../../service/results.ts';
import { CODE_WORDS } from '../../service/words.ts';
import type { CheckReport } from '../report.ts';

const LEVELS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The report as SARIF 2.1.0. `version` is the program's own. */
export function formatSarif(report: CheckReport, version: string): string {
  const codes = [
    ...new Set(report.documents.flatMap(({ findings }) => findings.map(({ code }) => code))),
  ].sort();
  const results = report.documents.flatMap(({ path, text, findings }) =>
    findings.map(({ code, severity, start, end, range, message, facts, fixes }) => ({
      ruleId: code,
      ruleIndex: codes.indexOf(code),
      level: LEVELS[severity],
      message: { text: message },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: address(path) },
            region: { ...region(range), snippet: { text: text.slice(start, end) } },
          },
        },
      ],
      ...(fixes.length === 0
        ? {}
        : {
            fixes: fixes.map((fix) => ({
              description: { text: fix.title },
              artifactChanges: [
                {
                  artifactLocation: { uri: address(path) },
                  replacements: [
                    {
                      deletedRegion: { charOffset: fix.start, charLength: fix.end - fix.start },
                      insertedContent: { text: fix.newText },
                    },
                  ],
                },
              ],
            })),
          }),
      properties: { facts },
    })),
  );
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'ecosystem-notes', version, rules: codes.map(rule) } },
        columnKind: 'utf16CodeUnits',
        artifacts: report.documents.map(({ path }) => ({ location: { uri: address(path) } })),
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(id: FindingCode) {
  return { id, shortDescription: { text: CODE_WORDS[id].en } };
}

function region(range: Range) {
  return {
    startLine: range.start.line + 1,
    startColumn: range.start.character + 1,
    endLine: range.end.line + 1,
    endColumn: range.end.character + 1,
  };
}

function address(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
