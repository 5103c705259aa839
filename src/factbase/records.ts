import type { FigureForm } from '../quantity/figure.ts';
import type { Span } from '../text/folded-text.ts';
import type { EntityKind, RecordPlace } from './model.ts';
import type { EntityData, FactData, MetricData, SourceData } from './schema.ts';

/** A file of the fact base as its keeper hands it over. `path` is shown in problems; its last parts say what the file holds. */
export interface FactFile {
  readonly path: string;
  readonly text: string;
}

/** Spans of values by their dotted path in the record (`scope.platform`, `aliases.2`), in UTF-16 offsets of the file. */
export type KeySpans = Readonly<Record<string, Span>>;

interface ParsedBase {
  readonly place: RecordPlace;
  /** Empty in compiled bases, where nothing points at single keys any more. */
  readonly at: KeySpans;
}

export interface EntityRecord extends ParsedBase {
  readonly type: 'entity';
  readonly kind: EntityKind;
  readonly data: EntityData;
  /** Pinyin of its Chinese names, syllables apart; in compiled bases, where it was made at build time. */
  readonly pinyin?: Readonly<Record<string, string>>;
}

export interface MetricRecord extends ParsedBase {
  readonly type: 'metric';
  readonly data: MetricData;
}

/** What the figure reader made of `written`; kept in compiled bases so that start-up reads no figures. */
export interface WrittenReading {
  readonly step: number;
  readonly form: FigureForm;
}

export interface FactRecord extends ParsedBase {
  readonly type: 'fact';
  /** Id of the source: the name of the file without its ending. */
  readonly source: string;
  readonly data: FactData;
  readonly reading?: WrittenReading;
}

export interface SourceRecord extends ParsedBase {
  readonly type: 'source';
  /** The name of the file without its ending. */
  readonly id: string;
  readonly data: SourceData;
  /** The whole Markdown file, front matter included, so that offsets fit the file. */
  readonly text: string;
}

export type ParsedRecord = EntityRecord | MetricRecord | FactRecord | SourceRecord;

/** The records of one fact base, under the ones of the layers behind it. `name` is shown ("bundled", a folder). */
export interface Layer {
  readonly name: string;
  readonly records: readonly ParsedRecord[];
  /** Ids of records that could not be read: pointing at them is no further mistake. */
  readonly damaged?: readonly string[];
}
