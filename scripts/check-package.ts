import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';

const LIMIT_BYTES = 2 * 1024 * 1024;

/** What the extension cannot run without. */
const NEEDED = [
  'package.json',
  'package.nls.json',
  'package.nls.zh-cn.json',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'dist/extension.cjs',
  'dist/server.cjs',
  'dist/pinyin.cjs',
  'dist/fact-base.json',
  'l10n/bundle.l10n.zh-cn.json',
  'syntaxes/notes.injection.tmLanguage.json',
  'media/icon.png',
  'media/preview.css',
  'media/screenshot-diagnostic.png',
  'media/walkthrough/check.webp',
  'media/walkthrough/check.zh-cn.webp',
  'docs/rules/figure.contradicted.md',
];

/** What only the repository needs. */
const UNWANTED = /^(node_modules|src|test|scripts|bench|samples|docs\/(?!rules\/)|\.)|\.(ts|map|tmtest)$/;

const root = path.resolve(import.meta.dirname, '..');
// Kept for the test that installs it.
const results = path.join(root, 'test-results');
mkdirSync(results, { recursive: true });
const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
const missing = NEEDED.filter((file) => !files.includes(file));
const unwanted = files.filter((file) => UNWANTED.test(file));
// Packaging builds for production first, so it comes last in the tests.
const packagePath = path.join(results, 'ecosystem-notes.vsix');
// The README links to pages of the repository, which has no address of its own yet.
await createVSIX({ cwd: root, dependencies: false, packagePath, rewriteRelativeLinks: false });
const { size } = statSync(packagePath);

for (const file of files) console.log(`  ${file}`);
console.log(`${files.length} files, ${Math.ceil(size / 1024)} kB`);
const complaints = [
  ...missing.map((file) => `the package lacks ${file}`),
  ...unwanted.map((file) => `the package holds ${file}, which only the repository needs`),
  ...(size > LIMIT_BYTES ? [`the package is larger than ${LIMIT_BYTES / 1024 / 1024} MB`] : []),
];
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length === 0 ? 0 : 1;
