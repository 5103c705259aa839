import { type Connection, DidChangeWatchedFilesNotification, type Disposable } from 'vscode-languageserver';
import { BASELINE_FILE } from '../service/baseline.ts';
import { CONFIGURATION_FILE } from '../service/configuration.ts';
import type { FolderConfiguration } from './configuration.ts';

/** Fact files, digests and notes of the usual endings; what decides which notes there are. */
const ALWAYS: readonly string[] = [
  `**/${CONFIGURATION_FILE}`,
  `**/${BASELINE_FILE}`,
  '**/.gitignore',
  '**/*.{md,markdown,yaml,yml}',
];

/** Asks the client to tell of changes on disk: of the usual files, and of those that a configuration includes. */
export function createWatcher(connection: Connection, isAble: boolean) {
  let asked = '';
  let held: Promise<Disposable> | null = null;
  return {
    watch(folders: readonly Pick<FolderConfiguration, 'include' | 'index'>[]): void {
      if (!isAble) return;
      const included = folders.flatMap(({ index, include }) => (index === 'on' ? include : []));
      const globs = [...new Set([...ALWAYS, ...included])];
      const key = globs.join('\0');
      if (key === asked) return;
      asked = key;
      const before = held;
      const watchers = globs.map((globPattern) => ({ globPattern }));
      held = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
      // The new watch stands before the old one goes, so that nothing is missed between the two.
      held
        .then(async () => (await before)?.dispose())
        .catch((error: unknown) => connection.console.warn(`Files are not watched: ${String(error)}`));
    },
  };
}
