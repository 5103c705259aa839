import { parseDocument, stringify } from 'yaml';
import { fileOfKind } from '../factbase/entity-kinds.ts';
import type { FactBase } from '../factbase/fact-base.ts';
import type { EntityKind, Localized, Source } from '../factbase/model.ts';
import { appendEntity, appendFact, type NewFact } from '../factbase/write.ts';
import type { Period } from '../quantity/period.ts';
import type { Span } from '../text/folded-text.ts';
import { CONFIGURATION_FILE } from './configuration.ts';
import { periodText, type Script } from './period-text.ts';
import { nameIn } from './record-text.ts';

/** A source that nothing is known of yet, as its front matter states it. */
export interface NewSource {
  readonly title: string;
  readonly publisher: string;
  readonly published?: string;
  readonly url?: string;
  readonly language: string;
  readonly kind: string;
}

/** A subject that nothing is known of yet. */
export interface NewSubject {
  readonly kind: EntityKind;
  readonly name: Localized;
}

export interface FactToRecord {
  readonly fact: NewFact;
  /** Recorded before the fact, whose subject it is; null where the subject is known. */
  readonly entity: NewSubject | null;
  readonly source: { readonly id: string } | NewSource;
  /** Folder for facts, relative to that of the workspace; null for the first that is configured. */
  readonly folder: string | null;
}

/** What recording needs to know of the workspace. Paths are joined with slashes. */
export interface RecordingPlace {
  readonly factBase: FactBase;
  /** The workspace folder. */
  readonly root: string;
  /** Fact folders that it configures, relative to it. */
  readonly folders: readonly string[];
  /** The text of a file; null when there is none. */
  readonly read: (path: string) => Promise<string | null>;
  readonly parsePeriod: (text: string) => Period | null;
  /** YYYY-MM-DD */
  readonly today: string;
}

/** A file as it is to be, and as it must be before. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
  readonly expected: string | null;
}

export interface RecordingPlan {
  /** In the order in which they are written: what others rest on comes first. */
  readonly files: readonly PlannedFile[];
  /** The fact folder, and the file with the new record and its place in it. */
  readonly folder: string;
  readonly factFile: string;
  readonly record: Span;
  /** The record of a new subject; null where there is none. */
  readonly entity: { readonly file: string; readonly record: Span } | null;
}

/** Where facts of a workspace go that has no folder for them. */
const DEFAULT_FOLDER = 'facts-of-ours';

/** What has to be written to record a fact. Changes nothing by itself; what stands in the files stays, comments too. */
export async function planRecording(
  { fact: stated, entity, source, folder: wanted }: FactToRecord,
  place: RecordingPlace,
): Promise<RecordingPlan> {
  const folder = wanted ?? place.folders[0] ?? DEFAULT_FOLDER;
  const root = `${place.root}/${folder}`;
  const subject = entity === null ? null : await planSubject(entity, root, place);
  const fact = subject === null ? stated : { ...stated, subject: subject.id };
  const known = 'id' in source ? place.factBase.source(source.id) : undefined;
  const id = 'id' in source ? source.id : await newSourceId(source, place, root);
  const seed = await planSeed(source, known, { id, root, fact, entity }, place);
  const factFile = factFileOf(id, root, place.factBase);
  const before = await place.read(factFile);
  const title = 'title' in source ? source.title : (known?.title ?? id);
  const head = before ?? `# Facts that “${title.replace(/\s+/g, ' ')}” states.\n`;
  const text = appendFact(head, fact);
  const configuration = place.folders.includes(folder) ? null : await planConfiguration(folder, place);
  return {
    files: [subject?.file ?? null, seed, { path: factFile, text, expected: before }, configuration].filter(
      (file) => file !== null,
    ),
    folder: root,
    factFile,
    record: { start: text.lastIndexOf('- subject:'), end: text.trimEnd().length },
    entity: subject === null ? null : { file: subject.file.path, record: subject.record },
  };
}

interface PlannedSubject {
  readonly id: string;
  readonly file: PlannedFile;
  readonly record: Span;
}

/** Throws an Error where the name holds no letter that an id could be made of. */
async function planSubject(
  { kind, name }: NewSubject,
  root: string,
  { factBase, read }: RecordingPlace,
): Promise<PlannedSubject> {
  const stem = slug(name.en);
  if (stem === '')
    throw new Error(`The English name “${name.en}” holds no Latin letter or digit to make an id of.`);
  let id = stem;
  for (let count = 2; factBase.entity(id) !== undefined; count++) id = `${stem}-${count}`;
  const path = `${root}/entities/${fileOfKind(kind)}.yaml`;
  const before = await read(path);
  const text = appendEntity(before ?? '', { id, name });
  const record = { start: text.lastIndexOf('- id:'), end: text.trimEnd().length };
  return { id, file: { path, text, expected: before }, record };
}

