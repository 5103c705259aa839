import * as z from 'zod';
import { entitySchema, factSchema, metricSchema, sourceSchema } from './schema.ts';
import { TABLE_SCHEMAS } from './table-schemas.ts';

/** JSON Schemas of fact base files, by the name of the file that each is kept in. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return {
    entities: jsonSchema(z.array(entitySchema), 'Entities of a fact base'),
    metrics: jsonSchema(z.array(metricSchema), 'Metrics of a fact base'),
    facts: jsonSchema(z.array(factSchema), 'Facts that one source states'),
    source: jsonSchema(sourceSchema, 'Front matter of a seed'),
    ...Object.fromEntries(
      Object.entries(TABLE_SCHEMAS).map(([name, schema]) => [name, jsonSchema(schema, name)]),
    ),
  };
}

/** Draft 7: the newest that the common YAML language servers read whole. */
function jsonSchema(schema: z.ZodType, title: string): object {
  return { title, ...z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) };
}
