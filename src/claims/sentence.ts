import type { Figure } from '../quantity/figure.ts';
import type { TimeExpression } from '../quantity/period.ts';
import type { Span } from '../text/folded-text.ts';
import type { CueKind } from './cues.ts';
import type { NameHit } from './name-scan.ts';
import { isDigit, isWordCode } from './name-scan.ts';
import type { CueHit, PhraseHit, WordHits } from './word-scan.ts';
import { isHan } from './word-trie.ts';

/** One sentence with everything that was found in it. All spans are folded offsets of its passage; all lists are in order. */
export interface SentenceView {
  readonly text: string;
  readonly span: Span;
  readonly clauses: readonly Span[];
  readonly names: readonly NameHit[];
  readonly cues: readonly CueHit[];
  readonly triggers: readonly PhraseHit[];
  /** Words that say that something else than a metric is measured (`except`). */
  readonly exceptions: readonly PhraseHit[];
  readonly figures: readonly Figure[];
  readonly times: readonly TimeExpression[];
  readonly struck: readonly Span[];
}

export interface SentenceParts {
  readonly text: string;
  readonly span: Span;
  readonly clauses: readonly Span[];
  readonly names: readonly NameHit[];
  readonly words: WordHits;
  readonly figures: readonly Figure[];
  readonly times: readonly TimeExpression[];
  readonly struck: readonly Span[];
}

/** Puts a sentence together: figures inside names go, names with gaps come in, triggers that an exception names go. */
export function viewSentence(parts: SentenceParts): SentenceView {
  const { span } = parts;
  const gapped = parts.words.phrases
    .filter((phrase) => phrase.role === 'name')
    .map(
      (phrase): NameHit => ({
        start: phrase.start,
        end: phrase.end,
        entity: phrase.id,
        variant: '',
        entry: -1,
      }),
    );
  // Sixty percent: a number word with a capital is nobody's name.
  const plain = parts.names.filter(
    (name) =>
      contains(span, name) &&
      !parts.figures.some((figure) =>
        name.entity === null ? overlaps(figure.outer, name) : isCutByFigure(name, figure),
      ),
  );
  const covered = gapped.filter(
    (gap) => !plain.some((name) => name.entity === gap.entity && contains(name, gap)),
  );
  const names = [
    ...plain.filter((name) => !covered.some((gap) => swallows(gap, name))),
    ...dropNested(covered),
  ].sort((a, b) => a.start - b.start);
  const solid = plain.filter((name) => name.entity !== null);
  const view: SentenceView = {
    text: parts.text,
    span,
    clauses: parts.clauses,
    names,
    cues: parts.words.cues,
    triggers: [],
    exceptions: parts.words.phrases.filter((phrase) => phrase.role === 'except'),
    figures: parts.figures.filter(
      (figure) => contains(span, figure) && !solid.some((name) => ownsNumeral(name, figure)),
    ),
    times: parts.times.filter((time) => contains(span, time) && !solid.some((name) => overlaps(name, time))),
    struck: parts.struck.filter((struck) => overlaps(struck, span)),
  };
  const triggers = liveTriggers(view, parts.words.phrases);
  const longer = [
    ...names.filter((name) => name.entity !== null),
    ...triggers.flatMap((trigger) => trigger.parts),
  ];
  const cues = view.cues.filter(
    (cue) =>
      STANDING.has(cue.cue) ||
      (!longer.some((word) => contains(word, cue) && length(word) > length(cue)) && !isMadePlain(view, cue)),
  );
  return { ...view, cues, triggers };
}

/** 让我意外 is nobody else's, "if you still doubt it" supposes nothing, "could be found" is no forecast: a longer plain expression holds the word. */
function isMadePlain(view: SentenceView, cue: CueHit): boolean {
  return (
    PLAINABLE.has(cue.cue) &&
    view.cues.some(
      (other) => other.cue === 'transparent' && contains(other, cue) && length(other) > length(cue),
    )
  );
}

const PLAINABLE: ReadonlySet<CueKind> = new Set(['other-party', 'hypothetical', 'forecast']);

/** 预测 in 预测准确率 forecasts nothing, but 增长 in 同比增长 is a rise. */
const STANDING: ReadonlySet<CueKind> = new Set(['rise', 'fall', 'changed-to', 'superlative', 'former']);

/** 六成都在客服环节: the city that the last character of the figure seems to begin is none. */
function isCutByFigure(name: Span, figure: Span): boolean {
  return name.start > figure.start && name.start === figure.end - 1 && name.end > figure.end;
}

/** 零一万物 owns its numeral; the AI companies of "6,000 AI companies" are what the figure counts. */
function ownsNumeral(name: Span, figure: Span): boolean {
  return overlaps(name, figure) && name.start <= figure.start;
}

/** A gapped name of one entity hides the shorter names that it is made of. */
function swallows(gap: Span, name: NameHit): boolean {
  return contains(gap, name) && name.end - name.start < gap.end - gap.start;
}

function dropNested(hits: readonly NameHit[]): readonly NameHit[] {
  return hits.filter(
    (hit, index) =>
      !hits.some(
        (other, at) => at !== index && contains(other, hit) && (length(other) > length(hit) || at < index),
      ),
  );
}

function liveTriggers(view: SentenceView, phrases: readonly PhraseHit[]): PhraseHit[] {
  const { exceptions } = view;
  const live = phrases.filter((phrase) => {
    if (phrase.role !== 'trigger') return false;
    return !exceptions.some((exception) => exception.id === phrase.id && standsWith(view, exception, phrase));
  });
  return live.filter(
    (phrase) =>
      !live.some(
        (other) =>
          other !== phrase &&
          other.parts.length === 1 &&
          contains(other, phrase) &&
          length(other) > length(phrase),
      ),
  );
}

