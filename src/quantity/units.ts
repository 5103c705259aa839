import Big from 'big.js';
import type { FigureKind } from './figure.ts';

/** `data/units.yaml` as plain data. */
export interface UnitData {
  readonly dimensions: Readonly<Record<string, DimensionData>>;
  readonly units: Readonly<Record<string, UnitEntry>>;
  /** By one-character spelling: characters behind which it is the head of another word (元 in 元素). */
  readonly continues?: Readonly<Record<string, string>>;
}

export interface DimensionData {
  readonly kind?: FigureKind;
  readonly convertible?: boolean;
}

export interface UnitEntry {
  readonly dimension: string;
  /** Size in the base unit of the dimension, as exact decimal; "1" when left out. */
  readonly factor?: string;
  readonly zh?: readonly string[];
  readonly en?: readonly string[];
  readonly symbols?: readonly string[];
  readonly before?: readonly string[];
  readonly classifiers?: readonly string[];
  readonly nouns?: readonly string[];
  readonly minor?: Readonly<Record<string, string>>;
}

export interface Unit {
  readonly id: string;
  readonly dimension: string;
  readonly kind: FigureKind;
  readonly factor: string;
  readonly convertible: boolean;
}

/** `unit` ends the figure; `classifier` and `noun` are counters; `before` stands in front; `minor` is small coin. */
export type SpellingRole = 'unit' | 'classifier' | 'noun' | 'before' | 'minor';

export interface UnitSpelling {
  readonly text: string;
  readonly unit: Unit;
  readonly role: SpellingRole;
  readonly exact: boolean;
  /** For `minor`: how much of the unit one of it is. */
  readonly part: string;
}

export interface UnitTable {
  unit(id: string): Unit | null;
  readonly ids: readonly string[];
  readonly spellings: readonly UnitSpelling[];
  readonly continues: ReadonlyMap<string, string>;
}

/** Throws an Error that names the unit when it has no known dimension or a factor that is no number above zero. */
export function compileUnits(data: UnitData): UnitTable {
  const units = new Map<string, Unit>();
  const spellings: UnitSpelling[] = [];
  for (const [id, entry] of Object.entries(data.units)) {
    const unit = compileUnit(id, entry, data.dimensions[entry.dimension]);
    units.set(id, unit);
    const push = (texts: readonly string[] | undefined, role: SpellingRole, exact: boolean) => {
      for (const text of texts ?? []) spellings.push({ text, unit, role, exact, part: '1' });
    };
    push(entry.zh, isNoun(unit, entry) ? 'noun' : 'unit', false);
    push(entry.en, isCount(unit) ? 'noun' : 'unit', false);
    push(entry.symbols, 'unit', true);
    push(entry.before, 'before', true);
    push(entry.classifiers, 'classifier', false);
    push(entry.nouns, 'noun', false);
    for (const [text, part] of Object.entries(entry.minor ?? {})) {
      spellings.push({ text, unit, role: 'minor', exact: false, part });
    }
  }
  const continues = new Map(Object.entries(data.continues ?? {}));
  return { unit: (id) => units.get(id) ?? null, ids: [...units.keys()], spellings, continues };
}

const COUNTED = new Set(['times', 'people', 'items', 'tokens', 'parameters']);

const isCount = (unit: Unit): boolean => COUNTED.has(unit.dimension);
const isNoun = (unit: Unit, entry: UnitEntry): boolean => isCount(unit) || entry.dimension === 'age';

function compileUnit(id: string, entry: UnitEntry, dimension: DimensionData | undefined): Unit {
  if (dimension === undefined) throw new Error(`unit ${id}: no dimension ${entry.dimension}`);
  const factor = entry.factor ?? '1';
  if (!isPositive(factor)) throw new Error(`unit ${id}: factor ${factor} is no number above zero`);
  return {
    id,
    dimension: entry.dimension,
    kind: dimension.kind ?? 'quantity',
    factor,
    convertible: dimension.convertible ?? true,
  };
}

function isPositive(factor: string): boolean {
  try {
    return new Big(factor).gt(0);
  } catch {
    return false;
  }
}

/** The value in the base unit of its dimension, exact in decimals. Null for an unknown unit or one without fixed rate to others. */
export function toBase(table: UnitTable, value: number, id: string): number | null {
  const unit = table.unit(id);
  if (unit === null || !Number.isFinite(value)) return null;
  if (!unit.convertible) return null;
  return new Big(value).times(unit.factor).toNumber();
}

/** How many of unit `b` one of unit `a` is; null when they do not compare. */
export function compareScale(table: UnitTable, a: string, b: string): number | null {
  if (a === b) return table.unit(a) === null ? null : 1;
  const from = table.unit(a);
  const to = table.unit(b);
  if (from === null || to === null || from.dimension !== to.dimension || !from.convertible) return null;
  return new Big(from.factor).div(to.factor).toNumber();
}

/** The value in another unit, exact in decimals where the rate is; null when the units do not compare. */
export function convert(table: UnitTable, value: number, from: string, to: string): number | null {
  if (from === to) return table.unit(from) === null ? null : value;
  const a = table.unit(from);
  const b = table.unit(to);
  if (a === null || b === null || a.dimension !== b.dimension || !a.convertible || !Number.isFinite(value))
    return null;
  return new Big(value).times(a.factor).div(b.factor).toNumber();
}
