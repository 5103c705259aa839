import fc from 'fast-check';

const PLAIN = ['text', '文字', 'a | b', '`code`', '\\# x', '', '', '', '   cont'];
const HEADINGS = ['# h', '## h ##', '###### x', '#no', '===', '---', '***', '* * *'];
const FENCES = ['```', '```js', '~~~', '~~~~'];
const HTML = ['<div>', '</div>', '<!-- c', '-->', '<b>', '<b> x', '<script>', '</script>', '<?php', '?>'];
const TABLES = ['| a | b |', '|---|---|', 'a | b', '--- | ---', ':-:'];
const CONTAINERS = [
  '- a',
  '* b',
  '+ c',
  '-',
  '1. a',
  '2. b',
  '10) c',
  '- - x',
  '> q',
  '>',
  '> > qq',
  '>q',
  '- # h',
  '- > q',
];
const NESTED = ['> - a', '- ```', '> ```', '-   three', '-     code in item', '> # h'];
const DEFINITIONS = [
  '[a]: http://x "t"',
  '[a]: <b>',
  '[b]',
  '[c]:',
  'http://y',
  '"title"',
  '[^1]: note',
  '[^2]:',
];
const EXTRAS = ['$$', '$$ x $$', '$$ x', 'x $$', '---', 'key: value', '...', '\ufeff', '\u3000\u3000段'];

function lines(indents: readonly string[], ...atoms: readonly (readonly string[])[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...indents), fc.constantFrom(...atoms.flat()))
    .map((parts) => parts.join(''));
}

function documents(line: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(fc.array(line, { minLength: 1, maxLength: 10 }), fc.constantFrom('\n', '\r\n', '\r'))
    .map(([parts, lineEnd]) => parts.join(lineEnd));
}

/** Texts without lists and quotes, indented in all ways. */
export const flatMarkdown = documents(
  lines(['', '', '', '', ' ', '  ', '   ', '    ', '     ', '\t'], PLAIN, HEADINGS, FENCES, HTML, TABLES),
);

/** Texts with lists and quotes, indented less than code. Tables are left out: markdown-it reads them across quotes. */
export const nestedMarkdown = documents(
  lines(
    ['', '', '', ' ', '  ', '   ', '> '],
    PLAIN.filter((line) => !line.includes('|')),
    HEADINGS,
    FENCES,
    HTML,
    CONTAINERS,
    NESTED,
  ),
);

/** Texts with everything in them, whatever a reader may make of it. */
export const anyMarkdown = documents(
  lines(
    ['', '', '', '', ' ', '  ', '   ', '    ', '     ', '\t', '> ', '>', '  > '],
    PLAIN,
    HEADINGS,
    FENCES,
    HTML,
    TABLES,
    CONTAINERS,
    NESTED,
    DEFINITIONS,
    EXTRAS,
  ),
);
