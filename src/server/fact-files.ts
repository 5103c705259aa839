import type { CompletionItem, Connection, DocumentSymbol, Hover, Position } from 'vscode-languageserver';
import { CompletionItemKind, MarkupKind, SymbolKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { FactFile } from '../factbase/records.ts';
import type { Tables } from '../factbase/serialize.ts';
import type { FactFileCompletion } from '../service/fact-files/completion.ts';
import type { FactFileView } from '../service/fact-files/fact-file.ts';
import type { FactFileService } from '../service/fact-files/fact-file-service.ts';
import type { RecordTarget } from '../service/fact-files/pointers.ts';
import type { Definition, NoteSpan } from '../service/results.ts';
import { type CompletionData, toPlainText, toProblemDiagnostic, toRange } from './convert.ts';
import type { ClientAbilities } from './features.ts';
import type { Host } from './host.ts';
import type { RecordLocator } from './locations.ts';
import type { Session } from './session.ts';
import type { Workspace } from './workspace.ts';

/** So long after the last keystroke a file is checked: the whole base is built for it. */
const REST_MS = 250;

/** YAML, its schemas and the readers for them are loaded only by those who open fact files. */
const loader = () => import('../service/fact-files/fact-file-service.ts');

export interface FactFileParts {
  readonly connection: Connection;
  readonly host: Pick<Host, 'readTextNow'>;
  readonly locator: RecordLocator;
  readonly document: (uri: string) => TextDocument | undefined;
  readonly workspace: Pick<Workspace, 'session' | 'layers' | 'layerOf' | 'diagnosticsOf'>;
  readonly tables: Tables;
  readonly client: ClientAbilities;
}

/** What an editor asks of the YAML files of a fact base, and what is wrong in them while they are written. */
export class FactFiles {
  readonly #parts: FactFileParts;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #services = new WeakMap<Session, Promise<FactFileService>>();

  constructor(parts: FactFileParts) {
    this.#parts = parts;
  }

  /** Whether an address is that of a YAML file; such are never notes. */
  isYaml(uri: string): boolean {
    return this.#parts.document(uri)?.languageId === 'yaml' || /\.ya?ml$/i.test(uri);
  }

  /** Checks when the person rests. */
  schedule(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => void this.publish(uri), REST_MS),
    );
  }

  /** Checks an open file now, as it stands in the editor. */
  async publish(uri: string): Promise<void> {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    const { connection, workspace, locator } = this.#parts;
    const { session } = workspace;
    const open = this.#parts.document(uri);
    const home = workspace.layerOf(uri);
    if (session === null || open === undefined || home === null) return;
    const service = await this.#service(session);
    const file = { path: home.file, text: open.getText() };
    const { version } = open;
    const found = service.doValidation(file, workspace.layers, home.layer);
    const lines = { lines: { positionAt: (offset: number) => open.positionAt(offset) } };
    const diagnostics = found.map((problem) =>
      toProblemDiagnostic(problem, toRange(lines, problem), session.language, locator),
    );
    // What was typed in between is on its way to be checked by itself.
    if (open.version === version) void connection.sendDiagnostics({ uri, version, diagnostics });
  }

  /** The file was closed: what counts is what stands on the disk. */
  close(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.delete(uri);
    const { connection, workspace } = this.#parts;
    void connection.sendDiagnostics({ uri, diagnostics: [...workspace.diagnosticsOf(uri)] });
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  async hover(session: Session, uri: string, position: Position): Promise<Hover | null> {
    const service = await this.#service(session);
    const view = this.#view(service, uri);
    const hover = view === null ? null : service.doHover(view, view.lines.offsetAt(position));
    if (view === null || hover === null) return null;
    return { contents: this.#markup(hover.markdown), range: toRange(view, hover) };
  }

  async complete(session: Session, uri: string, position: Position): Promise<readonly CompletionItem[]> {
    const service = await this.#service(session);
    const view = this.#view(service, uri);
    if (view === null) return [];
    return service
      .doComplete(view, view.lines.offsetAt(position))
      .map((item) => this.#completion(item, view, uri));
  }

  #completion(item: FactFileCompletion, view: FactFileView, uri: string): CompletionItem {
    const { kind, label, description, filterText, sortText, edit, entity } = item;
    const data: CompletionData | null = entity === null ? null : { uri, kind: 'name', record: entity };
    const documentation = entity === null ? item.documentation() : '';
    return {
      label,
      labelDetails: { description },
      kind: COMPLETION_KINDS[kind],
      filterText,
      sortText,
      textEdit: { range: toRange(view, edit), newText: edit.newText },
      ...(data === null ? {} : { data }),
      ...(documentation === '' ? {} : { documentation: this.#markup(documentation) }),
    };
  }

  async definitions(
    session: Session,
    uri: string,
    position: Position,
  ): Promise<{ readonly view: FactFileView; readonly found: readonly Definition[] } | null> {
    const service = await this.#service(session);
    const view = this.#view(service, uri);
    if (view === null) return null;
    return { view, found: service.findDefinition(view, view.lines.offsetAt(position)) };
  }

  async target(session: Session, uri: string, position: Position): Promise<RecordTarget | null> {
    const service = await this.#service(session);
    const view = this.#view(service, uri);
    return view === null ? null : service.targetAt(view, view.lines.offsetAt(position));
  }

  /** Where the files of the fact base in service use a record. */
  async uses(session: Session, target: RecordTarget): Promise<readonly NoteSpan[]> {
    const service = await this.#service(session);
    const { entities, metrics, facts } = session.knowledge.factBase;
    const names = new Set([...entities, ...metrics, ...facts].map(({ place }) => place.file));
    const files = [...names].flatMap((path): FactFile[] => {
      const text = this.#textOf(this.#parts.locator.uriOf(path));
      return text === null ? [] : [{ path, text }];
    });
    return service.findUses(files, target, (file) => this.#parts.locator.uriOf(file));
  }

  async symbols(session: Session, uri: string): Promise<readonly DocumentSymbol[]> {
    const service = await this.#service(session);
    const view = this.#view(service, uri);
    if (view === null) return [];
    return service.findDocumentSymbols(view).map(({ name, detail, selection, ...span }) => ({
      name,
      detail,
      kind: SymbolKind.Object,
      range: toRange(view, span),
      selectionRange: toRange(view, selection),
    }));
  }

  /** Null for YAML files that are none of a fact base. */
  #view(service: FactFileService, uri: string): FactFileView | null {
    const home = this.#parts.workspace.layerOf(uri);
    const text = home === null ? null : this.#textOf(uri);
    return home === null || text === null ? null : service.viewFile({ path: home.file, text });
  }

  /** As it stands in the editor, else on the disk. */
  #textOf(uri: string): string | null {
    return this.#parts.document(uri)?.getText() ?? this.#parts.host.readTextNow(URI.parse(uri).fsPath);
  }

  #service(session: Session): Promise<FactFileService> {
    const known = this.#services.get(session);
    if (known !== undefined) return known;
    const made = loader().then(({ createFactFileService }) =>
      createFactFileService({
        factBase: session.knowledge.factBase,
        language: session.language,
        tables: this.#parts.tables,
        recordCard: (type, record) =>
          session.service.doResolve({ kind: type === 'entity' ? 'name' : 'fact', record }).documentation,
      }),
    );
    this.#services.set(session, made);
    return made;
  }

  #markup(markdown: string) {
    return this.#parts.client.hoverMarkdown
      ? { kind: MarkupKind.Markdown, value: markdown }
      : { kind: MarkupKind.PlainText, value: toPlainText(markdown) };
  }
}

const COMPLETION_KINDS: Readonly<Record<FactFileCompletion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  record: CompletionItemKind.Reference,
};
