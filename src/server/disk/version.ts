import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Version of the package that this file is part of, bundled (`dist/`) or not (`src/server/disk/`). */
export function packageVersion(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (const way of ['..', '../..', '../../..']) {
    try {
      const manifest: unknown = JSON.parse(readFileSync(join(here, way, 'package.json'), 'utf8'));
      if (isManifest(manifest) && manifest.name === 'ecosystem-notes') return manifest.version;
    } catch {
      // Not there: the package lies one folder further up.
    }
  }
  return '0.0.0';
}

function isManifest(value: unknown): value is { readonly name: string; readonly version: string } {
  if (typeof value !== 'object' || value === null) return false;
  const { name, version } = value as { name?: unknown; version?: unknown };
  return typeof name === 'string' && typeof version === 'string';
}
