import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A program that reads the same texts as ours; `check` gives how many things it found. */
export interface Peer {
  readonly name: string;
  /** What a run of it was asked to do. */
  readonly task: string;
  /** Larger texts are not given to it: they would take minutes. */
  readonly mostBytes: number;
  readonly load: () => Promise<(text: string) => number | Promise<number>>;
  /** Arguments of its command for one file, behind the path of its script; null when it has none. */
  readonly command: ((file: string) => readonly string[]) | null;
}

const HOME = join(import.meta.dirname, '../peers');
const bring = createRequire(join(HOME, 'package.json'));

export function isInstalled(peer: Peer): boolean {
  return existsSync(join(HOME, 'node_modules', peer.name, 'package.json'));
}

/** Version of an installed package of `bench/peers`. */
export function versionOf(name: string): string {
  const manifest = join(HOME, 'node_modules', name, 'package.json');
  return existsSync(manifest) ? String(bring(manifest).version) : 'not installed';
}

/** Folder that peers' commands are run in: there they find their rules. */
export const PEERS_HOME = HOME;

const load = (path: string) => import(pathToFileURL(join(HOME, 'node_modules', path)).href);
const script = (path: string) => join(HOME, 'node_modules', path);

export const PEERS: readonly Peer[] = [
  {
    name: 'autocorrect-node',
    task: 'spaces and punctuation of Chinese',
    mostBytes: 10e6,
    async load() {
      const { lintFor } = bring('autocorrect-node');
      return (text) => lintFor(text, 'note.md').lines.length;
    },
    command: (file) => [script('autocorrect-node/cli.js'), '--lint', file],
  },
  {
    name: 'markdown-it',
    task: 'parse only',
    mostBytes: 10e6,
    async load() {
      const { default: MarkdownIt } = await load('markdown-it/dist/markdown-it.mjs');
      const parser = new MarkdownIt();
      return (text) => parser.parse(text, {}).length;
    },
    command: null,
  },
  {
    name: 'markdownlint',
    task: 'default rules',
    mostBytes: 1e6,
    async load() {
      const { lint } = await load('markdownlint/lib/exports-sync.mjs');
      return (text) => lint({ strings: { note: text } }).note.length;
    },
    command: null,
  },
  {
    name: 'cspell-lib',
    task: 'spelling of English, default dictionaries',
    mostBytes: 1e6,
    async load() {
      const { spellCheckDocument } = await load('cspell-lib/dist/lib/index.js');
      const options = { generateSuggestions: false, noConfigSearch: true };
      return async (text) => {
        const document = { uri: 'file:///note.md', text, languageId: 'markdown', locale: 'en' };
        return (await spellCheckDocument(document, options, {})).issues.length;
      };
    },
    command: (file) => [script('cspell/bin.mjs'), 'lint', '--no-progress', '--no-config-search', file],
  },
  {
    name: 'zhlint',
    task: 'default rules for Chinese',
    mostBytes: 1e6,
    async load() {
      const { run } = await load('zhlint/lib/index.js');
      return (text) => run(text, { rules: { preset: 'default' } }).validations.length;
    },
    // It takes no absolute path.
    command: null,
  },
  {
    name: 'textlint',
    task: 'terminology and spacing rules',
    mostBytes: 1e5,
    async load() {
      const { createLinter, loadTextlintrc } = bring('textlint');
      // Its rules are looked for from the working folder.
      const descriptor = await loadTextlintrc({ configFilePath: join(HOME, 'textlintrc.json') });
      const linter = createLinter({ descriptor });
      return async (text) => (await linter.lintText(text, 'note.md')).messages.length;
    },
    command: (file) => [script('textlint/bin/textlint.js'), '--config', 'textlintrc.json', file],
  },
  {
    name: 'harper.js',
    task: 'grammar of English',
    mostBytes: 1e5,
    async load() {
      const { LocalLinter } = await load('harper.js/dist/index.js');
      const { binary } = await load('harper.js/dist/binary.js');
      const linter = new LocalLinter({ binary });
      return async (text) => (await linter.lint(text, { language: 'markdown' })).length;
    },
    command: null,
  },
];
