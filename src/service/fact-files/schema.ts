import { jsonSchemas } from '../../factbase/json-schema.ts';
import type { FactFileKind } from './kind.ts';

/** The parts of a JSON Schema that an editor shows. */
export interface SchemaNode {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode | readonly SchemaNode[];
  readonly anyOf?: readonly SchemaNode[];
}

export type FactSchemas = Readonly<Record<FactFileKind, SchemaNode>>;

/** The schema of one record of each kind of file; of the whole file for tables. */
export function factSchemas(): FactSchemas {
  const all = jsonSchemas() as Readonly<Record<string, SchemaNode>>;
  const record = (kind: FactFileKind): SchemaNode => {
    const schema = all[kind] ?? {};
    return schema.type === 'array' ? (oneOf(schema.items) ?? {}) : schema;
  };
  return {
    entities: record('entities'),
    metrics: record('metrics'),
    facts: record('facts'),
    units: record('units'),
    cues: record('cues'),
    'set-words': record('set-words'),
  };
}

/** All the shapes that the value at a path may have. */
export function schemasAt(root: SchemaNode, path: readonly string[]): readonly SchemaNode[] {
  let nodes = alternatives(root);
  for (const key of path) nodes = nodes.flatMap((node) => alternatives(inner(node, key)));
  return nodes;
}

/** What the schema says of the key or value at a path; empty when it says nothing. */
export function describedAt(root: SchemaNode, path: readonly string[]): string {
  const parent = schemasAt(root, path.slice(0, -1));
  const own = parent.map((node) => inner(node, path.at(-1) ?? '')?.description ?? '');
  return own.find((description) => description !== '') ?? '';
}

/** The values that a schema lists, as YAML writes them. */
export function listedValues(nodes: readonly SchemaNode[]): readonly string[] {
  return nodes.flatMap((node) =>
    node.type === 'boolean' ? ['true', 'false'] : (node.enum ?? []).map(String),
  );
}

function alternatives(node: SchemaNode | null): readonly SchemaNode[] {
  if (node === null) return [];
  return node.anyOf === undefined ? [node] : node.anyOf.flatMap(alternatives);
}

function inner(node: SchemaNode, key: string): SchemaNode | null {
  if (node.type === 'array') return oneOf(node.items, Number(key));
  const named = node.properties?.[key];
  if (named !== undefined) return named;
  return typeof node.additionalProperties === 'object' ? node.additionalProperties : null;
}

function oneOf(items: SchemaNode['items'], position = 0): SchemaNode | null {
  if (items === undefined) return null;
  return isList(items) ? (items[position] ?? null) : items;
}

function isList(items: SchemaNode | readonly SchemaNode[]): items is readonly SchemaNode[] {
  return Array.isArray(items);
}
