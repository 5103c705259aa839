import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemReason } from './read-text.ts';

/** What replacing a file needs of a file system; tests bring one that is full or that others write to. */
export interface FileSystem {
  /** Null when there is no such file. */
  read(path: string): Promise<string | null>;
  /** Writes a new file and waits until it is on the disk. Fails when the file is there already. */
  create(path: string, text: string, mode: number | null): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Where a link leads; the path itself when it is none or leads nowhere. */
  resolve(path: string): Promise<string>;
  /** Permission bits; null when there is no such file. */
  mode(path: string): Promise<number | null>;
  makeFolder(path: string): Promise<void>;
}

/** `changed`: the file is no longer what the writer had read, so nothing was written. */
export type Replaced =
  | { readonly done: true }
  | { readonly done: false; readonly why: 'changed' | 'failed'; readonly problem: string };

export interface Replacement {
  readonly path: string;
  readonly text: string;
  /** What the file must still hold: its text, null for a file that must not be there, undefined where it does not matter. */
  readonly expected?: string | null;
}

/** Whoever reads a text has it without; a file that begins with one keeps it. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Puts a text in place of a file, whole or not at all: it is written beside the file and then takes its name. Never throws; what
 * stood there before stays when anything fails.
 */
export async function replaceFile(
  { path, text, expected }: Replacement,
  files: FileSystem = nodeFiles,
): Promise<Replaced> {
  let beside: string | null = null;
  try {
    // A link stays a link.
    const target = await files.resolve(path);
    await files.makeFolder(dirname(target));
    const mark = (await files.read(target))?.startsWith(BYTE_ORDER_MARK) === true ? BYTE_ORDER_MARK : '';
    beside = join(dirname(target), `.${randomUUID()}.part`);
    await files.create(beside, mark + text, await files.mode(target));
    // Asked as late as can be: what another program wrote in the meantime must not be lost.
    const found = expected === undefined ? null : await files.read(target);
    if (expected !== undefined && found !== (expected === null ? null : mark + expected)) {
      await files.remove(beside);
      return { done: false, why: 'changed', problem: `${path}: was changed by another program meanwhile.` };
    }
    await files.rename(beside, target);
    return { done: true };
  } catch (error) {
    if (beside !== null) await files.remove(beside).catch(() => undefined);
    return { done: false, why: 'failed', problem: `${path}: ${systemReason(error)}` };
  }
}

const nodeFiles: FileSystem = {
  async read(path) {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      if (isAbsent(error)) return null;
      throw error;
    }
  },
  async create(path, text, mode) {
    const file = await open(path, 'wx', mode ?? 0o666);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  rename,
  remove: (path) => rm(path, { force: true }),
  resolve: (path) => realpath(path).catch(() => path),
  async mode(path) {
    return stat(path).then(
      (info) => info.mode & 0o777,
      () => null,
    );
  },
  async makeFolder(path) {
    await mkdir(path, { recursive: true });
  },
};

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
