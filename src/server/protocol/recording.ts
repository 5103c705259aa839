import type { ProtocolLocation, ProtocolRange } from './places.ts';

/** Figures of an open document whose subject and metric are known and which no fact states yet. */
export interface HarvestParams {
  readonly uri: string;
}

export interface HarvestResult {
  readonly candidates: readonly HarvestCandidate[];
}

export interface HarvestCandidate {
  readonly fact: HarvestedFact;
  readonly range: ProtocolRange;
  readonly label: string;
  readonly description: string;
  /** The sentence that it stands in. */
  readonly sentence: string;
}

/** A fact as a fact file spells it. */
export interface HarvestedFact {
  readonly subject: string;
  readonly metric: string;
  readonly scope: Readonly<Record<string, string>>;
  readonly value: number | readonly [low: number, high: number];
  readonly bound: string;
  readonly unit: string;
  readonly period: string | null;
  readonly mode: string;
  readonly written: string;
}

/** What can be read of a figure at a place of an open note, complete or not: a form asks for the rest. */
export interface FactDraftParams {
  readonly uri: string;
  /** The cursor, or what is selected. */
  readonly range: ProtocolRange;
}

export interface FactDraftResult {
  /** Null where the note is not open here. */
  readonly draft: FactDraft | null;
}

export interface FactDraft {
  /** The figure; null where none stands. */
  readonly range: ProtocolRange | null;
  /** The sentence that it stands in; empty without one. */
  readonly sentence: string;
  readonly subject: ProtocolChoice | null;
  /** Entities that the note names, those nearest to the place first. */
  readonly named: readonly ProtocolChoice[];
  readonly metric: ProtocolChoice | null;
  readonly scope: Readonly<Record<string, string>>;
  /** The figure as the note writes it, with the words that bound it, as `ReadFigureParams` takes it; null where none was read. */
  readonly written: string | null;
  readonly period: string | null;
  readonly mode: string;
}

/** A record that may be chosen, in words. */
export interface ProtocolChoice {
  readonly id: string;
  readonly label: string;
  readonly description: string;
}

/** The metrics that a figure may be one of: those of the subject and those that the sentence speaks of first. */
export interface MetricsParams {
  readonly uri: string;
  /** The figure; all metrics when left out or where it cannot be read. */
  readonly written?: string;
  readonly subject?: string;
  readonly sentence?: string;
}

export interface MetricsResult {
  readonly metrics: readonly ProtocolChoice[];
}

/** Reads a figure as a fact file would spell it (突破6亿次), for a metric. */
export interface ReadFigureParams {
  readonly uri: string;
  readonly text: string;
  readonly metric: string;
}

export interface ReadFigureResult {
  /** Null where the text holds no figure of this metric, or several. */
  readonly figure: (Pick<HarvestedFact, 'value' | 'bound' | 'unit'> & { readonly words: string }) | null;
  /** Why there is none, in one line. */
  readonly problem: string | null;
}

/** Writes a fact into the fact folder of the workspace. The files are changed on disk, each whole or not at all. */
export interface RecordFactParams {
  /** The note that the fact came from; says which workspace folder is meant. */
  readonly uri: string;
  readonly fact: HarvestedFact & { readonly note?: string };
  /** A subject that nobody knows yet: it is recorded too, and `fact.subject` is then not looked at. */
  readonly entity?: NewEntity;
  /** The source that states it: one that is known by its id, or a new one whose front matter is written. */
  readonly source: { readonly id: string } | NewSource;
  /**
   * Folder for facts, relative to the workspace folder. When left out, the first that is configured; where none is, `facts-of-ours`,
   * which `.ecosystem-notes.yaml` then names.
   */
  readonly folder?: string;
}

export interface NewEntity {
  /** organisation, model, family, … as fact files spell it. */
  readonly kind: string;
  readonly name: { readonly zh: string; readonly en: string };
}

export interface NewSource {
  readonly title: string;
  readonly publisher: string;
  readonly published?: string;
  readonly url?: string;
  /** zh-Hans, zh-Hant, en. */
  readonly language: string;
  /** article, blog, report. */
  readonly kind: string;
}

export interface RecordFactResult {
  /** Where the new record stands; null when nothing was written. */
  readonly location: ProtocolLocation | null;
  /** Where the record of its new subject stands; null when there is none. */
  readonly entity: ProtocolLocation | null;
  /** Why nothing was written, in one line; null when it was. */
  readonly problem: string | null;
}

/** What a client writes for somebody who begins a fact base; the server writes nothing. */
export interface NewFactBaseParams {
  /** Text of the folder's `.ecosystem-notes.yaml`; null when there is none. */
  readonly configuration: string | null;
}

export interface NewFactBaseResult {
  /** Paths are relative to the workspace folder, with slashes. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** The configuration that names the new folder; null when the present one cannot be read. */
  readonly configuration: string | null;
}
