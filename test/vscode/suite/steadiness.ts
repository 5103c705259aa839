import { strict as assert } from 'node:assert';
import { execFileSync } from 'node:child_process';
import type { Case } from './case.ts';
import { findings, newNote, until } from './workspace.ts';

/** The language servers that this extension host has started. */
function serverProcesses(): readonly number[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  return lines
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((match) => Number(match?.[2]) === process.pid && (match?.[3] ?? '').includes('server.cjs'))
    .map((match) => Number(match?.[1]));
}

export const steadiness: readonly Case[] = [
  {
    name: 'a server that was killed is started again and goes on checking',
    run: async () => {
      const document = await newNote('到 2025 年 9 月，Qwen3 的累计下载量突破 6000 万次。\n');
      await until(
        'findings',
        () => findings(document),
        (all) => all.length > 0,
      );
      const [before] = serverProcesses();
      assert.ok(before, 'the server is no child of the extension host');
      process.kill(before, 'SIGKILL');
      await until('another server', serverProcesses, ([now]) => now !== undefined && now !== before);
      const next = await newNote('到 2025 年 9 月，Qwen3 的累计下载量突破 5000 万次。\n');
      await until(
        'findings after the restart',
        () => findings(next),
        (all) => all.length > 0,
      );
    },
  },
];
