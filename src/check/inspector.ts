import type { BlockWatch } from '../claims/block-watch.ts';
import type { LoosePin } from '../claims/pins.ts';
import type { UnitConverter } from './amount.ts';
import { inconsistencies } from './consistency.ts';
import { deadLinks } from './fact-links.ts';
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
  /** Whether an id behind `fact:` in a link names anything. */
  readonly isRecord: (id: string) => boolean;
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
      found.push(...deadLinks(read.folded, text, parts.isRecord));
    },
    loosePin(pin) {
      if (found.some((finding) => finding.start === pin.start)) return;
      found.push(pinFinding(pin));
    },
    findings: () => found,
  };
}

function pinFinding({ start, end, id, reason }: LoosePin): Finding {
  return {
    start,
    end,
    code: 'pin.unknown',
    severity: 'warning',
    message: { key: reason === 'unknown' ? 'pin.unknown' : 'pin.no-figure', values: { id } },
    claim: null,
    facts: [],
    related: [],
    fixes: [],
  };
}
