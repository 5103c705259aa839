import type { FigureReader } from '../quantity/reader.ts';
import { parsePeriod } from '../quantity/times.ts';
import { foldName } from '../text/fold.ts';

const ISO_DAY = /^\d{4}-\d{2}-\d{2}/;

/** The first day of a date as notes write it (2026-02-03, 2026/2/3, 2026年2月3日, 2026-02), in days since 1970-01-01; null when it is none. */
export function noteDay(written: string, figures: FigureReader): number | null {
  const folded = foldName(written).trim();
  const iso = ISO_DAY.exec(folded)?.[0];
  if (iso !== undefined) return parsePeriod(iso)?.from ?? null;
  const [time] = figures.read(folded).times;
  return time?.period?.from ?? parsePeriod(folded)?.from ?? null;
}
