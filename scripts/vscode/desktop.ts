import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

export interface DesktopVsCode {
  /** The `code` command, which opens a window and returns. */
  readonly cli: string;
  /** The program itself, which stays until its window closes; tests start this one. */
  readonly executable: string;
}

/** Finds the desktop VS Code whose `code` command is on the path; undefined when there is none or nothing to show it on. */
export function findDesktopVsCode(): DesktopVsCode | undefined {
  if (!hasDisplay()) return undefined;
  const finder = process.platform === 'win32' ? 'where' : 'which';
  const { status, stdout } = spawnSync(finder, ['code'], { encoding: 'utf8' });
  const cli = stdout?.split(/\r?\n/)[0]?.trim() ?? '';
  if (status !== 0 || cli === '') return undefined;
  // The command stands in <installation>/bin, on macOS in <bundle>/Contents/Resources/app/bin.
  const bin = path.dirname(realpathSync(cli));
  const executable = ['../code', '../Code.exe', '../../../MacOS/Electron', '../../../MacOS/Code']
    .map((relative) => path.resolve(bin, relative))
    .find((file) => existsSync(file));
  return executable === undefined ? undefined : { cli, executable };
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}
