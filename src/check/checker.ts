import { type BlockClaims, type ClaimServices, readBlockClaims } from '../claims/block-claims.ts';
import { contextKey } from '../claims/claim-context.ts';
import type { Lexicon } from '../claims/lexicon.ts';
import { advance, contextOf, type NotePosition, samePosition, startOfNote } from '../claims/note-context.ts';
import { maySpeakOf, type TakenBack, takenBack } from '../claims/taken-back.ts';
import type { Block } from '../text/block.ts';
import type { BlockList } from '../text/block-list.ts';
import { scanBlocks, updateBlocks } from '../text/blocks.ts';
import { readBlock } from '../text/passages.ts';
import { changeBetween } from '../text/text-change.ts';
import type { Checker, NoteAnalysis, NoteOptions } from './analysis.ts';
import type { BlockState } from './block-state.ts';
import type { DecideServices } from './case.ts';
import { findingOf } from './claim-finding.ts';
import { decide } from './decide.ts';
import type { Finding } from './finding.ts';
import type { BlockInspector } from './inspector.ts';
import { type MisattributionServices, misattribution } from './misattribution.ts';
import { PlacedBlock } from './placed-block.ts';
import { type SeriesClaim, seriesClaims } from './series-claim.ts';
import { toldTwice } from './series-twice.ts';
import { applySuppressions } from './suppressions.ts';
import type { CheckedClaim } from './verdict.ts';

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
    const twice = toldTwice(placed);
    const inBlocks = placed.flatMap((block) => block.findings);
    const findings =
      twice.length === 0 ? inBlocks : [...inBlocks, ...twice].sort((a, b) => a.start - b.start);
    const analysis = analysisOf(text, placed, applySuppressions(text, findings), partial);
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
        { blocks, start, placed: readAll(source, blocks, start, NOTHING_HELD, services) },
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
      const held: Held = {
        block(index) {
          if (update === null || index < update.from) return old.placed[index] ?? null;
          if (index < update.from + update.added) return null;
          return old.placed[index - update.added + update.removed] ?? null;
        },
        isNext: (index) => update === null || index < update.from - 1 || index >= update.from + update.added,
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

/** The analysis of a note from its blocks. What few ask for is put together when it is first asked for. */
function analysisOf(
  text: string,
  placed: readonly PlacedBlock[],
  findings: readonly Finding[],
  partial: NoteAnalysis['partial'],
): NoteAnalysis {
  let mentions: NoteAnalysis['mentions'] | null = null;
  let readings: NoteAnalysis['readings'] | null = null;
  let claims: NoteAnalysis['claims'] | null = null;
  let series: readonly SeriesClaim[] | null = null;
  return {
    text,
    get mentions() {
      mentions ??= placed.flatMap((block) => block.mentions);
      return mentions;
    },
    get readings() {
      readings ??= placed.flatMap((block) => block.readings);
      return readings;
    },
    get claims() {
      claims ??= placed.flatMap((block) => block.claims);
      return claims;
    },
    findings,
    get series() {
      series ??= placed.flatMap((block) => block.series);
      return series;
    },
    partial,
  };
}

/** What is known of a note from before it was changed. */
interface Held {
  /** The block at this index of the new text, if it was there before; null when it is new. */
  block(index: number): PlacedBlock | null;
  /** Whether the block behind the one at this index is the same as before. */
  isNext(index: number): boolean;
}

const NOTHING_HELD: Held = { block: () => null, isNext: () => false };

/** What the block behind the one at `index` takes back of it. */
function takenBackAt(source: string, blocks: BlockList, index: number, lexicon: Lexicon): TakenBack {
  const block = blocks.at(index);
  const next = blocks.at(index + 1);
  if (block === undefined || next === undefined || !maySpeakOf(block, next, source)) return 'nothing';
  return takenBack(block, readBlock(source, next), lexicon);
}

/** Reads all blocks; those that `held` gives are taken over where text and context are the same. */
function readAll(
  source: string,
  blocks: BlockList,
  start: NotePosition,
  held: Held,
  services: CheckerServices,
): readonly PlacedBlock[] {
  const out: PlacedBlock[] = [];
  let position = start;
  for (let index = 0; index < blocks.length; index++) {
    const before = held.block(index);
    const at = blocks.startOf(index);
    const isPlaced = before !== null && before.state.before === position;
    const back =
      before !== null && held.isNext(index)
        ? before.state.context.takenBack
        : takenBackAt(source, blocks, index, services.claims.lexicon);
    if (isPlaced && before.state.context.takenBack === back) {
      position = before.state.after;
      out.push(before.start === at ? before : new PlacedBlock(before.state, at));
      continue;
    }
    const block = blocks.at(index);
    if (block === undefined) continue;
    const state = readState(source, block, position, back, before?.state ?? null, services);
    position = state.after;
    out.push(new PlacedBlock(state, at));
  }
  return out;
}

function readState(
  source: string,
  block: Block,
  position: NotePosition,
  back: TakenBack,
  held: BlockState | null,
  services: CheckerServices,
): BlockState {
  const context = contextOf(position, block, back);
  if (held !== null && contextKey(held.context) === contextKey(context)) {
    const after = advance(position, block, held.read);
    // An equal position is the same again, so that the blocks behind know their place without a look.
    return { ...held, before: position, after: samePosition(after, held.after) ? held.after : after };
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
  const claims = read.claims.map((claim) => ({ claim, verdict: decide(claim, services.decide) }));
  const { knowledge, units } = services.decide;
  return {
    before: position,
    context,
    after: advance(position, block, read),
    read,
    claims,
    series: seriesClaims(claims, context.today, { metric: (id) => knowledge.metric(id), units }),
    findings: findingsOf(claims, inspector.findings(), services.decide),
  };
}

const NONE: readonly Finding[] = [];

function asList(finding: Finding | null): readonly Finding[] {
  return finding === null ? NONE : [finding];
}

function findingsOf(
  claims: readonly CheckedClaim[],
  inspected: readonly Finding[],
  services: MisattributionServices,
): readonly Finding[] {
  const ofClaims = claims.flatMap((checked) => [
    ...asList(findingOf(checked)),
    ...asList(misattribution(checked, services)),
  ]);
  if (ofClaims.length === 0 && inspected.length === 0) return NONE;
  return [...ofClaims, ...inspected].sort((a, b) => a.start - b.start);
}
