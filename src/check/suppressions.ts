import type { Span } from '../text/folded-text.ts';
import type { Finding } from './finding.ts';

/** A comment that silences findings: `<!-- ecosystem-notes-disable-next-line figure.contradicted -- reason -->`. */
interface Suppression extends Span {
  /** Codes that it names; empty for all. */
  readonly codes: readonly string[];
  /** The stretch of the note that it covers. */
  readonly covers: Span;
}

const MARK = 'ecosystem-notes-';
const COMMENT = /<!--\s*ecosystem-notes-(disable-next-line|disable-line|disable|enable)\b([^>]*?)-->/g;

/** The findings that no suppression silences, and a finding for each suppression that silences nothing. */
export function applySuppressions(text: string, findings: readonly Finding[]): readonly Finding[] {
  if (!text.includes(MARK)) return findings;
  const suppressions = readSuppressions(text);
  const used = new Set<Suppression>();
  const kept = findings.filter((finding) => {
    const by = suppressions.filter((suppression) => silences(suppression, finding));
    for (const suppression of by) used.add(suppression);
    return by.length === 0;
  });
  const unused = suppressions.filter((suppression) => !used.has(suppression)).map(unusedFinding);
  return [...kept, ...unused].sort((a, b) => a.start - b.start);
}

function silences(suppression: Suppression, finding: Finding): boolean {
  const { covers, codes } = suppression;
  return (
    finding.start >= covers.start &&
    finding.start < covers.end &&
    (codes.length === 0 || codes.includes(finding.code))
  );
}

function readSuppressions(text: string): readonly Suppression[] {
  const out: Suppression[] = [];
  let open: { span: Span; codes: readonly string[] }[] = [];
  const close = (until: number, codes: readonly string[]) => {
    const ends = (item: { codes: readonly string[] }) =>
      codes.length === 0 || item.codes.some((code) => codes.includes(code));
    for (const item of open.filter(ends)) {
      out.push({ ...item.span, codes: item.codes, covers: { start: item.span.end, end: until } });
    }
    open = open.filter((item) => !ends(item));
  };
  for (const match of text.matchAll(COMMENT)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const codes = namedCodes(match[2] ?? '');
    const lineEnd = endOfLine(text, span.end);
    switch (match[1]) {
      case 'disable-line':
        out.push({ ...span, codes, covers: { start: startOfLine(text, span.start), end: lineEnd + 1 } });
        break;
      case 'disable-next-line':
        out.push({ ...span, codes, covers: { start: lineEnd + 1, end: endOfLine(text, lineEnd + 1) + 1 } });
        break;
      case 'disable':
        open.push({ span, codes });
        break;
      default:
        close(span.start, codes);
    }
  }
  close(text.length + 1, []);
  return out;
}

/** Codes before ` -- reason`. */
function namedCodes(rest: string): readonly string[] {
  const [codes = ''] = rest.split(/\s--(?:\s|$)/);
  return codes.split(/[\s,]+/).filter((code) => code !== '');
}

function startOfLine(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function unusedFinding(suppression: Suppression): Finding {
  return {
    start: suppression.start,
    end: suppression.end,
    code: 'suppression.unused',
    severity: 'hint',
    message: { key: 'suppression.unused', values: {} },
    claim: null,
    facts: [],
    related: [],
    fixes: [],
  };
}
