import { stat } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import { decodeText, readTextFile, systemReason } from '../server/disk/read-text.ts';
import { isWithin, walk } from '../server/disk/walk.ts';
import { Failure } from './failure.ts';

export interface NoteFile {
  /** As shown: relative to the working folder where it lies below it, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface FileOptions {
  readonly cwd: string;
  /** What the globs are relative to. */
  readonly root: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/**
 * The notes that the paths name: files (whatever their ending), folders and globs (what `include` takes, without what git
 * ignores). Each note once, in order of the paths. Throws `Failure` for the first path that cannot be read.
 */
export async function readNotes(
  paths: readonly string[],
  options: FileOptions,
): Promise<readonly NoteFile[]> {
  const found = new Set<string>();
  for (const path of paths.length === 0 ? ['.'] : paths)
    for (const file of await expand(path, options)) found.add(file);
  const notes: NoteFile[] = [];
  for (const file of found) {
    const read = await readTextFile(file);
    if ('problem' in read) throw new Failure(read.problem.replace(file, shown(file, options.cwd)));
    notes.push({ path: shown(file, options.cwd), text: read.text });
  }
  return notes;
}

async function expand(path: string, options: FileOptions): Promise<readonly string[]> {
  const absolute = resolve(options.cwd, path);
  const info = await stat(absolute).catch((error: unknown) => systemReason(error));
  if (typeof info !== 'string') return info.isDirectory() ? walk(absolute, options) : [absolute];
  const glob = picomatch.scan(path.split(sep).join('/'));
  if (!glob.isGlob) throw new Failure(`${path}: ${info}`);
  const base = resolve(options.cwd, glob.base);
  const found = (await walk(base, { ...options, include: ['**'] })).filter(
    // The glob is relative to its own base, what is left out is not.
    (file) => picomatch.isMatch(relative(base, file).split(sep).join('/'), glob.glob, { dot: true }),
  );
  if (found.length === 0) throw new Failure(`${path}: no file matches.`);
  return found;
}

/** Standard input as a note; `name` is shown for its path. Throws `Failure` when it is no text. */
export async function readStandardInput(
  stream: AsyncIterable<Uint8Array | string>,
  name: string,
): Promise<NoteFile> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  const read = decodeText(Buffer.concat(chunks), name);
  if ('problem' in read) throw new Failure(read.problem);
  return { path: name, text: read.text };
}

function shown(file: string, cwd: string): string {
  return (isWithin(file, cwd) ? relative(cwd, file) : file).split(sep).join('/');
}
