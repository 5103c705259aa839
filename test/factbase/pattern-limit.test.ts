import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { expandPattern, splitPattern } from '../../src/factbase/pattern.ts';
import { bundledFiles, dataText } from '../helpers/fact-files.ts';

/** As many spellings are made of one pattern; what would be more is left out without a word. */
const MOST = 400;

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

const files = [
  ...bundledFiles()
    .filter((file) => file.path.endsWith('.yaml'))
    .map((file) => [file.path, file.text] as const),
  ['cues.yaml', dataText('cues.yaml')] as const,
];

it.each(files.map(([path, text]) => ({ path, text })))('$path loses no spelling of a pattern', ({ text }) => {
  const cut = strings(parse(text)).filter(
    (pattern) =>
      expandPattern(pattern).length >= MOST &&
      splitPattern(pattern).some((parts) => parts.some((part) => part.length >= MOST)),
  );
  expect(cut).toEqual([]);
});

it('would see a pattern that is cut', () => {
  expect(splitPattern('(a|b|c|d|e)(a|b|c|d|e)(a|b|c|d|e)(a|b|c|d|e)')[0]?.[0]?.length).toBe(MOST);
});
