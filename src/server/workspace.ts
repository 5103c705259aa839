import { isAbsolute, join, resolve } from 'node:path';
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Finding } from '../check/finding.ts';
import type { Language } from '../check/message.ts';
import type { FactProblem } from '../factbase/problem.ts';
import type { Layer } from '../factbase/records.ts';
import type { CompiledContents } from '../factbase/serialize.ts';
import { BUNDLED_LAYER, createReaders, type Readers } from '../service/assemble.ts';
import { BASELINE_FILE } from '../service/baseline.ts';
import { CONFIGURATION_FILE, type Configuration, readConfiguration } from '../service/configuration.ts';
import { LineIndex } from '../text/lines.ts';
import { Baselines } from './baselines.ts';
import {
  chooseLanguage,
  type FolderConfiguration,
  mergeConfiguration,
  readSettings,
} from './configuration.ts';
import { DIAGNOSTIC_SOURCE, toProblemDiagnostic } from './convert.ts';
import { isWithin } from './disk/walk.ts';
import { isBroken, type LoadedFacts, loadFacts } from './fact-layers.ts';
import { shownFaults, toldProblems } from './fault-limits.ts';
import type { Host } from './host.ts';
import type { RecordLocator } from './locations.ts';
import type { FactBaseCounts, StatusProblem } from './protocol.ts';
import { createSession, type Session } from './session.ts';

export interface WorkspaceParts {
  readonly connection: Connection;
  readonly host: Host;
  readonly locator: RecordLocator;
  readonly base: CompiledContents;
  readonly locale: string;
  /** What a note says otherwise than others, by its address. */
  readonly across: (uri: string) => readonly Finding[];
  /** Commands that the client lets cards run. */
  readonly clientCommands: readonly string[];
  /** Whether the client answers `workspace/configuration`. */
  readonly asksSettings: boolean;
  /** Whether the workspace may name folders outside of it, and be written into. */
  readonly trusted: boolean;
}

interface Folder {
  readonly path: string;
  readonly uri: string;
  /** The last configuration file that was whole. */
  file: Configuration | null;
  configuration: FolderConfiguration;
}

/**
 * Folders, their settings and facts. Whatever changes, `load` makes a new session of it; what is broken shows where it broke, and
 * the last good state stays in service.
 */
export class Workspace {
  readonly #parts: WorkspaceParts;
  readonly #readers: Readers;
  #folders: Folder[] = [];
  #general: FolderConfiguration = mergeConfiguration(null, {});
  #facts: LoadedFacts | null = null;
  #session: Session | null = null;
  #problems: readonly StatusProblem[] = [];
  #layers: readonly Layer[] = [];
  #published: ReadonlyMap<string, readonly Diagnostic[]> = new Map();
  readonly #baselines: Baselines;
  #loading: Promise<void> = Promise.resolve();

  constructor(parts: WorkspaceParts) {
    this.#parts = parts;
    this.#readers = createReaders(parts.base.tables);
    this.#baselines = new Baselines(parts.host);
  }

  get session(): Session | null {
    return this.#session;
  }

  get trusted(): boolean {
    return this.#parts.trusted;
  }

  get problems(): readonly StatusProblem[] {
    return this.#problems;
  }

  /** Equal for equal facts of the workspace. */
  get fingerprint(): string {
    return this.#facts?.fingerprint ?? '';
  }

  get counts(): FactBaseCounts {
    const factBase = this.#session?.knowledge.factBase;
    return {
      entities: factBase?.entities.length ?? 0,
      metrics: factBase?.metrics.length ?? 0,
      facts: factBase?.facts.length ?? 0,
      sources: factBase?.sources.length ?? 0,
    };
  }

  /** The bundled layer and those of the workspace as they were last read, broken or not. */
  get layers(): readonly Layer[] {
    return this.#layers;
  }

