import picomatch from 'picomatch';
import type { FileStamp, Host } from '../../src/server/host.ts';

type IndexHost = Pick<Host, 'walk' | 'taker' | 'stamp' | 'readText' | 'readStored' | 'writeStored'>;

/** A disk in memory that counts what is read from it. */
export interface FakeDisk extends IndexHost {
  readonly read: string[];
  readonly stored: Map<string, string>;
  write(path: string, text: string): void;
  remove(path: string): void;
  /** What writing a stored file answers; null while there is room. */
  full: string | null;
}

export function createFakeDisk(files: Readonly<Record<string, string>>): FakeDisk {
  const texts = new Map(Object.entries(files));
  const stamps = new Map<string, FileStamp>();
  let clock = 1;
  const stampAs = (path: string, text: string) =>
    stamps.set(path, { modified: clock++, size: Buffer.byteLength(text) });
  for (const [path, text] of texts) stampAs(path, text);
  const read: string[] = [];
  const stored = new Map<string, string>();
  const disk: FakeDisk = {
    read,
    stored,
    full: null,
    write(path, text) {
      texts.set(path, text);
      stampAs(path, text);
    },
    remove(path) {
      texts.delete(path);
      stamps.delete(path);
    },
    async walk(folder, options) {
      const takes = disk.taker(options);
      return [...texts.keys()].filter((path) => path.startsWith(`${folder}/`) && takes(path)).sort();
    },
    taker({ root, include, exclude }) {
      const included = picomatch([...include]);
      const excluded = exclude.length === 0 ? () => false : picomatch([...exclude]);
      return (path) => {
        const name = path.slice(root.length + 1);
        return path.startsWith(`${root}/`) && included(name) && !excluded(name);
      };
    },
    stamp: async (path) => stamps.get(path) ?? null,
    async readText(path) {
      read.push(path);
      const text = texts.get(path);
      return text === undefined ? { problem: `${path}: no such file or folder.`, what: 'nothing' } : { text };
    },
    readStored: async (path) => stored.get(path) ?? null,
    async writeStored(path, text) {
      if (disk.full !== null) return disk.full;
      stored.set(path, text);
      return null;
    },
  };
  return disk;
}
