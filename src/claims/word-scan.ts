import type { Span } from '../text/folded-text.ts';
import type { CueKind } from './cues.ts';
import type { Lexicon } from './lexicon.ts';
import { isWordCode } from './name-scan.ts';
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

const HITS = 64;
/** How far the parts of one phrase may stand apart, in code units. */
const LONGEST_GAP = 36;
const LONGEST_NAME_GAP = 8;
/** A gap does not reach over the end of a clause; a comma between digits ends none. */
const BREAK = /[。；;!?，]|,(?!\d)/;

interface PartHit extends Span {
  readonly part: number;
}

/** Finds cue words and phrases in one sentence of folded text, in order of their start. */
export function scanWords(text: string, sentence: Span, lexicon: Lexicon): WordHits {
  const hits = new Int32Array(HITS);
  const cues: CueHit[] = [];
  const parts = new Map<number, PartHit[]>();
  const { words, wordEntries } = lexicon;
  for (let at = sentence.start; at < sentence.end; at++) {
    if (!words.mayBegin(text, at)) continue;
    if (isWordCode(text.charCodeAt(at)) && isWordCode(text.charCodeAt(at - 1))) continue;
    const written = words.matchAt(text, at, hits);
    for (let i = 0; i < written; i += 2) {
      const end = hits[i] ?? at;
      if (end > sentence.end) continue;
      if (isWordCode(text.charCodeAt(end - 1)) && isWordCode(text.charCodeAt(end))) continue;
      for (const entry of wordEntries[hits[i + 1] ?? -1] ?? []) {
        if (entry.type === 'cue') cues.push({ start: at, end, cue: entry.cue });
        else addPart(parts, entry.phrase, { start: at, end, part: entry.part });
      }
    }
  }
  return { cues, phrases: assemble(text, parts, lexicon) };
}

function addPart(parts: Map<number, PartHit[]>, phrase: number, hit: PartHit): void {
  const list = parts.get(phrase);
  if (list === undefined) parts.set(phrase, [hit]);
  else list.push(hit);
}

function assemble(
  text: string,
  parts: ReadonlyMap<number, readonly PartHit[]>,
  lexicon: Lexicon,
): PhraseHit[] {
  const out: PhraseHit[] = [];
  for (const [index, hits] of parts) {
    const phrase = lexicon.phrases[index];
    if (phrase === undefined) continue;
    for (const first of hits) {
      if (first.part !== 0) continue;
      if (phrase.parts === 1) {
        const { start, end } = first;
        out.push({
          role: phrase.role,
          id: phrase.id,
          weight: weigh(text, first),
          start,
          end,
          parts: [first],
        });
        continue;
      }
      const chain = follow(
        text,
        first,
        hits,
        phrase.parts,
        phrase.role === 'name' ? LONGEST_NAME_GAP : LONGEST_GAP,
      );
      const last = chain?.[chain.length - 1];
      if (chain === null || last === undefined) continue;
      out.push({
        role: phrase.role,
        id: phrase.id,
        weight: chain.reduce((sum, part) => sum + weigh(text, part), 0),
        start: first.start,
        end: last.end,
        parts: chain,
      });
    }
  }
  out.sort((a, b) => a.start - b.start || b.end - a.end);
  return out;
}

/** The nearest later parts behind `first`, or null when one is missing. */
function follow(
  text: string,
  first: PartHit,
  hits: readonly PartHit[],
  count: number,
  longest: number,
): readonly Span[] | null {
  const chain: Span[] = [first];
  let end = first.end;
  for (let part = 1; part < count; part++) {
    const next = hits.find((hit) => hit.part === part && hit.start >= end && hit.start - end <= longest);
    if (next === undefined || BREAK.test(text.slice(end, next.start))) return null;
    chain.push(next);
    end = next.end;
  }
  return chain;
}

/** A Chinese character says about as much as three Latin letters. */
function weigh(text: string, span: Span): number {
  let weight = 0;
  for (let i = span.start; i < span.end; i++) weight += isHan(text.charCodeAt(i)) ? 3 : 1;
  return weight;
}
