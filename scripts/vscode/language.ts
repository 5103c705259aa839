import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A language for the whole of VS Code. */
export interface DisplayLanguage {
  /** As VS Code spells it: `zh-cn`. */
  readonly id: string;
  /** Folder of an extension that contributes a localization for it. */
  readonly pack: string;
}

interface PackManifest {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
  readonly contributes: { readonly localizations: readonly Localization[] };
}

interface Localization {
  readonly languageId: string;
  readonly localizedLanguageName: string;
  readonly translations: readonly { readonly id: string; readonly path: string }[];
}

/**
 * Makes a language pack known to a VS Code that has not started yet: writes what VS Code itself keeps about the packs that are
 * installed. Its command line installs a pack, but leaves this file to the next start, which comes too late for the first window.
 * @param userData the folder that VS Code keeps its user data in
 * @throws when the pack has no localization for the language
 */
export function writeLanguagePack(userData: string, { id, pack }: DisplayLanguage): void {
  const manifest: PackManifest = JSON.parse(readFileSync(path.join(pack, 'package.json'), 'utf8'));
  const { name, publisher, version, contributes } = manifest;
  const localization = contributes.localizations.find(({ languageId }) => languageId === id);
  if (localization === undefined) throw new Error(`${pack} holds no localization for ${id}.`);
  const translations = localization.translations.map((one) => [one.id, path.resolve(pack, one.path)]);
  const packs = {
    [id]: {
      hash: `${name}-${version}`,
      extensions: [{ extensionIdentifier: { id: `${publisher}.${name}` }, version }],
      translations: Object.fromEntries(translations),
      label: localization.localizedLanguageName,
    },
  };
  writeFileSync(path.join(userData, 'languagepacks.json'), JSON.stringify(packs));
}
