import { CR, LF } from './chars.ts';

/** A place in a text: line and UTF-16 column, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Turns UTF-16 offsets into lines and columns and back. Line ends are `\n`, `\r\n` and `\r`. Built at first use. */
export class LineIndex {
  readonly #source: string;
  #starts: Uint32Array | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  get lineCount(): number {
    return this.#lineStarts().length;
  }

  /** Offset of the first code unit of a line; a line out of range is the nearest one. */
  lineStart(line: number): number {
    const starts = this.#lineStarts();
    return starts[clamp(line, starts.length - 1)] ?? 0;
  }

  /** Offset behind the last code unit of a line, before its line end. */
  lineEnd(line: number): number {
    const next = clamp(line, this.lineCount - 1) + 1;
    if (next >= this.lineCount) return this.#source.length;
    const end = this.lineStart(next) - 1;
    const isPair = this.#source.charCodeAt(end) === LF && this.#source.charCodeAt(end - 1) === CR;
    return isPair && end - 1 >= this.lineStart(next - 1) ? end - 1 : end;
  }

  /** Offsets out of range are the nearest end of the text; one inside a line end is the end of its line. */
  positionAt(offset: number): Position {
    const place = clamp(offset, this.#source.length);
    const line = this.#lineOf(place);
    return { line, character: Math.min(place, this.lineEnd(line)) - this.lineStart(line) };
  }

  /** A position out of range is the nearest one in its line, or the nearest line. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.lineCount) return this.#source.length;
    const start = this.lineStart(position.line);
    return start + clamp(position.character, this.lineEnd(position.line) - start);
  }

  #lineOf(offset: number): number {
    const starts = this.#lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #lineStarts(): Uint32Array {
    this.#starts ??= findLineStarts(this.#source);
    return this.#starts;
  }
}

function findLineStarts(source: string): Uint32Array {
  const starts = [0];
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (code === LF || (code === CR && source.charCodeAt(i + 1) !== LF)) starts.push(i + 1);
  }
  return Uint32Array.from(starts);
}

/** `value` as a whole number from 0 to `most`; what is no number counts as 0. */
function clamp(value: number, most: number): number {
  if (!(value > 0)) return 0;
  return Math.min(Math.floor(value), most);
}
