import * as vscode from 'vscode';

export const SETTINGS_SECTION = 'ecosystemNotes';

/** Every setting that the server reads, by its key below the section. */
const SERVER_KEYS = [
  'language',
  'run',
  'severity',
  'facts',
  'include',
  'exclude',
  'index',
  'inlayHints.enabled',
  'codeLens.enabled',
];

/**
 * What the person has set, and nothing else: a default that was sent as if it were set would win over the
 * `.ecosystem-notes.yaml` of the workspace.
 */
export function explicitSettings(scope: vscode.Uri | undefined): Record<string, unknown> {
  const configuration = vscode.workspace.getConfiguration(SETTINGS_SECTION, scope ?? null);
  const settings: Record<string, unknown> = {};
  for (const key of SERVER_KEYS) {
    const value = explicitValue(configuration.inspect(key));
    if (value !== undefined) assign(settings, key.split('.'), value);
  }
  return settings;
}

type Inspection = ReturnType<vscode.WorkspaceConfiguration['inspect']>;

function explicitValue(inspection: Inspection): unknown {
  if (inspection === undefined) return undefined;
  const { globalValue, workspaceValue, workspaceFolderValue } = inspection;
  const levels = [globalValue, workspaceValue, workspaceFolderValue].filter((value) => value !== undefined);
  // An object is set key by key, so a nearer level adds to a farther one.
  if (levels.length > 0 && levels.every(isRecord)) return Object.assign({}, ...levels);
  return levels.at(-1);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function assign(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [head = '', ...rest] = path;
  if (rest.length === 0) {
    target[head] = value;
    return;
  }
  const inner = isRecord(target[head]) ? target[head] : {};
  target[head] = inner;
  assign(inner, rest, value);
}
