import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';
import { installVsCodeServer } from './install.ts';
import type { DisplayLanguage } from './language.ts';
import { startVsCodeServer, type VsCodeServer } from './server.ts';

const OPEN_TIMEOUT_MS = 90_000;

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Keeps the hosted editor quiet: no welcome pages, no network of its own, no surprises in screenshots. */
const QUIET_SETTINGS = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'files.autoSave': 'off',
  'window.commandCenter': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

export interface HostOptions {
  /** The repository root: the cache, the results folder and the extension stand below it. */
  readonly root: string;
  /** The folder of the extension under development; or a package of it, which is installed. */
  readonly extensionPath: string | { readonly vsix: string };
  /** A folder, or a `.code-workspace` file that names several. */
  readonly folder: string;
  readonly language?: DisplayLanguage;
  readonly asksForTrust?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly port?: number;
  /** Progress in words. */
  readonly log: (line: string) => void;
}

export interface WorkbenchOptions {
  /** A CommonJS module that exports `run()`, run inside the extension host. */
  readonly testsPath?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Receives what the workbench and the extension tests write to the console. */
  readonly onConsole?: (line: string) => void;
}

export interface Workbench {
  readonly page: Page;
  /** Settles when the extension tests end, with their exit code. */
  readonly exit: Promise<number>;
  readonly close: () => Promise<void>;
}

export interface BrowserHost {
  readonly server: VsCodeServer;
  /** The address at which a person can open the workbench with the extension. */
  readonly address: string;
  readonly open: (options?: WorkbenchOptions) => Promise<Workbench>;
  readonly screenshot: (page: Page, name: string) => Promise<string>;
  readonly dispose: () => Promise<void>;
}

/**
 * Starts a VS Code whose workbench runs in a browser and whose extension host runs in Node.
 * @throws when the server build cannot be installed or does not start.
 */
export async function startBrowserHost(options: HostOptions): Promise<BrowserHost> {
  const build = installVsCodeServer(options.root, options.log);
  const settings = { ...QUIET_SETTINGS, ...options.settings };
  const server = await startVsCodeServer({
    build,
    settings,
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.language === undefined ? {} : { language: options.language }),
    ...(options.asksForTrust === undefined ? {} : { asksForTrust: options.asksForTrust }),
    ...(typeof options.extensionPath === 'string' ? {} : { vsix: options.extensionPath.vsix }),
  });
  let browser: Browser | undefined;

  const screenshot = async (page: Page, name: string) => {
    const file = path.join(options.root, 'test-results', `${name}.png`);
    mkdirSync(path.dirname(file), { recursive: true });
    await page.screenshot({ path: file });
    return file;
  };

  const open = async (workbench: WorkbenchOptions = {}) => {
    browser ??= await chromium.launch({ executablePath: findChromium(options.log), args: CHROMIUM_FLAGS });
    const page = await newPage(browser, workbench);
    try {
      return await openWorkbench(page, server, addressOf(server, options, workbench.testsPath), workbench);
    } catch (error) {
      options.log(`screenshot: ${await screenshot(page, 'workbench-did-not-open')}`);
      throw error;
    }
  };

  const dispose = async () => {
    await browser?.close();
    await server.dispose();
  };
  return { server, address: addressOf(server, options), open, screenshot, dispose };
}

function addressOf(server: VsCodeServer, options: HostOptions, testsPath?: string): string {
  const payload = [['skipWelcome', 'true']];
  if (typeof options.extensionPath === 'string')
    payload.push(['extensionDevelopmentPath', remoteUri(options.extensionPath)]);
  if (testsPath !== undefined) payload.push(['extensionTestsPath', remoteUri(testsPath)]);
  const query = new URLSearchParams({
    [options.folder.endsWith('.code-workspace') ? 'workspace' : 'folder']: path.resolve(options.folder),
    payload: JSON.stringify(payload),
  });
  return `${server.origin}/?${query}`;
}

/** The authority is the word `remote`, whatever the port. */
function remoteUri(file: string): string {
  return `vscode-remote://remote${path.resolve(file)}`;
}

async function newPage(browser: Browser, options: WorkbenchOptions): Promise<Page> {
  const context = await browser.newContext({ viewport: options.viewport ?? { width: 1280, height: 800 } });
  return context.newPage();
}

async function openWorkbench(
  page: Page,
  server: VsCodeServer,
  address: string,
  options: WorkbenchOptions,
): Promise<Workbench> {
  let exited: (code: number) => void = () => undefined;
  const exit = new Promise<number>((resolve, reject) => {
    exited = resolve;
    page.once('crash', () => reject(new Error('The page of the workbench crashed.')));
  });
  // Who runs no tests never awaits the exit code.
  exit.catch(() => undefined);
  await page.exposeFunction('codeAutomationExit', (code: number) => exited(code));
  await page.exposeFunction('codeAutomationLog', (_type: string, args: readonly unknown[]) =>
    options.onConsole?.(args.map(String).join(' ')),
  );
  await page.goto(address, { timeout: OPEN_TIMEOUT_MS });
  await page.waitForSelector('.monaco-workbench', { timeout: OPEN_TIMEOUT_MS }).catch((error: unknown) => {
    throw new Error(`The workbench did not open at ${address}:\n${server.output()}`, { cause: error });
  });
  return { page, exit, close: () => page.context().close() };
}
