import { placeName } from '../factbase/layers.ts';
import { type FactRow, listFacts as factRows } from '../factbase/list.ts';
import type { Command } from './arguments.ts';
import { Failure } from './failure.ts';
import { makeColors } from './formats/colors.ts';
import { displayWidth } from './formats/display-width.ts';
import { harmless } from './formats/excerpt.ts';
import type { Outcome, Terminal } from './output.ts';
import { openWorkspace, type Surroundings } from './workspace.ts';

type ListOptions = Extract<Command, { readonly name: 'facts list' }>;

/** Lists the facts that pass the filters. Throws `Failure` for a filter that names nothing known. */
export async function listFacts(
  options: ListOptions,
  around: Surroundings,
  terminal: Terminal,
): Promise<Outcome> {
  if (options.format !== 'pretty' && options.format !== 'json')
    throw new Failure('"facts list" prints as pretty or json.');
  const { service, knowledge, language } = await openWorkspace(options, around);
  const { rows, unknown } = factRows(knowledge.factBase, options.filter, language);
  const [first] = unknown;
  if (first !== undefined) {
    const near = first.near === null ? '' : ` Did you mean "${first.near}"?`;
    throw new Failure(`No ${first.key} is called "${first.value}".${near}`);
  }
  if (options.format === 'json') {
    const shown = { version: 1, facts: rows.map(jsonRow) };
    return { status: 0, stdout: `${JSON.stringify(shown, null, 2)}\n` };
  }
  const colors = makeColors(terminal.color);
  const heads = HEADS[language];
  const cells = rows.map(({ fact, subjectName, metricName, scope }) => {
    const described = service.describeFact(fact.id);
    const subject = scope === '' ? subjectName : `${subjectName} (${scope})`;
    return [
      subject,
      metricName,
      described?.figure ?? '',
      described?.asOf ?? '',
      fact.id,
      described?.source ?? '',
    ].map(harmless);
  });
  const widths = heads.map((head, column) =>
    Math.min(WIDEST, Math.max(displayWidth(head), ...cells.map((row) => displayWidth(row[column] ?? '')))),
  );
  const replaces = language === 'zh' ? '取代' : 'replaces';
  const lines = rows.flatMap(({ against, overrides }, index) => [
    tableLine(cells[index] ?? [], widths),
    ...(against.length === 0 ? [] : [`  ${colors.severity('warning', `≠ ${against.join(', ')}`)}`]),
    ...overrides.map((place) => `  ↳ ${replaces} ${harmless(placeName(place))}`),
  ]);
  const table = rows.length === 0 ? [] : [colors.dim(tableLine(heads, widths)), ...lines];
  return { status: 0, stdout: table.map((line) => `${line}\n`).join('') };
}

const HEADS = {
  en: ['subject', 'metric', 'figure', 'as of', 'fact', 'source'],
  zh: ['对象', '指标', '数值', '时间', '事实', '来源'],
} as const;

/** Cells that need more columns of the terminal than this push the rest of their line to the right. */
const WIDEST = 44;

function tableLine(cells: readonly string[], widths: readonly number[]): string {
  return cells
    .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - displayWidth(cell))))
    .join('  ')
    .trimEnd();
}

function jsonRow({ fact, layer, against, overrides }: FactRow) {
  const { id, subject, metric, scope, low, high, bound, unit, period, mode, written, note, source, place } =
    fact;
  return {
    id,
    subject,
    metric,
    scope,
    value: { low, high, bound, unit },
    period: period?.iso ?? null,
    mode,
    written,
    note,
    source,
    against,
    layer,
    overrides,
    place,
  };
}
