import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startBrowserHost } from './vscode/browser-host.ts';
import { findDesktopVsCode } from './vscode/desktop.ts';

const USAGE = `npm start [-- --port NUMBER] [-- --browser] [-- FOLDER]

Builds everything, prints the check of the sample notes, then opens them in VS Code with the extension:
in the desktop VS Code when its command \`code\` is installed, else in one whose window is a browser tab.`;

const root = path.resolve(import.meta.dirname, '..');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string' },
    browser: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(USAGE);
} else {
  await start(path.resolve(positionals[0] ?? path.join(root, 'samples'))).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}

async function start(folder: string): Promise<void> {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  run('Building', 'esbuild.mjs', []);
  run(`Checking ${path.relative(root, folder)}`, 'dist/cli.cjs', ['check', folder, '--fail-on', 'never']);

  const desktop = values.browser ? undefined : findDesktopVsCode();
  if (desktop !== undefined) {
    console.log(`\nOpening ${folder} in the desktop VS Code.`);
    spawnSync(desktop.cli, ['--extensionDevelopmentPath', root, folder], { stdio: 'inherit' });
    return;
  }
  await serve(folder);
}

function run(title: string, script: string, args: readonly string[]): void {
  console.log(`\n${title} …`);
  const { status } = spawnSync(process.execPath, [path.join(root, script), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error(`${script} failed with status ${status}.`);
}

async function serve(folder: string): Promise<void> {
  const port = values.port === undefined ? {} : { port: Number(values.port) };
  const host = await startBrowserHost({ root, extensionPath: root, folder, log: console.log, ...port }).catch(
    (error: unknown) => {
      console.log(`\nNo VS Code can be shown here: \`code\` is not on the path, and the browser-hosted one did not start.
${error instanceof Error ? error.message : error}
The check above is what the command line says; \`node dist/cli.cjs check FOLDER\` repeats it.`);
      return undefined;
    },
  );
  if (host === undefined) return;
  console.log(`\nVS Code with the extension is open at\n\n  ${host.address}\n\nCtrl+C ends it.`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
  await host.dispose();
}