function standsWith(view: SentenceView, a: Span, b: Span): boolean {
  if (overlaps(a, b)) return true;
  const [from, to] = [clauseAt(view, a.start), clauseAt(view, b.start)];
  return from === to || (to === from + 1 && isOpening(view, from));
}

/** Per capita, the world produced: a few words before the first comma belong to the clause behind it. */
function isOpening(view: SentenceView, clause: number): boolean {
  const span = view.clauses[clause];
  if (span === undefined || clause > 0 || span.end - span.start > LONGEST_OPENING) return false;
  return (
    !view.figures.some((figure) => overlaps(figure, span)) && !view.names.some((name) => overlaps(name, span))
  );
}

const LONGEST_OPENING = 20;

/** Index of the clause that holds the offset. */
export function clauseAt(view: SentenceView, offset: number): number {
  for (let i = 0; i < view.clauses.length; i++) {
    const clause = view.clauses[i];
    if (clause !== undefined && offset < clause.end) return i;
  }
  return Math.max(0, view.clauses.length - 1);
}

export function clauseSpan(view: SentenceView, offset: number): Span {
  return view.clauses[clauseAt(view, offset)] ?? view.span;
}

/** Cues of these kinds that lie inside the span. */
export function cuesIn(view: SentenceView, span: Span, ...kinds: readonly CueKind[]): readonly CueHit[] {
  return view.cues.filter((cue) => contains(span, cue) && kinds.includes(cue.cue));
}

/** Whether the sentence names somebody whom the fact base does not know, or says within `span` that another is meant. */
export function speaksOfOthers(view: SentenceView, span: Span): boolean {
  return view.names.some((name) => name.entity === null) || cuesIn(view, span, 'other-party').length > 0;
}

/**
 * How much of a stretch names something that nobody here knows: its characters that belong to no name, trigger, cue, figure or
 * time. A Latin word counts as two Chinese characters.
 */
export function residue(view: SentenceView, span: Span): number {
  const covered = new Uint8Array(Math.max(0, span.end - span.start));
  const cover = (part: Span) => {
    covered.fill(1, Math.max(0, part.start - span.start), Math.max(0, part.end - span.start));
  };
  for (const name of view.names) if (name.entity !== null) cover(name);
  for (const trigger of view.triggers) for (const part of trigger.parts) cover(part);
  for (const cue of view.cues) cover(cue);
  for (const figure of view.figures) cover(figure.outer);
  for (const time of view.times) cover(time);
  let count = 0;
  for (let i = span.start; i < span.end; i++) {
    if (covered[i - span.start] === 1) continue;
    const code = view.text.charCodeAt(i);
    if (isHan(code)) count++;
    else if (isWordCode(code) && !isDigit(code) && !isWordCode(view.text.charCodeAt(i - 1))) count += 2;
  }
  return count;
}

/**
 * Whether the figure is followed by the name of something that nobody here knows: 两条主线, three people's lives. A word of the
 * metric or of its sources (`written`, folded), a known name, or a function word right behind it says that it counts what the sentence speaks of.
 */
export function countsUnknownNoun(
  view: SentenceView,
  figure: Figure,
  metric: string,
  written: readonly string[],
): boolean {
  const { text, span } = view;
  let start = Math.max(figure.end, figure.outer.end);
  if (text[start] === ' ') start++;
  if (text[start] === '的') start++;
  let end = start;
  while (end < span.end && end - start < NOUN_REACH && isCharacter(text.charCodeAt(end))) end++;
  if (end === start) return countsUnknownThings(view, figure, metric, start);
  const noun = { start, end };
  if (view.cues.some((cue) => cue.start === start || (cue.cue.startsWith('kind-') && overlaps(cue, noun))))
    return false;
  if (view.names.some((name) => name.entity !== null && overlaps(name, noun))) return false;
  const head = text.slice(start, start + NOUN_HEAD);
  if (written.some((figureText) => figureText.includes(head))) return false;
  const own = view.triggers.filter((trigger) => trigger.id === metric);
  return !own.some((trigger) => trigger.parts.some((part) => overlaps(part, noun)));
}

/** 14 talks, nine scanners: an English plural right behind the number that belongs to no word of the metric and to no known name. */
function countsUnknownThings(view: SentenceView, figure: Figure, metric: string, at: number): boolean {
  if (figure.unit !== null && figure.counter === '') return false;
  const plural = PLURAL.exec(view.text.slice(at, Math.min(view.span.end, at + LONGEST_PLURAL)));
  if (plural === null) return false;
  const noun = { start: at, end: at + plural[0].length };
  if (view.names.some((name) => name.entity !== null && overlaps(name, noun))) return false;
  if (view.cues.some((cue) => cue.cue.startsWith('kind-') && overlaps(cue, noun))) return false;
  return !view.triggers.some(
    (trigger) => trigger.id === metric && trigger.parts.some((part) => overlaps(part, noun)),
  );
}

const PLURAL =
  /^(?:[a-z]{3,14} )?(?!(?:times|percent|cents|minutes|hours|days|weeks|months|years|quarters|others|across|perhaps|always|plus|was|has|does|this|thus|versus|less|its|yes|users|people)\b)[a-z]{3,16}s\b/;
const LONGEST_PLURAL = 40;

/** A Chinese character, not a mark of punctuation. */
function isCharacter(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

/** How far behind a figure its noun may reach, in Chinese characters. */
const NOUN_REACH = 8;
/** As many of them must stand in the figure of a source for the noun to be its own. */
const NOUN_HEAD = 2;

export function contains(outer: Span, inner: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function length(span: Span): number {
  return span.end - span.start;
}
