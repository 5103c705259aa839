// Makes one bundle per entry. Options: --watch (rebuild on change), --production (minified, without source maps).
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';

const root = path.dirname(fileURLToPath(import.meta.url));
const watching = process.argv.includes('--watch');
const production = process.argv.includes('--production');

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minify: production,
  sourcemap: !production,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

// A CommonJS file has no import.meta; sources may use it all the same, so that they also run unbundled.
const commonJs = {
  ...shared,
  format: 'cjs',
  define: { 'import.meta.url': 'importMetaUrl' },
  banner: { js: "const importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
};

// CommonJS packages bundled into an ES module go on asking for Node's own modules with require.
const esModule = {
  ...shared,
  format: 'esm',
  banner: {
    js: "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);",
  },
};

/**
 * Half of what a program would read at its start is a dictionary that most never ask for: it is a file of its own, which both
 * programs load when they need it.
 */
const DICTIONARY = { package: 'pinyin-pro', exports: '{ pinyin }', file: 'pinyin.cjs' };

const dictionaryApart = {
  name: 'dictionary apart',
  setup: (build) =>
    build.onResolve({ filter: new RegExp(`^${DICTIONARY.package}$`) }, () => ({
      path: `./${DICTIONARY.file}`,
      external: true,
    })),
};

const shebang = '#!/usr/bin/env node\n';

const bundles = [
  {
    entry: 'src/extension/extension.ts',
    out: 'dist/extension.cjs',
    options: { ...commonJs, external: ['vscode'] },
  },
  {
    entry: 'src/server/main.ts',
    out: 'dist/server.cjs',
    options: { ...commonJs, plugins: [dictionaryApart] },
  },
  {
    entry: 'src/cli/main.ts',
    out: 'dist/cli.cjs',
    options: { ...commonJs, plugins: [dictionaryApart] },
    executable: true,
  },
  {
    contents: `export ${DICTIONARY.exports} from '${DICTIONARY.package}';`,
    out: `dist/${DICTIONARY.file}`,
    options: commonJs,
  },
  { entry: 'src/index.ts', out: 'dist/index.mjs', options: esModule },
  { entry: 'src/index.ts', out: 'dist/index.cjs', options: commonJs },
  {
    entry: 'test/vscode/suite/index.ts',
    out: 'dist/test/vscode-suite.cjs',
    options: { ...commonJs, external: ['vscode'] },
    developmentOnly: true,
  },
];

compileData();

const wanted = bundles.filter((bundle) => {
  if (production && bundle.developmentOnly) return false;
  if (bundle.contents || existsSync(path.join(root, bundle.entry))) return true;
  console.log(`skipped ${bundle.out}: ${bundle.entry} does not exist`);
  return false;
});

if (watching) {
  const contexts = await Promise.all(wanted.map((bundle) => esbuild.context(optionsOf(bundle))));
  await Promise.all(contexts.map((context) => context.watch()));
  watchData();
  console.log('watching for changes; Ctrl+C ends');
} else {
  const outcomes = await Promise.allSettled(wanted.map((bundle) => esbuild.build(optionsOf(bundle))));
  if (outcomes.some((outcome) => outcome.status === 'rejected')) process.exit(1);
}

function optionsOf(bundle) {
  return {
    ...bundle.options,
    ...(bundle.contents
      ? { stdin: { contents: bundle.contents, resolveDir: root } }
      : { entryPoints: [bundle.entry] }),
    outfile: bundle.out,
    ...(bundle.executable ? { banner: { js: bannerWithShebang(bundle) } } : {}),
    plugins: [
      ...(bundle.options.plugins ?? []),
      { name: 'record', setup: (build) => build.onEnd((result) => record(bundle, result)) },
    ],
  };
}

function bannerWithShebang(bundle) {
  const banner = bundle.options.banner.js;
  // esbuild carries a shebang of the entry over by itself, above the banner.
  return readFileSync(path.join(root, bundle.entry), 'utf8').startsWith('#!') ? banner : shebang + banner;
}

/** Keeps the metafile: the import graph, the size check and the third-party notices read it. */
function record(bundle, result) {
  if (result.errors.length > 0 || !result.metafile) return;
  const meta = path.join(root, 'dist/meta', `${path.basename(bundle.out)}.json`);
  mkdirSync(path.dirname(meta), { recursive: true });
  writeFileSync(meta, JSON.stringify(result.metafile));
  if (bundle.executable) chmodSync(path.join(root, bundle.out), 0o755);
  const size = result.metafile.outputs[bundle.out]?.bytes ?? 0;
  console.log(`built ${bundle.out} (${Math.ceil(size / 1024)} kB)`);
}

/** Compiles data/ into dist/fact-base.json; the script is TypeScript, so it needs the Node of the project. */
function compileData() {
  const script = 'scripts/compile-data.ts';
  if (!existsSync(path.join(root, script))) {
    console.log(`skipped dist/fact-base.json: ${script} does not exist`);
    return;
  }
  const pinned = path.join(root, 'node_modules/.bin/node');
  const node = existsSync(pinned) ? pinned : process.execPath;
  const { status } = spawnSync(node, [script], { cwd: root, stdio: 'inherit' });
  if (status !== 0 && !watching) process.exit(status ?? 1);
}

function watchData() {
  let timer;
  watch(path.join(root, 'data'), { recursive: true }, (_event, file) => {
    // The compiler itself writes the generated schemas below data/.
    if (file?.startsWith('schema')) return;
    clearTimeout(timer);
    timer = setTimeout(compileData, 200);
  });
}
