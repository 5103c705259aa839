import type { Fact } from '../factbase/model.ts';
import type { Series } from '../factbase/series.ts';
import type { Figure } from '../quantity/figure.ts';
import { foldName } from '../text/fold.ts';
import type { CueData } from './cues.ts';

/** Tells whether a figure counts what the facts of a series count, by its Chinese measure word. */
export type CountsTheSame = (figure: Figure, series: Series) => boolean;

const SORTS = ['counter-thing', 'counter-organisation', 'counter-person'] as const;
const HAN = /^[\u4e00-\u9fff]+$/;

/**
 * Measure words of one sort stand for each other (300 个 models, 300 款 models); 三家, 三层 and 两国 count something else. 个 counts
 * things unless the facts say otherwise, a figure without a measure word fits all, and so does one with a noun that is none.
 */
export function countersOf(cues: CueData): CountsTheSame {
  const sorts = new Map<string, string>();
  for (const sort of SORTS) for (const word of cues[sort]?.zh ?? []) sorts.set(word, sort);
  const longest = Math.max(1, ...[...sorts.keys()].map((word) => word.length));
  const sortIn = (written: string): string | null => {
    for (let length = longest; length > 0; length--) {
      for (let at = written.length - length; at >= 0; at--) {
        const sort = sorts.get(written.slice(at, at + length));
        if (sort !== undefined) return sort;
      }
    }
    return null;
  };
  const sortOf = (fact: Fact): string =>
    fact.unit === 'people' ? 'counter-person' : (sortIn(foldName(fact.written)) ?? 'counter-thing');
  return (figure, series) => {
    const { counter } = figure;
    if (counter === '' || counter === '个' || !HAN.test(counter)) return true;
    const own = sorts.get(counter);
    return series.facts.some(
      (fact) => fact.written.includes(counter) || (own !== undefined && sortOf(fact) === own),
    );
  };
}
