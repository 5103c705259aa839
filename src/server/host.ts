import type { CompiledContents } from '../factbase/serialize.ts';
import type { ReadLayer } from './disk/fact-layers.ts';
import type { TextFile } from './disk/read-text.ts';

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
  /** Whole days since 1970-01-01 of the calendar day. */
  today(): number;
  readonly version: string;
}

export interface HostWalkOptions {
  readonly root: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly stopped?: () => boolean;
}
