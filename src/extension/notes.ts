import * as vscode from 'vscode';

const SECTION = 'ecosystemNotes';

/** Files, unsaved notes and files of repositories that are opened without a disk. */
const NOTE_SCHEMES: readonly string[] = ['file', 'untitled', 'vscode-vfs'];

/** Where notes may lie: also wherever the folders of the workspace do; not the sides of a comparison, outputs and the like. */
export function noteSchemes(): readonly string[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return [...new Set([...NOTE_SCHEMES, ...folders.map(({ uri }) => uri.scheme)])];
}

/** The languages of the documents that count as notes, by the settings of now. */
export function noteLanguages(): readonly string[] {
  const plainText = vscode.workspace.getConfiguration(SECTION).get('plainText', false);
  return plainText ? ['markdown', 'plaintext'] : ['markdown'];
}

export function isNote(document: vscode.TextDocument): boolean {
  return noteLanguages().includes(document.languageId) && noteSchemes().includes(document.uri.scheme);
}

/** The note in the active editor; undefined when there is none. */
export function activeNote(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && isNote(document) ? document : undefined;
}
