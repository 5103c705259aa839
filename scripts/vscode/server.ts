import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type DisplayLanguage, writeLanguagePack } from './language.ts';

const START_TIMEOUT_MS = 60_000;

export interface ServerOptions {
  /** The folder of the VS Code server build, see `installVsCodeServer`. */
  readonly build: string;
  /** User settings of the hosted editor. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** A free one when left out. */
  readonly port?: number;
  /** A package that is installed before the start, as a person would. */
  readonly vsix?: string;
  /** The display language; that of the build when left out. */
  readonly language?: DisplayLanguage;
  /** Whether VS Code asks if the folder is trusted, and restricts what is not; it trusts every folder when left out. */
  readonly asksForTrust?: boolean;
}

export interface VsCodeServer {
  readonly origin: string;
  /** What the server process printed so far, for error messages. */
  readonly output: () => string;
  readonly dispose: () => Promise<void>;
}

/**
 * Starts the VS Code server on a free local port, with data folders of its own that vanish with it.
 * @throws when it does not answer within a minute, with what it printed.
 */
export async function startVsCodeServer(options: ServerOptions): Promise<VsCodeServer> {
  const data = mkdtempSync(path.join(tmpdir(), 'ecosystem-notes-vscode-'));
  const user = path.join(data, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(path.join(user, 'settings.json'), JSON.stringify(options.settings, null, 2));

  if (options.language !== undefined) writeLanguagePack(path.join(data, 'data'), options.language);

  const main = path.join(options.build, 'out', 'server-main.js');
  if (options.vsix !== undefined) installPackage(main, data, options.vsix);
  const port = options.port ?? (await freePort());
  const args = [
    main,
    ...['--host', '127.0.0.1', '--port', String(port), '--server-data-dir', data, '--telemetry-level', 'off'],
    '--without-connection-token',
    '--accept-server-license-terms',
    ...(options.asksForTrust === true ? [] : ['--disable-workspace-trust']),
    ...(options.language === undefined ? [] : ['--locale', options.language.id]),
    // Without the smoke-test driver the workbench ignores extension-development parameters.
    '--enable-smoke-test-driver',
  ];
  // A process group of its own: the server starts extension hosts, which must end with it.
  const child = spawn(process.execPath, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => lines.push(chunk.toString()));

  const end = () => endGroup(child, 'SIGKILL');
  process.once('exit', end);
  const dispose = async () => {
    process.off('exit', end);
    await stop(child);
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const server: VsCodeServer = {
    origin: `http://127.0.0.1:${port}`,
    output: () => lines.join(''),
    dispose,
  };
  try {
    await answers(server, child);
  } catch (error) {
    await dispose();
    throw error;
  }
  return server;
}

/** @throws with what the server printed when it refuses the package. */
function installPackage(main: string, data: string, vsix: string): void {
  const args = [
    main,
    '--accept-server-license-terms',
    '--server-data-dir',
    data,
    '--install-extension',
    vsix,
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0 || !/successfully installed/.test(stdout))
    throw new Error(`VS Code did not install ${vsix}:\n${stdout}\n${stderr}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function answers(server: VsCodeServer, child: ChildProcess): Promise<void> {
  const until = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < until) {
    if (child.exitCode !== null) {
      throw new Error(`The VS Code server ended with code ${child.exitCode}:\n${server.output()}`);
    }
    const ok = await fetch(`${server.origin}/version`).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(
    `The VS Code server did not answer within ${START_TIMEOUT_MS / 1000} s:\n${server.output()}`,
  );
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  endGroup(child, 'SIGTERM');
  const timer = setTimeout(() => endGroup(child, 'SIGKILL'), 3_000);
  await ended;
  clearTimeout(timer);
}

function endGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // It has already ended.
  }
}
