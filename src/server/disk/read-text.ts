import { readFile, stat } from 'node:fs/promises';

/** Files above this are refused rather than read: no note of prose is so large. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024;

export type TextFile = { readonly text: string } | { readonly problem: string };

/** The text of a UTF-8 file without its byte order mark, or one line that says why it cannot be read. Never throws. */
export async function readTextFile(path: string): Promise<TextFile> {
  try {
    const info = await stat(path);
    if (info.isDirectory()) return { problem: `${path}: is a folder, not a file.` };
    if (info.size > MAX_FILE_BYTES) return { problem: `${path}: ${tooLarge(info.size)}` };
    return decodeText(await readFile(path), path);
  } catch (error) {
    return { problem: `${path}: ${systemReason(error)}` };
  }
}

/** Bytes as UTF-8 text; `name` is shown in problems. */
export function decodeText(bytes: Uint8Array, name: string): TextFile {
  if (bytes.length > MAX_FILE_BYTES) return { problem: `${name}: ${tooLarge(bytes.length)}` };
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { problem: `${name}: is UTF-16, not UTF-8; save it as UTF-8.` };
  const nul = bytes.indexOf(0);
  if (nul >= 0) return { problem: `${name}: holds a NUL byte (at byte ${nul}); this is no UTF-8 text file.` };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { problem: `${name}: is not valid UTF-8; save it as UTF-8.` };
  }
}

function tooLarge(size: number): string {
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`;
  return `is too large to check (${megabytes(size)}; the limit is ${megabytes(MAX_FILE_BYTES)}).`;
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
  };
  return known[code] ?? `cannot be read (${error instanceof Error ? error.message : String(error)}).`;
}
