import * as vscode from 'vscode';

const SECTION = 'ecosystemNotes';

/** Files, unsaved notes and files of virtual workspaces; not the two sides of a comparison, outputs and the like. */
export const NOTE_SCHEMES: readonly string[] = ['file', 'untitled', 'vscode-vfs'];

/** The languages of the documents that count as notes, by the settings of now. */
export function noteLanguages(): readonly string[] {
  const plainText = vscode.workspace.getConfiguration(SECTION).get('plainText', false);
  return plainText ? ['markdown', 'plaintext'] : ['markdown'];
}

export function isNote(document: vscode.TextDocument): boolean {
  return noteLanguages().includes(document.languageId) && NOTE_SCHEMES.includes(document.uri.scheme);
}

/** The note in the active editor; undefined when there is none. */
export function activeNote(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && isNote(document) ? document : undefined;
}
