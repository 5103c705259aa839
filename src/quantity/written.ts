import type { Figure } from './figure.ts';
import type { FigureReader } from './reader.ts';

/** Reads text that holds one figure as a whole (the `written` field of a fact: 突破6亿次). Null when it holds none or several. */
export function readWritten(text: string, reader: FigureReader): Figure | null {
  const { figures } = reader.read(text);
  const [figure] = figures;
  return figure !== undefined && figures.length === 1 ? figure : null;
}
