import { loadBundledBase } from '../../src/server/disk/bundled.ts';
import { assembleKnowledge, createReaders, type Knowledge } from '../../src/service/assemble.ts';
import { createLanguageService, type LanguageService } from '../../src/service/language-service.ts';

export interface Product {
  readonly knowledge: Knowledge;
  readonly service: LanguageService;
}

/** The day that all benches take for today: 2026-02-15. */
export const TODAY = 20_499;

/** Checker and service over the bundled facts, as server and command line make them. Needs `dist/fact-base.json`. */
export function loadProduct(): Product {
  const base = loadBundledBase();
  const knowledge = assembleKnowledge(base, [], createReaders(base.tables));
  return { knowledge, service: createLanguageService({ factBase: knowledge.factBase }) };
}

/** Everything that a person waits for: reading, verdicts, and the findings in words. Returns their number. */
export function fullCheck({ knowledge, service }: Product, text: string): number {
  const note = service.makeNote('file:///note.md', knowledge.checker.analyze(text, { today: TODAY }));
  return service.doValidation(note).length;
}
