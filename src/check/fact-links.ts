import type { FoldedText } from '../text/folded-text.ts';
import type { Finding } from './finding.ts';

/** The end of a Markdown link into the fact base, with its id. */
const FACT_LINK = /\]\(<?fact:([^\s<>()]+)/g;

/**
 * Links of one passage whose `fact:` address names no record. Offsets are those of the source. Only what reads as a link counts:
 * its text is read, its address is not; so nothing in code or in a comment is one.
 */
export function deadLinks(
  folded: FoldedText,
  source: string,
  isRecord: (id: string) => boolean,
): readonly Finding[] {
  const { offsets } = folded;
  const first = offsets[0];
  const last = offsets[folded.text.length - 1];
  if (first === undefined || last === undefined) return [];
  const stretch = source.slice(first, last + LONGEST_END);
  if (!stretch.includes('fact:')) return [];
  return [...stretch.matchAll(FACT_LINK)].flatMap((match): Finding[] => {
    const bracket = first + match.index;
    const id = match[1] ?? '';
    if (isRecord(id)) return [];
    const from = Math.max(0, bracket - LONGEST_TEXT);
    const opens = from + source.slice(from, bracket).lastIndexOf('[');
    const read = lastBefore(offsets, bracket, folded.text.length);
    const next = offsets[read + 1] ?? Number.POSITIVE_INFINITY;
    const start = bracket + match[0].length - id.length;
    const isLink = opens >= from && (offsets[read] ?? -1) > opens && next > start;
    return isLink ? [deadLink(start, id)] : [];
  });
}

/** An id is no longer than this, nor is the text of a link. */
const LONGEST_END = 250;
const LONGEST_TEXT = 1000;

function deadLink(start: number, id: string): Finding {
  return {
    start,
    end: start + id.length,
    code: 'name.unknown-in-link',
    severity: 'warning',
    message: { key: 'link.unknown', values: { id } },
    claim: null,
    facts: [],
    related: [],
    fixes: [],
  };
}

/** Index of the last offset before `at`; -1 when there is none. */
function lastBefore(offsets: ArrayLike<number>, at: number, length: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
