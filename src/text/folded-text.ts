/**
 * Text made simple for matching, with its way back to the source.
 *
 * `text` is the readable text with full-width forms made half-width, traditional characters made simplified, and
 * markup and source noise (bracketed pinyin, HTML residue, soft line breaks between Chinese characters) left out.
 * Case is kept, a run of blanks is one space. A masked stretch (code, image, address) stands as one `MASK` so that what
 * was apart stays apart. A line feed stands only where a line ends for the reader too: sentences do not run across it.
 */
export interface FoldedText {
  readonly text: string;
  /** `offsets[i]` is the UTF-16 offset in the source of folded code unit `i`; one entry for each code unit of `text`. */
  readonly offsets: Uint32Array;
}

/** Stands in folded text for one masked stretch. U+FFFC, the object replacement character. */
export const MASK = '\uFFFC';

/** Start (inclusive) and end (exclusive), in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The source span of a folded span: from its first code unit to just behind its last. */
export function toSource(folded: FoldedText, span: Span): Span {
  const start = folded.offsets[span.start] ?? 0;
  const last = folded.offsets[span.end - 1];
  return { start, end: last === undefined || span.end <= span.start ? start : last + 1 };
}
