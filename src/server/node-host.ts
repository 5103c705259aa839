import { readFileSync } from 'node:fs';
import { bundledRoot, loadBundledBase } from './disk/bundled.ts';
import { readFactFolder, readSeedFiles } from './disk/fact-layers.ts';
import { readTextFile } from './disk/read-text.ts';
import { packageVersion } from './disk/version.ts';
import { walk } from './disk/walk.ts';
import type { Host } from './host.ts';

/** The machine that the process runs on. */
export function createNodeHost(): Host {
  return {
    loadBundledBase,
    bundledRoot,
    readText: readTextFile,
    readTextNow(path) {
      try {
        return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
      } catch {
        return null;
      }
    },
    readFactFolder,
    readSeedFiles,
    walk,
    today() {
      const now = new Date();
      return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
    },
    version: packageVersion(),
  };
}
