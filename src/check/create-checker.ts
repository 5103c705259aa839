import { countersOf } from '../claims/counter.ts';
import { type CueData, genericWords } from '../claims/cues.ts';
import { buildKnowledge } from '../claims/knowledge.ts';
import { buildLexicon } from '../claims/lexicon.ts';
import { unpackLexicon } from '../claims/packed-lexicon.ts';
import type { FactBase } from '../factbase/fact-base.ts';
import type { FigureReader } from '../quantity/reader.ts';
import { isNow, periodsMatch, resolveTime } from '../quantity/times.ts';
import { convert, type UnitTable } from '../quantity/units.ts';
import { readFrontMatter } from '../text/front-matter.ts';
import { clauses } from '../text/sentences.ts';
import type { UnitConverter } from './amount.ts';
import type { Checker } from './analysis.ts';
import { createBlockChecker } from './checker.ts';
import { createInspector } from './inspector.ts';
import { buildNameSlips } from './name-slips.ts';
import { noteDay } from './note-date.ts';

export interface CheckerParts {
  readonly factBase: FactBase;
  readonly units: UnitTable;
  readonly figures: FigureReader;
  readonly cues: CueData;
  /** A packed lexicon; used when it is that of this fact base, else one is built. */
  readonly lexicon?: unknown;
}

/** A checker of notes against one fact base. Costs in proportion to the number of names; made once per fact base. */
export function createChecker({ factBase, units, figures, cues, lexicon }: CheckerParts): Checker {
  const knowledge = buildKnowledge(factBase);
  const dimensionOf = (unit: string) => units.unit(unit)?.dimension;
  const converter: UnitConverter = {
    convert: (value, from, to) => convert(units, value, from, to),
    dimensionOf,
  };
  const words = { entities: factBase.entities, metrics: factBase.metrics, cues };
  const common = new Set((cues.generic?.en ?? []).map((word) => word.toLowerCase()));
  const slips = buildNameSlips(factBase.entities, (word) => common.has(word.toLowerCase()));
  return createBlockChecker({
    claims: {
      lexicon: unpackLexicon(lexicon, words) ?? buildLexicon(words),
      knowledge,
      dimensionOf,
      countsTheSame: countersOf(cues),
      isGeneric: ignoringCase(genericWords(cues, factBase.metrics)),
      readFigures: (text) => figures.read(text),
      resolveTime,
      isNow,
      clauses,
    },
    decide: {
      knowledge,
      units: converter,
      periodsMatch,
      publisher: (id) => factBase.source(id)?.publisher ?? '',
      published: (id) => {
        const source = factBase.source(id);
        return source?.published ?? source?.accessed ?? null;
      },
    },
    inspect: (text) => createInspector(text, { units: converter, slips, isRecord: recordTest(factBase) }),
    noteDate(source, block) {
      const { date } = readFrontMatter(source, block);
      return date === null ? null : noteDay(date, figures);
    },
  });
}

/** Whether an id names an entity, a fact, or `subject/metric` of a series. */
function recordTest(factBase: FactBase): (id: string) => boolean {
  return (id) => {
    if (factBase.fact(id) !== undefined || factBase.entity(id) !== undefined) return true;
    const cut = id.indexOf('/');
    const metric = id.slice(cut + 1);
    return cut > 0 && factBase.seriesOf(id.slice(0, cut)).some((series) => series.metric === metric);
  };
}

/** Words asked for are remembered as written, so that the same word is put into lower case once; not more of them than a long note has. */
const MOST_REMEMBERED = 4096;

function ignoringCase(words: ReadonlySet<string>): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const held = known.get(word);
    if (held !== undefined) return held;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const isIn = words.has(word.toLowerCase());
    known.set(word, isIn);
    return isIn;
  };
}
