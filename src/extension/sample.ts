import * as vscode from 'vscode';

/** Opens a note of a few lines to try things on, in the language of the editor; nothing is saved. */
export async function openSample(extension: vscode.Uri): Promise<void> {
  const name = vscode.env.language.startsWith('zh') ? 'sample.zh-cn.md' : 'sample.md';
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'media/walkthrough', name));
  const content = new TextDecoder().decode(bytes);
  await vscode.window.showTextDocument(
    await vscode.workspace.openTextDocument({ language: 'markdown', content }),
  );
}
