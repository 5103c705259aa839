import type { FoldedText } from '../text/folded-text.ts';
import type { Claim, Part } from './claim.ts';

/** Folded text with words in front of it that stand elsewhere; they lead to its first character. */
export function lend(words: string, folded: FoldedText, end: number): FoldedText {
  const offsets = new Uint32Array(words.length + end);
  offsets.fill(folded.offsets[0] ?? 0, 0, words.length);
  offsets.set(folded.offsets.subarray(0, end), words.length);
  return { text: words + folded.text.slice(0, end), offsets };
}

/** A claim whose subject or metric may stand in what its item hangs from. */
export function carriedBy(claim: Claim, first: number): Claim {
  const carry = <T>(part: Part<T> | null): Part<T> | null =>
    part !== null && part.span !== null && part.span.start === first && part.span.end === first + 1
      ? { ...part, origin: 'list-parent', span: null }
      : part;
  return {
    ...claim,
    subject: carry(claim.subject),
    metric: carry(claim.metric),
    period: carry(claim.period),
  };
}
