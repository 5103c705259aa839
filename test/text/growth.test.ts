import { describe, expect, it } from 'vitest';
import { splitBlocks } from '../../src/text/blocks.ts';
import { readBlock } from '../../src/text/passages.ts';

/** Beginnings that nothing ends, and other texts over which a reader that looks ahead again and again never comes to an end. */
const HOSTILE = [
  ...[
    '[',
    '![',
    '*',
    '**',
    '_',
    '`',
    '` `` ',
    '<',
    '<a ',
    '<a b="',
    '<!--',
    '<?',
    '<!A',
    '<![CDATA[',
    '](',
    '[a](',
    '[a](b "',
  ],
  ...[
    '[a](<b',
    '[a]:',
    '[a]: b\n',
    '&',
    '&#',
    '$',
    '$a',
    '$$a\n',
    '~~a',
    '==a ',
    '\\',
    '(',
    '*a',
    '*a_',
    '**a*b',
    '[[a|',
    'a@',
  ],
  ...[
    'a@b.',
    'http://',
    'http://a(',
    'www.',
    '- ',
    '1. ',
    '> ',
    '- a\n',
    '> a\n',
    '>\n',
    '|',
    'a|b\n-|-\n',
    '\n',
    '\r',
    '\t',
    '《',
  ],
  ...[
    '“',
    '"',
    '。',
    '.',
    '[1',
    '[^1',
    '[^1]:',
    '现(xiàn)',
    '现(',
    '?/p',
    '<b>',
    '<s>',
    '</s>',
    '# ',
    '```\n',
    'a\n===\n',
  ],
  ...[
    '<div>\n',
    '<script>\n',
    '\u0000',
    '\ud800',
    '\udb40',
    '   ',
    ' \n',
    '  \n',
    '》\n',
    '字\n',
    '-\n',
    '"\n',
    '字**\n',
  ],
];

/** A string that counts how often it is looked at. */
function counted(text: string): { readonly source: string; readonly looks: () => number } {
  let looks = 0;
  const methods = {
    charCodeAt: (index: number): number => {
      looks++;
      return text.charCodeAt(index);
    },
    charAt: (index: number): string => {
      looks++;
      return text.charAt(index);
    },
    indexOf: (needle: string, from = 0): number => {
      const found = text.indexOf(needle, from);
      looks += (found < 0 ? text.length : found) - from;
      return found;
    },
    slice: (start: number, end = text.length): string => {
      looks += Math.max(0, end - start);
      return text.slice(start, end);
    },
    startsWith: (needle: string, at = 0): boolean => {
      looks += needle.length;
      return text.startsWith(needle, at);
    },
  };
  return { source: Object.assign(Object(text) as object, methods) as unknown as string, looks: () => looks };
}

function looksFor(unit: string, length: number): number {
  const { source, looks } = counted(unit.repeat(Math.ceil(length / unit.length)));
  for (const block of splitBlocks(source)) readBlock(source, block);
  return looks();
}

describe('work on hostile texts', () => {
  it.each(HOSTILE)('grows with the length of %j and no faster', (unit) => {
    const small = looksFor(unit, 4000);
    const large = looksFor(unit, 16000);
    expect(small).toBeGreaterThan(1000);
    expect(large).toBeLessThan(small * 5 + 10000);
  });

  // What the count above does not see, the pairing of marks, would take hours here if it were not linear.
  it.each(['*a ', '**a*b ', '*a_b~~c', '[', '[a](b) ', '~~a~~ '])(
    'comes to an end with much of %j',
    (unit) => {
      const source = unit.repeat(300_000 / unit.length);
      const passages = splitBlocks(source).flatMap((block) => readBlock(source, block));
      expect(passages.length).toBeGreaterThan(0);
    },
  );
});
