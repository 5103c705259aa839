import { type BlockClaims, type ClaimServices, readBlockClaims } from '../claims/block-claims.ts';
import { contextKey } from '../claims/claim-context.ts';
import { advance, contextOf, type NotePosition, startOfNote } from '../claims/note-context.ts';
import type { Block } from '../text/block.ts';
import type { BlockList } from '../text/block-list.ts';
import { scanBlocks, updateBlocks } from '../text/blocks.ts';
import { readBlock } from '../text/passages.ts';
import { changeBetween } from '../text/text-change.ts';
import type { Checker, NoteAnalysis, NoteOptions } from './analysis.ts';
import { type BlockState, type PlacedBlock, placeBlock } from './block-state.ts';
import { type DecideServices, decide } from './decide.ts';
import type { BlockInspector } from './inspector.ts';
import { seriesClaims } from './series-claim.ts';
import { toldTwice } from './series-twice.ts';
import { applySuppressions } from './suppressions.ts';

export interface CheckerServices {
  readonly claims: ClaimServices;
  readonly decide: DecideServices;
  /** Looks at a block for what needs no facts; made anew for each block. The block's text comes first. */
  inspect(text: string): BlockInspector;
  /** The date that the note gives itself in its front matter, in days since 1970-01-01; null when it gives none. */
  noteDate(source: string, frontMatter: Block): number | null;
}

/** Notes longer than this are checked up to here only, and say so. UTF-16 code units. */
const LONGEST_NOTE = 32 * 1024 * 1024;

interface NoteState {
  readonly blocks: BlockList;
  readonly placed: readonly PlacedBlock[];
  readonly start: NotePosition;
}

/** A checker over one fact base, from its parts. Notes are read block by block; `reanalyze` reads only blocks whose text or context changed. */
export function createBlockChecker(services: CheckerServices): Checker {
  const states = new WeakMap<NoteAnalysis, NoteState>();

  const assemble = (text: string, state: NoteState, partial: NoteAnalysis['partial']): NoteAnalysis => {
    const { placed } = state;
    const claims = placed.flatMap((block) => block.claims);
    const series = seriesClaims(claims, state.start.today, {
      metric: (id) => services.decide.knowledge.metric(id),
      units: services.decide.units,
    });
    const twice = toldTwice(series);
    const inBlocks = placed.flatMap((block) => block.findings);
    const findings =
      twice.length === 0 ? inBlocks : [...inBlocks, ...twice].sort((a, b) => a.start - b.start);
    const analysis: NoteAnalysis = {
      text,
      mentions: placed.flatMap((block) => block.mentions),
      readings: placed.flatMap((block) => block.readings),
      claims,
      findings: applySuppressions(text, findings),
      series,
      partial,
    };
    states.set(analysis, state);
    return analysis;
  };

  return {
    analyze(text, options) {
      const { source, partial } = cut(text);
      const blocks = scanBlocks(source);
      const start = startOfNote(noteDay(source, blocks, services, options));
      return assemble(
        text,
        { blocks, start, placed: readAll(source, blocks, start, () => null, services) },
        partial,
      );
    },

    reanalyze(previous, text, options) {
      const old = states.get(previous);
      if (old === undefined || previous.partial !== null) return this.analyze(text, options);
      const { source, partial } = cut(text);
      const change = changeBetween(previous.text, source);
      const update = change === null ? null : updateBlocks(old.blocks, source, change);
      const blocks = update?.blocks ?? old.blocks;
      const today = noteDay(source, blocks, services, options);
      const start = today === old.start.today ? old.start : startOfNote(today);
      if (update === null && start === old.start) return previous;
      const held = (index: number): PlacedBlock | null => {
        if (update === null || index < update.from) return old.placed[index] ?? null;
        if (index < update.from + update.added) return null;
        return old.placed[index - update.added + update.removed] ?? null;
      };
      return assemble(
        text,
        { blocks, start, placed: readAll(source, blocks, start, held, services) },
        partial,
      );
    },
  };
}

function cut(text: string): { source: string; partial: NoteAnalysis['partial'] } {
  if (text.length <= LONGEST_NOTE) return { source: text, partial: null };
  return { source: text.slice(0, LONGEST_NOTE), partial: 'too-large' };
}

function noteDay(source: string, blocks: BlockList, services: CheckerServices, options: NoteOptions): number {
  const first = blocks.at(0);
  if (first?.kind !== 'front-matter') return options.today;
  return services.noteDate(source, first) ?? options.today;
}

function readAll(
  source: string,
  blocks: BlockList,
  start: NotePosition,
  held: (index: number) => PlacedBlock | null,
  services: CheckerServices,
): readonly PlacedBlock[] {
  const out: PlacedBlock[] = [];
  let position = start;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks.at(index);
    if (block === undefined) continue;
    const before = held(index);
    const state = readState(source, block, position, before?.state ?? null, services);
    position = state.after;
    out.push(
      before !== null && before.state === state && before.start === block.start
        ? before
        : placeBlock(state, block.start),
    );
  }
  return out;
}

function readState(
  source: string,
  block: Block,
  position: NotePosition,
  held: BlockState | null,
  services: CheckerServices,
): BlockState {
  if (held !== null && held.before === position) return held;
  const context = contextOf(position, block);
  const key = contextKey(context);
  if (held !== null && held.contextKey === key) {
    return { ...held, before: position, after: advance(position, block, held.read) };
  }
  const inspector = services.inspect(source.slice(block.start, block.end));
  const read: BlockClaims = readBlockClaims(
    block,
    readBlock(source, block),
    source,
    context,
    services.claims,
    inspector,
  );
  return {
    before: position,
    contextKey: key,
    after: advance(position, block, read),
    read,
    verdicts: read.claims.map((claim) => decide(claim, services.decide)),
    inspected: inspector.findings(),
  };
}
