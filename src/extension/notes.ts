import * as vscode from 'vscode';

const SECTION = 'ecosystemNotes';

/** The languages of the documents that count as notes, by the settings of now. */
export function noteLanguages(): readonly string[] {
  const plainText = vscode.workspace.getConfiguration(SECTION).get('plainText', false);
  return plainText ? ['markdown', 'plaintext'] : ['markdown'];
}

export function isNote(document: vscode.TextDocument): boolean {
  return noteLanguages().includes(document.languageId) && ['file', 'untitled'].includes(document.uri.scheme);
}

/** The note in the active editor; undefined when there is none. */
export function activeNote(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document !== undefined && isNote(document) ? document : undefined;
}
