import { fileRole, fileStem } from '../../factbase/load.ts';

/** What a YAML file of a fact base holds; also the name of its schema. */
export type FactFileKind = 'entities' | 'metrics' | 'facts' | 'units' | 'cues' | 'set-words';

/** Null for files that are none of a fact base, and for its Markdown files, which are notes. */
export function factFileKind(path: string): FactFileKind | null {
  const role = fileRole(path);
  if (role === 'seed') return null;
  if (role !== null) return role;
  const stem = fileStem(path);
  return /\.ya?ml$/.test(path) && (stem === 'cues' || stem === 'set-words') ? stem : null;
}
