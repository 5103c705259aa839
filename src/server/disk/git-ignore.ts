import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** Whether git leaves a path alone. Folders end with a slash. */
export type Ignored = (path: string, kind: 'file' | 'folder') => boolean;

/**
 * The `.gitignore` files that bear on what lies below `folder`: those of the folders above it up to the repository's root, and
 * those below as the walk meets them. Each file is read once for the life of the returned function.
 */
export function gitIgnored(folder: string): Ignored {
  const root = repositoryRoot(folder) ?? folder;
  const rules = new Map<string, Ignore | null>();
  const rulesOf = (directory: string): Ignore | null => {
    const known = rules.get(directory);
    if (known !== undefined) return known;
    const texts = [join(directory, '.gitignore')];
    if (directory === root) texts.push(join(directory, '.git', 'info', 'exclude'));
    const lines = texts.map(readQuietly).filter((text) => text !== '');
    const made = lines.length === 0 ? null : ignore().add(lines.join('\n'));
    rules.set(directory, made);
    return made;
  };
  return (path, kind) => {
    let ignored = false;
    for (const directory of foldersFrom(root, dirname(path))) {
      const own = rulesOf(directory);
      if (own === null) continue;
      const name = relative(directory, path).split(sep).join('/') + (kind === 'folder' ? '/' : '');
      const verdict = own.test(name);
      // The nearer file has the last word.
      if (verdict.ignored) ignored = true;
      else if (verdict.unignored) ignored = false;
    }
    return ignored;
  };
}

function repositoryRoot(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return null;
  }
}

function foldersFrom(root: string, folder: string): readonly string[] {
  const way = relative(root, folder);
  if (way === '') return [root];
  if (way.startsWith('..')) return [];
  const folders = [root];
  for (const part of way.split(sep)) folders.push(join(folders.at(-1) ?? root, part));
  return folders;
}

function readQuietly(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
