import type { Figure } from '../quantity/figure.ts';
import type { Period, TimeExpression } from '../quantity/period.ts';
import type { Block, Passage } from '../text/block.ts';
import { type FoldedText, type Span, toSource } from '../text/folded-text.ts';
import { BlockTimes, type ReadTime, type TimeServices, timedOf } from './block-times.ts';
import type { BlockWatch } from './block-watch.ts';
import type { Claim, Mention } from './claim.ts';
import { type BlockContext, LONGEST_LEAD, type Topic } from './claim-context.ts';
import type { CountsTheSame } from './counter.ts';
import { firstTopic } from './first-topic.ts';
import type { Knowledge } from './knowledge.ts';
import { carriedBy, lend } from './lead-text.ts';
import type { Lexicon } from './lexicon.ts';
import type { DimensionOf } from './metric-choice.ts';
import { type NameHit, scanNames } from './name-scan.ts';
import { readPins } from './pins.ts';
import { placeClaim } from './place-claim.ts';
import { isReported, takesBack } from './rejection.ts';
import { contains, residue, type SentenceView, viewSentence } from './sentence.ts';
import { readSentenceClaims } from './sentence-claims.ts';
import { boundedSentences } from './sentence-pieces.ts';
import type { CarriedTopic, FoldedClaim } from './sentence-reading.ts';
import { isSupposed } from './supposition.ts';
import { tableSentences } from './table-sentences.ts';
import { namedMetrics, saysUnreal } from './title-words.ts';
import type { TimedSpan } from './when.ts';
import { within } from './within.ts';
import { scanWords, type WordHits } from './word-scan.ts';

/** What reading a block's claims needs; made once per fact base. */
export interface ClaimServices extends TimeServices {
  readonly lexicon: Lexicon;
  readonly knowledge: Knowledge;
  readonly dimensionOf: DimensionOf;
  readonly countsTheSame: CountsTheSame;
  /** Whether a Latin word looks like a name and is none, in whatever case. */
  isGeneric(this: void, word: string): boolean;
  readFigures(text: string): {
    readonly figures: readonly Figure[];
    readonly times: readonly TimeExpression[];
  };
  clauses(text: string, sentence: Span): readonly Span[];
}

/** A figure or time as read. Offsets are relative to the block. */
export type BlockReading = Span &
  (
    | { readonly type: 'figure'; readonly figure: Figure }
    /** `period` is null when the time stays open: a duration, a month without any year. */
    | { readonly type: 'time'; readonly time: TimeExpression; readonly period: Period | null }
  );

/** Everything read from one block. All offsets are relative to the block. */
export interface BlockClaims {
  readonly mentions: readonly Mention[];
  readonly readings: readonly BlockReading[];
  readonly claims: readonly Claim[];
  /** What the block speaks of, for the blocks under it. */
  readonly topic: Topic | null;
  /** All that a heading names: it may restrict the figures under it (信通院：中速增长情景). */
  readonly names: readonly string[];
  /** Whether it says that what stands under it is not asserted (常见错误说法, Assumptions:). */
  readonly unreal: boolean;
  /** Metrics that a heading, or a line that leads in what follows, names. */
  readonly metrics: readonly string[];
  /** Whether it leads in what follows (ends in a colon). */
  readonly leadsIn: boolean;
  /** Folded text of a heading, a list item or a line that leads in, where it is short; else empty. */
  readonly leadText: string;
  /** Folded lower-case text of a heading; empty for other blocks. */
  readonly headingText: string;
  readonly time: TimedSpan | null;
  /** Year named last; null when none was. */
  readonly year: number | null;
}

/** Reads the claims of one block; `watch` sees what is read on the way. Never throws. */
export function readBlockClaims(
  block: Block,
  passages: readonly Passage[],
  source: string,
  context: BlockContext,
  services: ClaimServices,
  watch: BlockWatch | null = null,
): BlockClaims {
  const reader = new BlockReader(source.slice(block.start, block.end), context, services, watch);
  if (block.kind === 'table') reader.readTable(passages);
  else for (const passage of passages) reader.readPassage(passage);
  return reader.finish();
}

