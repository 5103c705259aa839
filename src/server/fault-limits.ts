import type { Diagnostic } from 'vscode-languageserver';
import type { Language } from '../check/message.ts';
import { word } from '../service/words.ts';
import { DIAGNOSTIC_SOURCE } from './convert.ts';
import type { StatusProblem } from './protocol.ts';

/** So many mistakes of one file are shown; nobody mends more at a time, and editors grow slow with them. */
const MOST_SHOWN = 500;
/** So many stand in the status, which is sent often. */
const MOST_TOLD = 50;

/** The first mistakes of a file, and how many more there are. */
export function shownFaults(faults: readonly Diagnostic[], language: Language): Diagnostic[] {
  if (faults.length <= MOST_SHOWN) return [...faults];
  const start = { line: 0, character: 0 };
  const more: Diagnostic = {
    range: { start, end: start },
    severity: 3,
    source: DIAGNOSTIC_SOURCE,
    message: word(language, 'faults.more', { count: String(faults.length - MOST_SHOWN) }),
  };
  return [more, ...faults.slice(0, MOST_SHOWN)];
}

/** The first problems of all, and how many more there are. */
export function toldProblems(
  problems: readonly StatusProblem[],
  language: Language,
): readonly StatusProblem[] {
  if (problems.length <= MOST_TOLD) return problems;
  const message = word(language, 'faults.more', { count: String(problems.length - MOST_TOLD) });
  return [...problems.slice(0, MOST_TOLD), { message, location: null }];
}
