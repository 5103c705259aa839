import { readdir, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import picomatch from 'picomatch';
import { gitIgnored } from './git-ignore.ts';

export interface WalkOptions {
  /** What globs are relative to; the walked folder when that lies outside. */
  readonly root: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Asked between folders; the walk ends early when it says so. */
  readonly stopped?: () => boolean;
}

/** Never walked into, whatever `.gitignore` says. */
const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** So many entries are looked at in one go, so that a folder of very many files holds nobody up. */
const ENTRIES_PER_TURN = 500;

/**
 * Absolute paths of the files below `folder` that `include` takes and neither `exclude` nor git leaves out, sorted.
 * Ignored folders are not entered. Folders that cannot be read are passed over; linked folders are not followed.
 */
export async function walk(folder: string, options: WalkOptions): Promise<readonly string[]> {
  const ignored = gitIgnored(folder);
  const base = isWithin(folder, options.root) ? options.root : folder;
  const dot = { dot: true };
  const included = picomatch([...options.include], dot);
  const excluded = options.exclude.length === 0 ? () => false : picomatch([...options.exclude], dot);
  const found: string[] = [];
  const pending = [folder];
  let seen = 0;
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (options.stopped?.() === true) break;
    for (const entry of await entries(at)) {
      if (++seen % ENTRIES_PER_TURN === 0) {
        await new Promise((resolve) => setImmediate(resolve));
        if (options.stopped?.() === true) break;
      }
      const path = join(at, entry.name);
      const name = relative(base, path).split(sep).join('/');
      if (entry.isDirectory()) {
        if (SKIPPED.has(entry.name) || excluded(name) || excluded(`${name}/`)) continue;
        if (!ignored(path, 'folder')) pending.push(path);
        continue;
      }
      if (!included(name) || excluded(name) || ignored(path, 'file')) continue;
      if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(path)))) found.push(path);
    }
  }
  return found.sort();
}

/** Tells of a path below `root` whether `walk` would find a file there, as the ignore files stand now. */
export function createTaker(options: WalkOptions): (path: string) => boolean {
  const { root } = options;
  const ignored = gitIgnored(root);
  const included = picomatch([...options.include], { dot: true });
  const excluded =
    options.exclude.length === 0 ? () => false : picomatch([...options.exclude], { dot: true });
  return (path) => {
    if (path === root || !isWithin(path, root)) return false;
    const parts = relative(root, path).split(sep);
    const name = parts.join('/');
    if (!included(name) || excluded(name) || ignored(path, 'file')) return false;
    return parts.slice(0, -1).every((part, i) => {
      const folder = parts.slice(0, i + 1).join('/');
      if (SKIPPED.has(part) || excluded(folder) || excluded(`${folder}/`)) return false;
      return !ignored(join(root, folder), 'folder');
    });
  };
}

async function entries(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (info) => info.isFile(),
    () => false,
  );
}

/** Whether a path is the folder or lies in it. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}
