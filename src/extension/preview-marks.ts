import type { ProtocolMark } from '../server/protocol.ts';

/** A stretch of a text with what is to be said on it; `mark` is null for the plain stretches between. */
export interface Piece {
  readonly text: string;
  readonly mark: ProtocolMark | null;
}

/**
 * Finds the marks of a block in the texts that it is rendered from. Both come in the order of the note, so that of two equal
 * words each gets its own mark. A mark whose words are parted by markup is left out.
 * @param texts rendered pieces of one block, without markup
 * @param marks of the lines of the block, in order
 */
export function markTexts(
  texts: readonly string[],
  marks: readonly ProtocolMark[],
): readonly (readonly Piece[])[] {
  const pieces: Piece[][] = texts.map(() => []);
  let text = 0;
  let from = 0;
  for (const mark of marks) {
    for (let at = text, start = from; at < texts.length; at++, start = 0) {
      const found = (texts[at] ?? '').indexOf(mark.text, start);
      if (found < 0) continue;
      while (text < at) {
        pieces[text]?.push(plain((texts[text] ?? '').slice(from)));
        text += 1;
        from = 0;
      }
      pieces[at]?.push(plain((texts[at] ?? '').slice(from, found)), { text: mark.text, mark });
      from = found + mark.text.length;
      break;
    }
  }
  for (; text < texts.length; text++, from = 0) pieces[text]?.push(plain((texts[text] ?? '').slice(from)));
  return pieces.map((list) => list.filter((piece) => piece.text !== ''));
}

function plain(text: string): Piece {
  return { text, mark: null };
}

/** HTML of the pieces; `escapeHtml` makes text safe for elements and attributes alike. */
export function piecesHtml(pieces: readonly Piece[], escapeHtml: (text: string) => string): string {
  return pieces
    .map(({ text, mark }) =>
      mark === null
        ? escapeHtml(text)
        : `<span class="ecosystem-notes-mark ecosystem-notes-${mark.kind}" title="${escapeHtml(mark.title)}">${escapeHtml(text)}</span>`,
    )
    .join('');
}
