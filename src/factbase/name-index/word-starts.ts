const UNKNOWN = 0;
const LETTER = 1;
const OTHER = 2;

/** Tells whether a word begins between two characters: behind what is no letter, and between Latin and Chinese. */
export function createWordStarts(): (before: number, first: number) => boolean {
  // Asked millions of times for the same few characters.
  const kinds = new Uint8Array(0x1_0000);
  const isLetter = (code: number): boolean => {
    let kind = kinds[code] ?? UNKNOWN;
    if (kind === UNKNOWN) {
      kind = /[\p{L}\p{N}]/u.test(String.fromCharCode(code)) ? LETTER : OTHER;
      kinds[code] = kind;
    }
    return kind === LETTER;
  };
  return (before, first) => !isLetter(before) || before < FIRST_CJK !== first < FIRST_CJK;
}

const FIRST_CJK = 0x2e80;
