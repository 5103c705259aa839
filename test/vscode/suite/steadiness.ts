import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import type { Case } from './case.ts';
import { activeExtension, findings, newNote, until } from './workspace.ts';

const DEATH_MS = 300;

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

/** The language servers that this extension host has started. */
function serverProcesses(): readonly number[] {
  return (process.platform === 'linux' ? fromProc() : fromPs())
    .filter(({ parent, command }) => parent === process.pid && command.includes('server.cjs'))
    .map(({ pid }) => pid);
}

/** A bare Debian has no `ps`. */
function fromProc(): readonly Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
        const parent = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
        return [{ pid: Number(pid), parent: Number(parent), command }];
      } catch {
        // It ended while it was being looked at.
        return [];
      }
    });
}

function fromPs(): readonly Process[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .map((match) => ({ pid: Number(match?.[1]), parent: Number(match?.[2]), command: match?.[3] ?? '' }));
}

/** Kills the server of an extension that has just checked a note; returns the id of its process. */
async function killServer(): Promise<number> {
  const document = await newNote('到 2025 年 9 月，Qwen3 的累计下载量突破 6000 万次。\n');
  await until(
    'findings',
    () => findings(document),
    (all) => all.length > 0,
  );
  const [before] = serverProcesses();
  assert.ok(before, 'the server is no child of the extension host');
  process.kill(before, 'SIGKILL');
  return before;
}

async function checksAgain(before: number): Promise<void> {
  await until('another server', serverProcesses, ([now]) => now !== undefined && now !== before);
  const next = await newNote('到 2025 年 9 月，Qwen3 的累计下载量突破 5000 万次。\n');
  await until(
    'findings after the restart',
    () => findings(next),
    (all) => all.length > 0,
  );
}

export const steadiness: readonly Case[] = [
  {
    name: 'a server that was killed is started again and goes on checking',
    run: async () => checksAgain(await killServer()),
  },
  {
    name: 'so is one that dies while it is being asked something',
    run: async () => {
      const sources = (await activeExtension()).exports.trees.get('sources');
      assert.ok(sources);
      const before = await killServer();
      // Nothing else is let in until the process is gone, so that the question meets a broken pipe before a closed one.
      const gone = Date.now() + DEATH_MS;
      while (Date.now() < gone);
      const asked = Promise.resolve(sources.getChildren()).catch(() => undefined);
      await checksAgain(before);
      await asked;
    },
  },
];
