import { placeName } from '../factbase/layers.ts';
import { type FactRow, listFacts as factRows } from '../factbase/list.ts';
import type { Command } from './arguments.ts';
import { Failure } from './failure.ts';
import { makeColors } from './formats/colors.ts';
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
  const blocks = rows.map(({ fact, against, overrides }) => {
    const line = service.describeFact(fact.id);
    const opposed =
      against.length === 0 ? '' : `\n  ${colors.severity('warning', `≠ ${against.join(', ')}`)}`;
    const replaces = language === 'zh' ? '取代' : 'replaces';
    const replacing = overrides.map((place) => `\n  ↳ ${replaces} ${harmless(placeName(place))}`).join('');
    return `${harmless(line?.known ?? fact.id)}\n  ${colors.dim(harmless(`${fact.id}  ${line?.source ?? ''}`))}${opposed}${replacing}\n`;
  });
  return { status: 0, stdout: blocks.join('') };
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
