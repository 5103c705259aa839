import type { Finding, FindingCode } from '../check/finding.ts';
import type { Claim } from '../claims/claim.ts';
import type { Fact } from '../factbase/model.ts';
import type { ServiceContext } from './context.ts';
import { figureText, hedgeWord } from './figure-text.ts';
import { hedgeBefore, hedgeBehind } from './hedges.ts';
import type { Note } from './note.ts';
import type { Script, WritingStyle } from './period-text.ts';
import type { TextEdit } from './results.ts';
import { word } from './words.ts';
import { localStyle } from './writing-style.ts';

/** An edit that would settle a finding, with its title. */
export interface TitledEdit extends TextEdit {
  readonly title: string;
}

/** Findings that the known figure settles. A dispute is not settled by taking a side. */
const REPLACED: ReadonlySet<FindingCode> = new Set([
  'figure.contradicted',
  'figure.outdated',
  'figure.weaker',
]);

/** The checker's own fixes, then the known figure in the note's style in place of the claimed one. */
export function fixesOf(context: ServiceContext, note: Note, finding: Finding): readonly TitledEdit[] {
  const own = finding.fixes.map(({ title, start, end, newText }) => ({
    title: context.say(title),
    start,
    end,
    newText,
  }));
  const [fact] = finding.facts;
  if (finding.claim === null || fact === undefined || !REPLACED.has(finding.code)) return own;
  // What is known is what is left; in the place of what is gone it would say another thing.
  if (finding.claim.claim.match?.complement === true) return own;
  const replacement = replaceFigure(note, finding.claim.claim, fact);
  if (replacement === null || own.some((fix) => fix.newText === replacement.newText)) return own;
  const title = word(context.language, 'fix.replace', { figure: replacement.newText });
  return [...own, { title, ...replacement }];
}

/**
 * 亿 stays 亿 and million stays million, because the note's script says so; the note's own word for the unit stays; a hedge that
 * says the same stays as it is written, any other gives way to that of the fact.
 */
function replaceFigure(note: Note, claim: Claim, fact: Fact): TextEdit | null {
  const before = hedgeBefore(note.text, claim.start);
  const behind = hedgeBehind(note.text, claim.end);
  const hedge = before ?? behind;
  const same = fact.form === 'plain' && (hedge?.bound ?? 'exact') === fact.bound;
  const start = same || before === null ? claim.start : before.start;
  const end = same || behind === null ? claim.end : behind.end;
  const style = styleOf(note, claim);
  const known = same ? { ...fact, bound: fact.low === fact.high ? ('exact' as const) : fact.bound } : fact;
  const newText = inStyle(known, claim, style);
  return newText === note.text.slice(start, end)
    ? null
    : spacedOut(note.text, { start, end, newText }, style);
}

/** A blank stands between a Chinese character and a figure where the note sets one, and never between two Chinese characters. */
export function spacedOut(text: string, edit: TextEdit, style: Pick<WritingStyle, 'spaced'>): TextEdit {
  const { start, newText } = edit;
  const isHan = (at: number) => /\p{Script=Han}/u.test(text[at] ?? '');
  if (/^\p{Script=Han}/u.test(newText) && text[start - 1] === ' ' && isHan(start - 2))
    return { ...edit, start: start - 1 };
  if (/^\d/.test(newText) && isHan(start - 1) && style.spaced) return { ...edit, newText: ` ${newText}` };
  return edit;
}

/** How a figure is written: its scale words may be of another language than the sentence around it. */
interface FigureStyle extends WritingStyle {
  readonly sentence: Script;
}

const ENGLISH_SCALE = /illion|thousand|\d\s?(?:[MK]|[Bb]n?)\b/;
const CHINESE_SCALE = /[万萬亿億]/;

function styleOf({ text, style: whole }: Note, claim: Claim): FigureStyle {
  const { script, spaced } = localStyle(text.slice(claim.sentence.start, claim.sentence.end), whole);
  const tight = /\d\p{Script=Han}/u.test(claim.text);
  return {
    script: figureScript(claim.text, script),
    sentence: script,
    spaced: /\d\s\p{Script=Han}/u.test(claim.text) || (spaced && !tight),
  };
}

function figureScript(figure: string, sentence: Script): Script {
  if (ENGLISH_SCALE.test(figure)) return 'en';
  if (!CHINESE_SCALE.test(figure) || sentence !== 'en') return sentence;
  return /[萬億]/.test(figure) ? 'zh-Hant' : 'zh';
}

function inStyle(known: Fact, claim: Claim, style: FigureStyle): string {
  const isMixed = style.script !== style.sentence && known.form === 'plain';
  const shown = isMixed && known.bound !== 'range' ? { ...known, bound: 'exact' as const } : known;
  const figure = withOwnUnit(
    figureText(shown, style),
    figureText({ ...shown, unit: null }, style),
    claim,
    known,
  );
  const hedge = shown === known ? '' : hedgeWord(known.bound, style.sentence);
  const gap = hedge !== '' && (style.spaced || style.sentence === 'en') ? ' ' : '';
  return `${hedge}${gap}${withOwnLetter(figure, claim.text)}`;
}

const LETTERS: Readonly<Record<string, string>> = {
  thousand: 'K',
  million: 'M',
  billion: 'B',
  trillion: 'T',
};

/** 60M stays a figure with a letter. */
function withOwnLetter(figure: string, written: string): string {
  if (!/\d\s?(?:[MK]|[Bb]n?)\b/.test(written)) return figure;
  return figure.replace(
    / (thousand|million|billion|trillion)\b/,
    (whole, scale: string) => LETTERS[scale] ?? whole,
  );
}

/** The claim's own word for a unit of the same kind (亿次下载, no word at all in a table), else the fact's. */
function withOwnUnit(full: string, bare: string, { text, figure }: Claim, fact: Fact): string {
  if (figure.unit !== null && figure.unit !== fact.unit) return full;
  // Currency signs stand in front; the fact's own word is safer than a guess at both ends.
  if (/^\D/.test(text) && !/^[零〇一二三四五六七八九十百千两兩上数數几幾半]/.test(text)) return full;
  const number = NUMBER.exec(text)?.[0].trimEnd();
  if (number === undefined) return full;
  const unit = text.slice(number.length).replace(/^\+/, '');
  return bare + unit;
}

/** Digits, numerals and scale words; what stands behind them is the unit, of one word or several. */
const NUMBER =
  /^(?:[\d.,\s~–-]|[零〇一二三四五六七八九十百千万萬亿億两兩多余餘数數几幾半点點至到]|(?:hundred|thousand|million|billion|trillion)s?\b|(?:[KMB]|bn)\b)+/iu;
