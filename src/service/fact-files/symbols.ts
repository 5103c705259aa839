import type { DocumentSymbol } from '../results.ts';
import type { FactFileContext } from './context.ts';
import { type FactFileItem, type FactFileView, textAt } from './fact-file.ts';

/** One symbol for each record, called by its name in the reader's language. */
export function symbolsInFactFile(context: FactFileContext, view: FactFileView): readonly DocumentSymbol[] {
  if (view.kind === 'units' || view.kind === 'cues' || view.kind === 'set-words') return tableSymbols(view);
  return view.items.map(({ yaml, id }) => {
    const { start, end } = yaml;
    const selection = yaml.spans.id ?? yaml.spans.subject ?? { start, end };
    return { ...labelsOf(context, view, { yaml, id }), start, end, selection };
  });
}

function labelsOf(
  { factBase, language }: FactFileContext,
  { kind }: FactFileView,
  { yaml, id }: FactFileItem,
): Pick<DocumentSymbol, 'name' | 'detail'> {
  const text = (path: string): string => textAt(yaml.value, path) ?? '';
  if (kind !== 'facts') return { name: text(`name.${language}`) || (id ?? '…'), detail: id ?? '' };
  const subject = factBase.entity(text('subject'))?.name[language] ?? text('subject');
  const metric = factBase.metric(text('metric'))?.name[language] ?? text('metric');
  return { name: `${subject} · ${metric}`, detail: text('written') };
}

/** The keys of a table, and for units, the units themselves. */
function tableSymbols({ kind, items }: FactFileView): readonly DocumentSymbol[] {
  return items.flatMap(({ yaml }) =>
    Object.entries(yaml.keys)
      .map(([path, key]) => ({ steps: path.split('.'), key, value: yaml.spans[path] ?? key }))
      .filter(({ steps }) => steps.length === (kind === 'units' ? 2 : 1))
      .map(({ steps, key, value }) => ({
        name: steps.at(-1) ?? '',
        detail: steps.slice(0, -1).join(''),
        start: key.start,
        end: Math.max(key.end, value.end),
        selection: { start: key.start, end: key.end },
      })),
  );
}
