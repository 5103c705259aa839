import {
  EQUALS,
  isAlphanumeric,
  isCjk,
  isDigit,
  isPunctuation,
  isSharedPunctuation,
  isSpace,
  STAR,
  TILDE,
  UNDERSCORE,
} from './chars.ts';
import type { Span } from './folded-text.ts';

/** A run of emphasis marks whose partner is still sought. */
interface Delimiter {
  readonly mark: number;
  /** Length of the run as written. */
  readonly size: number;
  readonly canOpen: boolean;
  readonly canClose: boolean;
  /** Index of the first mark left in the text that is being built, and how many are left. */
  at: number;
  left: number;
}

/** Can a run of `size` marks between these two characters open or close emphasis? If neither, it is text. */
export function flanking(
  mark: number,
  size: number,
  before: number,
  after: number,
): readonly [boolean, boolean] {
  const spaceBefore = isSpace(before);
  const spaceAfter = isSpace(after);
  if (mark === TILDE) return size === 2 ? [!spaceAfter, !spaceBefore] : [false, false];
  if (mark === EQUALS) {
    if (size !== 2) return [false, false];
    return [!spaceAfter && !isAlphanumeric(before), !spaceBefore && !isAlphanumeric(after)];
  }
  // 3*4*5 is a product, whatever a renderer makes of it.
  if (mark === STAR && size === 1 && isDigit(before) && isDigit(after)) return [false, false];
  const punctuationBefore = isPunctuation(before);
  const punctuationAfter = isPunctuation(after);
  // Chinese is written without spaces: **“引文”**中文 is meant as emphasis, though CommonMark's rule does not see it.
  const nearCjk = mark === STAR && (isUnspaced(before) || isUnspaced(after));
  const left = !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore || nearCjk);
  const right = !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter || nearCjk);
  if (mark !== UNDERSCORE) return [left, right];
  return [left && (!right || punctuationBefore), right && (!left || punctuationAfter)];
}

function isUnspaced(code: number): boolean {
  return isCjk(code) || isSharedPunctuation(code);
}

const MARKS = [STAR, UNDERSCORE, TILDE, EQUALS];

/** Pairs emphasis marks after CommonMark's delimiter stack. Work is linear in the number of marks. */
export class EmphasisPairs {
  readonly #delimiters: Delimiter[] = [];
  /** Spans between `~~` marks, as indexes of the text that is being built. */
  readonly struck: Span[] = [];

  /** Number of runs whose partner is sought. */
  get length(): number {
    return this.#delimiters.length;
  }

  add(mark: number, at: number, size: number, canOpen: boolean, canClose: boolean): void {
    if (canOpen || canClose) this.#delimiters.push({ mark, size, canOpen, canClose, at, left: size });
  }

  /** Forgets the runs that stand at `index` of the text or behind. */
  forgetFrom(index: number): void {
    while ((this.#delimiters.at(-1)?.at ?? -1) >= index) this.#delimiters.pop();
    while ((this.struck.at(-1)?.start ?? -1) >= index) this.struck.pop();
  }

  /** Pairs the runs from index `from` on, calls `drop` for each mark that is no text, and forgets them. */
  resolve(from: number, drop: (index: number) => void): void {
    const runs = this.#delimiters.splice(from);
    const openers: Delimiter[] = [];
    const bottoms: number[] = [];
    for (const run of runs) {
      if (run.canClose) this.#close(run, openers, bottoms, drop);
      if (run.canOpen && run.left > 0) openers.push(run);
    }
  }

  /**
   * `bottoms` holds for each sort of closer the height of `openers` below which none was found for it before; nothing
   * is found there again, as what stands there is older.
   */
  #close(closer: Delimiter, openers: Delimiter[], bottoms: number[], drop: (index: number) => void): void {
    const sort = MARKS.indexOf(closer.mark) * 6 + (closer.canOpen ? 3 : 0) + (closer.size % 3);
    while (closer.left > 0) {
      const bottom = bottoms[sort] ?? 0;
      let index = openers.length - 1;
      while (index >= bottom && !pairs(openers[index], closer)) index--;
      const opener = index >= bottom ? openers[index] : undefined;
      if (opener === undefined) {
        bottoms[sort] = openers.length;
        return;
      }
      this.#join(opener, closer, drop);
      openers.length = opener.left === 0 ? index : index + 1;
      for (let i = 0; i < bottoms.length; i++) bottoms[i] = Math.min(bottoms[i] ?? 0, openers.length);
    }
  }

  #join(opener: Delimiter, closer: Delimiter, drop: (index: number) => void): void {
    const size = opener.left >= 2 && closer.left >= 2 ? 2 : 1;
    if (closer.mark === TILDE) this.struck.push({ start: opener.at + size, end: closer.at });
    for (let i = 0; i < size; i++) {
      drop(opener.at + opener.left - 1 - i);
      drop(closer.at + i);
    }
    opener.left -= size;
    closer.left -= size;
    closer.at += size;
  }
}

function pairs(opener: Delimiter | undefined, closer: Delimiter): boolean {
  if (opener === undefined || opener.mark !== closer.mark) return false;
  if (closer.mark === TILDE || closer.mark === EQUALS) return true;
  const isOdd = (opener.canClose || closer.canOpen) && (opener.size + closer.size) % 3 === 0;
  return !isOdd || (opener.size % 3 === 0 && closer.size % 3 === 0);
}
