import * as z from 'zod';

/** Ids of records, sources and dimensions. The message says what to do, as it is shown to the writer of the file. */
export function id(): z.ZodString {
  return z
    .string()
    .regex(
      /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/,
      'Write small letters, digits and single hyphens, as in qwen3-coder.',
    );
}

/** Ids of units: symbols are written as they are (EFLOPS, km/h). */
export function unitId(): z.ZodString {
  return z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]*(?:[-/][A-Za-z0-9]+)*$/, 'Write letters and digits, as in EFLOPS or km/h.');
}
