import { resolve } from 'node:path';
import { readTextFile } from '../server/disk/read-text.ts';
import type { Command } from './arguments.ts';
import { Failure } from './failure.ts';
import { makeColors } from './formats/colors.ts';
import { excerpt, harmless } from './formats/excerpt.ts';
import type { Outcome, Terminal } from './output.ts';
import { openWorkspace, type Surroundings } from './workspace.ts';

type ExplainOptions = Extract<Command, { readonly name: 'explain' }>;

/** Says how each figure of one line was read and which facts decided. */
export async function explain(
  options: ExplainOptions,
  around: Surroundings,
  terminal: Terminal,
): Promise<Outcome> {
  if (options.format !== 'pretty' && options.format !== 'json')
    throw new Failure('"explain" prints as pretty or json.');
  const read = await readTextFile(resolve(around.cwd, options.file));
  if ('problem' in read)
    throw new Failure(read.problem.replace(resolve(around.cwd, options.file), options.file));
  const { service, knowledge, today, language } = await openWorkspace(options, around);
  const note = service.makeNote(options.file, knowledge.checker.analyze(read.text, { today }));
  const { lines } = note;
  if (options.line > lines.lineCount)
    throw new Failure(`${options.file}: has ${lines.lineCount} lines, none numbered ${options.line}.`);
  const range = { start: lines.lineStart(options.line - 1), end: lines.lineEnd(options.line - 1) };
  const figures = service.doExplain(note, range);
  if (options.format === 'json') {
    const shown = { version: 1, path: options.file, line: options.line, figures };
    return { status: 0, stdout: `${JSON.stringify(shown, null, 2)}\n` };
  }
  const colors = makeColors(terminal.color);
  const none = language === 'zh' ? '这一行没有读出数字。' : 'No figure was read in this line.';
  const blocks = figures.map((figure) => {
    const marked = excerpt(read.text, figure, Math.max(30, terminal.columns - 4));
    const width = Math.max(...figure.lines.map(({ label }) => label.length));
    return [
      `  ${marked.text}`,
      `  ${' '.repeat(marked.column)}${colors.bold('^'.repeat(marked.width))}`,
      ...figure.lines.map(({ label, text }) => `  ${colors.dim(label.padEnd(width))}  ${harmless(text)}`),
    ].join('\n');
  });
  const head = colors.bold(`${options.file}:${options.line}`);
  return { status: 0, stdout: `${[head, ...(blocks.length === 0 ? [`  ${none}`] : blocks)].join('\n\n')}\n` };
}
