import type { Figure } from '../quantity/figure.ts';

/** A paragraph, heading or cell of a document, folded and read for figures. Front matter, code and the like are not among them. */
export interface ReadPassage {
  /** 1 to 6 for headings, else 0. */
  readonly level: number;
  /** Folded text, noise left out. */
  readonly text: string;
  /** Figures in it; their spans are offsets of `text`. */
  readonly figures: readonly Figure[];
}

/** A passage in its document. */
export interface PlacedPassage extends ReadPassage {
  /** Offset of the passage in the running text of the document. */
  readonly offset: number;
  /** Number of the section (heading to heading) that it is in, from 0. */
  readonly section: number;
  /** The headings that it stands under, outermost first, itself included if it is one. */
  readonly trail: readonly string[];
}

/** Gives passages their sections and headings. */
export function placePassages(passages: readonly ReadPassage[]): PlacedPassage[] {
  const open: { level: number; text: string }[] = [];
  let section = 0;
  let offset = 0;
  return passages.map((passage) => {
    if (passage.level > 0) {
      section++;
      while ((open.at(-1)?.level ?? 0) >= passage.level) open.pop();
      open.push({ level: passage.level, text: passage.text });
    }
    const placed = { ...passage, offset, section, trail: open.map(({ text }) => text) };
    offset += passage.text.length + 1;
    return placed;
  });
}

/** Offsets of a name in text: in any case, and for Latin letters and digits at the edges, as a whole word. */
export function* occurrencesOf(name: string, text: string): Generator<number> {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    const cutsBefore = isWord(text[at - 1]) && isWord(name[0]);
    const cutsBehind = isWord(text[end]) && isWord(name.at(-1));
    if (!cutsBefore && !cutsBehind) yield at;
  }
}

function isWord(char: string | undefined): boolean {
  return char !== undefined && /[a-z0-9]/i.test(char);
}
