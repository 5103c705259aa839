import type { Entity } from '../../factbase/model.ts';
import { namesOf } from '../../factbase/names.ts';
import { foldName } from '../../text/fold.ts';

/** Tells what begins a name. */
export interface NamePrefixes {
  /** Whether some name begins with (or is) this text, whatever its case, width and script. */
  begins(text: string): boolean;
  /** Characters beyond ASCII that stand in names, simplified and as written: what an editor should ask at. */
  readonly characters: readonly string[];
}

/** Sorts all names once; a look-up is a binary search. */
export function createNamePrefixes(entities: readonly Entity[]): NamePrefixes {
  const folded: string[] = [];
  const characters = new Set<string>();
  for (const entity of entities) {
    for (const name of namesOf(entity)) {
      const plain = foldForSearch(name);
      folded.push(plain);
      for (const character of name + plain) if (/\p{Script=Han}/u.test(character)) characters.add(character);
    }
  }
  folded.sort();
  return {
    begins(text) {
      const wanted = foldForSearch(text);
      let low = 0;
      let high = folded.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((folded[middle] ?? '') < wanted) low = middle + 1;
        else high = middle;
      }
      return wanted !== '' && (folded[low] ?? '').startsWith(wanted);
    },
    characters: [...characters],
  };
}

export function foldForSearch(text: string): string {
  return foldName(text).toLowerCase();
}
