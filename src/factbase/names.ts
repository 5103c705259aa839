import { expandPattern } from './pattern.ts';

/** What has names: an entity, or its record. */
export interface Named {
  readonly name: { readonly zh: string; readonly en: string; readonly 'zh-Hant'?: string | undefined };
  readonly aliases: readonly string[];
  readonly ambiguous: readonly { readonly name: string }[];
}

/** The literal names of an entity, the ones that are shown first; ambiguous ones last. Patterns with a gap are no names. */
export function namesOf(entity: Named): readonly string[] {
  const { zh, en, 'zh-Hant': traditional } = entity.name;
  const names = new Set([zh, en]);
  if (traditional !== undefined) names.add(traditional);
  for (const alias of [...entity.aliases, ...entity.ambiguous.map(({ name }) => name)]) {
    for (const parts of expandPattern(alias)) {
      if (parts.length === 1) names.add(parts[0] ?? '');
    }
  }
  names.delete('');
  return [...names];
}
