import type { CompiledContents } from '../factbase/serialize.ts';
import type { ReadLayer } from './disk/fact-layers.ts';
import type { TextFile } from './disk/read-text.ts';
import type { Replaced, Replacement } from './disk/replace-file.ts';

/** What the server needs of the machine that it runs on. A browser would bring another one. */
export interface Host {
  /** Throws an Error with one line when there is none. */
  loadBundledBase(): CompiledContents;
  /** Folder that the places of bundled records are relative to. */
  bundledRoot(): string;
  /** Never throws. */
  readText(path: string): Promise<TextFile>;
  /** Null for what cannot be read; for record files, which are small. */
  readTextNow(path: string): string | null;
  /** Throws the error of the file system when the folder cannot be read. */
  readFactFolder(path: string): Promise<ReadLayer>;
  readSeedFiles(name: string, paths: readonly string[]): Promise<ReadLayer>;
  walk(folder: string, options: HostWalkOptions): Promise<readonly string[]>;
  /** Tells whether `walk` would find a file of a path, as the ignore files stand now. */
  taker(options: HostWalkOptions): (path: string) => boolean;
  /** Null for what is no file. */
  stamp(path: string): Promise<FileStamp | null>;
  /** A file of the server's own; null when it cannot be read. */
  readStored(path: string): Promise<string | null>;
  /** Writes a file of the server's own, whole or not at all; what went wrong, or null. Never throws. */
  writeStored(path: string, text: string): Promise<string | null>;
  /** Writes a file of the workspace, whole or not at all. Never throws. */
  replaceFile(replacement: Replacement): Promise<Replaced>;
  /** Whole days since 1970-01-01 of the calendar day. */
  today(): number;
  readonly version: string;
  /** Changes whenever the program or its bundled facts do, with or without a new version. */
  build(): string;
}

/** Tells two states of a file apart without reading it. */
export interface FileStamp {
  /** Milliseconds since 1970, with fractions where the system has them. */
  readonly modified: number;
  /** Bytes. */
  readonly size: number;
}

export interface HostWalkOptions {
  readonly root: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly stopped?: () => boolean;
}
