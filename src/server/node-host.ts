import { readFileSync } from 'node:fs';
import { buildStamp, bundledRoot, loadBundledBase } from './disk/bundled.ts';
import { readFactFolder, readSeedFiles } from './disk/fact-layers.ts';
import { fileStamp, readTextFile } from './disk/read-text.ts';
import { replaceFile } from './disk/replace-file.ts';
import { packageVersion } from './disk/version.ts';
import { createTaker, walk } from './disk/walk.ts';
import type { Host } from './host.ts';

/** The index of a workspace of very many notes stays below this; what is larger was not written by us. */
const MOST_STORED_BYTES = 128 * 1024 * 1024;

/** The machine that the process runs on. */
export function createNodeHost(): Host {
  return {
    loadBundledBase,
    bundledRoot,
    readText: (path) => readTextFile(path),
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
    taker: createTaker,
    stamp: fileStamp,
    async readStored(path) {
      const read = await readTextFile(path, MOST_STORED_BYTES);
      return 'text' in read ? read.text : null;
    },
    async writeStored(path, text) {
      const replaced = await replaceFile({ path, text });
      return replaced.done ? null : replaced.problem;
    },
    replaceFile: (replacement) => replaceFile(replacement),
    today() {
      const now = new Date();
      return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000;
    },
    version: packageVersion(),
    build: buildStamp,
  };
}
