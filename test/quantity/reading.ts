import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Figure } from '../../src/quantity/figure.ts';
import type { TimeExpression } from '../../src/quantity/period.ts';
import { createFigureReader, type FigureReader, type SetWordData } from '../../src/quantity/reader.ts';
import { compileUnits, type UnitData } from '../../src/quantity/units.ts';

const data = (name: string): unknown =>
  parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8'));

export const units = compileUnits(data('units.yaml') as UnitData);
export const reader: FigureReader = createFigureReader({
  units,
  setWords: data('set-words.yaml') as SetWordData,
});

/** `6e8 times more-than`: value or ends, unit, and what differs from an exact plain figure. */
export function sayFigure(figure: Figure): string {
  const value = figure.low === figure.high ? `${figure.low}` : `${figure.low}..${figure.high}`;
  const parts = [value, figure.unit ?? '-'];
  if (figure.outOf !== null) parts.push(`of ${figure.outOf}`);
  if (figure.bound !== 'exact') parts.push(figure.bound);
  if (figure.form !== 'plain') parts.push(figure.form);
  if (figure.per !== null) parts.push(`per ${figure.per}`);
  return parts.join(' ');
}

/** `as-of 2025-Q3`, with the part behind a dot; open times by their form. */
export function sayTime(time: TimeExpression): string {
  const relation = time.relation === 'in' ? '' : `${time.relation} `;
  if (time.period === null) return `${relation}(${time.form})`;
  return `${relation}${time.period.iso}${time.period.part === undefined ? '' : `.${time.period.part}`}`;
}

/** Takes the marks «…» out of a text and says where they stood. */
export function unmark(marked: string): { text: string; spans: string[] } {
  const spans: string[] = [];
  let text = '';
  for (const piece of marked.split('«')) {
    const close = piece.indexOf('»');
    if (close >= 0) spans.push(`${text.length}-${text.length + close}`);
    text += piece.replace('»', '');
  }
  return { text, spans };
}

/** The figures of a text with their spans, as `start-end` and words. */
export function figuresOf(text: string): { spans: string[]; said: string[] } {
  const { figures } = reader.read(text);
  return { spans: figures.map((one) => `${one.start}-${one.end}`), said: figures.map(sayFigure) };
}

export function timesOf(text: string): { spans: string[]; said: string[] } {
  const { times } = reader.read(text);
  return { spans: times.map((one) => `${one.start}-${one.end}`), said: times.map(sayTime) };
}
