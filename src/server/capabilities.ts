import {
  type ClientCapabilities,
  CodeActionKind,
  MarkupKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { FIX_ALL, SEMANTIC_TOKEN_TYPES } from './convert.ts';
import type { ClientAbilities } from './features.ts';
import { serverCommands } from './protocol.ts';

export interface Abilities extends ClientAbilities {
  readonly settings: boolean;
  readonly folders: boolean;
  readonly watching: boolean;
  readonly settingsChanges: boolean;
  readonly inlayRefresh: boolean;
  readonly lensRefresh: boolean;
  readonly progress: boolean;
}

/** What the client says it can do; nothing of it is taken for granted. */
export function abilitiesOf(client: ClientCapabilities): Abilities {
  const { workspace, textDocument } = client;
  const markdown = (formats: readonly MarkupKind[] | undefined) =>
    formats?.includes(MarkupKind.Markdown) === true;
  return {
    hoverMarkdown: markdown(textDocument?.hover?.contentFormat),
    completionMarkdown: markdown(textDocument?.completion?.completionItem?.documentationFormat),
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    settings: workspace?.configuration === true,
    folders: workspace?.workspaceFolders === true,
    watching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    settingsChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    inlayRefresh: workspace?.inlayHint?.refreshSupport === true,
    lensRefresh: workspace?.codeLens?.refreshSupport === true,
    progress: client.window?.workDoneProgress === true,
  };
}

const ASCII_LETTERS = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/**
 * Markdown has quick suggestions off, so completion is asked for at trigger characters only: letters, the Chinese characters of
 * known names (an input method commits several at once, of which only the last counts), and what may stand before a figure.
 */
export function serverCapabilities(completionCharacters: readonly string[]): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: {
      openClose: true,
      change: TextDocumentSyncKind.Incremental,
      save: { includeText: false },
    },
    hoverProvider: true,
    completionProvider: {
      resolveProvider: true,
      triggerCharacters: [
        ...ASCII_LETTERS,
        ...new Set([...completionCharacters, ...FIGURE_CHARACTERS]),
        ' ',
        ':',
      ],
    },
    definitionProvider: true,
    referencesProvider: true,
    documentSymbolProvider: true,
    documentLinkProvider: { resolveProvider: false },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL],
    },
    executeCommandProvider: { commands: Object.values(serverCommands) },
    codeLensProvider: { resolveProvider: false },
    workspaceSymbolProvider: true,
    renameProvider: { prepareProvider: true },
    inlayHintProvider: { resolveProvider: false },
    semanticTokensProvider: {
      legend: { tokenTypes: [...SEMANTIC_TOKEN_TYPES], tokenModifiers: [] },
      full: true,
    },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

/** Last characters of words that a figure follows: 突破, 超过, 达到, 约为, 接近, 下载量, 数, 占比. */
const FIGURE_CHARACTERS = [...'破过過超逾达達到至为為是约約近量数數比率额額模值'];
