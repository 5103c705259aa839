import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startBrowserHost } from './browser-host.ts';

const TESTS_TIMEOUT_MS = 5 * 60_000;

const root = path.resolve(import.meta.dirname, '../..');

// Flags of the desktop build that mean nothing here (--no-sandbox, --disable-updates, …) are passed over.
const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
  },
});

try {
  process.exitCode = await runTests();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function runTests(): Promise<number> {
  const extensionPath = required('extensionDevelopmentPath');
  const testsPath = required('extensionTestsPath');
  const folder = positionals[0] ?? root;
  const host = await startBrowserHost({
    root,
    extensionPath,
    folder,
    settings: userSettings(),
    log: console.log,
  });
  const stop = () => void host.dispose().then(() => process.exit(1));
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  try {
    const { page, exit } = await host.open({ testsPath, onConsole: consoleFilter() });
    const code = await Promise.race([exit, late()]);
    if (code !== 0) console.log(`screenshot: ${await host.screenshot(page, 'suite-failed')}`);
    return code;
  } finally {
    await host.dispose();
  }
}

/** Shows what the suite says; all else that the workbench writes goes into a file. */
function consoleFilter(): (text: string) => void {
  const file = path.join(root, 'test-results', 'vscode-console.log');
  mkdirSync(path.dirname(file), { recursive: true });
  rmSync(file, { force: true });
  return (text) => {
    if (/^(ok|not ok|#|vscode:)/.test(text)) console.log(text);
    appendFileSync(file, `${text}\n`);
  };
}

function late(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(
      () => reject(new Error(`The extension tests did not end within ${TESTS_TIMEOUT_MS / 60_000} minutes.`)),
      TESTS_TIMEOUT_MS,
    ).unref();
  });
}

function required(name: 'extensionDevelopmentPath' | 'extensionTestsPath'): string {
  const value = values[name];
  if (typeof value === 'string') return value;
  throw new Error(`This launcher runs extension tests only; --${name}= is missing.`);
}

/** The settings that a desktop build would read from the same argument. */
function userSettings(): Record<string, unknown> {
  const folder = values['user-data-dir'];
  if (typeof folder !== 'string') return {};
  const file = path.join(folder, 'User', 'settings.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}
