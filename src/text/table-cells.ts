import { BACKSLASH, isBlank, PIPE } from './chars.ts';

/**
 * Calls `visit` with start and end of each cell of a table row, blanks trimmed, and its column. A pipe behind a backslash
 * does not divide.
 */
export function eachCell(
  source: string,
  at: number,
  end: number,
  visit: (start: number, end: number, column: number) => void,
): void {
  let rowEnd = end;
  while (rowEnd > at && isBlank(source.charCodeAt(rowEnd - 1))) rowEnd--;
  let start = at;
  while (start < rowEnd && isBlank(source.charCodeAt(start))) start++;
  if (start < rowEnd && source.charCodeAt(start) === PIPE) start++;
  for (let column = 0; start < rowEnd; column++) {
    const pipe = cellEnd(source, start, rowEnd);
    let from = start;
    let to = pipe;
    while (from < to && isBlank(source.charCodeAt(from))) from++;
    while (to > from && isBlank(source.charCodeAt(to - 1))) to--;
    visit(from, to, column);
    start = pipe + 1;
  }
}

function cellEnd(source: string, start: number, end: number): number {
  let i = start;
  while (i < end && (source.charCodeAt(i) !== PIPE || source.charCodeAt(i - 1) === BACKSLASH)) i++;
  return i;
}

/** Number of cells of a row; 0 when no pipe divides it. */
export function countCells(source: string, at: number, end: number): number {
  let hasPipe = false;
  for (let i = at; i < end && !hasPipe; i++) hasPipe = source.charCodeAt(i) === PIPE;
  if (!hasPipe) return 0;
  let count = 0;
  eachCell(source, at, end, () => {
    count++;
  });
  return count;
}
