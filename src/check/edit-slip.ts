/** How a word comes to differ from another by one slip of the hand; `at` is where in the right word. */
export interface EditSlip {
  readonly kind: 'swapped' | 'missing' | 'added' | 'other-letter';
  readonly at: number;
  /** A letter too few or too many beside the same letter: Alibabba, Huging. */
  readonly doubles: boolean;
}

/** The one slip that leads from `right` to `written`; null when they are the same or differ by more. */
export function slipBetween(right: string, written: string): EditSlip | null {
  if (right === written || Math.abs(right.length - written.length) > 1) return null;
  let at = 0;
  while (at < right.length && right[at] === written[at]) at++;
  if (right.length === written.length) {
    if (right.slice(at + 1) === written.slice(at + 1)) return { kind: 'other-letter', at, doubles: false };
    const swapped =
      right[at] === written[at + 1] &&
      right[at + 1] === written[at] &&
      right.slice(at + 2) === written.slice(at + 2);
    return swapped ? { kind: 'swapped', at, doubles: false } : null;
  }
  const [longer, shorter, kind] =
    right.length > written.length
      ? ([right, written, 'missing'] as const)
      : ([written, right, 'added'] as const);
  if (longer.slice(at + 1) !== shorter.slice(at)) return null;
  return { kind, at, doubles: longer[at] === longer[at - 1] || longer[at] === longer[at + 1] };
}

/** All forms of a word with one letter left out, and the word: two words one slip apart share one of them. */
export function shortForms(word: string): ReadonlySet<string> {
  const out = new Set([word]);
  for (let i = 0; i < word.length; i++) out.add(word.slice(0, i) + word.slice(i + 1));
  return out;
}
