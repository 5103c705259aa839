import type { Span } from '../text/folded-text.ts';
import type { CueKind } from './cues.ts';
import { cueOf, type Lexicon, partOf, phraseOf } from './lexicon.ts';
import { isWordCode } from './name-scan.ts';
import type { PhraseParts } from './phrase-parts.ts';
import { isHan } from './word-trie.ts';

/** A cue word in folded text. */
export interface CueHit extends Span {
  readonly cue: CueKind;
}

/** A trigger of a metric, an exception to one, or a name with a gap; from its first part to its last. */
export interface PhraseHit extends Span {
  readonly role: 'trigger' | 'except' | 'name';
  readonly id: string;
  readonly weight: number;
  /** The parts, in order; one for phrases without a gap. */
  readonly parts: readonly Span[];
}

export interface WordHits {
  readonly cues: readonly CueHit[];
  readonly phrases: readonly PhraseHit[];
}

/** How far the parts of one phrase may stand apart, in code units. */
const LONGEST_GAP = 36;
const LONGEST_NAME_GAP = 8;
/** A gap does not reach over the end of a clause; a comma between digits ends none. */
const BREAK = /[。；;!?，]|,(?!\d)/;

/** Finds cue words and phrases in one sentence of folded text, in order of their start. */
export function scanWords(text: string, sentence: Span, lexicon: Lexicon): WordHits {
  const { words, entryFrom, entries } = lexicon;
  const { hits, parts } = lexicon.room;
  const cues: CueHit[] = [];
  parts.begin();
  let inWord = sentence.start > 0 && isWordCode(text.charCodeAt(sentence.start - 1));
  for (let at = sentence.start; at < sentence.end; at++) {
    const startsInWord = inWord;
    inWord = isWordCode(text.charCodeAt(at));
    if ((inWord && startsInWord) || !words.mayBegin(text, at)) continue;
    const written = words.matchAt(text, at, hits);
    for (let i = 0; i < written; i += 2) {
      const end = hits[i] ?? at;
      if (end > sentence.end) continue;
      if (isWordCode(text.charCodeAt(end - 1)) && isWordCode(text.charCodeAt(end))) continue;
      const word = hits[i + 1] ?? 0;
      for (let e = entryFrom[word] ?? 0; e < (entryFrom[word + 1] ?? 0); e++) {
        const entry = entries[e] ?? 0;
        if (entry < 0) cues.push({ start: at, end, cue: cueOf(entry) });
        else parts.add(phraseOf(entry), partOf(entry), at, end);
      }
    }
  }
  return { cues, phrases: assemble(text, parts, lexicon) };
}

function assemble(text: string, parts: PhraseParts, lexicon: Lexicon): PhraseHit[] {
  const out: PhraseHit[] = [];
  let isSorted = true;
  parts.eachWhole((index, firstHit) => {
    const phrase = lexicon.phrases[index];
    if (phrase === undefined) return;
    const { role, id } = phrase;
    for (let hit = firstHit; hit !== 0; hit = parts.next(hit)) {
      if (parts.partOf(hit) !== 0) continue;
      const longest = role === 'name' ? LONGEST_NAME_GAP : LONGEST_GAP;
      const chain = phrase.parts === 1 ? [parts.span(hit)] : follow(text, parts, hit, phrase.parts, longest);
      const first = chain?.[0];
      const end = chain?.[chain.length - 1]?.end;
      if (chain === null || first === undefined || end === undefined) continue;
      let weight = 0;
      for (const part of chain) weight += weigh(text, part);
      const last = out[out.length - 1];
      const found = { role, id, weight, start: first.start, end, parts: chain };
      isSorted &&= last === undefined || inOrder(last, found) <= 0;
      out.push(found);
    }
  });
  return isSorted ? out : out.sort(inOrder);
}

function inOrder(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

/** The nearest later parts behind the first, or null when one is missing. */
function follow(
  text: string,
  parts: PhraseParts,
  first: number,
  count: number,
  longest: number,
): readonly Span[] | null {
  const chain = [parts.span(first)];
  let { end } = parts.span(first);
  for (let part = 1; part < count; part++) {
    let hit = parts.next(first);
    while (hit !== 0 && (parts.partOf(hit) !== part || parts.startOf(hit) < end)) hit = parts.next(hit);
    if (hit === 0 || parts.startOf(hit) - end > longest) return null;
    const span = parts.span(hit);
    if (BREAK.test(text.slice(end, span.start))) return null;
    chain.push(span);
    end = span.end;
  }
  return chain;
}

/** A Chinese character says about as much as three Latin letters. */
function weigh(text: string, span: Span): number {
  let weight = 0;
  for (let i = span.start; i < span.end; i++) weight += isHan(text.charCodeAt(i)) ? 3 : 1;
  return weight;
}
