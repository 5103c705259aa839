import type { Span } from '../text/folded-text.ts';

/** Whether a sentence is supposed: it says so at its head, or the one before was and it does not come back to what is. */
export function isSupposed(text: string, sentence: Span, before: boolean): boolean {
  const head = text.slice(sentence.start, sentence.start + LONGEST_OPENING);
  return SUPPOSES.test(head) || (before && !IN_FACT.test(head));
}

/** 做个思想实验。Suppose growth never stops. What follows in the paragraph is supposed as well, */
const SUPPOSES =
  /^[\s"“(]*(?:(?:不妨|让我们|我们|先|来)*(?:做一?个|来一?个)?思想实验|设想|假设(?![检性])|假定|试想|想象|(?:let(?:'|’)s|let us) (?:suppose|imagine|assume|pretend|say)|suppose|imagine|assume|pretend|picture this|(?:a )?thought experiment|hypothetically)/i;
/** until the text comes back to what is. */
const IN_FACT =
  /^[\s"“(]*(?:事实上|实际上|现实|回到|其实|当然|in fact|in reality|actually|in truth|back to)/i;
const LONGEST_OPENING = 24;
