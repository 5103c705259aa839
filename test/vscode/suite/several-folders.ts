import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { ProtocolVerdict } from '../../../src/server/protocol.ts';
import type { Case } from './case.ts';
import { activeExtension, codeOf, findings, newNote, until } from './workspace.ts';

const REREAD_MS = 3_000;

async function openIn(folder: string, name: string): Promise<vscode.TextDocument> {
  // A window opens before it has read the file that names its folders.
  let next = Date.now() + REREAD_MS;
  const found = await until(
    `folder ${folder}`,
    async () => {
      const open = vscode.workspace.workspaceFolders ?? [];
      // A window in a browser that asks for the file before its server answers keeps it for empty until the file is written.
      if (open.length === 0 && Date.now() > next) {
        console.log('# the file of the workspace is written again');
        await writeWorkspaceFile();
        next = Date.now() + REREAD_MS;
      }
      return open.find((one) => one.name === folder);
    },
    (one) => one !== undefined,
  );
  assert.ok(found);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(found.uri, name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Writes the file that names the folders as it is, so that VS Code reads it. */
async function writeWorkspaceFile(): Promise<void> {
  const file = vscode.workspace.workspaceFile;
  if (file === undefined) return;
  await vscode.workspace.fs.writeFile(file, await vscode.workspace.fs.readFile(file));
}

/** The figures that are offered behind a text at the end of a note, as they would be written. */
async function figuresAfter(document: vscode.TextDocument, text: string): Promise<readonly string[]> {
  const edit = new vscode.WorkspaceEdit();
  const end = document.lineAt(document.lineCount - 1).range.end;
  edit.insert(document.uri, end, `\n${text}`);
  await vscode.workspace.applyEdit(edit);
  const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.lineAt(document.lineCount - 1).range.end,
  );
  return items.map(({ label, insertText }) =>
    typeof insertText === 'string'
      ? insertText
      : (insertText?.value ?? (typeof label === 'string' ? label : label.label)),
  );
}

const settled = (document: vscode.TextDocument, count: number) =>
  until(
    `${count} findings in ${document.uri.path}`,
    () => findings(document),
    (all) => all.length === count,
  );

/** Two folders that know one entity by different figures; the first has a severity of its own. */
export const severalFolders: readonly Case[] = [
  {
    name: 'a note is checked by the facts of its own folder',
    run: async () => {
      const [finding] = await settled(await openIn('one', 'note.md'), 1);
      assert.ok(finding);
      assert.equal(codeOf(finding), 'figure.contradicted');
      assert.match(finding.message, /2 million|200 万/);
      const second = await openIn('two', 'note.md');
      // The verdict first: only when there is one, silence means anything.
      await verdicts(second, 'supported');
      assert.deepEqual(findings(second), []);
    },
  },
  {
    name: 'settings hold for their own folder',
    run: async () => {
      const [one] = await settled(await openIn('one', 'note.md'), 1);
      assert.equal(one?.severity, vscode.DiagnosticSeverity.Information);
      const second = await openIn('two', 'note.md');
      const edit = new vscode.WorkspaceEdit();
      const at = second.getText().indexOf('900');
      edit.replace(second.uri, new vscode.Range(second.positionAt(at), second.positionAt(at + 3)), '9000');
      await vscode.workspace.applyEdit(edit);
      const [two] = await settled(second, 1);
      assert.equal(two?.severity, vscode.DiagnosticSeverity.Error);
      await vscode.commands.executeCommand('workbench.action.files.revert');
    },
  },
  {
    name: 'the figure that is offered is the one that the folder knows',
    run: async () => {
      for (const [folder, wanted, other] of [
        ['one', /200 ?万/, /900 ?万/],
        ['two', /900 ?万/, /200 ?万/],
      ] as const) {
        const document = await openIn(folder, 'note.md');
        const offered = (await figuresAfter(document, '截至 2025 年 9 月，我们实验室的累计下载')).join('\n');
        assert.match(offered, wanted);
        assert.doesNotMatch(offered, other);
        await vscode.commands.executeCommand('workbench.action.files.revert');
      }
    },
  },
];

/** Waits for a verdict in the tree of the active note. */
async function verdicts(document: vscode.TextDocument, wanted: ProtocolVerdict): Promise<void> {
  const tree = (await activeExtension()).exports.trees.get('note');
  assert.ok(tree);
  await until(
    `a figure of ${document.uri.path} that is ${wanted}`,
    async () => ((await tree.getChildren()) ?? []).map(({ verdict }) => verdict),
    (all) => all.includes(wanted),
  );
}

const MEMORY = 'memfs';
const NOTE = '# Notes\n\n到 2025 年 9 月，Qwen3 的累计下载量突破 6000 万次。\n';

/** A folder that lies on no disk, as remote repositories do. */
class MemoryFolder implements vscode.FileSystemProvider {
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly #files = new Map<string, Uint8Array>();
  readonly onDidChangeFile = this.#changed.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const file = this.#files.get(uri.path);
    if (file === undefined && uri.path !== '/') throw vscode.FileSystemError.FileNotFound(uri);
    const type = file === undefined ? vscode.FileType.Directory : vscode.FileType.File;
    return { type, ctime: 0, mtime: 0, size: file?.length ?? 0 };
  }

  readDirectory(): [string, vscode.FileType][] {
    return [...this.#files.keys()].map((path) => [path.slice(1), vscode.FileType.File]);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    const file = this.#files.get(uri.path);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    return file;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.#files.set(uri.path, content);
  }

  createDirectory(): void {}
  delete(): void {}
  rename(): void {}
}

/** Joins the two folders: what lies there is checked by what everybody knows. */
export const virtualFolder: readonly Case[] = [
  {
    name: 'a note in a virtual folder is checked against the built-in facts',
    run: async () => {
      const memory = new MemoryFolder();
      memory.writeFile(vscode.Uri.parse(`${MEMORY}:/note.md`), new TextEncoder().encode(NOTE));
      vscode.workspace.registerFileSystemProvider(MEMORY, memory);
      const folders = vscode.workspace.workspaceFolders?.length ?? 0;
      const uri = vscode.Uri.parse(`${MEMORY}:/`);
      assert.ok(vscode.workspace.updateWorkspaceFolders(folders, 0, { uri, name: 'memory' }));
      await until(
        'the folder',
        () => vscode.workspace.workspaceFolders?.length,
        (count) => count === folders + 1,
      );
      const [finding] = await settled(await openIn('memory', 'note.md'), 1);
      assert.ok(finding);
      assert.equal(codeOf(finding), 'figure.contradicted');
    },
  },
  {
    name: 'cards, names and the tree work there, and its notes and the others do not mix',
    run: async () => {
      const document = await openIn('memory', 'note.md');
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        document.positionAt(document.getText().indexOf('Qwen3') + 2),
      );
      assert.ok(hovers.length > 0);
      assert.match((await figuresAfter(document, '我们看 albb')).join('\n'), /阿里巴巴/);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      await settled(await openIn('one', 'note.md'), 1);
    },
  },
  {
    name: 'an unsaved note knows what the folders know together',
    run: async () => {
      const document = await newNote('我们实验室的累计下载');
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(0, 4),
      );
      const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.ok(
        labels.some((label) => label.includes('我们实验室')),
        labels.join(', '),
      );
    },
  },
];
