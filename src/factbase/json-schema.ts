import { z } from 'zod';
import { entitySchema, factSchema, metricSchema, sourceSchema, unitsSchema } from './schema.ts';

/** JSON Schemas of fact base files, by the name of the file that each is kept in. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return {
    entities: jsonSchema(z.array(entitySchema), 'Entities of a fact base'),
    metrics: jsonSchema(z.array(metricSchema), 'Metrics of a fact base'),
    facts: jsonSchema(z.array(factSchema), 'Facts that one source states'),
    units: jsonSchema(unitsSchema, 'Dimensions and units'),
    source: jsonSchema(sourceSchema, 'Front matter of a seed'),
  };
}

/** Draft 7: the newest that the common YAML language servers read whole. */
function jsonSchema(schema: z.ZodType, title: string): object {
  return { title, ...z.toJSONSchema(schema, { target: 'draft-7', io: 'input' }) };
}
