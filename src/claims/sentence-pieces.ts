import type { Figure } from '../quantity/figure.ts';
import type { Span } from '../text/folded-text.ts';

/** Figures that are read against each other; nobody writes more into one sentence. */
const MOST_FIGURES = 24;
/** Folded code units that are read against each other. */
const LONGEST = 1200;

/**
 * Sentences short enough to be read at a cost that does not grow with the text: a longer one, or one with more figures, is cut
 * where its clauses end, or in the middle of one that is too long by itself. `figures` are in order.
 */
export function boundedSentences(
  sentences: readonly Span[],
  figures: readonly Figure[],
  clausesOf: (sentence: Span) => readonly Span[],
): readonly Span[] {
  let next = 0;
  let cut = false;
  const out: Span[] = [];
  for (const sentence of sentences) {
    const first = next;
    while (next < figures.length && (figures[next]?.start ?? 0) < sentence.end) next++;
    if (sentence.end - sentence.start <= LONGEST && next - first <= MOST_FIGURES) {
      out.push(sentence);
      continue;
    }
    cut = true;
    out.push(...pieces(sentence, figures.slice(first, next), clausesOf(sentence)));
  }
  return cut ? out : sentences;
}

function pieces(sentence: Span, figures: readonly Figure[], clauses: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  let start = sentence.start;
  let held = 0;
  let next = 0;
  for (const { end } of clauses) {
    let own = 0;
    while (next < figures.length && (figures[next]?.start ?? 0) < end) {
      next++;
      own++;
    }
    held += own;
    if (held <= MOST_FIGURES && end - start <= LONGEST) continue;
    // The clause that is too much goes into the next piece, unless it is the first of this one.
    for (let at = start; at < end; at += LONGEST) out.push({ start: at, end: Math.min(at + LONGEST, end) });
    start = end;
    held = 0;
  }
  if (start < sentence.end) out.push({ start, end: sentence.end });
  return out;
}
