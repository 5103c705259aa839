import type { EntityKind, Relation } from './model.ts';

/** Every kind of entity with the file under `entities/` that holds its records. */
const KIND_FILES: Readonly<Record<EntityKind, string>> = {
  organisation: 'organisations',
  model: 'models',
  family: 'families',
  product: 'products',
  dataset: 'datasets',
  framework: 'frameworks',
  platform: 'platforms',
  chip: 'chips',
  programme: 'programmes',
  policy: 'policies',
  benchmark: 'benchmarks',
  report: 'reports',
  media: 'media',
  person: 'people',
  place: 'places',
  group: 'groups',
};

export const ENTITY_KINDS = Object.keys(KIND_FILES) as readonly EntityKind[];

export const RELATIONS: readonly Relation[] = [
  'makes',
  'part-of',
  'leads',
  'publishes',
  'runs',
  'located-in',
];

/** The name of the file under `entities/` that holds entities of a kind, without its ending. */
export function fileOfKind(kind: EntityKind): string {
  return KIND_FILES[kind];
}

/** The kind that a file under `entities/` is named for, or null when its name is nobody's. */
export function kindOfFile(stem: string): EntityKind | null {
  return ENTITY_KINDS.find((kind) => KIND_FILES[kind] === stem || kind === stem) ?? null;
}
