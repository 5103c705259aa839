import type { UnitTable } from '../../quantity/units.ts';
import type { Reader } from '../context.ts';
import type { FactSchemas } from './schema.ts';

/** What every feature of fact files knows. */
export interface FactFileContext extends Reader {
  readonly units: UnitTable;
  readonly schemas: FactSchemas;
  /** The card of an entity or a fact, as notes show it; empty when it is not known. */
  readonly recordCard: (type: 'entity' | 'fact', id: string) => string;
}
