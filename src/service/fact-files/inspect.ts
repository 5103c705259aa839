import { buildFactBase } from '../../factbase/build.ts';
import { fileStem, type ReadResult, readRecords, readTable } from '../../factbase/load.ts';
import type { FactProblem } from '../../factbase/problem.ts';
import type { FactFile, Layer } from '../../factbase/records.ts';
import { TABLE_SCHEMAS } from '../../factbase/table-schemas.ts';
import { crossCheck, type VerifyServices } from '../../factbase/verify.ts';
import { factFileKind } from './kind.ts';

export interface Inspection {
  /** Everything that is known besides the file, the last layer having the last word. */
  readonly layers: readonly Layer[];
  /** Name of the layer that the file belongs to. */
  readonly layer: string;
  readonly services: VerifyServices;
}

/**
 * What is wrong in one file of a fact base as it stands in an editor: whether it can be read, points at what there is, says what
 * it writes, and fits the digests and the other facts. By place. Throws nothing.
 */
export function inspectFactFile(file: FactFile, inspection: Inspection): readonly FactProblem[] {
  const kind = factFileKind(file.path);
  const table = kind === null ? undefined : TABLE_SCHEMAS[fileStem(file.path)];
  if (table !== undefined) return readTable(file, table).problems;
  const read = readRecords(file);
  const layers = withFile(inspection, file.path, read);
  const { factBase, problems } = buildFactBase(layers, inspection.services);
  const crossed = crossCheck(factBase, layers, inspection.services);
  return (
    [...read.problems, ...problems, ...crossed]
      // That a source is not described is said once, by the build.
      .filter((problem) => problem.file === file.path && problem.key !== 'no-digest')
      .toSorted((a, b) => a.start - b.start || a.end - b.end)
  );
}

/** The layers with what was read of the file in place of what was known of it. */
function withFile({ layers, layer: name }: Inspection, file: string, read: ReadResult): readonly Layer[] {
  const replaced = (layer: Layer): Layer => ({
    ...layer,
    records: [...layer.records.filter(({ place }) => place.file !== file), ...read.records],
    damaged: [...(layer.damaged ?? []), ...read.damaged],
  });
  if (!layers.some((layer) => layer.name === name)) return [...layers, replaced({ name, records: [] })];
  return layers.map((layer) => (layer.name === name ? replaced(layer) : layer));
}
