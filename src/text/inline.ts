import { addressEnd, hostEnd, localPartStart, schemeLength } from './address.ts';
import { alertEnd, citationEnd } from './bracket-marks.ts';
import { BracketStack } from './brackets.ts';
import * as chars from './chars.ts';
import { EmphasisPairs, flanking } from './emphasis.ts';
import { entityAt } from './entities.ts';
import { FOLD, isUnseenLow } from './fold.ts';
import { FoldedBuffer } from './folded-buffer.ts';
import type { FoldedText, Span } from './folded-text.ts';
import { InlineHtmlReader, lostTagEnd } from './html-inline.ts';
import { LineJoiner } from './line-joiner.ts';
import { nextContent } from './line-prefix.ts';
import { labelEnd, linkTargetEnd } from './link-parts.ts';
import { mathEnd } from './math.ts';
import { glossAt } from './pinyin.ts';

const { LF, SPACE, MASK_CODE } = chars;

/** So many toned glosses in a passage show the habit; from then on those without a tone mark (們(men)) go too. */
const GLOSS_HABIT = 3;

export interface InlineText {
  readonly folded: FoldedText;
  /** Folded spans that are struck out, in order. */
  readonly struck: readonly Span[];
}

const NO_SPANS: readonly Span[] = Object.freeze([]);

/** Where a passage stands in the source. */
export interface PassagePlace {
  /** What offsets are counted from. */
  readonly base: number;
  readonly from: number;
  readonly to: number;
  /** Depth of quotation: at line starts so many quote marks are passed over. */
  readonly quotes: number;
  /** Does every line stand for itself? */
  readonly hardLines: boolean;
}

/**
 * Reads running text: leaves markup out, masks what is not to be read, folds the rest, and keeps for each code unit its
 * offset. One pass; where a construct must look ahead, each look is paid for by what it passes.
 */
export function readInline(source: string, place: PassagePlace): InlineText {
  return new InlineReader(source, place).read();
}

class InlineReader {
  readonly #source: string;
  readonly #from: number;
  readonly #to: number;
  readonly #quotes: number;
  readonly #hardLines: boolean;
  readonly #text: FoldedBuffer;
  #html: InlineHtmlReader | null = null;
  #emphasis: EmphasisPairs | null = null;
  #brackets: BracketStack | null = null;
  #lines: LineJoiner | null = null;
  /** Last place of a run of so many backticks. */
  #backticks: Map<number, number> | null = null;
  #glosses = 0;
  /** Where struck text began with a tag. */
  #strikeFrom = -1;
  #struck: Span[] | null = null;

  constructor(source: string, place: PassagePlace) {
    this.#source = source;
    this.#from = place.from;
    this.#to = place.to;
    this.#quotes = place.quotes;
    this.#hardLines = place.hardLines;
    this.#text = new FoldedBuffer(source, place.base, place.from, place.to);
  }

