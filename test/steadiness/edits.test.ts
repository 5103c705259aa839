import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteAnalysis } from '../../src/check/analysis.ts';
import { dayOf, loadChecker } from '../helpers/checker.ts';
import { PROJECT } from '../helpers/fact-files.ts';
import { applyEdit, edit, hostileText } from './hostile.ts';

const checker = loadChecker();
const options = { today: dayOf('2026-02-15') };
const SAMPLES = ['', ...['01-qwen-weekly', '02-derivatives', '06-compute-and-power'].map(sample)];

function sample(name: string): string {
  return readFileSync(join(PROJECT, 'samples', `${name}.md`), 'utf8');
}

/** What an analysis says, without what is only the same by reference. */
function said(analysis: NoteAnalysis): unknown {
  const { text, mentions, readings, claims, findings, partial } = analysis;
  return { text, mentions, readings, claims, findings, partial };
}

describe('after thousands of edits', () => {
  it('a note reads as it does for whoever opens it now', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.constantFrom(...SAMPLES), hostileText),
        fc.array(edit, { minLength: 4, maxLength: 12 }),
        (start, edits) => {
          let text = start;
          let analysis = checker.analyze(text, options);
          for (const change of edits) {
            text = applyEdit(text, change);
            analysis = checker.reanalyze(analysis, text, options);
          }
          expect(said(analysis)).toEqual(said(checker.analyze(text, options)));
        },
      ),
      { numRuns: 400 },
    );
  });

  it('what is taken back leaves no trace', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SAMPLES), edit, (text, change) => {
        const first = checker.analyze(text, options);
        const there = checker.reanalyze(first, applyEdit(text, change), options);
        expect(said(checker.reanalyze(there, text, options))).toEqual(said(first));
      }),
      { numRuns: 300 },
    );
  });
});