function factFileOf(source: string, root: string, factBase: FactBase): string {
  const held = factBase.factsFrom(source).find(({ place }) => place.file.startsWith(`${root}/facts/`));
  return held?.place.file ?? `${root}/facts/${source}.yaml`;
}

interface SeedParts {
  readonly id: string;
  readonly root: string;
  readonly fact: NewFact;
  readonly entity: NewSubject | null;
}

/** The digest with one more line; of a source that is kept elsewhere nothing is written. */
async function planSeed(
  source: FactToRecord['source'],
  known: Source | undefined,
  { id, root, fact, entity }: SeedParts,
  place: RecordingPlace,
): Promise<PlannedFile | null> {
  const line = digestLine(fact, entity, 'id' in source ? (known?.language ?? '') : source.language, place);
  if ('id' in source) {
    const file = place.factBase.digest(id)?.file;
    const before = file?.startsWith(`${root}/`) === true ? await place.read(file) : null;
    if (file === undefined || before === null) return null;
    return { path: file, text: `${before}${/\n$/.test(before) ? '' : '\n'}${line}`, expected: before };
  }
  const { title, publisher, published, url, language, kind } = source;
  const front = stringify(
    {
      title,
      publisher,
      ...(published === undefined || published === '' ? {} : { published }),
      accessed: place.today,
      ...(url === undefined || url === '' ? {} : { url }),
      language,
      kind,
    },
    { lineWidth: 0 },
  );
  const heading = title.replace(/\s+/g, ' ');
  return {
    path: `${root}/seeds/${id}.md`,
    text: `---\n${front}---\n\n# ${heading}\n\n${line}`,
    expected: null,
  };
}

/** The fact in words, so that the digest states what the record states. */
function digestLine(
  fact: NewFact,
  subject: NewSubject | null,
  language: string,
  { factBase, parsePeriod }: RecordingPlace,
): string {
  const script: Script = language.startsWith('en') ? 'en' : language.includes('Hant') ? 'zh-Hant' : 'zh';
  const named = subject?.name[script === 'en' ? 'en' : 'zh'];
  const entity = (id: string): string => {
    const found = factBase.entity(id);
    return found === undefined ? id : nameIn(found, script);
  };
  const metric = factBase.metric(fact.metric)?.name[script === 'en' ? 'en' : 'zh'] ?? fact.metric;
  const scope = Object.values(fact.scope ?? {}).flatMap((id) => (id === undefined ? [] : [entity(id)]));
  const period = typeof fact.period === 'string' ? parsePeriod(fact.period) : null;
  const date = period === null ? '' : periodText(period, { script, spaced: true });
  if (script === 'en') {
    const words = [named ?? entity(fact.subject), ...scope, metric, date]
      .filter((part) => part !== '')
      .join(', ');
    return `- ${words}: ${fact.written}\n`;
  }
  const whose = [named ?? entity(fact.subject), ...scope].join('在');
  return `- ${date === '' ? '' : `${date}，`}${whose}的${metric}${fact.written}\n`;
}

/** A name for a file that nothing has yet, from the words of the title, else the host of the address. */
async function newSourceId(source: NewSource, place: RecordingPlace, root: string): Promise<string> {
  const year = /^\d{4}/.exec(source.published ?? '')?.[0] ?? '';
  const host = /^https?:\/\/(?:www\.)?([^/:]+)/i.exec(source.url ?? '')?.[1] ?? '';
  const words = [source.title, source.publisher, host].map(slug).find((text) => text.length > 2) ?? 'source';
  const stem = [words, words.includes(year) ? '' : year].filter((part) => part !== '').join('-');
  for (let count = 1; ; count++) {
    const id = count === 1 ? stem : `${stem}-${count}`;
    if (place.factBase.source(id) === undefined && (await place.read(`${root}/seeds/${id}.md`)) === null)
      return id;
  }
}

const MOST_WORDS = 6;

function slug(text: string): string {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, MOST_WORDS).join('-');
}

/** The configuration with the folder among its facts. */
async function planConfiguration(folder: string, { root, read }: RecordingPlace): Promise<PlannedFile> {
  const path = `${root}/${CONFIGURATION_FILE}`;
  const before = await read(path);
  if (before === null || before.trim() === '')
    return { path, text: stringify({ facts: [folder] }, { lineWidth: 0 }), expected: before };
  const document = parseDocument(before);
  const facts = document.toJS()?.facts;
  document.set('facts', [...(Array.isArray(facts) ? facts : []), folder]);
  return { path, text: document.toString({ lineWidth: 0 }), expected: before };
}
