import type { Connection } from 'vscode-languageserver';
import { word } from '../service/words.ts';
import { answering } from './answers.ts';
import { takeBaseline } from './baselines.ts';
import { recordFact } from './fact-recorder.ts';
import type { Host } from './host.ts';
import { requests, serverCommands } from './protocol.ts';
import type { Session } from './session.ts';
import type { Workspace } from './workspace.ts';

export interface WorkspaceChangeParts {
  readonly connection: Connection;
  readonly host: Host;
  readonly workspace: Workspace;
  readonly today: () => number;
  readonly reload: () => Promise<void>;
  readonly ready: () => Promise<Session | null>;
  readonly openText: (uri: string) => string | undefined;
}

/** What changes files of the workspace, all of it on demand: a fact is recorded, a baseline is taken. */
export function registerWorkspaceChanges(parts: WorkspaceChangeParts): void {
  const { connection, host, workspace, today, reload, ready, openText } = parts;
  const answer = answering({ connection, ready });

  answer(requests.recordFact, async (params, session) => {
    if (session === null) return { location: null, entity: null, problem: word('en', 'server.not-ready') };
    return recordFact(params, session, { host, workspace, today, reload });
  });

  connection.onExecuteCommand(async ({ command }) => {
    const session = await ready();
    if (command !== serverCommands.takeBaseline || session === null) return null;
    if (!workspace.trusted) {
      connection.window.showWarningMessage(word(session.language, 'server.not-trusted'));
      return null;
    }
    const taken = await takeBaseline({ host, folders: workspace.folders, session, openText, today });
    if ('problem' in taken) {
      connection.window.showErrorMessage(taken.problem);
      return null;
    }
    await reload();
    const counts = { notes: String(taken.notes), findings: String(taken.findings) };
    connection.window.showInformationMessage(word(session.language, 'baseline.taken', counts));
    return null;
  });
}
