import type { Knowledge } from './knowledge.ts';
import type { NameHit } from './name-scan.ts';
import { cuesIn, overlaps, type SentenceView } from './sentence.ts';

/** A version behind the name of a model: Llama 3.1 的, Llama 4 has. What reads as a figure is none. */
const VERSION = /^ (\d{1,2}(?:\.\d{1,2})?)(?![\d.,%]|\s?[万亿千百kKmMbB个款家次条])/;

/** The sentence with what stands behind a model's name and makes it another model (Qwen3 Next, Llama 3.1) taken into the name. */
export function withVariants(view: SentenceView, knowledge: Knowledge): SentenceView {
  let changed = false;
  const names = view.names.map((name) => {
    const end = variantEnd(view, name, knowledge);
    if (end <= name.end) return name;
    changed = true;
    return { ...name, end, variant: view.text.slice(name.end, end) };
  });
  return changed ? { ...view, names } : view;
}

function variantEnd(view: SentenceView, name: NameHit, knowledge: Knowledge): number {
  if (name.entity === null || name.variant !== '' || view.text[name.end] !== ' ') return name.end;
  const kind = knowledge.entity(name.entity)?.kind;
  if (kind !== 'model' && kind !== 'family') return name.end;
  const word = cuesIn(view, { start: name.end + 1, end: name.end + 16 }, 'variant').find(
    (cue) => cue.start === name.end + 1 && /[A-Z]/.test(view.text[cue.start] ?? ''),
  );
  if (word !== undefined) return word.end;
  const version = VERSION.exec(view.text.slice(name.end, Math.min(view.span.end, name.end + 12)));
  if (version === null) return name.end;
  const span = { start: name.end + 1, end: name.end + version[0].length };
  const isOther = [...view.figures, ...view.times].some((other) => overlaps(other, span));
  return isOther ? name.end : span.end;
}
