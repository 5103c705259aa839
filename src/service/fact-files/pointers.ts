import { RELATIONS } from '../../factbase/entity-kinds.ts';
import type { FactFileView } from './fact-file.ts';
import type { FactFileKind } from './kind.ts';

/** What an id in a fact file is the id of. */
export type PointerType = 'entity' | 'metric' | 'unit' | 'dimension';

/** A record that ids point at. */
export interface RecordTarget {
  readonly type: PointerType | 'fact';
  readonly id: string;
}

interface Pointer {
  /** Path of the value in the record, dotted. */
  readonly path: RegExp;
  readonly type: PointerType;
}

/** Where the values of each kind of file are ids of other records. */
const POINTERS: Readonly<Record<FactFileKind, readonly Pointer[]>> = {
  entities: [{ path: new RegExp(`^(?:${RELATIONS.join('|')})(?:\\.\\d+)?$`), type: 'entity' }],
  metrics: [
    { path: /^siblings\.\d+$|^part-of$|^complement$/, type: 'metric' },
    { path: /^dimension$/, type: 'dimension' },
  ],
  facts: [
    { path: /^subject$|^said-by$|^scope\.[\w-]+$/, type: 'entity' },
    { path: /^metric$/, type: 'metric' },
    { path: /^unit$/, type: 'unit' },
  ],
  units: [{ path: /^units\.[^.]+\.dimension$/, type: 'dimension' }],
  cues: [],
  'set-words': [],
};

/** What the value at a path points at; null when it is no id. */
export function pointerType(kind: FactFileKind, path: readonly string[]): PointerType | null {
  const dotted = path.join('.');
  return POINTERS[kind].find((pointer) => pointer.path.test(dotted))?.type ?? null;
}

/** The record that the `id` of a record of such a file is of; null where records have none written. */
export function declaredType({ kind }: FactFileView): 'entity' | 'metric' | null {
  if (kind === 'entities') return 'entity';
  return kind === 'metrics' ? 'metric' : null;
}
