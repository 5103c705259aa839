import type { FactProblem } from '../../factbase/problem.ts';
import { createQuantityServices } from '../../factbase/quantity-services.ts';
import type { FactFile, Layer } from '../../factbase/records.ts';
import type { Tables } from '../../factbase/serialize.ts';
import type { Definition, DocumentSymbol, Hover, NoteSpan } from '../results.ts';
import { completeFactFile, type FactFileCompletion } from './completion.ts';
import type { FactFileContext } from './context.ts';
import { type FactFileView, viewFactFile } from './fact-file.ts';
import { hoverFactFile } from './hover.ts';
import { inspectFactFile } from './inspect.ts';
import type { RecordTarget } from './pointers.ts';
import { factSchemas } from './schema.ts';
import { symbolsInFactFile } from './symbols.ts';
import { definitionInFactFile, targetAt } from './target.ts';
import { usesInFactFiles } from './uses.ts';

/** What an editor asks of the YAML files of a fact base. Pure; offsets are UTF-16 offsets into the file. None throws on any file. */
export interface FactFileService {
  /** A snapshot of a file; what most other methods take. Null for files that are none of a fact base. */
  viewFile(file: FactFile): FactFileView | null;
  /** Everything that is wrong in the file as it stands, among these layers, in the one of this name. */
  doValidation(file: FactFile, layers: readonly Layer[], layer: string): readonly FactProblem[];
  doHover(view: FactFileView, offset: number): Hover | null;
  doComplete(view: FactFileView, offset: number): readonly FactFileCompletion[];
  findDefinition(view: FactFileView, offset: number): readonly Definition[];
  /** The record whose uses are looked for from an offset. */
  targetAt(view: FactFileView, offset: number): RecordTarget | null;
  /** Where these files use a record. `uriOf` makes addresses of file names. */
  findUses(
    files: Iterable<FactFile>,
    target: RecordTarget,
    uriOf: (file: string) => string,
  ): readonly NoteSpan[];
  findDocumentSymbols(view: FactFileView): readonly DocumentSymbol[];
}

export interface FactFileServiceOptions extends Omit<FactFileContext, 'schemas' | 'units'> {
  /** Of the compiled base: units and words that figures are read with. */
  readonly tables: Tables;
}

/** Makes the service. Throws an Error when a table is missing. */
export function createFactFileService({ tables, ...known }: FactFileServiceOptions): FactFileService {
  const services = createQuantityServices(tables);
  const context: FactFileContext = { ...known, units: services.units, schemas: factSchemas() };
  return {
    viewFile: viewFactFile,
    doValidation: (file, layers, layer) => inspectFactFile(file, { layers, layer, services }),
    doHover: (view, offset) => hoverFactFile(context, view, offset),
    doComplete: (view, offset) => completeFactFile(context, view, offset),
    findDefinition: (view, offset) => definitionInFactFile(context, view, offset),
    targetAt,
    findUses: usesInFactFiles,
    findDocumentSymbols: (view) => symbolsInFactFile(context, view),
  };
}
