import type { VerdictKind } from '../check/verdict.ts';
import { summarize } from './claims.ts';
import type { ServiceContext } from './context.ts';
import type { Note } from './note.ts';
import type { NoteLens } from './results.ts';
import { VERDICT_WORDS, word } from './words.ts';

/** What holds first, what is not known last. */
const ORDER: readonly VerdictKind[] = [
  'supported',
  'weaker',
  'disputed',
  'outdated',
  'contradicted',
  'unverified',
];

/** One line over the note that counts its figures by verdict; null for a note without any. */
export function getCodeLens(context: ServiceContext, note: Note): NoteLens | null {
  const counts = summarize(context, [note]);
  if (counts.claims === 0) return null;
  const { language } = context;
  const parts = ORDER.filter((kind) => counts[kind] > 0).map((kind) => {
    const verdict = kind === 'unverified' ? word(language, 'lens.unknown') : VERDICT_WORDS[kind][language];
    return word(language, 'lens.count', { count: String(counts[kind]), verdict: verdict.toLowerCase() });
  });
  const figures = counts.claims === 1 ? 'lens.figure' : 'lens.figures';
  const title = word(language, figures, { count: String(counts.claims) });
  return { offset: start(note), title: title + parts.join(language === 'zh' ? '，' : ', ') };
}

/** Below the front matter, where the note itself begins. */
function start({ blocks }: Note): number {
  const index = blocks.at(0)?.kind === 'front-matter' ? 1 : 0;
  return blocks.at(index)?.start ?? 0;
}
