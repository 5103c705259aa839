import type { NoteAnalysis } from '../check/analysis.ts';
import type { CheckedClaim } from '../check/verdict.ts';
import type { Mention } from '../claims/claim.ts';
import type { BlockList } from '../text/block-list.ts';
import { scanBlocks } from '../text/blocks.ts';
import type { Span } from '../text/folded-text.ts';
import { LineIndex } from '../text/lines.ts';
import type { WritingStyle } from './period-text.ts';
import { writingStyle } from './writing-style.ts';

/** One version of a note with what is known of it. Every feature is a function of such a snapshot. */
export interface Note {
  readonly uri: string;
  readonly text: string;
  readonly analysis: NoteAnalysis;
  readonly lines: LineIndex;
  /** How the note as a whole is written; found when first asked for. */
  readonly style: WritingStyle;
  /** Its Markdown blocks; found when first asked for. */
  readonly blocks: BlockList;
}

export function makeNote(uri: string, analysis: NoteAnalysis): Note {
  const { text } = analysis;
  let blocks: BlockList | undefined;
  let style: WritingStyle | undefined;
  return {
    uri,
    text,
    analysis,
    lines: new LineIndex(text),
    get style() {
      style ??= writingStyle(text);
      return style;
    },
    get blocks() {
      blocks ??= scanBlocks(text);
      return blocks;
    },
  };
}

export function mentionAt(note: Note, offset: number): Mention | undefined {
  return note.analysis.mentions.find((mention) => touches(mention, offset));
}

export function claimAt(note: Note, offset: number): CheckedClaim | undefined {
  return note.analysis.claims.find(({ claim }) => touches(claim, offset));
}

/** An id behind `fact:` in the note; in a comment (`<!-- fact: id -->`) a blank may stand between. */
export interface FactReference extends Span {
  readonly id: string;
}

const FACT_REFERENCE = /(?<=\bfact:|<!--\s{0,9}fact:\s{1,9})[a-z0-9][\w.@#~/-]*/g;

export function factReferences(text: string): readonly FactReference[] {
  if (!text.includes('fact:')) return [];
  return [...text.matchAll(FACT_REFERENCE)].map((match) => {
    // A full stop behind an id ends the sentence, not the id.
    const id = match[0].replace(/[.\-/]+$/, '');
    return { id, start: match.index, end: match.index + id.length };
  });
}

export function factReferenceAt(note: Note, offset: number): FactReference | undefined {
  return factReferences(note.text).find((reference) => touches(reference, offset));
}

/** Behind the last character counts as on it: that is where the cursor stands after typing. */
function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
