import type { FactFile } from '../../factbase/records.ts';
import type { Span } from '../../text/folded-text.ts';
import type { NoteSpan } from '../results.ts';
import { type FactFileView, textAt, viewFactFile } from './fact-file.ts';
import { declaredType, pointerType, type RecordTarget } from './pointers.ts';

/** Where files of a fact base use a record: the ids that point at it, and its own. `uriOf` makes addresses of file names. */
export function usesInFactFiles(
  files: Iterable<FactFile>,
  target: RecordTarget,
  uriOf: (file: string) => string,
): readonly NoteSpan[] {
  const out: NoteSpan[] = [];
  for (const file of files) {
    // Reading YAML is dear; most files do not hold the id at all.
    if (target.type !== 'fact' && !file.text.includes(target.id)) continue;
    const view = viewFactFile(file);
    if (view === null) continue;
    const uri = uriOf(file.path);
    for (const { start, end } of usesIn(view, target)) {
      const range = { start: view.lines.positionAt(start), end: view.lines.positionAt(end) };
      out.push({ uri, start, end, range });
    }
  }
  return out;
}

function usesIn(view: FactFileView, target: RecordTarget): readonly Span[] {
  return view.items.flatMap(({ yaml, id }): readonly Span[] => {
    if (view.kind === 'facts' && target.type === 'fact') return id === target.id ? [yaml] : [];
    const own = id === target.id && declaredType(view) === target.type ? [yaml.spans.id ?? yaml] : [];
    const pointing = Object.entries(yaml.spans).filter(
      ([path]) =>
        pointerType(view.kind, path.split('.')) === target.type && textAt(yaml.value, path) === target.id,
    );
    return [...own, ...pointing.map(([, span]) => span)];
  });
}
