import type { ReadPassage } from '../factbase/reading.ts';
import type { FigureReader } from '../quantity/reader.ts';
import { splitBlocks } from '../text/blocks.ts';
import { readBlock } from '../text/passages.ts';

/** The readable passages of a document with their figures, in order; for proving facts against their sources. */
export function readPassages(text: string, figures: FigureReader): readonly ReadPassage[] {
  return splitBlocks(text).flatMap((block) =>
    readBlock(text, block).map((passage) => ({
      level: passage.role === 'heading' ? block.level : 0,
      text: passage.folded.text,
      figures: figures.read(passage.folded.text).figures,
    })),
  );
}
