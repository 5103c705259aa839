import type { EntityRecord, FactRecord, MetricRecord, ParsedRecord, SourceRecord } from './records.ts';

/** Raised whenever the shape below changes, so that no program reads a base that was compiled for another. */
export const COMPILED_VERSION = 1;

type Compiled<R extends ParsedRecord> = Omit<R, 'at'>;

type CompiledRecord =
  | Compiled<EntityRecord>
  | Compiled<MetricRecord>
  | Compiled<FactRecord>
  | Compiled<SourceRecord>;

interface CompiledBase {
  readonly version: number;
  readonly records: readonly CompiledRecord[];
  readonly tables: Tables;
}

/** Further data files as plain data, by name without ending: `units`, `cues`, …. Whoever uses one knows its shape. */
export type Tables = Readonly<Record<string, unknown>>;

export interface CompiledContents {
  readonly records: readonly ParsedRecord[];
  readonly tables: Tables;
}

/** A fact base as JSON text that loads without YAML, validation or figure reading. Spans of single keys are left out. */
export function serializeRecords(contents: CompiledContents): string {
  const records = contents.records.map(({ at: _, ...record }): CompiledRecord => record);
  const base: CompiledBase = { version: COMPILED_VERSION, records, tables: contents.tables };
  return JSON.stringify(base);
}

/** Reads what `serializeRecords` wrote. Throws an Error when the text is something else, or of another version. */
export function deserializeRecords(json: string): CompiledContents {
  const value: unknown = JSON.parse(json);
  if (!isCompiledBase(value)) throw new Error('This is no compiled fact base: build it again.');
  if (value.version !== COMPILED_VERSION) {
    throw new Error(
      `This fact base was compiled for version ${value.version}, this program reads version ${COMPILED_VERSION}: build it again.`,
    );
  }
  const at = {};
  return { records: value.records.map((record): ParsedRecord => ({ ...record, at })), tables: value.tables };
}

function isCompiledBase(value: unknown): value is CompiledBase {
  if (typeof value !== 'object' || value === null) return false;
  const { version, records, tables } = value as Partial<CompiledBase>;
  return (
    typeof version === 'number' && Array.isArray(records) && typeof tables === 'object' && tables !== null
  );
}
