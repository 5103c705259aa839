#!/usr/bin/env node
import { wantsColor } from './formats/colors.ts';
import { run } from './run.ts';

async function main(): Promise<void> {
  // `… | head` closes the pipe early; that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exitCode = error.code === 'EPIPE' ? 0 : 2;
  });
  const { status, stdout, stderr } = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    environment: process.env,
    now: new Date(),
    terminal: {
      color: wantsColor(process.env, process.stdout.isTTY === true),
      columns: process.stdout.columns ?? 100,
      input: process.stdin,
    },
  });
  if (stderr !== '') process.stderr.write(stderr);
  if (stdout !== '') process.stdout.write(stdout);
  process.exitCode = status;
}

void main();
