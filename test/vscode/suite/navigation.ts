import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import type { Case } from './case.ts';
import { newNote, openNote, placeOf, until, withSetting } from './workspace.ts';

const uriOf = (target: vscode.Location | vscode.LocationLink): vscode.Uri =>
  'uri' in target ? target.uri : target.targetUri;

/** What a provider answers for a document, once it answers anything. */
function asked<T>(command: string, ...args: readonly unknown[]): Promise<readonly T[]> {
  return until(
    command,
    async () => (await vscode.commands.executeCommand<T[] | undefined>(command, ...args)) ?? [],
    (found) => found.length > 0,
  );
}

export const navigation: readonly Case[] = [
  {
    name: 'the definition of a name is its record in the fact base',
    run: async () => {
      const document = await openNote('qwen.md');
      const [target] = await asked<vscode.Location | vscode.LocationLink>(
        'vscode.executeDefinitionProvider',
        document.uri,
        placeOf(document, 'Qwen3'),
      );
      assert.ok(target);
      const uri = uriOf(target);
      const range = 'uri' in target ? target.range : target.targetRange;
      assert.match(uri.path, /entities\/.*\.yaml$/);
      const record = await vscode.workspace.openTextDocument(uri);
      assert.match(record.getText(new vscode.Range(range.start.line, 0, range.start.line + 3, 0)), /qwen3/);
    },
  },
  {
    name: 'the definition of a figure is the fact that decided',
    run: async () => {
      const document = await openNote('qwen.md');
      const [target] = await asked<vscode.Location | vscode.LocationLink>(
        'vscode.executeDefinitionProvider',
        document.uri,
        placeOf(document, '6000 万次'),
      );
      assert.ok(target);
      assert.match(uriOf(target).path, /facts\/.*\.yaml$/);
    },
  },
  {
    name: 'references of a name stand in notes, digests and fact files',
    run: async () => {
      await withSetting('index', 'on', async () => {
        const document = await openNote('qwen.md');
        const found = await until(
          'references in other notes',
          () =>
            vscode.commands.executeCommand<vscode.Location[]>(
              'vscode.executeReferenceProvider',
              document.uri,
              placeOf(document, 'Qwen3'),
            ),
          (places) => places.some(({ uri }) => uri.path.endsWith('harvest.md')),
        );
        const paths = found.map(({ uri }) => uri.path);
        assert.ok(
          paths.some((path) => /\/facts\/.*\.yaml$/.test(path)),
          paths.join('\n'),
        );
        assert.ok(
          paths.some((path) => /\/seeds\/.*\.md$/.test(path)),
          paths.join('\n'),
        );
      });
    },
  },
  {
    name: 'the outline lists the figures, the workspace symbols what is known',
    run: async () => {
      const document = await openNote('qwen.md');
      const symbols = await asked<vscode.DocumentSymbol>(
        'vscode.executeDocumentSymbolProvider',
        document.uri,
      );
      assert.ok(
        symbols.some(({ name }) => /Qwen3|千问3/.test(name)),
        symbols.map(({ name }) => name).join(),
      );
      const known = await asked<vscode.SymbolInformation>('vscode.executeWorkspaceSymbolProvider', 'yuezhi');
      assert.ok(known.some(({ name }) => /Moonshot|月之暗面/.test(name)));
    },
  },
  {
    name: 'a footnote and the id of a fact link to the original document',
    run: async () => {
      const document = await newNote('见 fact:china.total-computing-power@2025#001。\n');
      const links = await asked<vscode.DocumentLink>('vscode.executeLinkProvider', document.uri, 10);
      assert.ok(links.some(({ target }) => /^https?$/.test(target?.scheme ?? '')));
    },
  },
  {
    name: 'hints with the date, and the line over a note, come when they are switched on',
    run: async () => {
      const document = await openNote('qwen.md');
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      const hints = async () =>
        (await vscode.commands.executeCommand<vscode.InlayHint[]>(
          'vscode.executeInlayHintProvider',
          document.uri,
          all,
        )) ?? [];
      const lenses = async () =>
        (await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
        )) ?? [];
      assert.deepEqual(await hints(), []);
      assert.deepEqual(await lenses(), []);
      await withSetting('inlayHints.enabled', true, async () => {
        const [hint] = await until('a hint', hints, (found) => found.length > 0);
        const label =
          typeof hint?.label === 'string' ? hint.label : hint?.label.map(({ value }) => value).join('');
        assert.match(label ?? '', /✓.*2025/);
      });
      await withSetting('codeLens.enabled', true, async () => {
        const [lens] = await until('a lens', lenses, (found) => found.length > 0);
        assert.match(lens?.command?.title ?? '', /2 figures.*1 supported.*1 contradicted/);
      });
    },
  },
  {
    name: 'names and checked figures are coloured',
    run: async () => {
      const document = await openNote('qwen.md');
      const tokens = await until(
        'semantic tokens',
        () =>
          vscode.commands.executeCommand<vscode.SemanticTokens>(
            'vscode.provideDocumentSemanticTokens',
            document.uri,
          ),
        (found) => (found?.data.length ?? 0) > 0,
      );
      // Five numbers each, the fourth its kind: names, a wrong figure, a right one.
      const kinds = new Set(Array.from({ length: tokens.data.length / 5 }, (_, i) => tokens.data[5 * i + 3]));
      assert.equal(kinds.size, 3);
    },
  },
  {
    name: 'the id of an entity of one’s own is renamed in fact files and pins; a built-in one is not',
    run: async () => {
      const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
      assert.ok(folder);
      const write = (path: string, text: string) =>
        vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), new TextEncoder().encode(text));
      await write(
        'own/entities/models.yaml',
        '- { id: sail, name: { zh: 小帆模型, en: Sail }, description: { zh: 模型, en: A model } }\n',
      );
      try {
        await withSetting('facts', ['own'], async () => {
          const file = await vscode.workspace.openTextDocument(
            vscode.Uri.joinPath(folder, 'own/entities/models.yaml'),
          );
          const note = await newNote('小帆模型很好。');
          await asked('vscode.executeDefinitionProvider', note.uri, placeOf(note, '小帆模型'));
          const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
            'vscode.executeDocumentRenameProvider',
            file.uri,
            placeOf(file, 'sail'),
            'little-sail',
          );
          assert.deepEqual(
            edit
              .entries()
              .map(([uri, edits]) => [uri.path.split('/').at(-1), edits.map(({ newText }) => newText)]),
            [['models.yaml', ['little-sail']]],
          );
        });
      } finally {
        await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'own'), { recursive: true });
      }
    },
  },
];
