import { isAbsolute, normalize } from 'node:path';
import { URI } from 'vscode-uri';
import { type FactProblem, problemText } from '../factbase/problem.ts';
import type { Layer, ParsedRecord } from '../factbase/records.ts';
import type { FactToRecord } from '../service/record-fact.ts';
import { word } from '../service/words.ts';
import type { Span } from '../text/folded-text.ts';
import { LineIndex } from '../text/lines.ts';
import type { Host } from './host.ts';
import type { ProtocolLocation, RecordFactParams, RecordFactResult } from './protocol.ts';
import type { Session } from './session.ts';
import type { Workspace } from './workspace.ts';

export interface FactRecorderParts {
  readonly host: Pick<Host, 'readText' | 'replaceFile'>;
  readonly workspace: Pick<Workspace, 'layers' | 'readers' | 'folderOf' | 'trusted'>;
  readonly today: () => number;
  /** Reads the facts anew. */
  readonly reload: () => Promise<void>;
}

/** YAML and its schemas are loaded only by those who record facts. */
const loader = async () => ({
  ...(await import('../service/record-fact.ts')),
  ...(await import('../service/fact-files/inspect.ts')),
  ...(await import('../factbase/load.ts')),
});

/** Writes a fact into the fact folder of the workspace, or says why not. Never throws. */
export async function recordFact(
  { uri, fact, entity, source, folder }: Partial<RecordFactParams>,
  session: Session,
  parts: FactRecorderParts,
): Promise<RecordFactResult> {
  const { host, workspace, today, reload } = parts;
  const { language } = session;
  const refused = (key: keyof typeof REFUSALS): RecordFactResult => failed(REFUSALS[key][language]);
  const home = workspace.folderOf(uri ?? '');
  if (!workspace.trusted) return failed(word(language, 'server.not-trusted'));
  if (home === null) return refused('no-folder');
  if (fact === undefined || source === undefined) return refused('incomplete');
  if (folder !== undefined && !isInside(folder)) return refused('outside');
  const { factBase } = session.knowledgeFor(URI.file(home.path).toString());
  if ('id' in source && factBase.source(source.id) === undefined) return refused('no-source');
  try {
    const { planRecording, inspectFactFile, readRecords } = await loader();
    const { note, period, ...stated } = fact;
    const plan = await planRecording(
      {
        // What is not of this shape is found by the inspection below.
        fact: {
          ...stated,
          ...(period === null ? {} : { period }),
          ...(note === undefined || note === '' ? {} : { note }),
        } as FactToRecord['fact'],
        entity: entity ?? null,
        source,
        folder: folder ?? null,
      } as FactToRecord,
      {
        factBase,
        root: home.path,
        folders: home.configuration.facts,
        read: async (path) => {
          const found = await host.readText(path);
          return 'text' in found ? found.text : null;
        },
        parsePeriod: workspace.readers.parsePeriod,
        today: new Date(today() * 86_400_000).toISOString().slice(0, 10),
      },
    );
    const besides = plan.files.filter(({ path }) => path.endsWith('.md') || path.includes('/entities/'));
    const layers = withFiles(
      workspace.layers,
      plan.folder,
      besides.flatMap((file) => readRecords(file).records),
    );
    const text = plan.files.find(({ path }) => path === plan.factFile)?.text ?? '';
    const problem = inspectFactFile(
      { path: plan.factFile, text },
      { layers, layer: plan.folder, services: workspace.readers },
    ).find(
      // A digest that is kept elsewhere cannot be given the line here.
      (one) =>
        one.severity === 'error' && one.start >= plan.record.start && one.code !== 'facts.not-in-digest',
    );
    if (problem !== undefined) return failed(said(problem, language));
    for (const file of plan.files) {
      const replaced = await host.replaceFile(file);
      if (!replaced.done) return failed(replaced.problem);
    }
    await reload();
    const locate = (path: string, { start, end }: Span): ProtocolLocation => {
      const lines = new LineIndex(plan.files.find((file) => file.path === path)?.text ?? '');
      return {
        uri: URI.file(path).toString(),
        range: { start: lines.positionAt(start), end: lines.positionAt(end) },
      };
    };
    return {
      location: locate(plan.factFile, plan.record),
      entity: plan.entity === null ? null : locate(plan.entity.file, plan.entity.record),
      problem: null,
    };
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

const REFUSALS = {
  'no-folder': {
    zh: '没有打开的工作区文件夹，无处记录。',
    en: 'No workspace folder is open to record it in.',
  },
  incomplete: { zh: '缺少数据或来源。', en: 'The fact or its source is missing.' },
  outside: { zh: '数据文件夹必须在工作区之内。', en: 'The fact folder must lie in the workspace.' },
  'no-source': { zh: '没有这个来源。', en: 'There is no such source.' },
} as const;

function failed(problem: string): RecordFactResult {
  return { location: null, entity: null, problem };
}

function said(problem: FactProblem, language: Session['language']): string {
  const { message, hint } = problemText(problem, language);
  return `${message} ${hint}`;
}

function isInside(folder: string): boolean {
  const path = normalize(folder);
  return folder.trim() !== '' && !isAbsolute(path) && !path.startsWith('..');
}

function withFiles(
  layers: readonly Layer[],
  name: string,
  records: readonly ParsedRecord[],
): readonly Layer[] {
  const files = new Set(records.map(({ place }) => place.file));
  const added = (layer: Layer): Layer => ({
    ...layer,
    records: [...layer.records.filter(({ place }) => !files.has(place.file)), ...records],
  });
  if (!layers.some((layer) => layer.name === name)) return [...layers, added({ name, records: [] })];
  return layers.map((layer) => (layer.name === name ? added(layer) : layer));
}
