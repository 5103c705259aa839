import type { Span } from '../text/folded-text.ts';
import type { ServiceContext } from './context.ts';
import { doExplain } from './explain.ts';
import { shownFindings } from './findings.ts';
import type { Note } from './note.ts';

/** What a maintainer needs to know of a finding that should not be there: the sentence, how it was read, what decided. */
export interface AlarmReport {
  readonly code: string;
  /** Markdown, for an issue. Holds the sentence with the figure and nothing else of the note. */
  readonly markdown: string;
}

/** On the finding nearest to the offset within its line; null where the line has none. */
export function reportAlarm(context: ServiceContext, note: Note, offset: number): AlarmReport | null {
  const { line } = note.lines.positionAt(offset);
  const distance = ({ start, end }: Span) => Math.max(0, start - offset, offset - end);
  const [finding] = shownFindings(note, context)
    .filter(({ start }) => note.lines.positionAt(start).line === line)
    .toSorted((a, b) => distance(a) - distance(b));
  if (finding === undefined) return null;
  const sentence = note.analysis.claims.find(({ claim }) => claim.start === finding.start)?.claim.sentence;
  const figures = doExplain(context, note, finding).map(
    ({ text, lines }) =>
      `- ${code(text)}\n${lines.map(({ label, text: said }) => `  - ${label}: ${said}`).join('\n')}`,
  );
  const markdown = [
    `## ${finding.code}`,
    `> ${quoted(note, sentence ?? finding)}`,
    context.say(finding.message),
    figures.join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
  return { code: finding.code, markdown: `${markdown}\n` };
}

function quoted(note: Note, { start, end }: Span): string {
  return note.text
    .slice(start, end)
    .trim()
    .replace(/\s*\n\s*/g, ' ');
}

function code(text: string): string {
  return text.includes('`') ? text : `\`${text.trim()}\``;
}
