import { describe, expect, it } from 'vitest';
import { typedSentence } from '../../src/service/typed-sentence.ts';

/** The sentence that is being written when `‸` is where the edit ended, which put in the character before it. */
function written(marked: string): string {
  const at = marked.indexOf('‸');
  const after = marked.replace('‸', '');
  const span = typedSentence(after.slice(0, at - 1) + after.slice(at), after);
  return span === null ? '' : after.slice(span.start, span.end);
}

describe('the sentence that is being written', () => {
  it.each([
    ['前一句。这一句6‸000万次。后一句。', '这一句6000万次'],
    ['前一句。這一句6‸', '這一句6'],
    ['Before. This one has 60 mil‸lion. After.', ' This one has 60 million'],
    ['It has 3.‸', 'It has 3.'],
    ['It has 3.5‸ million', 'It has 3.5 million'],
    ['one line\nthe o‸ther\nlast', 'the other'],
    // ended, and so left
    ['这一句6000万次。‸', ''],
    ['This one has 60 million.‸', ''],
    ['This one has 60 million\n‸', ''],
  ])('of %j is %j', (marked, expected) => {
    expect(written(marked)).toBe(expected);
  });

  it('is none when nothing changed', () => {
    expect(typedSentence('a', 'a')).toBeNull();
  });
});