  read(): InlineText {
    const text = this.#text;
    for (let at = text.takePlain(this.#from); at < this.#to; at = text.takePlain(at)) {
      const code = this.#source.charCodeAt(at);
      if (code === SPACE) {
        text.emit(SPACE, at);
        at++;
      } else at = this.#readMark(code, at);
    }
    this.#emphasis?.resolve(0, this.#drop);
    const struck = text.finish(this.#struckSpans());
    return { folded: text.toFoldedText(), struck };
  }

  /** Reads what begins at `at` and gives the offset behind it. */
  #readMark(code: number, at: number): number {
    switch (code) {
      case chars.LF:
      case chars.CR:
        return this.#readLineEnd(at, false);
      case chars.BACKSLASH:
        return this.#readEscape(at);
      case chars.BACKTICK:
        return this.#readCode(at);
      case chars.STAR:
      case chars.UNDERSCORE:
      case chars.TILDE:
      case chars.EQUALS:
        return this.#readEmphasis(code, at);
      case chars.BANG:
        if (at + 1 < this.#to && this.#source.charCodeAt(at + 1) === chars.BRACKET_OPEN)
          return this.#openBracket(at, true);
        break;
      case chars.BRACKET_OPEN:
        return this.#readBracket(at);
      case chars.BRACKET_CLOSE:
        return this.#closeBracket(at);
      case chars.LESS:
        return this.#readHtml(at);
      case chars.AMPERSAND:
        return this.#readEntity(at);
      case chars.DOLLAR:
        return this.#maskOr(mathEnd(this.#source, at, this.#to), at);
      case chars.QUESTION:
        return this.#maskOr(lostTagEnd(this.#source, at, this.#to), at);
      case chars.COLON:
      case chars.DOT:
        return this.#readAddress(code, at);
      case chars.AT:
        return this.#readMail(at);
      case chars.PAREN_OPEN:
      case 0xff08:
        return this.#readGloss(at);
    }
    if (!isUnseenLow(this.#source, at)) this.#text.emit(FOLD[code] ?? 0, at);
    return at + 1;
  }

  /** Masks what ends at `end`; when there is nothing (-1), the mark at `at` is text. */
  #maskOr(end: number, at: number): number {
    if (end >= 0) {
      this.#text.emit(MASK_CODE, at);
      return end;
    }
    this.#text.emit(FOLD[this.#source.charCodeAt(at)] ?? 0, at);
    return at + 1;
  }

  #readLineEnd(at: number, isForced: boolean): number {
    const source = this.#source;
    const next = nextContent(source, at, this.#to, this.#quotes);
    const isHardBreak =
      isForced ||
      this.#hardLines ||
      (source.charCodeAt(at - 1) === SPACE && source.charCodeAt(at - 2) === SPACE);
    this.#text.trimSpaces();
    if (this.#text.length === 0 || next >= this.#to) return next;
    this.#lines ??= new LineJoiner(source, this.#text, this.#from, this.#to);
    const join = this.#lines.join(at, next, isHardBreak);
    if (join !== 0 && this.#text.codeAt(this.#text.length - 1) !== LF) this.#text.emit(join, at);
    return next;
  }

  #readEscape(at: number): number {
    const next = this.#source.charCodeAt(at + 1);
    if (at + 1 < this.#to) {
      if (chars.isNewline(next)) return this.#readLineEnd(at + 1, true);
      if (chars.isAsciiPunctuation(next)) {
        this.#text.emit(FOLD[next] ?? 0, at + 1);
        return at + 2;
      }
    }
    this.#text.emit(chars.BACKSLASH, at);
    return at + 1;
  }

  #readCode(at: number): number {
    const size = this.#runLength(chars.BACKTICK, at);
    this.#backticks ??= lastBackticks(this.#source, at, this.#to);
    if ((this.#backticks.get(size) ?? -1) <= at) return this.#emitRun(at, size);
    let i = at + size;
    for (;;) {
      while (this.#source.charCodeAt(i) !== chars.BACKTICK) i++;
      const closing = this.#runLength(chars.BACKTICK, i);
      i += closing;
      if (closing !== size) continue;
      this.#text.emit(MASK_CODE, at);
      return i;
    }
  }

  #readEmphasis(mark: number, at: number): number {
    const size = this.#runLength(mark, at);
    const before = at === this.#from ? Number.NaN : this.#source.charCodeAt(at - 1);
    const after = at + size >= this.#to ? Number.NaN : this.#source.charCodeAt(at + size);
    const [canOpen, canClose] = flanking(mark, size, before, after);
    if (canOpen || canClose) {
      this.#emphasis ??= new EmphasisPairs();
      this.#emphasis.add(mark, this.#text.length, size, canOpen, canClose);
    }
    return this.#emitRun(at, size);
  }

  #runLength(mark: number, at: number): number {
    let i = at;
    while (i < this.#to && this.#source.charCodeAt(i) === mark) i++;
    return i - at;
  }

  #emitRun(at: number, size: number): number {
    for (let i = at; i < at + size; i++) this.#text.emit(this.#source.charCodeAt(i), i);
    return at + size;
  }

  #readBracket(at: number): number {
    const source = this.#source;
    if (source.charCodeAt(at + 1) === chars.CARET) {
      const end = labelEnd(source, at, this.#to);
      // A note's mark goes without a trace, so that 6 亿次[^1] stays whole.
      if (end > at + 3) return end;
    }
    const alert = at === this.#from ? alertEnd(source, at, this.#to) : -1;
    if (alert >= 0) return this.#maskOr(alert, at);
    const citation = citationEnd(source, at, this.#to);
    if (citation >= 0) return this.#readCitation(at, citation);
    return this.#openBracket(at, false);
  }

  /** A citation mark may itself be a link, which then must follow the word that it belongs to. */
  #readCitation(at: number, end: number): number {
    if (end >= this.#to || this.#source.charCodeAt(end) !== chars.PAREN_OPEN) return this.#maskOr(end, at);
    const target = linkTargetEnd(this.#source, end, this.#to);
    if (target < 0) return this.#maskOr(end, at);
    const isAttached = at > this.#from && !chars.isSpace(this.#source.charCodeAt(at - 1));
    return isAttached ? this.#maskOr(target, at) : this.#openBracket(at, false);
  }

  #openBracket(at: number, isImage: boolean): number {
    this.#brackets ??= new BracketStack();
    this.#brackets.push(at, this.#text.length, this.#emphasis?.length ?? 0, isImage);
    return this.#emitRun(at, isImage ? 2 : 1);
  }

  #closeBracket(at: number): number {
    const opener = this.#brackets?.pop() ?? null;
    if (opener === null || opener.isSpent) return this.#emitRun(at, 1);
    const wiki = this.#closeWikiLink(opener.source, opener.place, at);
    if (wiki >= 0) return wiki;
    const end = this.#linkEnd(at + 1);
    if (end < 0) return this.#emitRun(at, 1);
    if (opener.isImage) {
      this.#cutBack(opener.place);
      this.#text.emit(MASK_CODE, opener.source);
      return end;
    }
    this.#emphasis?.resolve(opener.runs, this.#drop);
    this.#drop(opener.place);
    this.#brackets?.closeLink();
    return end;
  }

  /** Offset behind what makes the bracket that closed before `at` a link: its target or a label; -1 when it is none. */
  #linkEnd(at: number): number {
    if (at >= this.#to) return -1;
    const next = this.#source.charCodeAt(at);
    if (next === chars.PAREN_OPEN) return linkTargetEnd(this.#source, at, this.#to);
    if (next !== chars.BRACKET_OPEN || this.#source.charCodeAt(at + 1) === chars.CARET) return -1;
    const isCollapsed = at + 1 < this.#to && this.#source.charCodeAt(at + 1) === chars.BRACKET_CLOSE;
    return isCollapsed ? at + 2 : labelEnd(this.#source, at, this.#to);
  }

  /** `[[page]]` and `[[page|shown]]`: what is shown stays. An embedded `![[file]]` is masked. */
  #closeWikiLink(inner: number, place: number, at: number): number {
    const source = this.#source;
    if (at + 1 >= this.#to || source.charCodeAt(at + 1) !== chars.BRACKET_CLOSE) return -1;
    const isEmbedded =
      source.charCodeAt(inner - 1) === chars.BRACKET_OPEN && source.charCodeAt(inner - 2) === chars.BANG;
    if (this.#brackets?.isOpenAt(isEmbedded ? inner - 2 : inner - 1) !== true) return -1;
    if (this.#linkEnd(at + 2) >= 0) return -1;
    const outer = this.#brackets.pop();
    if (outer === null) return -1;
    if (isEmbedded) {
      this.#cutBack(outer.place);
      this.#text.emit(MASK_CODE, outer.source);
      return at + 2;
    }
    let shown = this.#text.length;
    while (shown > place + 1 && this.#text.codeAt(shown - 1) !== chars.PIPE) shown--;
    for (let i = place; i < shown; i++) this.#drop(i);
    this.#drop(outer.place);
    return at + 2;
  }

  /** Takes back what was read from `place` on. */
  #cutBack(place: number): void {
    this.#text.cutBack(place);
    this.#emphasis?.forgetFrom(place);
  }

  #readHtml(at: number): number {
    this.#html ??= new InlineHtmlReader(this.#source, this.#to, this.#hardLines);
    const html = this.#html.read(at);
    if (html === null) return this.#emitRun(at, 1);
    if (html.reading === 'mask') this.#text.emit(MASK_CODE, at);
    else if (html.reading === 'break' && this.#text.length > 0) this.#text.emit(LF, at);
    else if (html.reading === 'strike') this.#strikeFrom = this.#text.length;
    else if (html.reading === 'end-strike' && this.#strikeFrom >= 0) {
      this.#struck ??= [];
      this.#struck.push({ start: this.#strikeFrom, end: this.#text.length });
      this.#strikeFrom = -1;
    }
    return html.end;
  }

  #readEntity(at: number): number {
    const entity = entityAt(this.#source, at, this.#to);
    if (entity === null) return this.#emitRun(at, 1);
    if (entity.code > 0xffff) {
      const pair = String.fromCodePoint(entity.code);
      this.#text.emit(pair.charCodeAt(0), at);
      this.#text.emit(pair.charCodeAt(1), at);
    } else this.#text.emit(entity.code === LF ? SPACE : (FOLD[entity.code] ?? 0), at);
    return entity.end;
  }

  /** An address whose `://` or `www.` ends here: what was read of it is taken back. */
  #readAddress(code: number, at: number): number {
    const source = this.#source;
    const isWww =
      code === chars.DOT && at - 3 >= this.#from && source.slice(at - 3, at).toLowerCase() === 'www';
    const isWord = isWww && !chars.isAlphanumeric(source.charCodeAt(at - 4));
    const before = code === chars.COLON ? schemeLength(source, at, this.#from) : isWord ? 3 : 0;
    const behind = code === chars.COLON ? 3 : 1;
    const end = before === 0 ? -1 : addressEnd(source, at + behind, this.#to);
    if (end <= at + behind || !this.#isReadPlainly(at - before, before)) return this.#emitRun(at, 1);
    this.#cutBack(this.#text.length - before);
    this.#text.emit(MASK_CODE, at - before);
    return end;
  }

  #readMail(at: number): number {
    const end = hostEnd(this.#source, at + 1, this.#to);
    const start = end < 0 ? -1 : localPartStart(this.#source, at, this.#from);
    if (start < 0 || !this.#isReadPlainly(start, at - start)) return this.#emitRun(at, 1);
    this.#cutBack(this.#text.length - (at - start));
    this.#text.emit(MASK_CODE, start);
    return end;
  }

  /** Were the `size` code units from `start` on, the last ones read, all taken as they are? */
  #isReadPlainly(start: number, size: number): boolean {
    const first = this.#text.length - size;
    return first >= 0 && this.#text.sourceAt(first) === start;
  }

  #readGloss(at: number): number {
    const gloss = at > this.#from ? glossAt(this.#source, at, this.#to) : null;
    if (gloss?.isToned) this.#glosses++;
    if (gloss !== null && (gloss.isToned || this.#glosses >= GLOSS_HABIT)) return gloss.end;
    this.#text.emit(chars.PAREN_OPEN, at);
    return at + 1;
  }

  readonly #drop = (index: number): void => {
    this.#text.drop(index);
  };

  #struckSpans(): readonly Span[] {
    const byMarks = this.#emphasis?.struck ?? NO_SPANS;
    if (this.#struck === null && byMarks.length === 0) return NO_SPANS;
    const spans = [...(this.#struck ?? []), ...byMarks].filter((span) => span.end <= this.#text.length);
    return spans.sort((a, b) => a.start - b.start);
  }
}

/** Last place of each length of backtick run: a run whose length does not come again is text, without a look ahead. */
function lastBackticks(source: string, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>();
  for (let i = from; i < to; i++) {
    if (source.charCodeAt(i) !== chars.BACKTICK) continue;
    const start = i;
    while (i < to && source.charCodeAt(i) === chars.BACKTICK) i++;
    places.set(i - start, start);
  }
  return places;
}
