import type { Severity } from '../../check/finding.ts';

/** Paint for a terminal; every function gives its text back unchanged where colour is not wanted. */
export interface Colors {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly good: (text: string) => string;
  readonly severity: (severity: Severity, text: string) => string;
}

export function makeColors(use: 'colour' | 'plain'): Colors {
  const paint = (code: string) => (text: string) =>
    use === 'plain' ? text : `\u001B[${code}m${text}\u001B[0m`;
  const bySeverity: Readonly<Record<Severity, (text: string) => string>> = {
    error: paint('31'),
    warning: paint('33'),
    information: paint('36'),
    hint: paint('2'),
  };
  return {
    bold: paint('1'),
    dim: paint('2'),
    good: paint('32'),
    severity: (severity, text) => bySeverity[severity](text),
  };
}

/** Whether to use colour: on a terminal, unless NO_COLOR is set and not empty; FORCE_COLOR overrules a missing terminal. */
export function wantsColor(
  environment: Readonly<Record<string, string | undefined>>,
  onTerminal: boolean,
): 'colour' | 'plain' {
  if ((environment.NO_COLOR ?? '') !== '') return 'plain';
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined) return forced === '0' ? 'plain' : 'colour';
  return onTerminal && environment.TERM !== 'dumb' ? 'colour' : 'plain';
}
