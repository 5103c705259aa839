import type { Amount, AmountTables } from './amount-draft.ts';
import { readNumber } from './amount-number.ts';
import { readParts } from './amount-parts.ts';
import { cutAtConflict, readScale } from './amount-scale.ts';
import { readMinor, readPlusBehind, readSurplus, readUnit } from './amount-unit.ts';
import type { Unit } from './units.ts';

/** Reads the number at `at` with its unit. `prefix` is a currency that stands in front. Null when there is no number. */
export function scanAmount(
  tables: AmountTables,
  text: string,
  at: number,
  prefix: Unit | null,
): Amount | null {
  const draft = readNumber(tables, text, at);
  if (draft === null || draft.name) return draft;
  if (prefix !== null) cutAtConflict(tables, text, draft, prefix);
  readScale(tables, text, draft, prefix);
  if (draft.name) return draft;
  if (readParts(tables, text, draft)) return draft;
  readSurplus(tables, text, draft);
  draft.numberEnd = draft.end;
  readUnit(tables, text, draft, prefix);
  if (draft.unit?.dimension === 'money') readMinor(tables, text, draft);
  readPlusBehind(text, draft);
  return draft;
}

export type { Amount, AmountTables } from './amount-draft.ts';
export { tokenEnd } from './amount-draft.ts';
export { percentWord } from './amount-number.ts';
