/* Writes data/schema/*.json from src/factbase/schema.ts, for YAML editors. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { jsonSchemas } from '../src/factbase/json-schema.ts';

const folder = new URL('../data/schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas())) {
  writeFileSync(new URL(`${name}.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
}
