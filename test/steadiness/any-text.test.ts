import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLanguageService } from '../../src/service/language-service.ts';
import { dayOf, loadChecker, loadFactBase } from '../helpers/checker.ts';
import { hostileText, oddOffset } from './hostile.ts';
import { expectSpansInside } from './spans.ts';

const factBase = loadFactBase();
const checker = loadChecker(factBase);
const service = createLanguageService({ factBase, recordUrl: () => 'file:///base/record' });
const today = dayOf('2026-02-15');

describe('any text at all', () => {
  it('is checked without an error, and everything found lies in it', () => {
    fc.assert(
      fc.property(hostileText, (text) => expectSpansInside(checker.analyze(text, { today }))),
      { numRuns: 1000 },
    );
  });

  it('answers every feature at every offset, real or not', () => {
    fc.assert(
      fc.property(hostileText, oddOffset, oddOffset, (text, offset, other) => {
        const note = service.makeNote('file:///a.md', checker.analyze(text, { today }));
        const range = { start: offset, end: other };
        service.doValidation(note);
        service.doHover(note, offset);
        for (const item of service.doComplete(note, offset, 'asked').items.slice(0, 3)) {
          expect(item.edit.start).toBeGreaterThanOrEqual(0);
          expect(item.edit.end).toBeLessThanOrEqual(text.length);
          service.doResolve(item);
        }
        for (const { edits } of service.doCodeActions(note, range))
          for (const { start, end } of edits)
            expect(0 <= start && start <= end && end <= text.length).toBe(true);
        service.findDefinition(note, offset);
        service.referenceTarget(note, offset);
        service.findDocumentSymbols(note);
        service.findDocumentLinks(note);
        service.getInlayHints(note, range);
        service.getSemanticTokens(note);
        service.getClaims(note);
        service.getFindings(note);
        service.getFigures(note);
        service.doExplain(note, range);
        for (const section of ['note', 'ecosystem', text.slice(0, 9), `entity:${text}`])
          service.getTreeChildren(section, { note, filter: text.slice(0, 6) });
        service.findRecords(text.slice(0, 20), 5);
        service.describeFact(text);
        service.summarize([note]);
      }),
      { numRuns: 250 },
    );
  });
});
