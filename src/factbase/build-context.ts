import type { FactProblem, ProblemArguments } from './problem.ts';
import { factProblem } from './problem.ts';
import type { ProblemKey } from './problem-texts.ts';
import type { MetricRecord, ParsedRecord } from './records.ts';
import type { FactBaseServices } from './services.ts';
import { suggest } from './suggest.ts';

/** What the makers of records share: the ids that may be pointed at, and where to complain. */
export interface BuildContext {
  readonly services: FactBaseServices;
  readonly problems: FactProblem[];
  readonly entityIds: ReadonlySet<string>;
  readonly metrics: ReadonlyMap<string, MetricRecord>;
  /** Dimensions that some unit has. */
  readonly dimensions: ReadonlySet<string>;
  readonly sourceIds: ReadonlySet<string>;
  /** Ids of records that could not be read; their own problems are reported already. */
  readonly damaged: ReadonlySet<string>;
}

/** Reports a problem at one key of a record, or at the record where its keys are not known. */
export function report(
  context: BuildContext,
  record: ParsedRecord,
  at: string,
  key: ProblemKey,
  args: ProblemArguments,
): void {
  const span = record.at[at] ?? record.place;
  context.problems.push(
    factProblem(key, { file: record.place.file, start: span.start, end: span.end }, args),
  );
}

/** Reports an id that points nowhere, with the one that was probably meant. */
export function reportDangling(
  context: BuildContext,
  record: ParsedRecord,
  at: string,
  what: string,
  id: string,
  known: Iterable<string>,
): void {
  if (context.damaged.has(id)) return;
  const near = suggest(id, known);
  if (near === null) report(context, record, at, 'dangling-id', { what, id });
  else report(context, record, at, 'dangling-id-near', { what, id, near });
}
