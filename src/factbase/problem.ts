import type { Span } from '../text/folded-text.ts';
import { PROBLEM_TEXTS, type ProblemCode, type ProblemKey, type ProblemSeverity } from './problem-texts.ts';

export type ProblemArguments = Readonly<Record<string, string>>;

/** Something wrong in a file of the fact base. Offsets are UTF-16 offsets into `file`. */
export interface FactProblem extends Span {
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  readonly file: string;
  /** What is wrong, in English; `problemText` gives other languages. */
  readonly message: string;
  /** What to do about it, in English. */
  readonly hint: string;
  readonly key: ProblemKey;
  readonly args: ProblemArguments;
}

export function factProblem(
  key: ProblemKey,
  place: Span & { readonly file: string },
  args: ProblemArguments = {},
): FactProblem {
  const text = PROBLEM_TEXTS[key];
  return {
    code: text.code,
    severity: text.severity,
    file: place.file,
    start: place.start,
    end: place.end,
    message: fill(text.message.en, args),
    hint: fill(text.hint.en, args),
    key,
    args,
  };
}

/** Message and hint of a problem in one of the languages that the product speaks. */
export function problemText(problem: FactProblem, language: 'zh' | 'en'): { message: string; hint: string } {
  const text = PROBLEM_TEXTS[problem.key];
  return {
    message: fill(text.message[language], problem.args),
    hint: fill(text.hint[language], problem.args),
  };
}

function fill(template: string, args: ProblemArguments): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => args[name] ?? whole);
}
