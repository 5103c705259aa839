import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonSchemas } from '../../src/factbase/json-schema.ts';

test.each(Object.entries(jsonSchemas()))(
  'data/schema/%s.json is up to date (scripts/make-schema.ts)',
  (name, schema) => {
    const kept = JSON.parse(readFileSync(new URL(`../../data/schema/${name}.json`, import.meta.url), 'utf8'));
    expect(kept).toEqual(JSON.parse(JSON.stringify(schema)));
  },
);

test('every key of a record says what it is for', () => {
  const silent: string[] = [];
  const visit = (node: unknown, path: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { properties, ...rest } = node as { properties?: Record<string, { description?: string }> };
    for (const [key, value] of Object.entries(properties ?? {})) {
      if (value.description === undefined) silent.push(`${path}.${key}`);
      visit(value, `${path}.${key}`);
    }
    for (const value of Object.values(rest)) visit(value, path);
  };
  for (const [name, schema] of Object.entries(jsonSchemas())) visit(schema, name);
  expect(silent).toEqual([]);
});
