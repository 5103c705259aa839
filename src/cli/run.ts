import { type Command, parseCommandLine } from './arguments.ts';
import type { Outcome, Terminal } from './output.ts';
import type { Surroundings } from './workspace.ts';

/** Everything that a run sees of the machine. */
export type World = Surroundings & { readonly terminal: Terminal };

/** What a run leaves: all output at once, so that nothing is ever half-written. */
export interface Ended extends Outcome {
  readonly stderr: string;
}

/** Runs the command that the words name. Never throws: what fails becomes exit status 2 and one line. */
export async function run(words: readonly string[], world: World): Promise<Ended> {
  try {
    return { ...(await perform(parseCommandLine(words), world)), stderr: '' };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { status: 2, stdout: '', stderr: `ecosystem-notes: ${reason.replace(/\s*[\r\n]\s*/g, ' ')}\n` };
  }
}

/** Each command brings its own modules, so that none pays for the others. */
async function perform(command: Command, world: World): Promise<Outcome> {
  const { terminal } = world;
  switch (command.name) {
    case 'help':
      return { status: 0, stdout: (await import('./help.ts')).HELP };
    case 'version':
      return { status: 0, stdout: `${(await import('../server/disk/version.ts')).packageVersion()}\n` };
    case 'check':
      return (await import('./check.ts')).check(command, world, terminal);
    case 'explain':
      return (await import('./explain.ts')).explain(command, world, terminal);
    case 'facts list':
      return (await import('./facts-list.ts')).listFacts(command, world, terminal);
    case 'facts verify':
      return (await import('./facts-verify.ts')).verify(command, world, terminal);
    case 'lsp':
      await (await import('./lsp.ts')).lsp();
      return { status: 0, stdout: '' };
  }
}
