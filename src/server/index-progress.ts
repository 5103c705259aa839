import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Language } from '../check/message.ts';
import { word } from '../service/words.ts';
import { INDEX_LIMITS, type LeftOut } from './indexing.ts';

export interface IndexProgressParts {
  /** Asks the client for a place to show progress; null for a client that has none. */
  readonly begin: () => Promise<WorkDoneProgressServerReporter> | null;
  readonly title: () => string;
  /** The person wants no more of it. */
  readonly cancel: () => void;
}

/** A workspace of fewer notes is read before anybody could look. */
const WORTH_SHOWING = 300;

/** Shows how far the reading of notes is, where the client can, with a way to end it. */
export function createIndexProgress({ begin, title, cancel }: IndexProgressParts) {
  let shown: Promise<WorkDoneProgressServerReporter | null> | null = null;
  return {
    show({ indexed, total }: { readonly indexed: number; readonly total: number }): void {
      const left = total - indexed;
      if (left === 0) {
        void shown?.then((reporter) => reporter?.done());
        shown = null;
        return;
      }
      const percent = Math.floor((100 * indexed) / total);
      if (shown !== null) {
        void shown.then((reporter) => reporter?.report(percent, `${indexed} / ${total}`));
        return;
      }
      const asked = left < WORTH_SHOWING ? null : begin();
      if (asked === null) return;
      // A client that does not answer costs the progress, not the reading.
      shown = asked.then(
        (reporter) => {
          reporter.begin(title(), percent, `${indexed} / ${total}`, true);
          reporter.token.onCancellationRequested(cancel);
          return reporter;
        },
        () => null,
      );
    },
  };
}

/** What was left out, in words; nothing is left out in silence. */
export function noticesOf({ large, beyond, stopped }: LeftOut, language: Language): readonly string[] {
  const { mostBytes, mostNotes } = INDEX_LIMITS;
  const [example = ''] = large;
  const megabytes = String(mostBytes / 1024 / 1024);
  return [
    ...(large.length === 0
      ? []
      : [word(language, 'index.large', { count: String(large.length), megabytes, example })]),
    ...(beyond === 0
      ? []
      : [word(language, 'index.beyond', { count: String(beyond), most: String(mostNotes) })]),
    ...(stopped ? [word(language, 'index.stopped')] : []),
  ];
}
