import type { NoteAnalysis } from '../../src/check/analysis.ts';
import { makeText, mixedBlocks } from './note-text.ts';
import { loadProduct, type Product, TODAY } from './product.ts';
import type { Extent } from './sections.ts';
import { milliseconds, printTable, size } from './table.ts';
import { summarize, type Timing } from './timing.ts';

const SIZES = [1000, 17_000, 100_000, 1_000_000];

/** From a keystroke to its findings, without the pause in which the server waits for the next one. */
export async function editing({ quick }: Extent): Promise<void> {
  const product = loadProduct();
  const rows = SIZES.map((bytes) => {
    const text = noteOf(bytes);
    const read = typeInto(product, text, quick ? 60 : 200, false);
    const shown = typeInto(product, text, quick ? 60 : 200, true);
    const show = ({ median, p95, min }: Timing) =>
      `${milliseconds(median)} / ${milliseconds(p95)} (${milliseconds(min)})`;
    return [size(bytes), show(read), show(shown)];
  });
  printTable(
    'Keystroke (median / 95th percentile, in brackets the best)',
    ['note', 'checked again', 'with its findings in words'],
    rows,
  );
}

export function noteOf(bytes: number): string {
  return makeText(mixedBlocks(), bytes);
}

/** Types a word in the middle of the note again and again; `shown` goes on to the findings that an editor gets. */
function typeInto({ knowledge, service }: Product, note: string, strokes: number, shown: boolean): Timing {
  const { checker } = knowledge;
  const word = 'Qwen3 的累计下载量突破 6 亿次。';
  let text = note;
  let analysis: NoteAnalysis = checker.analyze(text, { today: TODAY });
  // Behind a sentence of prose: a line that leads in what follows would have that read again.
  const middle = Math.max(0, text.indexOf('。\n\n', text.length >> 1) + 1);
  const times: number[] = [];
  for (let n = 0; n < strokes; n++) {
    const i = n % word.length;
    const at = middle + i;
    // At the end of the word it is taken away again.
    text = i === 0 ? note : text;
    text = `${text.slice(0, at)}${word[i]}${text.slice(at)}`;
    // The runtime joins the parts of a text when somebody first looks at it; an editor hands over a text that is whole.
    text.charCodeAt(at);
    const started = performance.now();
    analysis = checker.reanalyze(analysis, text, { today: TODAY });
    if (shown) service.doValidation(service.makeNote('file:///note.md', analysis));
    times.push(performance.now() - started);
  }
  // The first strokes run code that is not compiled yet.
  return summarize(times.slice(Math.min(20, strokes >> 2)));
}