  /** The layer that a file belongs to, and the file as its records name it; null for files that are none of the facts. */
  layerOf(uri: string): { readonly layer: string; readonly file: string } | null {
    const file = this.#parts.locator.fileOf(uri);
    if (file === null) return null;
    if (!isAbsolute(file)) return { layer: BUNDLED_LAYER, file };
    const folders = this.#folders.flatMap(({ path, configuration }) =>
      configuration.facts.map((facts) => resolve(path, facts)),
    );
    const layer = folders.find((folder) => isWithin(file, folder));
    return layer === undefined ? null : { layer, file };
  }

  /** What was wrong in a file of the facts when it was last read from the disk. */
  diagnosticsOf(uri: string): readonly Diagnostic[] {
    return this.#published.get(uri) ?? [];
  }

  get readers(): Readers {
    return this.#readers;
  }

  get folders(): readonly { readonly path: string; readonly configuration: FolderConfiguration }[] {
    return this.#folders;
  }

  setFolders(uris: readonly string[]): void {
    this.#folders = uris
      .map((uri) => URI.parse(uri))
      .filter(({ scheme }) => scheme === 'file')
      .map((uri) => ({
        path: uri.fsPath,
        uri: uri.toString(),
        file: null,
        configuration: this.#general,
      }));
  }

  /** Whether a change of this file changes facts or configuration. */
  concerns(path: string): boolean {
    return this.#folders.some(
      (folder) =>
        path === join(folder.path, CONFIGURATION_FILE) ||
        path === join(folder.path, BASELINE_FILE) ||
        folder.configuration.facts.some((facts) => isWithin(path, join(folder.path, facts))) ||
        (folder.configuration.seeds.length > 0 && path.endsWith('.md') && this.#isSeed(path)),
    );
  }

  #isSeed(path: string): boolean {
    return this.#session?.knowledge.factBase.sources.some(({ place }) => place.file === path) ?? false;
  }

  /** Reads configuration and facts anew, one load after the other. Never throws. */
  load(): Promise<void> {
    this.#loading = this.#loading
      .then(() => this.#load())
      .catch((error: unknown) => {
        this.#parts.connection.console.error(`Loading failed: ${String(error)}`);
      });
    return this.#loading;
  }

  async #load(): Promise<void> {
    const { locator, locale, base, host } = this.#parts;
    const found = new Map<string, Diagnostic[]>();
    const problems: StatusProblem[] = [];
    this.#general = mergeConfiguration(null, await this.#settings(null));
    for (const folder of this.#folders) await this.#configure(folder, found, problems);
    for (const message of await this.#baselines.load(this.#folders))
      problems.push({ message, location: null });
    const language = this.#language(locale);

    locator.forget();
    const facts = await loadFacts(
      base,
      this.#readers,
      this.#folders.map(({ path, configuration }) => ({
        ...configuration,
        facts: configuration.facts.filter((facts) => this.trusted || isWithin(resolve(path, facts), path)),
        root: path,
      })),
      host,
    );
    for (const problem of facts.problems) this.#note(problem, language, found, problems);
    problems.push(...facts.complaints.map((message) => ({ message, location: null })));
    for (const remark of facts.remarks) this.#note(remark, language, found, []);
    this.#layers = facts.layers;
    if (this.#facts === null || !isBroken(facts)) this.#facts = facts;

    const { knowledge, knowledgeOf } = this.#facts;
    this.#session = createSession({
      knowledge,
      knowledgeFor: (uri) => {
        const folder = uri.startsWith('file:') ? this.#holding(uri) : undefined;
        return folder === undefined ? knowledge : knowledgeOf(folder.path);
      },
      language,
      locator,
      clientCommands: this.#parts.clientCommands,
      across: this.#parts.across,
      baseline: (uri) => this.#baselines.of(uri),
      configurationFor: (uri) => this.#configurationFor(uri),
    });
    this.#problems = toldProblems(problems, language);
    this.#publish(found);
  }

  #language(locale: string): Language {
    const set = [this.#general, ...this.#folders.map(({ configuration }) => configuration)];
    const language = set.map((one) => one.language).find((one) => one !== 'auto') ?? 'auto';
    return chooseLanguage(language, locale);
  }

  #configurationFor(uri: string): FolderConfiguration {
    const { scheme } = URI.parse(uri);
    const folder = scheme === 'file' ? this.#holding(uri) : this.#folders[0];
    return folder?.configuration ?? this.#general;
  }

  /** The folder that an address lies in, the innermost of several. */
  #holding(uri: string): Folder | undefined {
    const { fsPath } = URI.parse(uri);
    return this.#folders
      .filter(({ path }) => isWithin(fsPath, path))
      .toSorted((a, b) => b.path.length - a.path.length)[0];
  }

  /** The folder that a note belongs to, else the first; null without any. */
  folderOf(uri: string): Pick<Folder, 'path' | 'configuration'> | null {
    return (uri.startsWith('file:') ? this.#holding(uri) : undefined) ?? this.#folders[0] ?? null;
  }

  async #configure(
    folder: Folder,
    found: Map<string, Diagnostic[]>,
    problems: StatusProblem[],
  ): Promise<void> {
    const path = join(folder.path, CONFIGURATION_FILE);
    const uri = URI.file(path).toString();
    const read = await this.#parts.host.readText(path);
    if ('problem' in read) {
      const absent = read.problem.endsWith('no such file or folder.');
      if (absent) folder.file = null;
      else problems.push({ message: read.problem, location: null });
    } else {
      const { configuration, problems: wrong } = readConfiguration(read.text);
      if (configuration !== null) folder.file = configuration;
      const lines = new LineIndex(read.text);
      for (const { message, start, end } of wrong) {
        const range = { start: lines.positionAt(start), end: lines.positionAt(end) };
        add(found, uri, { range, severity: 1, source: DIAGNOSTIC_SOURCE, code: 'configuration', message });
        problems.push({ message, location: { uri, range } });
      }
    }
    folder.configuration = mergeConfiguration(folder.file, await this.#settings(folder.uri));
  }

  async #settings(scopeUri: string | null) {
    if (!this.#parts.asksSettings) return {};
    const item = { section: 'ecosystemNotes', ...(scopeUri === null ? {} : { scopeUri }) };
    try {
      return readSettings(await this.#parts.connection.workspace.getConfiguration(item));
    } catch (error) {
      this.#parts.connection.console.warn(`The client gave no settings: ${String(error)}`);
      return {};
    }
  }

  #note(
    problem: FactProblem,
    language: Language,
    found: Map<string, Diagnostic[]>,
    problems: StatusProblem[],
  ): void {
    const { locator } = this.#parts;
    const uri = locator.uriOf(problem.file);
    const range = locator.rangeOf(problem);
    const diagnostic = toProblemDiagnostic(problem, range, language, locator);
    add(found, uri, diagnostic);
    const { message } = diagnostic;
    if (problem.severity === 'error') problems.push({ message, location: { uri, range } });
  }

  #publish(found: ReadonlyMap<string, Diagnostic[]>): void {
    const { connection } = this.#parts;
    for (const uri of this.#published.keys())
      if (!found.has(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    const language = this.#session?.language ?? 'en';
    for (const [uri, faults] of found)
      void connection.sendDiagnostics({ uri, diagnostics: shownFaults(faults, language) });
    this.#published = found;
  }
}

function add(found: Map<string, Diagnostic[]>, uri: string, diagnostic: Diagnostic): void {
  const held = found.get(uri);
  if (held === undefined) found.set(uri, [diagnostic]);
  else held.push(diagnostic);
}
