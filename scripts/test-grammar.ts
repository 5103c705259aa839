import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { installVsCodeServer } from './vscode/install.ts';

/** The grammars of VS Code into which ours are injected, as VS Code itself ships them. */
const HOST_GRAMMARS = [
  'markdown-basics/syntaxes/markdown.tmLanguage.json',
  'html/syntaxes/html.tmLanguage.json',
  'html/syntaxes/html-derivative.tmLanguage.json',
  'yaml/syntaxes/yaml.tmLanguage.json',
];

const root = path.resolve(import.meta.dirname, '..');
const extensions = path.join(installVsCodeServer(root, console.log), 'extensions');

const args = HOST_GRAMMARS.flatMap((grammar) => ['--grammar', path.join(extensions, grammar)]);
const result = spawnSync('vscode-tmgrammar-test', [...args, 'test/syntaxes/*.tmtest'], {
  cwd: root,
  encoding: 'utf8',
});
if (result.error) throw result.error;

// Grammars of languages inside fenced blocks are not at hand, and not needed.
const said = `${result.stdout}${result.stderr}`
  .split('\n')
  .filter((line) => !line.startsWith('grammar not found'));
console.log(said.join('\n').trim());

const passed = said.filter((line) => line.startsWith('✓')).length;
const failed = said.filter((line) => line.startsWith('✖')).length;
console.log(`grammar: ${passed} passed, ${failed} failed`);
process.exitCode = result.status === 0 && passed > 0 ? 0 : 1;
