import { COLON, COMMA, HYPHEN, isAlphanumeric, isDigit, isHan, QUESTION, SEMICOLON, SPACE } from './chars.ts';
import type { Span } from './folded-text.ts';

const EM_DASH = 0x2014;
const EN_DASH = 0x2013;
const OPENING = new Set([...'([{【〔'].map((char) => char.charCodeAt(0)));
const CLOSING = new Set([...')]}】〕'].map((char) => char.charCodeAt(0)));
const CONJUNCTIONS = [' while ', ' whereas ', ' but '];
const LETTER_W = 0x77;
const LETTER_B = 0x62;

/**
 * Clauses of one sentence of folded text, in order and touching. They end behind commas, semicolons, colons and question
 * marks and around brackets and dashes; a comma inside a number (1,590), a colon inside a time and the listing comma 、 do
 * not divide. A piece without a letter, digit or Chinese character goes with the one before it,
 * at the head with the one behind it.
 */
export function clauses(text: string, sentence: Span): readonly Span[] {
  const spans: Span[] = [];
  let start = sentence.start;
  let hasWord = false;
  const cut = (at: number, isEnd = false): void => {
    const last = spans.at(-1);
    if (at <= start || (!hasWord && last === undefined && !isEnd)) return;
    if (hasWord || last === undefined) spans.push({ start, end: at });
    else spans[spans.length - 1] = { start: last.start, end: at };
    start = at;
    hasWord = false;
  };
  for (let i = sentence.start; i < sentence.end; i++) {
    const code = text.charCodeAt(i);
    if (OPENING.has(code)) cut(i);
    else if (startsConjunction(text, i, code)) cut(i);
    if (isAlphanumeric(code) || isHan(code)) hasWord = true;
    else if (divides(text, i, code)) cut(behindDashes(text, i, code, sentence.end));
  }
  cut(sentence.end, true);
  return spans;
}

/** Does a clause end behind the mark at `at`? */
function divides(text: string, at: number, code: number): boolean {
  switch (code) {
    case SEMICOLON:
    case QUESTION:
    case EM_DASH:
      return true;
    case COMMA:
      return !isThousandsComma(text, at);
    case COLON:
      return !(isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)));
    case HYPHEN:
    case EN_DASH:
      return text.charCodeAt(at - 1) === SPACE && text.charCodeAt(at + 1) === SPACE;
    default:
      return CLOSING.has(code);
  }
}

/** A comma with one to three digits before it and exactly three behind it. */
function isThousandsComma(text: string, at: number): boolean {
  let before = 0;
  while (before < 4 && isDigit(text.charCodeAt(at - 1 - before))) before++;
  let behind = 0;
  while (behind < 4 && isDigit(text.charCodeAt(at + 1 + behind))) behind++;
  return before > 0 && before < 4 && behind === 3;
}

/** A run of dashes divides once. */
function behindDashes(text: string, at: number, code: number, end: number): number {
  let i = at + 1;
  while (code === EM_DASH && i < end && text.charCodeAt(i) === EM_DASH) i++;
  return i;
}

function startsConjunction(text: string, at: number, code: number): boolean {
  if ((code !== LETTER_W && code !== LETTER_B) || text.charCodeAt(at - 1) !== SPACE) return false;
  return CONJUNCTIONS.some((word) => text.startsWith(word, at - 1));
}
