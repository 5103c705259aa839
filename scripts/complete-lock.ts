/*
 * Completes package-lock.json after `npm install` against a registry that does not carry the builds of every platform:
 *
 *     node scripts/complete-lock.ts
 *
 * npm leaves out of the lock file what it could not fetch, and `npm ci` then refuses the lock file, everywhere. A build for
 * another platform is only ever named there, never fetched, so its name, version and platform are enough.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface Entry {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const OPERATING_SYSTEMS = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const PROCESSORS = [
  'arm',
  'arm64',
  'ia32',
  'loong64',
  'mips64el',
  'ppc64',
  'riscv64',
  's390x',
  'wasm32',
  'x64',
];

const file = path.resolve(import.meta.dirname, '../package-lock.json');
const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync(file, 'utf8'));

const added: string[] = [];
for (const { optionalDependencies = {} } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const place = `node_modules/${name}`;
    if (lock.packages[place] !== undefined || !/^\d/.test(version)) continue;
    lock.packages[place] = { version, dev: true, ...platformOf(name), optional: true } as Entry;
    added.push(`${name}@${version}`);
  }
}

const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`);
console.log(added.length === 0 ? 'nothing was missing' : added.join('\n'));

/** The platform as the names of such packages spell it: @scope/tool-linux-arm64-musl. */
function platformOf(name: string): { os?: string[]; cpu?: string[]; libc?: string[] } {
  const words = name.split(/[/-]/);
  const os = words.filter((word) => OPERATING_SYSTEMS.includes(word));
  const cpu = words
    .map((word) => (word === 'armv7' || word.startsWith('arm-') ? 'arm' : word))
    .filter((word) => PROCESSORS.includes(word));
  if (os.length === 0 && !cpu.includes('wasm32')) throw new Error(`the name ${name} tells no platform`);
  const libc = words.includes('musl') ? ['musl'] : /gnu/.test(name) ? ['glibc'] : [];
  return {
    ...(os.length > 0 ? { os } : {}),
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(libc.length > 0 ? { libc } : {}),
  };
}
