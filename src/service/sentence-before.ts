import type { LineIndex } from '../text/lines.ts';
import type { Note } from './note.ts';

/** Where the words before a cursor begin that may say what is written next. */
export interface SentenceStart {
  readonly start: number;
  /** Where the paragraph begins: subjects carry over from sentence to sentence. */
  readonly paragraph: number;
}

/** Nobody reads a sentence of more characters, or a paragraph of more lines, as one. */
const MAX_SENTENCE = 400;
const MAX_LINES = 40;

export function sentenceBefore({ text, lines }: Note, offset: number): SentenceStart {
  const { line } = lines.positionAt(offset);
  let first = line;
  while (first > 0 && line - first < MAX_LINES && !isBlank(text, lines, first - 1)) first--;
  const paragraph = lines.lineStart(first);
  let start = offset;
  const least = Math.max(paragraph, offset - MAX_SENTENCE);
  while (start > least && !SENTENCE_ENDS.includes(text[start - 1] ?? '')) start--;
  return { start, paragraph };
}

const SENTENCE_ENDS = '。！？；!?;\r\n';

function isBlank(text: string, lines: LineIndex, line: number): boolean {
  return text.slice(lines.lineStart(line), lines.lineEnd(line)).trim() === '';
}
