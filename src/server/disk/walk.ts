import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { gitIgnored } from './git-ignore.ts';

export interface WalkOptions {
  /** Globs relative to the folder. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Asked between folders; the walk ends early when it says so. */
  readonly stopped?: () => boolean;
}

export const NOTE_GLOBS: readonly string[] = ['**/*.md', '**/*.markdown'];

/** Never walked into, whatever `.gitignore` says. */
const SKIPPED = new Set(['.git', 'node_modules']);

/**
 * Absolute paths of the files below `folder` that `include` takes and neither `exclude` nor git leaves out, sorted.
 * Ignored folders are not entered. Folders that cannot be read are passed over; linked folders are not followed.
 */
export async function walk(folder: string, options: WalkOptions): Promise<readonly string[]> {
  const ignored = gitIgnored(folder);
  const dot = { dot: true };
  const included = picomatch([...options.include], dot);
  const excluded = options.exclude.length === 0 ? () => false : picomatch([...options.exclude], dot);
  const found: string[] = [];
  const pending = [folder];
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (options.stopped?.() === true) break;
    for (const entry of await entries(at)) {
      const path = join(at, entry.name);
      const name = relative(folder, path).split(sep).join('/');
      if (entry.isDirectory()) {
        if (SKIPPED.has(entry.name) || excluded(name) || excluded(`${name}/`)) continue;
        if (!ignored(path, 'folder')) pending.push(path);
        continue;
      }
      if (!entry.isFile() && !entry.isSymbolicLink()) continue;
      if (included(name) && !excluded(name) && !ignored(path, 'file')) found.push(path);
    }
  }
  return found.sort();
}

async function entries(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
