import type { Span } from '../../text/folded-text.ts';
import { characterWidth, displayWidth } from './display-width.ts';

/** A line of a note cut to fit, and where in it the marked words stand, in terminal columns. */
export interface Excerpt {
  readonly text: string;
  readonly column: number;
  readonly width: number;
}

const CUT = '…';

/** The line that holds `span`, cut on both sides of it to at most `columns`, without anything that a terminal would act on. */
export function excerpt(text: string, span: Span, columns: number): Excerpt {
  const lineStart = startOfLine(text, span.start);
  const lineEnd = endOfLine(text, lineStart);
  const words = harmless(text.slice(span.start, Math.max(span.start, Math.min(span.end, lineEnd))));
  const width = displayWidth(words);
  const room = Math.max(0, columns - width);
  const lead = harmless(text.slice(lineStart, span.start)).trimStart();
  const rest = harmless(text.slice(span.start, lineEnd)).slice(words.length).trimEnd();
  // What comes before says more of a figure than what follows, so it gets the larger part when both cannot have all.
  const before = tail(lead, Math.max(Math.ceil(room * 0.6), room - displayWidth(rest)));
  const after = head(rest, room - displayWidth(before));
  return {
    text: `${before}${words}${after}`,
    column: displayWidth(before),
    width: Math.max(1, width),
  };
}

/** Control characters of a note must not reach a terminal: each becomes a dot, a tab a space. */
export function harmless(text: string): string {
  return text
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E\u2066-\u2069]/g, '·');
}

/** Looks back no further than the line: most notes hold no carriage return at all. */
function startOfLine(text: string, at: number): number {
  let from = at;
  while (from > 0 && text[from - 1] !== '\n' && text[from - 1] !== '\r') from--;
  return from;
}

function endOfLine(text: string, from: number): number {
  const found = /[\r\n]/.exec(text.slice(from));
  return found === null ? text.length : from + found.index;
}

function head(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = '';
  let width = 1;
  for (const character of text) {
    width += characterWidth(character);
    if (width > columns) break;
    kept += character;
  }
  return kept + CUT;
}

function tail(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  const characters = [...text];
  let width = 1;
  let from = characters.length;
  while (from > 0 && width + characterWidth(characters[from - 1] ?? '') <= columns) {
    from--;
    width += characterWidth(characters[from] ?? '');
  }
  return CUT + characters.slice(from).join('');
}
