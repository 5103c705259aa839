import { readFile, stat } from 'node:fs/promises';

/** Files above this are refused rather than read: no note of prose is so large. */
const MAX_FILE_BYTES = 32 * 1024 * 1024;

/** A text, or why there is none: `problem` in one line with the file's name, `what` in a few words. */
export type TextFile = { readonly text: string } | { readonly problem: string; readonly what: string };

/** The text of a UTF-8 file without its byte order mark, or why it cannot be read. Never throws. */
export async function readTextFile(path: string, mostBytes = MAX_FILE_BYTES): Promise<TextFile> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) return { problem: `${path}: is a folder, not a file.`, what: 'a folder' };
    // A pipe or a device may never end.
    if (!info.isFile()) return { problem: `${path}: is no regular file.`, what: 'no regular file' };
    if (info.size > mostBytes) return tooLarge(path, info.size, mostBytes);
    return decodeText(await readFile(path), path, mostBytes);
  } catch (error) {
    const reason = systemReason(error);
    return { problem: `${path}: ${reason}`, what: reason };
  }
}

/** Size and time of a file; null for what is none. Never throws. */
export async function fileStamp(
  path: string,
): Promise<{ readonly modified: number; readonly size: number } | null> {
  return stat(path).then(
    (info) => (info.isFile() ? { modified: info.mtimeMs, size: info.size } : null),
    () => null,
  );
}

/** Bytes as UTF-8 text; `name` is shown in problems. */
export function decodeText(bytes: Uint8Array, name: string, mostBytes = MAX_FILE_BYTES): TextFile {
  if (bytes.length > mostBytes) return tooLarge(name, bytes.length, mostBytes);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { problem: `${name}: is UTF-16, not UTF-8; save it as UTF-8.`, what: 'UTF-16' };
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const what = `a NUL byte (at byte ${nul})`;
    return { problem: `${name}: holds ${what}; this is no UTF-8 text file.`, what };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: `${name}: is not valid UTF-8; save it as UTF-8.`, what: 'bytes that are no UTF-8' };
  }
}

function tooLarge(name: string, size: number, most: number): TextFile {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`;
  const problem = `${name}: is too large to check (${megabytes(size)}; the limit is ${megabytes(most)}).`;
  return { problem, what: `more than ${megabytes(most)}` };
}

/** What the system says of a failed file operation, in words. */
export function systemReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'no such file or folder.',
    EACCES: 'permission denied.',
    EPERM: 'permission denied.',
    EISDIR: 'is a folder, not a file.',
    ENOTDIR: 'a part of the path is not a folder.',
    ELOOP: 'too many symbolic links.',
    ENAMETOOLONG: 'the name is too long.',
    ENOSPC: 'the disk is full.',
    EROFS: 'the disk can only be read.',
    EBUSY: 'another program is using it.',
  };
  return known[code] ?? `cannot be read (${error instanceof Error ? error.message : String(error)}).`;
}
