import { isAbsolute } from 'node:path';
import type { Connection, PrepareRenameParams, RenameParams, WorkspaceEdit } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError, type TextEdit } from 'vscode-languageserver';
import type { Language } from '../check/message.ts';
import type { FactBase } from '../factbase/fact-base.ts';
import type { Fact } from '../factbase/model.ts';
import type { NoteIndex } from '../service/note-index.ts';
import type { NoteSpan } from '../service/results.ts';
import type { FactFiles } from './fact-files.ts';
import { turn } from './features.ts';
import type { RecordLocator } from './locations.ts';
import type { Session } from './session.ts';

export interface RenameParts {
  readonly connection: Connection;
  readonly factFiles: Pick<FactFiles, 'isYaml' | 'target' | 'uses'>;
  readonly locator: Pick<RecordLocator, 'fileOf'>;
  readonly indexing: { readonly index: NoteIndex; settled(): Promise<void> };
  readonly ready: () => Promise<Session | null>;
  /** The text of a note, as it stands in the editor or on the disk. */
  readonly textOf: (uri: string) => Promise<string | null>;
}

const ID = /^[a-z0-9]+(?:[-.][a-z0-9]+)*$/;

/** Renames the id of an entity in all fact files of the workspace, and in the pins of its notes. Built-in entities keep theirs. */
export function registerRename(parts: RenameParts): void {
  const { connection } = parts;

  connection.onPrepareRename(async (params, token) => {
    const session = await turn(parts, token);
    const found = session === null ? null : await entityAt(parts, session, params);
    return found === null ? null : { range: found.here.range, placeholder: found.id };
  });

  connection.onRenameRequest(async (params, token) => {
    const session = await turn(parts, token);
    const found = session === null ? null : await entityAt(parts, session, params);
    if (session === null || found === null) return null;
    return rename(parts, session, found, params);
  });
}

interface FoundId {
  readonly id: string;
  readonly here: NoteSpan;
  readonly uses: readonly NoteSpan[];
}

/** The id of an entity that stands at the place itself; null anywhere else. */
async function entityAt(
  { factFiles }: RenameParts,
  session: Session,
  { textDocument, position }: PrepareRenameParams,
): Promise<FoundId | null> {
  const { uri } = textDocument;
  if (!factFiles.isYaml(uri)) return null;
  const target = await factFiles.target(session, uri, position);
  if (target === null || target.type !== 'entity') return null;
  const uses = await factFiles.uses(session, target);
  const here = uses.find(
    ({ uri: file, range: { start, end } }) =>
      file === uri &&
      start.line === position.line &&
      start.character <= position.character &&
      position.character <= end.character,
  );
  return here === undefined ? null : { id: target.id, here, uses };
}

async function rename(
  parts: RenameParts,
  session: Session,
  { id, uses }: FoundId,
  { newName }: RenameParams,
): Promise<WorkspaceEdit> {
  const { locator } = parts;
  const { factBase } = session.knowledge;
  const refuse = (key: keyof typeof REFUSALS): never => {
    throw new ResponseError(LSPErrorCodes.RequestFailed, REFUSALS[key][session.language]);
  };
  if (!ID.test(newName)) refuse('form');
  if (newName !== id && factBase.entity(newName) !== undefined) refuse('taken');
  // Files of the program are not the workspace's to change.
  if (uses.some(({ uri }) => !isAbsolute(locator.fileOf(uri) ?? ''))) refuse('built-in');
  const changes: Record<string, TextEdit[]> = {};
  const add = (uri: string, edit: TextEdit): void => {
    const edits = changes[uri];
    if (edits === undefined) changes[uri] = [edit];
    else edits.push(edit);
  };
  for (const { uri, range } of uses) add(uri, { range, newText: newName });
  for (const { uri, range, newText } of await pinEdits(parts, factBase, id, newName))
    add(uri, { range, newText });
  return { changes };
}

/** Ids of facts begin with that of their subject, so that pins of notes change with it. */
async function pinEdits(
  { indexing, textOf }: RenameParts,
  factBase: FactBase,
  id: string,
  newName: string,
): Promise<readonly (Pick<NoteSpan, 'uri' | 'range'> & { readonly newText: string })[]> {
  await indexing.settled();
  const renamed = new Map<string, string>();
  for (const fact of factBase.facts) {
    const next = renamedFact(fact, id, newName);
    if (next !== fact.id) renamed.set(fact.id, next);
    if (fact.subject === id) renamed.set(`${id}/${fact.metric}`, `${newName}/${fact.metric}`);
  }
  const edits: (Pick<NoteSpan, 'uri' | 'range'> & { newText: string })[] = [];
  for (const [before, newText] of renamed)
    for (const { uri, range, start, end } of indexing.index.claimsDecidedBy(before)) {
      // Figures that the fact decided are listed too; only where the id itself stands is something to change.
      if ((await textOf(uri))?.slice(start, end) === before) edits.push({ uri, range, newText });
    }
  return edits;
}

function renamedFact(fact: Fact, id: string, newName: string): string {
  const own = fact.subject === id ? newName + fact.id.slice(id.length) : fact.id;
  if (!Object.values(fact.scope).includes(id)) return own;
  // Scopes stand behind subject and metric.
  const scope = own.indexOf(`.${id}`, own.indexOf(`.${fact.metric}`) + 1 + fact.metric.length);
  return scope < 0 ? own : `${own.slice(0, scope + 1)}${newName}${own.slice(scope + 1 + id.length)}`;
}

const REFUSALS: Readonly<Record<'form' | 'taken' | 'built-in', Readonly<Record<Language, string>>>> = {
  form: {
    zh: 'ID 只能用小写字母、数字和单个连字符，例如 qwen3-coder。',
    en: 'An id has small letters, digits and single hyphens, as in qwen3-coder.',
  },
  taken: { zh: '已有实体使用这个 ID。', en: 'Another entity has this id.' },
  'built-in': {
    zh: '内置数据用到这个 ID，不能重命名。',
    en: 'The built-in facts use this id; it cannot be renamed.',
  },
};