const ASKS = /\?["'”’)」』]*\s*$/;

/** A line that ends in a colon, or a short one that ends no sentence, says what the list or table under it is about. */
const LEADS_IN = /:\s*$|^[^.。!?！？;；]{2,48}$/;

/** Unknown characters that an item may hold before its figure and still be about what it hangs from. */
const LONGEST_OWN = 4;

/** What the head of a table's first column says of the whole table. */
interface Corner {
  readonly names: readonly NameHit[];
  readonly metrics: readonly string[];
  readonly time: TimedSpan | null;
}

class BlockReader {
  private readonly source: string;
  private readonly context: BlockContext;
  private readonly services: ClaimServices;
  private readonly watch: BlockWatch | null;
  private readonly mentions: Mention[] = [];
  private readonly readings: BlockReading[] = [];
  private readonly claims: Claim[] = [];
  private topic: Topic | null = null;
  private leadsIn = false;
  private metrics: readonly string[] = [];
  private names: readonly string[] = [];
  private unreal = false;
  private headingText = '';
  private leadText = '';
  private time: TimedSpan | null = null;
  private readonly times: BlockTimes;
  private corner: Corner = { names: [], metrics: [], time: null };
  private lastWords: { readonly text: string; readonly start: number; readonly words: WordHits } | null =
    null;

  constructor(source: string, context: BlockContext, services: ClaimServices, watch: BlockWatch | null) {
    this.source = source;
    this.context = context;
    this.services = services;
    this.watch = watch;
    this.times = new BlockTimes(services, context.today, context.year);
  }

  readPassage(passage: Passage): void {
    const { folded } = passage;
    const names = this.namesIn(folded);
    this.addMentions(folded, names, passage.role);
    const read = this.services.readFigures(folded.text);
    const periods = this.times.resolve(read.times);
    this.addReadings(folded, read.figures, periods, null);
    if (passage.role === 'heading') {
      this.headingText = folded.text.toLowerCase();
      if (folded.text.length <= LONGEST_LEAD) this.leadText = folded.text.trim();
      this.metrics = namedMetrics(folded.text, this.services.lexicon);
      this.topic = firstTopic(names, this.services.knowledge);
      this.names = names.flatMap(({ entity }) => entity ?? []);
      this.unreal = saysUnreal(folded.text, names, this.services.lexicon);
      this.time = timedOf(periods).at(-1) ?? null;
      return;
    }
    this.readSentences(passage, names, read.figures, periods);
    if (passage.role === 'prose' && this.context.lead !== '') this.readUnderLead(passage, read.figures);
    if (folded.text.length <= LONGEST_LEAD) this.leadText = folded.text.trim();
    this.leadsIn = passage.role === 'prose' && LEADS_IN.test(folded.text);
    if (!this.leadsIn) return;
    this.metrics = namedMetrics(folded.text, this.services.lexicon);
    this.unreal = saysUnreal(folded.text, names, this.services.lexicon);
    this.time = timedOf(periods).at(-1) ?? null;
  }

  /**
   * Reads an item together with what it hangs from (中国的 Token 消耗 … 日均约 1 万亿) for the figures that nothing is known of without.
   */
  private readUnderLead(passage: Passage, figures: readonly Figure[]): void {
    const { headings, parents, metrics } = this.context;
    // What names nobody and nothing that is measured lends nothing.
    if (headings.length === 0 && parents.length === 0 && metrics.length === 0) return;
    const [first, next, afterNext] = passage.sentences;
    if (first === undefined) return;
    const { folded } = passage;
    if (this.isTakenBack(folded.text, first, next, afterNext)) return;
    const isOpen = (figure: Figure) =>
      contains(first, figure) && !this.claims.some((claim) => claim.figure === figure && !isDoubtful(claim));
    if (!figures.some(isOpen)) return;
    const lent = lend(`${this.context.lead} `, folded, first.end);
    const own: Span = { start: lent.text.length - first.end, end: lent.text.length };
    const read = this.services.readFigures(lent.text);
    const span: Span = { start: 0, end: lent.text.length };
    const names = this.namesIn(lent);
    const periods = this.times.resolve(read.times);
    const counted = read.figures.filter((figure) => contains(own, figure));
    const view = this.view(lent.text, span, names, counted, periods, []);
    // An item that names something of its own (长三角地区的开发者) is about that.
    const moved = counted.filter(
      (figure) => residue(view, { start: own.start, end: figure.outer.start }) <= LONGEST_OWN,
    );
    const before = this.claims.length;
    const parts = { folded: lent, sentences: [span], struck: [] };
    this.readSentences({ ...passage, ...parts }, names, moved, periods, true);
    const found = this.claims.splice(before).filter((claim) => claim.match !== null);
    for (const claim of found) {
      const held = this.claims.findIndex((other) => other.start === claim.start);
      const earlier = this.claims[held];
      if (earlier !== undefined && !isDoubtful(earlier)) continue;
      const carried = carriedBy(claim, toSource(lent, { start: own.start, end: own.start + 1 }).start);
      if (held >= 0) this.claims[held] = carried;
      else this.claims.push(carried);
    }
  }

  readTable(cells: readonly Passage[]): void {
    const heads = new Map<number, Passage>();
    for (const cell of cells) {
      const names = this.namesIn(cell.folded);
      this.addMentions(cell.folded, names, cell.role);
      if (cell.role !== 'header-cell') continue;
      heads.set(cell.column, cell);
      if (cell.column === 0) this.readCorner(cell.folded, names);
    }
    for (const { cell, folded, own } of tableSentences(cells, heads, (text) => this.isUnit(text))) {
      const names = this.namesIn(folded);
      const read = this.services.readFigures(folded.text);
      const periods = this.times.resolve(read.times);
      this.addReadings(folded, read.figures, periods, own);
      const span = { start: 0, end: folded.text.length };
      const parts = { folded, sentences: [span], struck: [] };
      const figures = read.figures.filter((figure) => contains(own, figure));
      this.readSentences({ ...cell, ...parts }, names, figures, periods);
    }
  }

  private isUnit(text: string): boolean {
    if (/^\d|^[年月日季周天]$/.test(text)) return false;
    const probe = `1${text}`;
    const [figure] = this.services.readFigures(probe).figures;
    return figure !== undefined && figure.unit !== null && figure.start === 0 && figure.end === probe.length;
  }

  /** The head of the first column may say whom or when the whole table is about: `联影医疗，2025`. */
  private readCorner({ text }: FoldedText, names: readonly NameHit[]): void {
    const { times } = this.services.readFigures(text);
    const time = timedOf(this.times.resolve(times)).at(-1) ?? null;
    this.corner = { names, metrics: namedMetrics(text, this.services.lexicon), time };
  }

  finish(): BlockClaims {
    this.readings.sort((a, b) => a.start - b.start);
    this.claims.sort((a, b) => a.start - b.start);
    return {
      mentions: this.mentions,
      readings: this.readings,
      claims: this.claims,
      topic: this.topic,
      leadsIn: this.leadsIn,
      names: this.names,
      unreal: this.unreal,
      metrics: this.metrics,
      leadText: this.leadText,
      headingText: this.headingText,
      time: this.time,
      year: this.times.year,
    };
  }

  private readSentences(
    passage: Passage,
    names: readonly NameHit[],
    figures: readonly Figure[],
    periods: readonly ReadTime[],
    asLead = false,
  ): void {
    const { services, context } = this;
    const { folded } = passage;
    const sentences = boundedSentences(passage.sentences, figures, (span) =>
      services.clauses(folded.text, span),
    );
    const pins = readPins(folded, this.source, figures, services.knowledge);
    if (!asLead) {
      for (const pin of pins.loose)
        if (passage.role === 'prose' || pin.reason === 'unknown') this.watch?.loosePin(pin);
    }
    const inTable = passage.role === 'cell';
    const carriesTopic = passage.role === 'prose' && !asLead;
    let previous: Topic | null = null;
    const headingTime = this.corner.time ?? context.headingTime;
    let carriedTime: { period: Period; origin: 'previous-sentence' | 'heading' } | null =
      headingTime === null ? null : { period: headingTime.period, origin: 'heading' };
    const around = [
      ...context.names,
      ...[...context.headings, ...context.parents].map((topic) => topic.entity),
    ];
    for (const { entity } of this.corner.names) if (entity !== null) around.push(entity);
    /** A sentence without a figure right before: what it asks for or speaks of, the next one gives (下载量又有新说法。到 1 月累计约 9 亿次). */
    let unanswered: Span | null = null;
    let supposed = false;
    const nowsOfAll = periods.filter(({ time }) => this.times.isNow(time)).map(({ time }) => time);
    for (let i = 0; i < sentences.length; i++) {
      const span = sentences[i];
      if (span === undefined) continue;
      const times = within(periods, span, ({ time }) => time);
      const timed = timedOf(times);
      const named = within(names, span, (name) => name);
      const counted = within(figures, span, (figure) => figure);
      supposed = isSupposed(folded.text, span, supposed);
      let spokenOf: Topic | null = null;
      if (counted.length > 0) {
        const view = this.view(folded.text, span, named, counted, times, passage.struck);
        const isLast = i === sentences.length - 1;
        const rejectedNext =
          context.takenBack === 'all' ||
          (context.takenBack === 'last-sentence' && isLast) ||
          this.isTakenBack(folded.text, span, sentences[i + 1], sentences[i + 2]);
        if (!inTable && !asLead) this.watch?.sentence({ view, folded, rejectedNext });
        const claims = readSentenceClaims(view, {
          knowledge: services.knowledge,
          dimensionOf: services.dimensionOf,
          countsTheSame: services.countsTheSame,
          timed,
          carried: this.carried(previous),
          carriedTime,
          contextNames: around,
          rejectedNext,
          nows: within(nowsOfAll, span, (now) => now),
          today: context.today,
          contextMetrics: this.contextMetrics(folded.text, unanswered),
          pins: pins.targets,
        });
        for (const read of claims) {
          const claim: FoldedClaim =
            (context.unreal || supposed) && read.mode === 'asserted'
              ? { ...read, mode: 'hypothetical' }
              : read;
          // How many? at the head of a column asks nothing that its cells do not answer.
          const answered = inTable && claim.mode === 'question' && !asksItself(folded, claim);
          this.claims.push(
            placeClaim(answered ? { ...claim, mode: 'asserted' } : claim, {
              source: this.source,
              folded,
              sentence: span,
              today: context.today,
              inTable,
            }),
          );
        }
        const last = claims.findLast((claim) => claim.match !== null)?.subject;
        if (last !== undefined && last !== null) spokenOf = { entity: last.entity, variant: last.variant };
      }
      if (!carriesTopic) continue;
      unanswered = counted.length === 0 ? span : null;
      const asks = counted.length === 0 && ASKS.test(folded.text.slice(span.start, span.end));
      spokenOf ??= firstTopic(named, this.services.knowledge);
      // A sentence that names nobody goes on about whom the one before spoke of, when it opens with a pronoun.
      previous =
        spokenOf ??
        (asks || /^\s*(?:其|该|它|这|此|[Ii]ts?\b|[Tt]h)/.test(folded.text.slice(span.start, span.start + 8))
          ? previous
          : null);
      if (spokenOf !== null && this.topic === null) this.topic = spokenOf;
      const lastTime = timed.findLast(({ time }) => time.relation !== 'since');
      if (lastTime !== undefined) carriedTime = { period: lastTime.period, origin: 'previous-sentence' };
    }
  }

  private contextMetrics(text: string, unanswered: Span | null): readonly string[] {
    const { metrics } = this.context;
    const asked =
      unanswered === null
        ? []
        : namedMetrics(text.slice(unanswered.start, unanswered.end), this.services.lexicon);
    return asked.length + this.corner.metrics.length === 0
      ? metrics
      : [...asked, ...this.corner.metrics, ...metrics];
  }

  private carried(previous: Topic | null): CarriedTopic[] {
    const out: CarriedTopic[] = [];
    if (previous !== null) out.push({ ...previous, origin: 'previous-sentence' });
    const corner = firstTopic(this.corner.names, this.services.knowledge);
    if (corner !== null) out.push({ ...corner, origin: 'heading' });
    for (const topic of this.context.parents) out.push({ ...topic, origin: 'list-parent' });
    const [heading] = this.context.headings;
    if (heading !== undefined) out.push({ ...heading, origin: 'heading' });
    return out;
  }

  private view(
    text: string,
    span: Span,
    names: readonly NameHit[],
    figures: readonly Figure[],
    periods: readonly { readonly time: TimeExpression }[],
    struck: readonly Span[],
  ): SentenceView {
    return viewSentence({
      text,
      span,
      clauses: this.services.clauses(text, span),
      names,
      words: this.wordsOf(text, span),
      figures,
      times: periods.map(({ time }) => time),
      struck,
    });
  }

  /** The words of a sentence, which is asked for twice: as the one behind, and then for itself. */
  private wordsOf(text: string, sentence: Span): WordHits {
    const last = this.lastWords;
    if (last !== null && last.start === sentence.start && last.text === text) return last.words;
    const words = scanWords(text, sentence, this.services.lexicon);
    this.lastWords = { text, start: sentence.start, words };
    return words;
  }

  private isTakenBack(
    text: string,
    span: Span,
    next: Span | undefined,
    afterNext: Span | undefined,
  ): boolean {
    if (next === undefined) return false;
    const reported = isReported(text, span);
    if (takesBack(text, next, this.wordsOf(text, next).cues, reported)) return true;
    if (!reported || afterNext === undefined) return false;
    return takesBack(text, afterNext, this.wordsOf(text, afterNext).cues, reported);
  }

  private namesIn(folded: FoldedText): readonly NameHit[] {
    const { lexicon, isGeneric } = this.services;
    const { text } = folded;
    let lower: string | null = null;
    return scanNames(text, lexicon, isGeneric, (needs) => {
      lower ??= `${text.toLowerCase()}\n${this.context.headingText}`;
      const around = lower;
      return needs.some((need) => around.includes(need));
    });
  }

  private addMentions(folded: FoldedText, names: readonly NameHit[], role: Passage['role']): void {
    this.watch?.names({ hits: names, folded, role });
    for (const name of names) {
      if (name.entity === null) continue;
      const { start, end } = toSource(folded, name);
      this.mentions.push({
        start,
        end,
        entity: name.entity,
        text: this.source.slice(start, end),
        variant: name.variant,
      });
    }
  }

  private addReadings(
    folded: FoldedText,
    figures: readonly Figure[],
    periods: readonly { readonly time: TimeExpression; readonly period: Period | null }[],
    own: Span | null,
  ): void {
    for (const figure of figures) {
      if (own === null || contains(own, figure))
        this.readings.push({ ...toSource(folded, figure), type: 'figure', figure });
    }
    for (const { time, period } of periods) {
      if (own === null || contains(own, time))
        this.readings.push({ ...toSource(folded, time), type: 'time', time, period });
    }
  }
}

/** Nothing is known of it, or its subject stands elsewhere; what a pin says is beyond doubt. */
function isDoubtful({ match, subject }: Claim): boolean {
  if (subject?.origin === 'pin') return false;
  return match === null || subject === null || subject.span === null;
}

function asksItself({ text }: FoldedText, { figure }: FoldedClaim): boolean {
  return /[?？]/.test(text.slice(figure.start));
}
