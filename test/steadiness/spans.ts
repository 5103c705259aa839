import { expect } from 'vitest';
import type { NoteAnalysis } from '../../src/check/analysis.ts';

/** Everything that was found has a place in the text. */
export function expectSpansInside({ text, mentions, readings, claims, findings }: NoteAnalysis): void {
  for (const { start, end } of [...mentions, ...readings, ...findings, ...claims.map(({ claim }) => claim)]) {
    if (start >= 0 && start < end && end <= text.length) continue;
    expect.fail(`${start} to ${end} is no place in a text of ${text.length}`);
  }
}
