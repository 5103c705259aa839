import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const WELL_KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const DEBIAN_PACKAGES = ['chromium', 'fonts-noto-cjk'];

/**
 * Finds a Chromium; on Debian, as root, installs one together with a font for Chinese.
 * `CHROMIUM_EXECUTABLE` names one that stands elsewhere.
 * @throws with what to do, when there is none and none can be installed.
 */
export function findChromium(log: (line: string) => void): string {
  const found = existing();
  if (found !== undefined && (!canUseApt() || hasChineseFont())) return found;

  if (canUseApt()) {
    log(`installing ${DEBIAN_PACKAGES.join(' and ')} with apt-get (once)`);
    aptInstall(log);
  }
  const chromium = existing();
  if (chromium !== undefined) return chromium;
  throw new Error(
    'No Chromium was found. Install one (Debian: apt-get install chromium fonts-noto-cjk) or name it in CHROMIUM_EXECUTABLE.',
  );
}

function existing(): string | undefined {
  const named = process.env.CHROMIUM_EXECUTABLE;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_EXECUTABLE names a file that does not exist: ${named}`);
  }
  return WELL_KNOWN.find((path) => existsSync(path));
}

function canUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function hasChineseFont(): boolean {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

function aptInstall(log: (line: string) => void): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = spawnSync('apt-get', ['update', '-qq'], { env, encoding: 'utf8' });
  if (update.status !== 0) log(`apt-get update failed: ${update.stderr.trim()}`);
  const args = ['install', '-y', '-qq', '--no-install-recommends', ...DEBIAN_PACKAGES];
  const install = spawnSync('apt-get', args, { env, encoding: 'utf8' });
  if (install.status !== 0) log(`apt-get install failed: ${install.stderr.trim()}`);
}
