import type { TakenBack } from './taken-back.ts';
import type { TimedSpan } from './when.ts';

/** A name that a later sentence may speak of without saying it. */
export interface Topic {
  readonly entity: string;
  readonly variant: string;
}

/** What the text before a block lends to it. Plain data, so that two contexts can be compared by their key. */
export interface BlockContext {
  /** Topics of the headings above, nearest first. */
  readonly headings: readonly Topic[];
  /** Topics of the list items and lead-in lines that this block hangs from, nearest first. */
  readonly parents: readonly Topic[];
  /** All entities that the headings name. */
  readonly names: readonly string[];
  /** Whether a heading or a lead-in line says that nothing is asserted under it. */
  readonly unreal: boolean;
  /** How much of the block the one behind it takes back (> 日活 10 亿 … 上面这段不能信). */
  readonly takenBack: TakenBack;
  /** Metrics that the headings and lead-in lines name, nearest first. */
  readonly metrics: readonly string[];
  /** For an item of a list, the text that it hangs from (heading, lead-in line, items above); folded, short, may be empty. */
  readonly lead: string;
  /** Folded lower-case text of the headings above: context for ambiguous names. */
  readonly headingText: string;
  /** Time named by the nearest heading or lead-in line that names one. */
  readonly headingTime: TimedSpan | null;
  /** Year spoken of last; null before any. */
  readonly year: number | null;
  /** Whole days since 1970-01-01 (UTC): what "now" means in this note. */
  readonly today: number;
}

/** A line that is longer says more than what hangs from it is about. Code units. */
export const LONGEST_LEAD = 60;

export function emptyContext(today: number): BlockContext {
  return {
    headings: [],
    parents: [],
    names: [],
    unreal: false,
    takenBack: 'nothing',
    metrics: [],
    lead: '',
    headingText: '',
    headingTime: null,
    year: null,
    today,
  };
}

/** Equal keys mean equal contexts: what a block says under the one it says under the other. */
export function contextKey(context: BlockContext): string {
  const topics = (list: readonly Topic[]) => list.map((topic) => topic.entity + topic.variant).join(',');
  return [
    topics(context.headings),
    topics(context.parents),
    context.names.join(','),
    context.unreal ? 'unreal' : '',
    context.takenBack,
    context.metrics.join(','),
    context.lead,
    context.headingText,
    context.headingTime?.period.iso ?? '',
    context.headingTime?.period.from ?? '',
    context.year ?? '',
    context.today,
  ].join('\u0000');
}
