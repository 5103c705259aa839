import * as vscode from 'vscode';
import type { InsertCitationArgument, RecordFactArgument, TreeNode } from '../server/protocol.ts';
import type { Api } from './api.ts';
import type { Arrangement } from './arrangement.ts';
import { Assistant } from './assistant.ts';
import { commandIds } from './command-ids.ts';
import { copyId, insertNode, openOriginal, openRecord } from './commands.ts';
import { newFactBase } from './new-fact-base.ts';
import type { RevealTarget } from './reveal.ts';
import { openSample } from './sample.ts';
import { suggestWhileTyping } from './suggest-trigger.ts';

/** Called by VS Code when the first note opens or a view of ours is shown. */
export async function activate(context: vscode.ExtensionContext): Promise<Api> {
  const log = vscode.window.createOutputChannel('Ecosystem Notes', { log: true });
  const assistant = new Assistant(context, log);
  const register = <A extends readonly unknown[]>(id: string, run: (...args: A) => unknown) =>
    vscode.commands.registerCommand(id, (...args: A) => guarded(log, () => run(...args)));
  context.subscriptions.push(
    log,
    assistant,
    suggestWhileTyping(() => assistant.connection),
    register(commandIds.showOutput, () => log.show()),
    register(commandIds.restartServer, () => assistant.restart()),
    register(commandIds.checkNote, () => assistant.checkNote()),
    register(commandIds.search, () => assistant.search()),
    register(commandIds.showStatus, () => assistant.showStatus()),
    register(commandIds.filterTree, (words?: string) =>
      words === undefined ? assistant.views.askForFilter() : assistant.views.setFilter(words),
    ),
    register(commandIds.clearFilter, () => assistant.views.setFilter('')),
    register(commandIds.refreshTree, () => assistant.views.refresh()),
    register(commandIds.openRecord, openRecord),
    register(commandIds.openOriginal, openOriginal),
    register(commandIds.openSample, () => openSample(context.extensionUri)),
    register(commandIds.insert, insertNode),
    register(commandIds.insertName, insertNode),
    register(commandIds.insertFigure, insertNode),
    register(commandIds.copyId, copyId),
    register(commandIds.findMentions, (node?: TreeNode) => assistant.findMentions(node)),
    register(commandIds.showInTree, (target?: RevealTarget) => assistant.showInTree(target)),
    register(commandIds.arrangeTree, (wanted?: Arrangement) =>
      wanted === undefined ? assistant.views.arrange() : assistant.views.setArrangement(wanted),
    ),
    register(commandIds.insertCitation, (target?: InsertCitationArgument | TreeNode) =>
      assistant.insertCitation(target),
    ),
    register(commandIds.recordFact, (argument?: RecordFactArgument) => assistant.recordFact(argument)),
    register(commandIds.harvest, () => assistant.harvest()),
    register(commandIds.newFactBase, () => newFactBase(assistant.connection)),
    register(commandIds.reportFalseAlarm, () => assistant.reportFalseAlarm()),
  );
  await assistant.start();
  return {
    trees: assistant.views.trees,
    extendMarkdownIt: (markdown) => assistant.preview.extend(markdown),
  };
}

/** What goes wrong in a command is told in one line, with the rest in the output. */
async function guarded(log: vscode.LogOutputChannel, run: () => unknown): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    log.error(error instanceof Error ? error : String(error));
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('Ecosystem Notes could not do this: {0}', reason));
    return undefined;
  }
}
