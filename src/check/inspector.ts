import type { BlockWatch } from '../claims/block-watch.ts';
import type { UnitConverter } from './amount.ts';
import { inconsistencies } from './consistency.ts';
import type { Finding } from './finding.ts';
import type { NameSlips } from './name-slips.ts';
import { misspellings } from './spelling.ts';

/** Watches one block while it is read and collects what is wrong in it by itself. Offsets are relative to the block. */
export interface BlockInspector extends BlockWatch {
  findings(): readonly Finding[];
}

export interface InspectorParts {
  readonly units: UnitConverter;
  readonly slips: NameSlips;
}

/** Makes an inspector for the block of this text. */
export function createInspector(text: string, parts: InspectorParts): BlockInspector {
  const found: Finding[] = [];
  return {
    sentence(read) {
      found.push(...inconsistencies(read, parts.units));
    },
    names(read) {
      found.push(...misspellings(read, text, parts.slips));
    },
    findings: () => found,
  };
}
