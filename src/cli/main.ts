#!/usr/bin/env node
import { type Command, parseCommandLine } from './arguments.ts';
import { wantsColor } from './formats/colors.ts';
import type { Outcome, Terminal } from './output.ts';
import type { Surroundings } from './workspace.ts';

/** Runs one command. Each brings its own modules, so that none pays for the others. */
async function run(command: Command): Promise<Outcome> {
  switch (command.name) {
    case 'help':
      return { status: 0, stdout: (await import('./help.ts')).HELP };
    case 'version':
      return { status: 0, stdout: `${(await import('../server/disk/version.ts')).packageVersion()}\n` };
    case 'check':
      return (await import('./check.ts')).check(command, surroundings(), terminal());
    case 'explain':
      return (await import('./explain.ts')).explain(command, surroundings(), terminal());
    case 'facts list':
      return (await import('./facts-list.ts')).listFacts(command, surroundings(), terminal());
    case 'facts verify':
      return (await import('./facts-verify.ts')).verify(command, surroundings(), terminal());
    case 'lsp':
      await (await import('./lsp.ts')).lsp();
      return { status: 0, stdout: '' };
  }
}

function surroundings(): Surroundings {
  return { cwd: process.cwd(), environment: process.env, now: new Date() };
}

function terminal(): Terminal {
  return {
    color: wantsColor(process.env, process.stdout.isTTY === true),
    columns: process.stdout.columns ?? 100,
    input: process.stdin,
  };
}

// `… | head` closes the pipe early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exitCode = error.code === 'EPIPE' ? 0 : 2;
});

async function main(): Promise<void> {
  try {
    const { status, stdout } = await run(parseCommandLine(process.argv.slice(2)));
    if (stdout !== '') process.stdout.write(stdout);
    process.exitCode = status;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`ecosystem-notes: ${reason.replace(/\s*\n\s*/g, ' ')}\n`);
    process.exitCode = 2;
  }
}

void main();
