import type { Lexicon } from './lexicon.ts';
import type { NameHit } from './name-scan.ts';
import { overlaps } from './sentence.ts';
import { scanWords } from './word-scan.ts';

/** The metrics that a heading, a line that leads in, or a question names; those with the most telling words first. */
export function namedMetrics(text: string, lexicon: Lexicon): readonly string[] {
  const { phrases } = scanWords(text, { start: 0, end: text.length }, lexicon);
  const barred = new Set(phrases.filter((phrase) => phrase.role === 'except').map((phrase) => phrase.id));
  const named = phrases.filter((phrase) => phrase.role === 'trigger' && !barred.has(phrase.id));
  return [...new Set(named.sort((a, b) => b.weight - a.weight).map((phrase) => phrase.id))];
}

/**
 * Whether a heading or a line that leads in says that nothing is asserted under it. A scenario that has a name (信通院：中速增长情景) is a
 * forecast of somebody's, and no mere supposition.
 */
export function saysUnreal(text: string, names: readonly NameHit[], lexicon: Lexicon): boolean {
  if (text.length > LONGEST_TITLE) return false;
  const { cues } = scanWords(text, { start: 0, end: text.length }, lexicon);
  return cues.some(
    (cue) =>
      cue.cue === 'heading-unreal' &&
      ENDS_TITLE.test(text.slice(cue.end)) &&
      !names.some((name) => name.entity !== null && overlaps(name, cue)),
  );
}

/** 假设检验课笔记 is about something; 测算假设： and 情景二：爆发 say how what follows is meant. */
const ENDS_TITLE =
  /^ ?(?:$|[:,.;!?()（）【】\-–—]|[一二三四五六七八九十\dA-D](?![a-z])|about\b|on\b|集|区|专区|汇总)/;

/** A heading or a line that leads in is no longer. */
const LONGEST_TITLE = 80;
