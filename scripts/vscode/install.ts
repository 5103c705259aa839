import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The npm package that carries a whole VS Code server build, and the version that the tests are known to pass on. */
const PACKAGE = 'code-server';
const VERSION = '4.139.1';

/**
 * Makes sure that the browser-hosted VS Code is in the project's cache; installs it with npm when it is not.
 * @returns the folder that holds `out/server-main.js`.
 * @throws when npm fails; a half-made installation is never left behind.
 */
export function installVsCodeServer(root: string, log: (line: string) => void): string {
  const home = path.join(root, '.cache', PACKAGE, VERSION);
  const installed = serverFolder(home);
  if (existsSync(installed)) return installed;

  log(`installing ${PACKAGE} ${VERSION} into ${path.relative(root, home)} (once, about 30 s)`);
  const partial = `${home}.partial-${process.pid}`;
  try {
    mkdirSync(partial, { recursive: true });
    writeFileSync(path.join(partial, 'package.json'), '{ "private": true }\n');
    npmInstall(partial, [`${PACKAGE}@${VERSION}`]);
    npmInstall(serverFolder(partial), []);
    publish(partial, home);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return installed;
}

/** Two runs may install at once; the rename is atomic, so the first wins and the second uses what it finds. */
function publish(partial: string, home: string): void {
  try {
    renameSync(partial, home);
  } catch (error) {
    if (!existsSync(serverFolder(home))) throw error;
  }
}

function serverFolder(home: string): string {
  return path.join(home, 'node_modules', PACKAGE, 'lib', 'vscode');
}

/** Install scripts stay off: they would compile for minutes, and what they build is not used here. */
function npmInstall(folder: string, packages: readonly string[]): void {
  const args = ['install', ...packages, '--prefix', folder];
  args.push(
    '--omit=dev',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--engine-strict=false',
    '--loglevel=error',
  );
  const result = spawnSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (result.status === 0) return;
  const why = result.error?.message ?? `${result.stdout}\n${result.stderr}`.trim();
  throw new Error(`npm ${args.slice(0, 2).join(' ')} failed in ${folder}:\n${why}`);
}
