import type { Entity } from '../../factbase/model.ts';
import { namesOf } from '../../factbase/names.ts';
import { foldName } from '../../text/fold.ts';

/** Tells what begins a name. */
export interface NamePrefixes {
  /** Whether some name begins with (or is) this text, whatever its case, width and script. */
  begins(text: string): boolean;
}

/** Sorts all names once; a look-up is a binary search. */
export function createNamePrefixes(entities: readonly Entity[]): NamePrefixes {
  const folded: string[] = [];
  for (const entity of entities) {
    for (const name of namesOf(entity)) {
      folded.push(foldForSearch(name));
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
  };
}

export function foldForSearch(text: string): string {
  return foldName(text).toLowerCase();
}
