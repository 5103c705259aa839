import type { Severity } from '../check/finding.ts';
import { NotesIndex } from '../check/notes-disagree.ts';
import { packageVersion } from '../server/disk/version.ts';
import type { BaselineOf } from '../service/baseline.ts';
import type { Note } from '../service/note.ts';
import { word } from '../service/words.ts';
import type { CheckOptions, FailOn } from './arguments.ts';
import { openBaseline } from './baseline.ts';
import { Failure } from './failure.ts';
import { type NoteFile, readNotes, readStandardInput } from './files.ts';
import type { Outcome, Terminal } from './output.ts';
import type { CheckReport, DocumentReport } from './report.ts';
import { openWorkspace, type Surroundings, type Workspace } from './workspace.ts';

/** Checks notes. Throws `Failure` when the run itself fails; nothing is written before all of it is done. */
export async function check(
  options: CheckOptions,
  around: Surroundings,
  terminal: Terminal,
): Promise<Outcome> {
  const baseline = await openBaseline(options, around.cwd);
  // What is about to become the baseline is not held against the old one.
  const known: BaselineOf = options.updateBaseline ? () => [] : (path) => baseline.of(path);
  const together = new NotesIndex();
  const across = (path: string) => together.findings(path);
  const workspace = await openWorkspace(options, around, { baseline: known, across });
  const notes = await notesOf(options, workspace, around, terminal);
  const checked = notes.map(({ path, text }) => {
    const analysis = workspace.knowledge.checker.analyze(text, { today: workspace.today });
    together.update(path, analysis);
    return { path, note: workspace.service.makeNote(path, analysis) };
  });
  if (options.updateBaseline) {
    const entries = checked.map(({ path, note }) => [path, workspace.service.takeBaseline(note)] as const);
    await baseline.update(new Map(entries));
    const counts = {
      notes: String(entries.filter(([, found]) => found.length > 0).length),
      findings: String(entries.reduce((sum, [, found]) => sum + found.length, 0)),
    };
    return { status: 0, stdout: `${word(workspace.language, 'baseline.taken', counts)}\n` };
  }
  const report = reportOn(checked, workspace, options);
  return {
    status: fails(report, options.failOn) ? 1 : 0,
    stdout: await print(report, options, workspace, terminal),
  };
}

async function notesOf(
  options: CheckOptions,
  workspace: Workspace,
  around: Surroundings,
  terminal: Terminal,
): Promise<readonly NoteFile[]> {
  const { paths, stdinPath } = options;
  const reads = paths.includes('-');
  if (stdinPath !== null && !reads) throw new Failure('"--stdin-path" needs "-" among the paths.');
  const named = paths.filter((path) => path !== '-');
  const input = reads ? [await readStandardInput(terminal.input, stdinPath ?? 'stdin.md')] : [];
  if (reads && named.length === 0) return input;
  const { root, include, exclude } = workspace;
  return [...input, ...(await readNotes(named, { cwd: around.cwd, root, include, exclude }))];
}

interface CheckedFile {
  readonly path: string;
  readonly note: Note;
}

function reportOn(
  checked: readonly CheckedFile[],
  { service, knowledge, language }: Workspace,
  options: CheckOptions,
): CheckReport {
  const documents = checked.map(({ path, note }): DocumentReport => {
    const { partial } = note.analysis;
    return {
      path,
      text: note.text,
      // Only this format lists them; the others count.
      claims: options.format === 'json' ? service.getClaims(note) : [],
      findings: service.getFindings(note),
      figures: options.figures ? service.getFigures(note) : null,
      partial: partial === null ? null : word(language, `partial.${partial}`),
    };
  });
  const { entities, metrics, facts, sources } = knowledge.factBase;
  return {
    factBase: {
      entities: entities.length,
      metrics: metrics.length,
      facts: facts.length,
      sources: sources.length,
    },
    documents,
    summary: { documents: documents.length, ...service.summarize(checked.map(({ note }) => note)) },
  };
}

const LADDER: readonly (Severity | 'never')[] = ['never', 'error', 'warning', 'information', 'hint'];

function fails(report: CheckReport, failOn: FailOn): boolean {
  const limit = LADDER.indexOf(failOn);
  return report.documents.some(({ findings }) =>
    findings.some(({ severity }) => LADDER.indexOf(severity) <= limit),
  );
}

async function print(
  report: CheckReport,
  options: CheckOptions,
  { service, language }: Workspace,
  terminal: Terminal,
): Promise<string> {
  switch (options.format) {
    case 'json': {
      const { formatJson } = await import('./formats/json.ts');
      return formatJson(report);
    }
    case 'sarif': {
      const { formatSarif } = await import('./formats/sarif.ts');
      return formatSarif(report, packageVersion());
    }
    case 'github': {
      const { formatGithub } = await import('./formats/github.ts');
      return formatGithub(report);
    }
    case 'pretty': {
      const { formatPretty } = await import('./formats/pretty.ts');
      const { makeColors } = await import('./formats/colors.ts');
      const { PRETTY_WORDS } = await import('./formats/pretty-words.ts');
      return formatPretty(report, {
        colors: makeColors(terminal.color),
        columns: terminal.columns,
        words: PRETTY_WORDS[language],
        describeFact: (id) => service.describeFact(id),
      });
    }
  }
}
