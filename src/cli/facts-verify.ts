import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type FactProblem, problemText } from '../factbase/problem.ts';
import type { FactFile } from '../factbase/records.ts';
import { verifyFacts } from '../factbase/verify.ts';
import { bundledRoot, loadBundledBase } from '../server/disk/bundled.ts';
import { readFactFolder } from '../server/disk/fact-layers.ts';
import { readTextFile, systemReason } from '../server/disk/read-text.ts';
import { createReaders } from '../service/assemble.ts';
import { LineIndex } from '../text/lines.ts';
import type { Command } from './arguments.ts';
import { Failure } from './failure.ts';
import { makeColors } from './formats/colors.ts';
import { harmless } from './formats/excerpt.ts';
import type { Outcome, Terminal } from './output.ts';
import { chooseLanguage, type Surroundings } from './workspace.ts';

type VerifyOptions = Extract<Command, { readonly name: 'facts verify' }>;

/**
 * Proves the facts: files, references, figures read back, each fact in its digest and, with `--documents`, in the original.
 * Exit status 1 when something of severity error is wrong. Throws `Failure` when a folder cannot be read.
 */
export async function verify(
  options: VerifyOptions,
  around: Surroundings,
  terminal: Terminal,
): Promise<Outcome> {
  if (options.format !== 'pretty' && options.format !== 'json')
    throw new Failure('"facts verify" prints as pretty or json.');
  const readers = createReaders(loadBundledBase().tables);
  const own = join(bundledRoot(), 'data');
  if (!existsSync(own)) throw new Failure(`${own}: the files of the bundled facts are not there.`);
  const folders = [
    { name: 'bundled', shown: 'data', path: own },
    ...options.facts.map((name) => ({ name, shown: name, path: resolve(around.cwd, name) })),
  ];
  const layers = [];
  const unreadable: FactProblem[] = [];
  for (const { name, shown, path } of folders) {
    const read = await readFactFolder(path).catch((error: unknown) => {
      throw new Failure(`${shown}: ${systemReason(error)}`);
    });
    // What cannot be read as text is no file to the verifier, so its problem would be lost.
    unreadable.push(...read.problems.filter(({ key }) => key === 'encoding'));
    layers.push({
      name,
      files: read.files.map((file) => ({ ...file, path: file.path.replace(path, shown) })),
    });
  }
  const documents = await readDocuments(options, around.cwd);
  const report = verifyFacts({ layers, documents }, readers);
  const language = chooseLanguage(options.language, 'auto', around.environment);
  const files = new Map(
    [...layers.flatMap(({ files }) => files), ...documents].map((file) => [file.path, file]),
  );
  const listed = [...unreadable, ...report.problems, ...report.conflicts.map(({ problem }) => problem)].map(
    (problem) => ({ problem, ...problemText(problem, language), range: rangeOf(problem, files) }),
  );
  const { entities, metrics, facts, sources } = report.factBase;
  const counts = {
    entities: entities.length,
    metrics: metrics.length,
    facts: facts.length,
    sources: sources.length,
  };
  const errors = listed.filter(({ problem }) => problem.severity === 'error').length;
  const status = errors > 0 ? 1 : 0;
  if (options.format === 'json') {
    const problems = listed.map(
      ({ problem: { code, severity, file, start, end }, message, hint, range }) => ({
        code,
        severity,
        file,
        start,
        end,
        range,
        message,
        hint,
      }),
    );
    return { status, stdout: `${JSON.stringify({ version: 1, factBase: counts, problems }, null, 2)}\n` };
  }
  const colors = makeColors(terminal.color);
  const lines = listed.map(({ problem, message, hint, range }) => {
    const { line, character } = range.start;
    const where = `${problem.file}:${line + 1}:${character + 1}`;
    const severity = colors.severity(problem.severity, problem.severity);
    return `${harmless(where)}  ${severity}  ${harmless(`${message} ${hint}`)}  ${colors.dim(problem.code)}\n`;
  });
  const total = `${counts.facts} facts of ${counts.sources} sources, ${counts.entities} entities, ${counts.metrics} metrics: ${errors === 0 ? 'no errors' : `${errors} errors`}\n`;
  return { status, stdout: [...lines, total].join('') };
}

async function readDocuments({ documents }: VerifyOptions, cwd: string): Promise<readonly FactFile[]> {
  if (documents === null) return [];
  const folder = resolve(cwd, documents);
  const names = await readdir(folder).catch((error: unknown) => {
    throw new Failure(`${documents}: ${systemReason(error)}`);
  });
  const files: FactFile[] = [];
  for (const name of names.filter((candidate) => /^\d.*\.(?:md|txt)$/.test(candidate)).sort()) {
    const read = await readTextFile(join(folder, name));
    if ('problem' in read) throw new Failure(read.problem);
    files.push({ path: join(documents, name), text: read.text });
  }
  return files;
}

function rangeOf({ file, start, end }: FactProblem, files: ReadonlyMap<string, FactFile>) {
  const lines = new LineIndex(files.get(file)?.text ?? '');
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}
