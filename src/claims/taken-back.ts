import type { Block, Passage } from '../text/block.ts';
import type { Lexicon } from './lexicon.ts';
import { isRejection } from './mode.ts';
import { scanWords } from './word-scan.ts';

/** How much of a block the block behind it takes back: its last sentence, or (of a quotation) all of it. */
export type TakenBack = 'nothing' | 'last-sentence' | 'all';

/** What a block says of the one before it begins so: 上面这段, 以上数字, this figure, the quotation above. */
const POINTS_UP =
  /^[\s(（"“「『—–*_-]*(?:上面|上文|上述|上列|以上|前面|前述|前文|上一?[段句条條则則]|[这這][段句条條个個一些则則种種组組串]|[该該](?:[段句引帖]|[说說]法|[数數])|此[说說数數处處段言]|[Tt]he (?:above|quotation|quote|passage|figure|number|claim|line|sentence|paragraph|statement|post|tweet)|[Tt]h(?:is|at|ese|ose) (?:quote|quotation|figure|number|claim|line|sentence|paragraph|statement|is|was|are|were|passage)|[Aa]bove\b)/;
/** As much of a block as tells whether it points up, in code units. */
const HEAD = 40;

/** Whether it is worth reading `next` to learn what it says of the block before it; looks at its first characters only. */
export function maySpeakOf(block: Block, next: Block, source: string): boolean {
  if (next.kind !== 'paragraph' || block.kind === 'heading' || block.kind === 'table') return false;
  if (block.quote > next.quote) return true;
  return block.quote === next.quote && POINTS_UP.test(source.slice(next.start, next.start + HEAD));
}

/** How much of `block` the first sentence of the block behind it takes back. */
export function takenBack(block: Block, next: readonly Passage[], lexicon: Lexicon): TakenBack {
  const [passage] = next;
  const first = passage?.sentences[0];
  if (passage === undefined || first === undefined) return 'nothing';
  const { text } = passage.folded;
  const { cues } = scanWords(text, first, lexicon);
  if (!cues.some((cue) => cue.cue === 'rejected' && isRejection(text, cue))) return 'nothing';
  if (block.quote > 0) return 'all';
  return 'last-sentence';
}
