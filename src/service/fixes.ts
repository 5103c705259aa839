import type { Finding, FindingCode } from '../check/finding.ts';
import type { Claim } from '../claims/claim.ts';
import type { Fact } from '../factbase/model.ts';
import type { ServiceContext } from './context.ts';
import { figureText } from './figure-text.ts';
import { hedgeBefore, hedgeBehind } from './hedges.ts';
import type { Note } from './note.ts';
import type { TextEdit } from './results.ts';
import { word } from './words.ts';

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
  const spaced =
    /\d\s\p{Script=Han}/u.test(claim.text) || (note.style.spaced && !/\d\p{Script=Han}/u.test(claim.text));
  const style = { script: note.style.script, spaced };
  const known = same ? { ...fact, bound: fact.low === fact.high ? ('exact' as const) : fact.bound } : fact;
  const newText = withOwnUnit(
    figureText(known, style),
    figureText({ ...known, unit: null }, style),
    claim,
    fact,
  );
  return newText === note.text.slice(start, end) ? null : { start, end, newText };
}

/** The claim's own word for a unit of the same kind (亿次下载, no word at all in a table), else the fact's. */
function withOwnUnit(full: string, bare: string, { text, figure }: Claim, fact: Fact): string {
  if (figure.unit !== null && figure.unit !== fact.unit) return full;
  // Currency signs stand in front; the fact's own word is safer than a guess at both ends.
  if (/^\D/.test(text) && !/^[零〇一二三四五六七八九十百千两兩上数數几幾半]/.test(text)) return full;
  const unit =
    /(?:[\d万萬亿億千百十]|illion|thousand|[KMB])(\s?[^\d\s万萬亿億千百十,.]*)$/iu.exec(text)?.[1] ?? null;
  return unit === null || /^[KMB]$/i.test(unit.trim()) ? full : bare + unit.replace(/^\+/, '');
}
