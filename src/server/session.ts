import type { Finding } from '../check/finding.ts';
import type { Language } from '../check/message.ts';
import { createNameSearch, type NameSearch } from '../factbase/search.ts';
import type { Knowledge } from '../service/assemble.ts';
import type { BaselineOf } from '../service/baseline.ts';
import type { SeverityByCode } from '../service/configuration.ts';
import { createLanguageService, type LanguageService } from '../service/language-service.ts';
import { createActionUrl } from './card-actions.ts';
import type { FolderConfiguration } from './configuration.ts';
import type { RecordLocator } from './locations.ts';

/** What requests are answered from: one fact base in one language. Immutable; a change of files or settings makes a new one. */
export interface Session {
  /** What all folders know together. */
  readonly knowledge: Knowledge;
  /** What the folder knows that an address lies in; for what lies in none, what all know together. */
  knowledgeFor(uri: string): Knowledge;
  readonly language: Language;
  /** The service with facts and severities of the folder that an address lies in. */
  serviceFor(uri: string): LanguageService;
  configurationFor(uri: string): FolderConfiguration;
  /** The service for what belongs to no note: tree and search. */
  readonly service: LanguageService;
}

export interface SessionParts {
  readonly knowledge: Knowledge;
  readonly knowledgeFor: (uri: string) => Knowledge;
  readonly language: Language;
  readonly configurationFor: (uri: string) => FolderConfiguration;
  readonly locator: RecordLocator;
  /** Findings of before, by the address of their note. */
  readonly baseline: BaselineOf;
  /** What a note says otherwise than others, by its address. */
  readonly across: (uri: string) => readonly Finding[];
  /** Commands that links in cards may run. */
  readonly clientCommands: readonly string[];
}

export function createSession(parts: SessionParts): Session {
  const { language, knowledgeFor, configurationFor, locator, clientCommands, baseline, across } = parts;
  const actionUrl = createActionUrl(clientCommands);
  const services = new Map<Knowledge, Map<string, LanguageService>>();
  const searches = new Map<Knowledge, NameSearch>();
  const serviceWith = (knowledge: Knowledge, severity: SeverityByCode): LanguageService => {
    const ofKnowledge = services.get(knowledge) ?? new Map<string, LanguageService>();
    services.set(knowledge, ofKnowledge);
    const key = JSON.stringify(severity);
    const known = ofKnowledge.get(key);
    if (known !== undefined) return known;
    const search = searches.get(knowledge) ?? createNameSearch(knowledge.factBase);
    searches.set(knowledge, search);
    const made = createLanguageService({
      factBase: knowledge.factBase,
      language,
      severity,
      search,
      recordUrl: (place) => locator.linkOf(place),
      actionUrl,
      checker: knowledge.checker,
      baseline,
      across,
    });
    ofKnowledge.set(key, made);
    return made;
  };
  return {
    knowledge: parts.knowledge,
    knowledgeFor,
    language,
    configurationFor,
    serviceFor: (uri) => serviceWith(knowledgeFor(uri), configurationFor(uri).severity),
    service: serviceWith(parts.knowledge, {}),
  };
}
