import type { PassageRole } from '../text/block.ts';
import type { FoldedText } from '../text/folded-text.ts';
import type { NameHit } from './name-scan.ts';
import type { LoosePin } from './pins.ts';
import type { SentenceView } from './sentence.ts';

/** A sentence with its way back to the block. */
export interface ReadSentence {
  readonly view: SentenceView;
  /** The passage that the sentence belongs to; offsets are relative to the block. */
  readonly folded: FoldedText;
  /** The next sentence takes this one back (这一说法有误). */
  readonly rejectedNext: boolean;
}

/** The names of one passage or table cell, known and unknown. */
export interface ReadNames {
  readonly hits: readonly NameHit[];
  readonly folded: FoldedText;
  readonly role: PassageRole;
}

/** Sees what is read of a block while it is read, so that whoever checks it need not read again and nothing need be kept. */
export interface BlockWatch {
  /** Every sentence of running text with a figure in it; sentences of tables are put together and not shown. */
  sentence(read: ReadSentence): void;
  names(read: ReadNames): void;
  loosePin(pin: LoosePin): void;
}
