import * as vscode from 'vscode';
import type { Connection } from './client.ts';
import { commandIds } from './command-ids.ts';
import { isNote } from './notes.ts';
import { type CompletionAnswer, isWorthShowing, startsLatin, typedRun } from './typed-run.ts';

/** Long enough for an accepted completion to report itself, too short to be felt. */
const REST_MS = 40;

/**
 * Opens completions while a name is typed. VS Code asks nobody while one types Markdown: quick suggestions are off there,
 * and behind a word character, Hanzi too, it leaves trigger characters unheeded because quick suggestions would see to it.
 * So the server is asked first, and the list opens only when it knows something: an empty list or a list of mere words
 * never pops up because of us.
 */
export function suggestWhileTyping(connection: () => Connection | null): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  let asking: vscode.CancellationTokenSource | undefined;
  let openAt: string | null = null;

  const stop = () => {
    clearTimeout(timer);
    asking?.cancel();
    asking = undefined;
  };

  const ask = async (editor: vscode.TextEditor, version: number, place: string | null) => {
    const server = connection();
    if (server === null || !server.client.isRunning()) return;
    asking = new vscode.CancellationTokenSource();
    const { token } = asking;
    const position = editor.selection.active;
    const answer = await server.client
      .sendRequest<CompletionAnswer>(
        'textDocument/completion',
        completionParams(editor.document, position),
        token,
      )
      .catch(() => null);
    const stale = token.isCancellationRequested || editor.document.version !== version;
    if (stale || editor !== vscode.window.activeTextEditor) return;
    if (!isWorthShowing(answer, position, editor.document.lineAt(position).text)) return;
    openAt = place;
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  };

  const changed = (event: vscode.TextDocumentChangeEvent) => {
    if (event.contentChanges.length === 0) return;
    stop();
    const editor = vscode.window.activeTextEditor;
    const change = event.contentChanges[0];
    if (editor?.document !== event.document || change === undefined || event.contentChanges.length > 1)
      return;
    if (event.reason !== undefined || change.text === '' || !isNote(event.document)) return;
    const end = change.range.start.translate(0, change.text.length);
    const before = event.document.lineAt(change.range.start).text.slice(0, end.character);
    const run = typedRun(before, change.text);
    if (run === null) return;
    // A list of Latin names is open already and narrows by itself; in a run of Hanzi a name may begin at each of them.
    const place = startsLatin(run) ? `${event.document.uri}#${end.line}:${end.character - run.length}` : null;
    if (place !== null && place === openAt && change.text.length === 1) return;
    const { version } = event.document;
    timer = setTimeout(() => void ask(editor, version, place), REST_MS);
  };

  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(changed),
    vscode.commands.registerCommand(commandIds.completionAccepted, () => {
      stop();
      openAt = null;
    }),
    { dispose: stop },
  );
}

/** The server is told that a character brought this up: what is offered uninvited must be worth it. */
function completionParams(document: vscode.TextDocument, { line, character }: vscode.Position): object {
  const triggerCharacter = document.lineAt(line).text.charAt(character - 1);
  return {
    textDocument: { uri: document.uri.toString() },
    position: { line, character },
    context: { triggerKind: 2, triggerCharacter },
  };
}
