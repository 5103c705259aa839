import * as vscode from 'vscode';
import {
  type LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  TransportKind,
} from 'vscode-languageclient/node';
import {
  clientCommands,
  type InitializationOptions,
  type ProtocolNotifications,
  type ProtocolRequests,
} from '../server/protocol.ts';
import { commandIds, HOVER_COMMANDS } from './command-ids.ts';
import { noteLanguages, noteSchemes } from './notes.ts';
import { PatientClient } from './patient-client.ts';
import { explicitSettings, SETTINGS_SECTION } from './settings.ts';

/** So many crashes within three minutes, and the client stops starting the server again and says so. */
const MAX_RESTARTS = 4;

/** Where YAML files of a fact base may lie; which of them are, the server knows. */
const FACT_FILES = [
  '**/{entities,facts}/*.{yaml,yml}',
  '**/metrics.{yaml,yml}',
  '**/data/{units,cues,set-words}.yaml',
];

/** A typed view of the connection: the requests and notifications of `protocol.ts`, and the client itself. */
export interface Connection {
  readonly client: LanguageClient;
  request<M extends keyof ProtocolRequests>(
    method: M,
    params: ProtocolRequests[M]['params'],
    token?: vscode.CancellationToken,
  ): Promise<ProtocolRequests[M]['result']>;
  onNotification<M extends keyof ProtocolNotifications>(
    method: M,
    listener: (params: ProtocolNotifications[M]) => void,
  ): vscode.Disposable;
}

/** Makes a client for the notes that the settings of now name; it is not started yet. */
export function createConnection(context: vscode.ExtensionContext, log: vscode.LogOutputChannel): Connection {
  const module = context.asAbsolutePath('dist/server.cjs');
  const debugged = { execArgv: ['--nolazy', '--inspect=6009'] };
  const client = new PatientClient(
    'ecosystemNotes',
    'Ecosystem Notes',
    {
      run: { module, transport: TransportKind.stdio },
      debug: { module, transport: TransportKind.stdio, options: debuggable() ? debugged : {} },
    },
    clientOptions(context, log),
  );
  return {
    client,
    // A token that is left out must not travel as a second, empty parameter.
    request: (method, params, token) =>
      token === undefined ? client.sendRequest(method, params) : client.sendRequest(method, params, token),
    onNotification: (method, listener) => client.onNotification(method, listener),
  };
}

function clientOptions(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    dataFolder: vscode.Uri.joinPath(context.extensionUri, 'data').toString(),
    clientCommands: Object.values(clientCommands),
    trusted: vscode.workspace.isTrusted,
    // Of this workspace alone; there is none where no folder is open.
    ...(context.storageUri === undefined ? {} : { storageFolder: context.storageUri.toString() }),
  };
  return {
    documentSelector: [
      ...noteLanguages().flatMap((language) => noteSchemes().map((scheme) => ({ scheme, language }))),
      ...FACT_FILES.map((pattern) => ({ scheme: 'file', language: 'yaml', pattern })),
    ],
    diagnosticCollectionName: 'ecosystem-notes',
    outputChannel: log,
    traceOutputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    connectionOptions: { maxRestartCount: MAX_RESTARTS },
    // Cards are made from data: only the commands named here can be run from them.
    markdown: { isTrusted: { enabledCommands: HOVER_COMMANDS }, supportHtml: false, supportThemeIcons: true },
    middleware: {
      provideCompletionItem: async (document, position, completion, token, next) =>
        reportingAcceptance(await next(document, position, completion, token)),
      workspace: {
        configuration: (params, token, next) => {
          if (params.items.some((item) => item.section !== SETTINGS_SECTION)) return next(params, token);
          return params.items.map(({ scopeUri }) =>
            explicitSettings(scopeUri === undefined ? undefined : vscode.Uri.parse(scopeUri)),
          );
        },
      },
    },
  };
}

type Completions = vscode.CompletionItem[] | vscode.CompletionList | null | undefined;

/** An accepted completion is a change like typing one; its command tells them apart. */
function reportingAcceptance(completions: Completions): Completions {
  if (completions === null || completions === undefined) return completions;
  for (const item of Array.isArray(completions) ? completions : completions.items) {
    item.command ??= { command: commandIds.completionAccepted, title: '' };
  }
  return completions;
}

/** Only a developer who asks for it gets an open debug port; two windows would fight over it. */
function debuggable(): boolean {
  return process.env.ECOSYSTEM_NOTES_DEBUG_SERVER === '1';
}
