import type { Span } from '../text/folded-text.ts';
import { isRejection } from './mode.ts';
import type { CueHit } from './word-scan.ts';

/** Somebody else is quoted. */
const REPORTED = /["“”「」『』]|写道|宣称|声称|号称|有人说|传闻|\b(?:says|claims|claimed|wrote|tweeted)\b/;
/** Sentences that open so speak of the one before. */
const POINTS_BACK = /^\s*(?:这|该|此|那|上面|以上|前面|先前|[Tt]h(?:is|at|e|ose|ese)\b|[Ii]t\b)/;
/** A rejection this near the head of a sentence rejects the sentence before. */
const REJECTION_REACH = 6;

/** A: No. */
const ANSWERS_NO = /^\s*(?:A|答|回答)[:：] ?(?:no\b|nope|不是|不对|没有|错|否|并没有|哪有)/i;

/** Whether a sentence tells what somebody else says. */
export function isReported(text: string, sentence: Span): boolean {
  return REPORTED.test(text.slice(sentence.start, sentence.end));
}

/**
 * Whether the sentence `next`, whose cues are given, takes back the one before: 这一说法有误, 不对, That figure is wrong. Of what somebody is quoted
 * with (`reported`), so does one that does not point back (“日活已达 10 亿。”可惜数据是错的).
 */
export function takesBack(text: string, next: Span, cues: readonly CueHit[], reported: boolean): boolean {
  if (ANSWERS_NO.test(text.slice(next.start, next.end))) return true;
  const first = cues.find((cue) => cue.cue === 'rejected' && isRejection(text, cue));
  if (first === undefined) return false;
  return (
    reported ||
    first.start - next.start <= REJECTION_REACH ||
    POINTS_BACK.test(text.slice(next.start, next.end))
  );
}
