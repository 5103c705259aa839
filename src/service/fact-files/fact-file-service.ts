import type { Definition, DocumentSymbol, Hover } from '../results.ts';
import { completeFactFile, type FactFileCompletion } from './completion.ts';
import type { FactFileContext } from './context.ts';
import type { FactFileView } from './fact-file.ts';
import { hoverFactFile } from './hover.ts';
import type { RecordTarget } from './pointers.ts';
import { factSchemas } from './schema.ts';
import { symbolsInFactFile } from './symbols.ts';
import { definitionInFactFile, targetAt } from './target.ts';

/** What an editor asks of the YAML files of a fact base. Pure; offsets are UTF-16 offsets into the file. */
export interface FactFileService {
  doHover(view: FactFileView, offset: number): Hover | null;
  doComplete(view: FactFileView, offset: number): readonly FactFileCompletion[];
  findDefinition(view: FactFileView, offset: number): readonly Definition[];
  /** The record whose uses are looked for from an offset. */
  targetAt(view: FactFileView, offset: number): RecordTarget | null;
  findDocumentSymbols(view: FactFileView): readonly DocumentSymbol[];
}

export function createFactFileService(options: Omit<FactFileContext, 'schemas'>): FactFileService {
  const context: FactFileContext = { ...options, schemas: factSchemas() };
  return {
    doHover: (view, offset) => hoverFactFile(context, view, offset),
    doComplete: (view, offset) => completeFactFile(context, view, offset),
    findDefinition: (view, offset) => definitionInFactFile(context, view, offset),
    targetAt,
    findDocumentSymbols: (view) => symbolsInFactFile(context, view),
  };
}
