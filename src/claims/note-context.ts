import type { Block } from '../text/block.ts';
import type { BlockClaims } from './block-claims.ts';
import { type BlockContext, emptyContext, type Topic } from './claim-context.ts';
import type { TakenBack } from './taken-back.ts';
import type { TimedSpan } from './when.ts';

interface Heading {
  readonly level: number;
  readonly topic: Topic | null;
  readonly unreal: boolean;
  readonly names: readonly string[];
  readonly metrics: readonly string[];
  /** Folded lower-case text. */
  readonly text: string;
  /** The same as written, where it is short. */
  readonly lead: string;
  readonly time: TimedSpan | null;
}

interface Parent {
  /** 0 for the line that leads in a list, then the depth of the item. */
  readonly level: number;
  readonly topic: Topic | null;
  readonly unreal: boolean;
  readonly metrics: readonly string[];
  /** Folded text, where it is short. */
  readonly text: string;
  readonly time: TimedSpan | null;
}

/** Where a reader of the note stands between two blocks. Immutable: `advance` gives the next, or the same when nothing changed. */
export interface NotePosition {
  readonly headings: readonly Heading[];
  readonly parents: readonly Parent[];
  readonly year: number | null;
  readonly today: number;
}

export function startOfNote(today: number): NotePosition {
  return { headings: [], parents: [], year: null, today };
}

/** What the text so far lends to `block`. */
export function contextOf(
  position: NotePosition,
  block: Block,
  takenBack: TakenBack = 'nothing',
): BlockContext {
  const { headings, parents, year, today } = position;
  const above =
    block.kind === 'heading' ? headings.filter((heading) => heading.level < block.level) : headings;
  if (above.length === 0 && parents.length === 0 && year === null)
    return takenBack === 'nothing' ? emptyContext(today) : { ...emptyContext(today), takenBack };
  const isItem = block.kind === 'list-item';
  const over = isItem ? parents.filter((parent) => parent.level < block.level) : parents;
  return {
    headings: topics(above),
    parents: topics(over),
    names: above.flatMap((heading) => heading.names),
    unreal: [...above, ...over].some((from) => from.unreal),
    takenBack,
    metrics: [...over.toReversed(), ...above.toReversed()].flatMap((from) => from.metrics),
    lead: isItem ? leadOf(above, over) : '',
    headingText: above.map((heading) => heading.text).join('\n'),
    headingTime: [...above, ...over].findLast((from) => from.time !== null)?.time ?? null,
    year,
    today,
  };
}

export function advance(position: NotePosition, block: Block, read: BlockClaims): NotePosition {
  const year = read.year ?? position.year;
  if (block.kind === 'heading') {
    const heading = {
      level: block.level,
      topic: read.topic,
      unreal: read.unreal,
      names: read.names,
      metrics: read.metrics,
      text: read.headingText,
      lead: read.leadText,
      time: read.time,
    };
    const headings = [...position.headings.filter((above) => above.level < block.level), heading];
    return { ...position, headings, parents: [], year };
  }
  if (block.kind === 'list-item') {
    const above = position.parents.filter((parent) => parent.level < block.level);
    return {
      ...position,
      parents: [
        ...above,
        {
          level: block.level,
          topic: read.topic,
          unreal: read.unreal,
          metrics: read.metrics,
          text: read.leadText,
          time: read.time,
        },
      ],
      year,
    };
  }
  if (block.kind === 'paragraph') {
    const leads =
      read.leadsIn && (read.topic !== null || read.unreal || read.metrics.length > 0 || read.time !== null);
    const parents = leads
      ? [
          {
            level: 0,
            topic: read.topic,
            unreal: read.unreal,
            metrics: read.metrics,
            text: read.leadText,
            time: read.time,
          },
        ]
      : [];
    if (parents.length === 0 && position.parents.length === 0 && year === position.year) return position;
    return { ...position, parents, year };
  }
  return year === position.year ? position : { ...position, year };
}

/** The nearest heading and all that an item hangs from, as one stretch of text. */
function leadOf(above: readonly Heading[], over: readonly Parent[]): string {
  const parts = [above.at(-1)?.lead ?? '', ...over.map((parent) => parent.text)];
  return parts.filter((part) => part !== '').join(' ');
}

/** Whether two positions lend the same to what stands behind them. */
export function samePosition(a: NotePosition, b: NotePosition): boolean {
  if (a === b) return true;
  return (
    a.year === b.year &&
    a.today === b.today &&
    sameItems(a.headings, b.headings, (one, other) => sameParent(one, other) && one.lead === other.lead) &&
    sameItems(a.parents, b.parents, sameParent)
  );
}

function sameParent(a: Parent, b: Parent): boolean {
  return (
    a.level === b.level &&
    a.unreal === b.unreal &&
    a.text === b.text &&
    a.topic?.entity === b.topic?.entity &&
    a.topic?.variant === b.topic?.variant &&
    sameItems(a.metrics, b.metrics, (one, other) => one === other) &&
    sameTime(a.time, b.time)
  );
}

function sameTime(a: TimedSpan | null, b: TimedSpan | null): boolean {
  if (a === null || b === null) return a === b;
  return a.period.from === b.period.from && a.period.to === b.period.to && a.period.iso === b.period.iso;
}

function sameItems<T>(a: readonly T[], b: readonly T[], same: (one: T, other: T) => boolean): boolean {
  return a === b || (a.length === b.length && a.every((item, index) => same(item, b[index] as T)));
}

function topics(list: readonly { readonly topic: Topic | null }[]): readonly Topic[] {
  const out: Topic[] = [];
  for (const { topic } of list) if (topic !== null) out.unshift(topic);
  return out;
}
